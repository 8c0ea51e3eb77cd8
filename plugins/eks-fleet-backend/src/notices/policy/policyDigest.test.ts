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

import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { policyDigest } from './policyDigest';

const now = new Date('2026-11-29T08:00:00Z');
const owner = 'group:default/payments';
const digest = (fresh: Array<[PolicySeverity, number]>, overdue = 0) =>
  policyDigest({ owner, fresh: new Map(fresh), overdue }, { now });

describe('policyDigest', () => {
  it('says how many are new, how bad they are, and what is overdue', () => {
    expect(
      digest(
        [
          ['medium', 4],
          ['critical', 1],
          ['unknown', 2],
        ],
        3,
      ),
    ).toEqual([
      expect.objectContaining({
        scope: 'eks-fleet/policy/digest/group:default/payments',
        fingerprint: '2026-11-29',
        owner,
        topic: 'policy',
        severity: 'high',
        title: '7 new policy findings',
        description:
          '1 critical, 4 medium. 3 of all your findings are overdue.',
        link: '/eks-fleet/go?view=findings&owner=group%3Adefault%2Fpayments&new=day',
      }),
    ]);
  });

  it('is silent where nothing is new, whatever is overdue', () => {
    expect(digest([], 9)).toEqual([]);
  });

  it.each<[PolicySeverity, string]>([
    ['critical', 'high'],
    ['high', 'normal'],
    ['medium', 'low'],
    ['unknown', 'low'],
  ])('is as loud as %s findings are bad', (severity, expected) => {
    expect(digest([[severity, 1]])[0]).toMatchObject({
      severity: expected,
      title: '1 new policy finding',
    });
  });
});
