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

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXAMPLE_CLUSTERS } from './__testUtils__/exampleClusters';
import {
  EXAMPLE_APPLICATIONS,
  EXAMPLE_NAMESPACES,
} from './__testUtils__/exampleTeams';
import { FLEET, readFleet } from './__testUtils__/fleet';

/** `UPDATE_GOLDEN=1` writes what is to be there, to be looked at and committed. */
function readExample(path: string, text: string): string {
  const file = join(FLEET, path);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : 'is not there';
}

describe.each([
  ['clusters', EXAMPLE_CLUSTERS],
  ['namespaces', EXAMPLE_NAMESPACES],
  ['applications', EXAMPLE_APPLICATIONS],
])('%s/ of the reference repository', (folder, files) => {
  it.each(files)('has $path as the portal writes it', ({ path, text }) => {
    expect(readExample(path, text)).toBe(text);
  });

  it('has no other file', () => {
    expect([...readFleet(folder).keys()].sort()).toEqual(
      files.map(({ path }) => path).sort(),
    );
  });
});
