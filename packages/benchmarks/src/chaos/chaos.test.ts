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

import { spawn } from 'node:child_process';
import { once } from 'node:events';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const EXECUTABLE = require.resolve('@eks-fleet/benchmarks/bin/chaos.js');

jest.setTimeout(240_000);

/** As `yarn chaos` does, which hurries the clock of its whole process. */
async function chaos(...args: string[]) {
  const child = spawn(process.execPath, [EXECUTABLE, 'rollouts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', data => {
    output += data;
  });
  const [code] = await once(child, 'close');
  return { code, lines: output.trimEnd().split('\n') };
}

(process.env[POSTGRES] ? describe : describe.skip)(
  'A rollout over killed replicas (PostgreSQL)',
  () => {
    it('upgrades each cluster exactly once', async () => {
      const { code, lines } = await chaos(
        ...['--process', 'engine', '--speed', '30'],
        ...['--cells', '4', '--kills', '4', '--seed', '7'],
      );
      expect(lines).toContain('HELD');
      expect(code).toBe(0);
    });
  },
);

describe('yarn chaos', () => {
  it('refuses what would only look like a run', async () => {
    const { code, lines } = await chaos('--process', 'nothing');
    expect(lines).not.toContain('HELD');
    expect(code).toBe(1);
  });
});
