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

import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { driftOf } from './driftOf';
import type { ExpectedRecord } from './types';

const POLICY = {
  engine: 'kyverno',
  kind: 'ValidatingPolicy',
  name: 'require-owner',
} as const;
const VERSION = 'fleet-policies-1.4.0';

const expected = (facts: Partial<ExpectedRecord> = {}): ExpectedRecord => ({
  arn: 'arn',
  head: 'a',
  readAt: '2026-11-29T12:00:00.000Z',
  policies: [{ ...POLICY, mode: 'enforce' }],
  version: VERSION,
  ...facts,
});
const cell = (facts: Partial<PolicyCell> = {}): PolicyCell => ({
  state: 'deployed',
  mode: 'enforce',
  version: VERSION,
  ...facts,
});
const none = { policies: [] };

describe('driftOf', () => {
  it.each<[string, PolicyCell, ExpectedRecord | undefined, string | undefined]>(
    [
      ['it is as Git says', cell(), expected(), undefined],
      ['it is held otherwise', cell({ mode: 'audit' }), expected(), 'mode'],
      [
        'rules differ in how they are held',
        cell({ mode: 'mixed' }),
        expected(),
        'mode',
      ],
      [
        'it is of an older chart',
        cell({ version: 'fleet-policies-1.3.0' }),
        expected(),
        'version',
      ],
      ['it is not there', { state: 'notDeployed' }, expected(), 'missing'],
      ['its engine is not there', { state: 'noEngine' }, expected(), undefined],
      ['Git has it no more', cell(), expected(none), 'unexpected'],
      [
        'an older chart had it as another kind',
        cell({ version: 'fleet-policies-0.9.0' }),
        expected({
          policies: [
            { ...POLICY, kind: 'ImageValidatingPolicy', mode: 'audit' },
          ],
        }),
        'version',
      ],
      [
        'it never came by the chart',
        cell({ version: 'own-1.0.0' }),
        expected(none),
        undefined,
      ],
      [
        'nobody wants it and it is not there',
        { state: 'notDeployed' },
        expected(none),
        undefined,
      ],
      ['the cluster was not read', { state: 'unknown' }, expected(), undefined],
      [
        'only results name it',
        { state: 'reported', fail: 2 },
        expected(),
        undefined,
      ],
      ['Git was not read', cell({ mode: 'audit' }), undefined, undefined],
      [
        'Git has something that is no layer',
        cell({ mode: 'audit' }),
        expected({ problem: 'no YAML', policies: [] }),
        undefined,
      ],
      [
        'nobody knows the version of the chart',
        cell({ version: 'x-1' }),
        expected({ version: undefined }),
        undefined,
      ],
    ],
  )('where %s', (_, of, wanted, drift) => {
    expect(driftOf(POLICY, of, wanted)).toBe(drift);
  });
});
