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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './processes.mjs';
import { step } from './report.mjs';

/** The packages of this repository that are published. */
export function publishedPackages(root) {
  return readdirSync(join(root, 'plugins'))
    .map(name => join(root, 'plugins', name))
    .filter(folder => existsSync(join(folder, 'package.json')))
    .map(folder => ({ folder, source: readManifest(folder) }))
    .filter(({ source }) => !source.private)
    .map(({ folder, source }) => ({ name: source.name, folder, source }));
}

/** Builds and packs as a release does, and unpacks what came out to look at. */
export async function packAll(root, packages, target) {
  await step('Declare types', () => run('yarn', ['tsc'], { cwd: root }));
  await step('Build', () =>
    run(
      'yarn',
      [
        'workspaces',
        'foreach',
        '--all',
        ...packages.flatMap(({ name }) => ['--include', name]),
        'run',
        'build',
      ],
      { cwd: root },
    ),
  );
  await step('Pack', async () => {
    for (const entry of packages) {
      entry.tarball = join(
        target,
        `${entry.name.replace('@', '').replace('/', '-')}.tgz`,
      );
      try {
        await run(
          'yarn',
          ['workspace', entry.name, 'pack', '--out', entry.tarball],
          { cwd: root },
        );
      } finally {
        await restore(entry.folder);
      }
      entry.unpacked = join(target, entry.name);
      await mkdir(entry.unpacked, { recursive: true });
      await run('tar', [
        '-xzf',
        entry.tarball,
        '--strip-components=1',
        '-C',
        entry.unpacked,
      ]);
      entry.manifest = readManifest(entry.unpacked);
    }
  });
}

/** Packing rewrites package.json, and leaves it so when it breaks off. */
async function restore(folder) {
  const original = join(folder, 'package.json-prepack');
  if (existsSync(original)) {
    await rename(original, join(folder, 'package.json'));
    await rm(join(folder, 'config.schema.json'), { force: true });
  }
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
