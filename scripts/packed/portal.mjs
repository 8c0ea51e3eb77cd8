/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import semver from 'semver';
import { parse } from 'yaml';
import { addToApp, addToBackend } from './edit.mjs';
import { freePorts, run, start, until } from './processes.mjs';
import { blocksUnder, fileOf } from './readme.mjs';
import { step } from './report.mjs';

const CREATE_APP = '@backstage/create-app@0.9.2';
const FLEET_CONFIG = 'app-config.fleet.yaml';
const PORTS_CONFIG = 'app-config.ports.yaml';

/** A portal as `create-app` makes it, in which the READMEs are followed. */
export class StrangersPortal {
  constructor({ root, folder, legacy, packages, registryUrl }) {
    this.root = root;
    this.folder = folder;
    this.legacy = legacy;
    this.registryUrl = registryUrl;
    this.packages = packages;
    this.env = {
      ...process.env,
      // Neither may the lockfile stay as it is, nor anything be compiled.
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_ENABLE_SCRIPTS: 'false',
      YARN_ENABLE_TELEMETRY: 'false',
      NODE_OPTIONS: '--no-node-snapshot',
    };
  }

  async create() {
    await run(
      'npx',
      [
        '-y',
        CREATE_APP,
        '--skip-install',
        ...['--path', this.folder],
        ...(this.legacy ? ['--legacy'] : []),
      ],
      { input: 'portal\n', cwd: dirname(this.folder), env: this.env },
    );
    await this.#overrideAsHere();
    await appendFile(
      join(this.folder, '.yarnrc.yml'),
      [
        '',
        'unsafeHttpWhitelist: ["127.0.0.1"]',
        'npmScopes:',
        '  eks-fleet:',
        `    npmRegistryServer: ${this.registryUrl}`,
        '',
      ].join('\n'),
    );
    await this.#stayAtTheRelease();
  }

  /**
   * The lines with which the READMEs install the packages. The old system's
   * portal goes without the libraries' own: they have to come by themselves.
   */
  installLines() {
    const lines = this.packages
      .filter(
        ({ source }) =>
          !this.legacy || !source.backstage.role.endsWith('library'),
      )
      .flatMap(({ folder }) => blocksUnder(folder, 'Install', 'sh'))
      .flatMap(({ text }) => text.split('\n'));
    return [...new Set(lines)];
  }

  async install() {
    for (const line of this.installLines()) {
      await step(line, () =>
        run('sh', ['-c', line], { cwd: this.folder, env: this.env }),
      );
    }
  }

  /** Writes what the READMEs tell to write. */
  async wire() {
    for (const role of ['backend-plugin-module', 'backend-plugin']) {
      for (const { folder } of this.#ofRole(role)) {
        for (const block of blocksUnder(folder, 'Install', 'ts')) {
          await this.#edit(fileOf(block), source =>
            addToBackend(source, block.text),
          );
        }
      }
    }
    if (this.legacy) {
      for (const block of blocksUnder(
        this.#only('frontend-plugin'),
        'Old frontend system',
        'tsx',
      )) {
        await this.#edit(fileOf(block), source => addToApp(source, block.text));
      }
    }
    const [smallest] = blocksUnder(
      this.#discovery(),
      'The smallest configuration that works',
      'yaml',
    );
    await writeFile(join(this.folder, FLEET_CONFIG), smallest.text);
    if (!this.legacy) {
      await this.#writeExamples();
    }
  }

  typeCheck() {
    return run('yarn', ['tsc'], { cwd: this.folder, env: this.env });
  }

  /** Builds the app, and has the backend serve it. */
  async start(environment) {
    const [port] = await freePorts(1);
    this.url = `http://localhost:${port}`;
    await writeFile(
      join(this.folder, PORTS_CONFIG),
      JSON.stringify({
        app: { baseUrl: this.url },
        backend: { baseUrl: this.url, listen: { port, host: '127.0.0.1' } },
      }),
    );
    const config = ['app-config.yaml', FLEET_CONFIG, PORTS_CONFIG].flatMap(
      file => ['--config', join(this.folder, file)],
    );
    await step('Build the app', () =>
      run('yarn', ['workspace', 'app', 'build', ...config], {
        cwd: this.folder,
        env: this.env,
      }),
    );
    this.backend = start('yarn', ['workspace', 'backend', 'start', ...config], {
      cwd: this.folder,
      // Requests, this script's own among them, would drown what went wrong.
      env: { ...this.env, ...environment, LOG_LEVEL: 'warn' },
    });
    await step('Start the backend', () =>
      this.#until('the portal to answer', async () => {
        const response = await fetch(
          `${this.url}/.backstage/health/v1/readiness`,
        ).catch(() => undefined);
        return response?.ok;
      }),
    );
  }

  /** What the backend answers to a guest once it knows this many clusters. */
  async clusters(count) {
    const { backstageIdentity } = await json(
      `${this.url}/api/auth/guest/refresh`,
      { headers: { 'x-requested-with': 'XMLHttpRequest' } },
    );
    return this.#until(`${count} clusters to be discovered`, async () => {
      const { items, totalItems } = await json(
        `${this.url}/api/eks-fleet/clusters`,
        { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
      );
      return totalItems >= count && items;
    });
  }

  async stop() {
    await this.backend?.stop();
  }

  /** Waits, and in vain only with what the backend had to say. */
  async #until(what, ask) {
    try {
      return await until(what, 180, () => {
        if (this.backend.child.exitCode !== null) {
          throw new Error('The portal stopped');
        }
        return ask();
      });
    } catch (error) {
      throw new Error(`${error.message}\n${this.backend.said()}`);
    }
  }

  #ofRole(role) {
    return this.packages.filter(({ source }) => source.backstage.role === role);
  }

  #only(role) {
    return this.#ofRole(role)[0].folder;
  }

  /** The module that fills the catalog. */
  #discovery() {
    return this.#ofRole('backend-plugin-module').find(
      ({ source }) => source.backstage.pluginId === 'catalog',
    ).folder;
  }

  /** Complete examples of the READMEs have to compile, too. */
  async #writeExamples() {
    const examples = [
      [this.#discovery(), 'The entities', 'backend/src/example1.ts'],
      [this.#only('backend-plugin'), 'Permissions', 'backend/src/example2.ts'],
      [this.#only('frontend-plugin'), 'Words', 'app/src/example.tsx'],
    ];
    for (const [folder, heading, file] of examples) {
      const [example] = blocksUnder(folder, heading, 'ts', 'tsx');
      await writeFile(join(this.folder, 'packages', file), example.text);
    }
  }

  async #edit(file, change) {
    const path = join(this.folder, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }

  /** What this repository overrides does not install elsewhere either. */
  async #overrideAsHere() {
    const own = JSON.parse(
      await readFile(join(this.root, 'package.json'), 'utf8'),
    );
    await this.#addResolutions(own.resolutions);
    await writeFile(
      join(this.folder, 'yarn.lock'),
      await readFile(join(this.root, 'yarn.lock')),
    );
  }

  /**
   * A new app gets the versions of its release from a lockfile on the web.
   * Here they follow from the ranges: packages of one release ask for each
   * other at least as they were released together. Pinning some changes who
   * asks, so this goes on until nothing changes.
   */
  async #stayAtTheRelease() {
    let pinned = {};
    for (let round = 0; round < 6; round++) {
      await step('Resolve', () =>
        run('yarn', ['install', '--mode=update-lockfile'], {
          cwd: this.folder,
          env: this.env,
        }),
      );
      const lockfile = await readFile(join(this.folder, 'yarn.lock'), 'utf8');
      const lowest = lowestAskedFor(parse(lockfile));
      if (isDeepStrictEqual(lowest, pinned)) {
        return;
      }
      pinned = lowest;
      await this.#addResolutions(pinned);
    }
    throw new Error('The versions of the release do not settle');
  }

  async #addResolutions(resolutions) {
    await this.#edit('package.json', text => {
      const manifest = JSON.parse(text);
      manifest.resolutions = { ...manifest.resolutions, ...resolutions };
      return JSON.stringify(manifest, undefined, 2);
    });
  }
}

/** Of each of Backstage's packages the lowest version that a package asks for. */
function lowestAskedFor(lockfile) {
  const lowest = {};
  for (const { dependencies = {} } of Object.values(lockfile)) {
    for (const [name, descriptor] of Object.entries(dependencies)) {
      const range = name.startsWith('@backstage/') && descriptor.slice(4);
      const version = range && semver.minVersion(range).version;
      if (version && !(name in lowest && semver.lt(lowest[name], version))) {
        lowest[name] = version;
      }
    }
  }
  return lowest;
}

async function json(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}
