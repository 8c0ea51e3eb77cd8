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
import { CASE_VALUES, readCases, type PolicyCase } from './__testUtils__/cases';
import { describeIf } from './__testUtils__/describeIf';
import { HELM, renderChart } from './__testUtils__/helm';
import { writeKyvernoTests } from './__testUtils__/kyvernoTests';

const KYVERNO = spawnSync('kyverno', ['version']).status === 0;

jest.setTimeout(120_000);

describeIf(
  'helm and kyverno',
  HELM && KYVERNO,
  'the chart of policies, in the hands of Kyverno',
  () => {
    const cases = readCases();
    let folder: string;
    let rendered: ReturnType<typeof renderChart>;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'eks-fleet-kyverno-'));
      rendered = renderChart([CASE_VALUES]);
    });

    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([...cases.keys()])('judges by %s', policy => {
      const place = join(folder, policy);
      writeKyvernoTests(place, policy, cases.get(policy)!, rendered);
      const { status, stdout, stderr } = spawnSync(
        'kyverno',
        ['test', place, '--detailed-results', '--output-format', 'json'],
        { encoding: 'utf8', maxBuffer: 64e6 },
      );
      expect(stderr).toBe('');
      const rows = readRows(stdout);
      expect(rows.filter(({ RESULT }) => RESULT !== 'Pass')).toEqual([]);
      expect(rows).toHaveLength(cases.get(policy)!.length);
      expect(
        cases.get(policy)!.filter(({ message, object }) => {
          const said = new RegExp(message ?? '');
          return !rows.some(
            ({ RESOURCE, Message }) =>
              RESOURCE === nameOf(object) && said.test(Message),
          );
        }),
      ).toEqual([]);
      expect(status).toBe(0);
    });
  },
);

interface Row {
  RESOURCE: string;
  RESULT: string;
  Message: string;
}

/** The tables of all tests, which have lines for people between them. */
function readRows(output: string): Row[] {
  return [...output.matchAll(/^\[$.*?^\]$/gms)].flatMap(([table]) =>
    JSON.parse(table),
  );
}

function nameOf({ apiVersion, kind, metadata }: PolicyCase['object']): string {
  return [apiVersion, kind, metadata.namespace ?? '', metadata.name].join('/');
}
