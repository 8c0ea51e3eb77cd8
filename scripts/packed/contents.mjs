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

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { assert, check } from './report.mjs';

/** What the default export of an entry point is, as Backstage finds it. */
const FEATURES = {
  'frontend-plugin': '@backstage/FrontendPlugin',
  'backend-plugin': '@backstage/BackendFeature',
  'backend-plugin-module': '@backstage/BackendFeature',
};

const IMPORTED =
  /(?:\bfrom\s*|\brequire\(|\bimport\(|^\s*import\s+)['"]([^'".\s][^'"\s]*)['"]/gm;

/** Holds what was packed against what a stranger's portal needs of it. */
export async function checkContents(root, entry) {
  const { manifest, unpacked, folder } = entry;
  const files = readdirSync(unpacked, { recursive: true }).map(String);
  const name = text => `${manifest.name.split('/')[1]}: ${text}`;

  await check(name('every entry point is there, package.json too'), () => {
    assert.equal(manifest.exports['./package.json'], './package.json');
    for (const mount of Object.keys(entry.source.exports)) {
      assert.ok(manifest.exports[mount], `${mount} is not exported`);
    }
    const targets = Object.entries(manifest.exports).flatMap(
      ([mount, conditions]) =>
        typeof conditions === 'string'
          ? [conditions]
          : Object.entries(conditions)
              .filter(([condition]) => condition !== 'backstage')
              .map(([, path]) => path)
              .concat(conditions.types ?? `no types of ${mount}`),
    );
    const missing = [manifest.main, manifest.types, ...targets].filter(
      path => !existsSync(join(unpacked, path)),
    );
    assert.deepEqual(missing, []);
  });

  await check(name('features can be discovered'), () => {
    assert.equal(
      manifest.backstage.features?.['.'],
      FEATURES[manifest.backstage.role],
    );
  });

  await check(name('carries README, license, schema and migrations'), () => {
    assert.ok(files.includes('README.md'), 'no README.md');
    assert.ok(files.includes('LICENSE'), 'no LICENSE');
    assert.equal(
      readFileSync(join(unpacked, 'LICENSE'), 'utf8'),
      readFileSync(join(root, 'LICENSE'), 'utf8'),
    );
    assert.equal(manifest.license, 'Apache-2.0');
    if (existsSync(join(folder, 'config.d.ts'))) {
      assert.ok(files.includes(manifest.configSchema), 'no config schema');
    }
    if (existsSync(join(folder, 'migrations'))) {
      assert.deepEqual(
        readdirSync(join(unpacked, 'migrations')).sort(),
        readdirSync(join(folder, 'migrations')).sort(),
      );
    }
  });

  await check(name('carries nothing of the workshop'), () => {
    assert.deepEqual(
      files.filter(file => /^src\b|\.test\.|__testUtils__/.test(file)),
      [],
    );
    const text = JSON.stringify(manifest);
    assert.ok(
      !text.includes('"workspace:'),
      'a range of the workspace is left',
    );
    const telling = files.filter(
      file =>
        /\.(js|ts|json|map|md)$/.test(file) &&
        readFileSync(join(unpacked, file), 'utf8').includes(`${root}/`),
    );
    assert.deepEqual(telling, []);
  });

  await check(name('declares what it imports'), () => {
    const declared = {
      ...manifest.dependencies,
      ...manifest.peerDependencies,
    };
    const undeclared = new Set(
      files
        .filter(file => /^dist\b.*\.(js|d\.ts)$/.test(file))
        .flatMap(file => [
          ...readFileSync(join(unpacked, file), 'utf8').matchAll(IMPORTED),
        ])
        .map(([, specifier]) => packageOf(specifier))
        .filter(imported => !isBuiltin(imported) && !declared[imported]),
    );
    undeclared.delete(manifest.name);
    assert.deepEqual([...undeclared], []);
  });
}

function packageOf(specifier) {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
