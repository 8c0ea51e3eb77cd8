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

import type {
  PolicyCell,
  PolicySetting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { outcomesOf, type JudgedCluster } from './outcomesOf';

const CELL: PolicyCell = { state: 'deployed', mode: 'audit', fail: 3, pass: 9 };

function cluster(
  before: PolicySetting['mode'],
  after: PolicySetting['mode'],
  part: Partial<JudgedCluster> = {},
): JudgedCluster {
  return {
    effect: 'changes',
    environment: 'prod',
    before: { mode: before },
    after: { mode: after },
    cell: CELL,
    ...part,
  };
}

describe('outcomesOf', () => {
  it.each<[string, JudgedCluster[], object[]]>([
    [
      'nothing, where nothing changes',
      [cluster('warn', 'warn', { effect: 'overridden' })],
      [{ code: 'nothing', clusters: 0 }],
    ],
    [
      'findings go where it is switched off',
      [cluster('audit', 'off'), cluster('audit', 'off')],
      [
        {
          code: 'findingsGo',
          count: 6,
          clusters: 2,
          message:
            '6 findings of today go on 2 clusters: what fails is not looked at any more, not mended',
        },
      ],
    ],
    [
      'findings go and all is let in where an enforced one is switched off',
      [cluster('enforce', 'off')],
      [
        { code: 'findingsGo', count: 3 },
        { code: 'letIn', clusters: 1 },
      ],
    ],
    [
      'what fails today is refused',
      [cluster('audit', 'enforce')],
      [
        {
          code: 'refused',
          count: 3,
          message:
            'Admission will refuse 3 resources that fail today at the next change, on 1 cluster',
        },
      ],
    ],
    [
      'at least so many, where the engine keeps only the first',
      [cluster('audit', 'enforce', { cell: { ...CELL, atLeast: true } })],
      [
        {
          isAtLeast: true,
          message: expect.stringContaining('refuse At least 3 resources'),
        },
      ],
    ],
    [
      'not known of what was never evaluated is not nothing',
      [
        cluster('audit', 'enforce', { cell: { state: 'deployed', pass: 4 } }),
        cluster('audit', 'enforce', { cell: undefined }),
        cluster('audit', 'enforce', { cell: { state: 'unknown' } }),
      ],
      [
        {
          code: 'refused',
          count: 0,
          message:
            'Nothing that is known would be refused on 1 cluster; on 2 clusters nothing is known of what it would refuse',
        },
      ],
    ],
    [
      'let in again',
      [cluster('enforce', 'audit')],
      [{ code: 'letIn', clusters: 1 }],
    ],
    [
      'not known before it runs',
      [cluster('off', 'audit', { cell: undefined })],
      [
        {
          code: 'notKnown',
          clusters: 1,
          message: expect.not.stringContaining('refuse'),
        },
      ],
    ],
    [
      'and that it would refuse at once',
      [
        cluster('off', 'enforce', { cell: undefined }),
        cluster('off', 'warn', { cell: undefined }),
      ],
      [
        {
          code: 'notKnown',
          message: expect.stringContaining(
            'on 1 cluster it would refuse at once',
          ),
        },
      ],
    ],
    [
      'as it was, between audit and warn',
      [cluster('audit', 'warn')],
      [{ code: 'unchanged' }],
    ],
    [
      'judged anew by other parameters',
      [
        cluster('audit', 'audit', {
          before: { mode: 'audit', parameters: { a: 1 } },
          after: { mode: 'audit', parameters: { a: 2 } },
        }),
      ],
      [{ code: 'judgedAnew', clusters: 1 }],
    ],
  ])('says %s', (_, clusters, expected) => {
    expect(outcomesOf(clusters, [])).toMatchObject(expected);
    expect(outcomesOf(clusters, [])).toHaveLength(expected.length);
  });

  it('counts what is left out, and does not know of what is looked at again', () => {
    const narrowed = cluster('audit', 'audit', {
      before: { mode: 'audit', exclude: { namespaces: ['a'] } },
      after: { mode: 'audit', exclude: { namespaces: ['b'] } },
    });
    expect(
      outcomesOf([narrowed], [], { count: 7, isAtLeast: false }),
    ).toMatchObject([
      { code: 'findingsGo', count: 7 },
      { code: 'judgedAnew', clusters: 1 },
    ]);
  });

  it('hints at what others of the environment have that evaluate it', () => {
    const [{ hints }] = outcomesOf(
      [cluster('off', 'audit', { cell: undefined })],
      [
        { environment: 'prod', cell: CELL },
        { environment: 'prod', cell: { state: 'deployed', pass: 4 } },
        { environment: 'prod', cell: { state: 'notDeployed' } },
        { environment: 'prod', cell: { ...CELL, stale: true } },
        { environment: 'dev', cell: CELL },
      ],
    );
    expect(hints).toEqual([{ environment: 'prod', clusters: 2, findings: 3 }]);
  });
});
