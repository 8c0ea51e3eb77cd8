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

describe('clusters of the reference repository', () => {
  it.each(EXAMPLE_CLUSTERS)('have $path as it is written', ({ path, text }) => {
    expect(readExample(path, text)).toBe(text);
  });

  it('are no others', () => {
    expect([...readFleet('clusters').keys()].sort()).toEqual(
      EXAMPLE_CLUSTERS.map(({ path }) => path).sort(),
    );
  });
});
