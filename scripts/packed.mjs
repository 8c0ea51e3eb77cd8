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

/*
 * Proves that the packages work for strangers: packs each as for a release,
 * follows their READMEs in portals fresh from `create-app` and
 * `create-app --legacy`, and opens the pages there on the simulated cloud.
 *
 *   yarn test:packed [--only contents|new|legacy] [--keep]
 *
 * --keep leaves the portals where they were made, to look into them.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from './chromium.mjs';
import { checkContents } from './packed/contents.mjs';
import { packAll, publishedPackages } from './packed/pack.mjs';
import { StrangersPortal } from './packed/portal.mjs';
import { run, stopAll } from './packed/processes.mjs';
import { forgetDownloads, serveRegistry } from './packed/registry.mjs';
import { assert, check, finish, part, say, step } from './packed/report.mjs';
import { startSimulator } from './packed/simulator.mjs';
import { visitPages } from './packed/visit.mjs';

/** What the smallest configuration of discovery's README names. */
const SCOPE = {
  account: '111122223333',
  region: 'eu-west-1',
  roleName: 'eks-fleet-reader',
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'eks-fleet-packed-'));
const packages = publishedPackages(root);
const startedAt = Date.now();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => stopAll().then(() => process.exit(1)));
}
process.once('exit', () => {
  if (options.keep) {
    say(`Kept: ${folder}`);
  } else {
    rmSync(folder, { recursive: true, force: true });
  }
});

let registry;
let simulator;
let browser;
await part('Packages', async () => {
  const tarballs = join(folder, 'packages');
  mkdirSync(tarballs);
  await packAll(root, packages, tarballs);
  for (const entry of packages) {
    await checkContents(root, entry);
  }
});

if (options.only !== 'contents' && packages.every(entry => entry.manifest)) {
  await part('Simulator and browser', async () => {
    registry = await serveRegistry(packages);
    simulator = await startSimulator(root);
    browser = await startBrowser();
  });
  for (const kind of ['new', 'legacy']) {
    if (simulator && (!options.only || options.only === kind)) {
      await part(`Portal on the ${kind} frontend system`, () => tryOut(kind));
    }
  }
}

await browser?.close();
await stopAll();
if (registry) {
  await registry.stop();
  const cache = await run('yarn', ['config', 'get', 'cacheFolder']);
  forgetDownloads(cache.trim(), packages, startedAt);
}
process.exitCode = finish();

async function tryOut(kind) {
  const portal = new StrangersPortal({
    root,
    folder: join(folder, kind),
    legacy: kind === 'legacy',
    packages,
    registryUrl: registry.url,
  });
  try {
    await step('Create', () => portal.create());
    await step('Install', () => portal.install());
    await portal.wire();
    await check(`${kind}: the READMEs' lines compile`, () =>
      step('Check types', () => portal.typeCheck()),
    );
    await portal.start(simulator.environment);

    const names = await simulator.clusterNames(SCOPE);
    let clusters;
    const found = await check(
      `${kind}: all ${names.length} clusters are discovered`,
      async () => {
        clusters = await portal.clusters(names.length);
        const discovered = clusters.map(({ name }) => name);
        assert.deepEqual(discovered.sort(), names.sort());
      },
    );
    if (found && browser) {
      await visitPages({ browser, url: portal.url, kind, clusters });
    }
  } finally {
    await portal.stop();
  }
}

async function startBrowser() {
  const executablePath = chromiumPath();
  if (executablePath) {
    return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  }
  if (process.env.EKS_FLEET_TEST_REQUIRE?.split(',').includes('chromium')) {
    throw new Error('No Chromium on this machine, though it is required');
  }
  say('No Chromium on this machine: the pages are not opened.');
  return undefined;
}
