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

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASE_VALUES, readCases } from './__testUtils__/cases';
import { describeIf } from './__testUtils__/describeIf';
import { writeGatorSuite } from './__testUtils__/gatorSuite';
import { HELM, renderChart } from './__testUtils__/helm';

const GATOR = spawnSync('gator', ['--version']).status === 0;

jest.setTimeout(120_000);

describeIf(
  'helm and gator',
  HELM && GATOR,
  'the chart of policies, in the hands of Gatekeeper',
  () => {
    const cases = readCases();
    let folder: string;
    let rendered: ReturnType<typeof renderChart>;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'eks-fleet-gator-'));
      rendered = renderChart([CASE_VALUES], { engine: 'gatekeeper' });
    });

    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([...cases.keys()])('judges by %s', policy => {
      writeGatorSuite(
        join(folder, policy),
        policy,
        cases.get(policy)!,
        rendered,
      );
      const { status, stdout, stderr } = spawnSync(
        'gator',
        ['verify', '-v', join(folder, policy, 'suite.yaml')],
        { encoding: 'utf8' },
      );
      expect(stdout + stderr).not.toContain('FAIL');
      expect(stdout.match(/--- PASS/g)).toHaveLength(
        // And the test that they are in.
        cases.get(policy)!.length + 1,
      );
      expect(status).toBe(0);
    });
  },
);
