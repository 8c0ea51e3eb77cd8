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
  SourceKind,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aSourcePart, aSource } from '../__testUtils__/sources';
import { sourceMends } from './sourceMends';

const mends = (kind: SourceKind, state: SourceState, part = 'insights') =>
  sourceMends(
    aSource({ kind, state, parts: [aSourcePart({ kind: part, state })] }),
    'https://portal.example.com/api/eks-fleet',
  ).map(({ snippets, detail, account }) => [
    detail,
    ...snippets.map(({ title }) => title),
    ...(account ? ['target'] : []),
  ]);

describe('sourceMends', () => {
  it.each<[SourceKind, SourceState, (string | undefined)[][]]>([
    ['eks', 'forbidden', [[undefined, 'sourceMend.iam']]],
    ['eks', 'unauthenticated', [[undefined, 'target']]],
    ['eks', 'throttled', []],
    ['eks', 'fresh', []],
    [
      'kubernetes',
      'unauthenticated',
      [['sourceMend.roleName', 'sourceMend.accessEntry', 'sourceMend.role']],
    ],
    [
      'kubernetes',
      'forbidden',
      [['sourceMend.roleName', 'sourceMend.role', 'sourceMend.accessEntry']],
    ],
    [
      'kubernetes',
      'unreachable',
      [['sourceMend.reporterDetail', 'sourceMend.reporter']],
    ],
    [
      'kubernetes',
      'timeout',
      [['sourceMend.reporterDetail', 'sourceMend.reporter']],
    ],
    ['kubernetes', 'notFound', []],
    [
      'reporter',
      'stale',
      [['sourceMend.reporterLookDetail', 'sourceMend.reporterLook']],
    ],
    ['reporter', 'forbidden', [['sourceMend.reporterRole']]],
    ['somethingNew' as SourceKind, 'forbidden', []],
  ])('says of %s that is %s what to do', (kind, state, expected) => {
    expect(mends(kind, state)).toEqual(expected);
  });

  it.each<[string, SourceState, (string | undefined)[][]]>([
    ['policyReporterWebhook', 'fresh', []],
    ['policyReporterWebhook', 'stale', [['sourceMend.pushTool']]],
    ['policyKubeBenchPushed', 'stale', [['sourceMend.pushTool']]],
    [
      'policyReports',
      'stale',
      [['sourceMend.reporterLookDetail', 'sourceMend.reporterLook']],
    ],
    ['policyReports', 'forbidden', [['sourceMend.reporterRole']]],
    ['policyGatekeeper', 'notInstalled', []],
  ])(
    'sends to the cluster for %s that it pushes and that is %s',
    (kind, state, expected) => {
      const source = aSource({
        kind: 'policy',
        state,
        parts: [aSourcePart({ kind, state, pushed: true })],
      });
      expect(
        sourceMends(source, 'https://portal.example.com/api/eks-fleet').map(
          ({ detail, snippets }) => [
            detail,
            ...snippets.map(({ title }) => title),
          ],
        ),
      ).toEqual(expected);
    },
  );

  it('gives no statement for facts of others', () => {
    expect(mends('eks', 'forbidden', 'somethingNew')).toEqual([]);
  });

  it('gives nobody a right in a cluster for what is read elsewhere', () => {
    expect(mends('policy', 'unauthenticated', 'policyReporter')).toEqual([]);
    expect(mends('policy', 'forbidden', 'policyReports')).toEqual([
      ['sourceMend.roleName', 'sourceMend.role', 'sourceMend.accessEntry'],
    ]);
  });

  it.each<[SourceState, (string | undefined)[][]]>([
    ['forbidden', [['sourceMend.securityHub']]],
    ['unauthenticated', [['sourceMend.securityHub']]],
    ['timeout', [['sourceMend.securityHub']]],
    ['disabled', [['sourceMend.securityHub']]],
    ['notInstalled', []],
    ['throttled', []],
    ['fresh', []],
  ])(
    'has nothing done in a cluster where Security Hub is %s',
    (state, expected) => {
      expect(mends('policy', state, 'policySecurityHub')).toEqual(expected);
    },
  );
});
