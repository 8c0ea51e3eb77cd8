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
  Policy,
  PolicyCell,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { mergeRows, type PolicyRow } from './mergeRows';

const row = (
  engine: Policy['engine'],
  cells: PolicyCell[],
  facts: Partial<Policy> = {},
): PolicyRow => ({
  policy: {
    id: `${engine}0000000000000`.slice(0, 16),
    engine,
    kind: engine === 'kyverno' ? 'ValidatingPolicy' : 'FleetRequireOwner',
    name: 'require-owner',
    severity: 'low',
    counts: { fail: 0, warn: 0, error: 0, exempt: 0 },
    clusters: {
      failing: 0,
      enforce: 0,
      warn: 0,
      audit: 0,
      notReady: 0,
      unknown: 0,
    },
    newThisWeek: 1,
    resolvedThisWeek: 0,
    ...facts,
  },
  cells,
});

const merged = (a: PolicyCell, b: PolicyCell) =>
  mergeRows([row('kyverno', [a]), row('gatekeeper', [b])])[0].cells[0];

describe('mergeRows', () => {
  it('has one row for a name, whichever engine holds it where', () => {
    const rows = mergeRows([
      row(
        'kyverno',
        [{ state: 'deployed', mode: 'audit', fail: 2 }, { state: 'noEngine' }],
        {
          counts: {
            fail: 2,
            warn: 0,
            error: 0,
            exempt: 1,
            pass: 5,
            passes: 'exact',
          },
        },
      ),
      row(
        'gatekeeper',
        [
          { state: 'noEngine' },
          { state: 'deployed', mode: 'enforce', fail: 1 },
        ],
        {
          counts: {
            fail: 1,
            warn: 0,
            error: 0,
            exempt: 0,
            atLeast: true,
            passes: 'notRecorded',
          },
        },
      ),
      row('kyverno', [{ state: 'deployed' }, { state: 'noEngine' }], {
        name: 'other',
      }),
    ]);
    expect(rows.map(({ policy }) => policy.name)).toEqual([
      'require-owner',
      'other',
    ]);
    expect(rows[0]).toMatchObject({
      policy: {
        counts: {
          fail: 3,
          exempt: 1,
          atLeast: true,
          pass: 5,
          passes: 'atLeast',
        },
        clusters: { deployed: 2, failing: 2, audit: 1, enforce: 1 },
        newThisWeek: 2,
      },
      policies: [{ engine: 'kyverno' }, { engine: 'gatekeeper' }],
      cells: [
        { state: 'deployed', mode: 'audit', fail: 2 },
        { state: 'deployed', mode: 'enforce', fail: 1 },
      ],
    });
    expect(rows[1].policies).toHaveLength(1);
  });

  it.each<[PolicyCell['state'], PolicyCell['state'], PolicyCell['state']]>([
    ['deployed', 'notDeployed', 'deployed'],
    ['noEngine', 'notDeployed', 'notDeployed'],
    ['noEngine', 'unknown', 'unknown'],
    ['noEngine', 'noEngine', 'noEngine'],
    ['reported', 'noEngine', 'reported'],
  ])('takes %s and %s for %s', (a, b, state) => {
    expect(merged({ state: a }, { state: b }).state).toBe(state);
  });

  it('adds up what both engines of a cluster find, and takes the worse of what they say', () => {
    expect(
      merged(
        {
          state: 'deployed',
          mode: 'audit',
          ready: true,
          fail: 2,
          severity: 'low',
          observedAt: '2026-11-29T12:00:00Z',
        },
        {
          state: 'deployed',
          mode: 'enforce',
          ready: false,
          fail: 3,
          severity: 'high',
          stale: true,
          observedAt: '2026-11-26T12:00:00Z',
          atLeast: true,
        },
      ),
    ).toMatchObject({
      mode: 'mixed',
      ready: false,
      fail: 5,
      severity: 'high',
      stale: true,
      atLeast: true,
      observedAt: '2026-11-26T12:00:00Z',
      safeToEnforce: undefined,
    });
  });
});
