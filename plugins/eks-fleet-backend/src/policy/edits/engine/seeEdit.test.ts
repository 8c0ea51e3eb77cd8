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
import type { ExpectedRecord } from '../../expected/types';
import type { EditCluster, EditRecord } from '../types';
import { seeEdit } from './seeEdit';

const NOW = new Date('2026-12-01T12:00:00Z');
const AT = NOW.toISOString();

const CLUSTER: EditCluster = {
  arn: 'a',
  createdAt: '2026-01-01T00:00:00Z',
  entityRef: 'resource:default/a',
  effect: 'changes',
  engine: 'kyverno',
  before: { mode: 'audit' },
  after: { mode: 'enforce' },
};

function expected(
  mode: 'audit' | 'enforce' | 'off',
  readAt = '2026-12-01T11:30:00Z',
): ExpectedRecord {
  return {
    arn: 'a',
    head: 'h',
    readAt,
    policies:
      mode === 'off'
        ? []
        : [
            {
              engine: 'kyverno',
              kind: 'ValidatingPolicy',
              name: 'no-latest-tag',
              mode,
            },
          ],
  };
}

function see(
  cell: PolicyCell | undefined,
  git: ExpectedRecord | undefined,
  part: Partial<EditCluster> = {},
  createdAt: string | undefined = CLUSTER.createdAt,
): EditCluster {
  const record = {
    state: 'merged',
    asked: { policy: 'no-latest-tag' },
    progress: { pullRequest: { seenAt: '2026-12-01T11:00:00Z' } },
    clusters: [{ ...CLUSTER, ...part }],
  } as unknown as EditRecord;
  return seeEdit(record, {
    clusters: new Map(createdAt ? [['a', { createdAt }]] : []),
    expected: new Map(git ? [['a', git]] : []),
    cells: new Map(cell ? [['a', cell]] : []),
    now: NOW,
  })[0];
}

const ENFORCED: PolicyCell = { state: 'deployed', mode: 'enforce' };

describe('seeEdit', () => {
  it('is in force where Git is read so and the cluster has it', () => {
    expect(see(ENFORCED, expected('enforce')).inForceAt).toBe(AT);
  });

  it.each<[string, PolicyCell | undefined, ExpectedRecord | undefined]>([
    ['Git was not read yet', ENFORCED, undefined],
    ['Git cannot be read', ENFORCED, { ...expected('enforce'), problem: 'x' }],
    [
      'the cluster has another mode',
      { state: 'deployed', mode: 'audit' },
      expected('enforce'),
    ],
    ['nothing is known of the cluster', undefined, expected('enforce')],
    [
      'Git was last read before the merge',
      { state: 'deployed', mode: 'audit' },
      expected('audit', '2026-12-01T10:59:00Z'),
    ],
  ])('is not in force where %s', (_, cell, git) => {
    expect(see(cell, git)).toEqual(CLUSTER);
  });

  it('is superseded where Git was read after the merge and says something else', () => {
    expect(see(ENFORCED, expected('audit')).supersededAt).toBe(AT);
    const again = see(ENFORCED, expected('enforce'), { supersededAt: 'x' });
    expect(again).toMatchObject({ inForceAt: AT, supersededAt: undefined });
  });

  it('is off where its engine says that it is not there, and nowhere else', () => {
    const off = { after: { mode: 'off' as const } };
    expect(see({ state: 'notDeployed' }, expected('off'), off).inForceAt).toBe(
      AT,
    );
    for (const state of ['noEngine', 'unknown', 'reported'] as const) {
      expect(see({ state }, expected('off'), off).inForceAt).toBeUndefined();
    }
  });

  it('has no part in a cluster that is gone or was made anew', () => {
    expect(see(ENFORCED, expected('enforce'), {}, '').goneAt).toBe(AT);
    expect(
      see(ENFORCED, expected('enforce'), {}, '2026-11-30T00:00:00Z').goneAt,
    ).toBe(AT);
  });

  it('leaves what does not change, and what was seen before', () => {
    const same = { effect: 'overridden' as const };
    expect(see(ENFORCED, expected('enforce'), same)).toEqual({
      ...CLUSTER,
      ...same,
    });
    const seen = { inForceAt: '2026-12-01T11:40:00.000Z' };
    expect(see(undefined, expected('audit'), seen)).toEqual({
      ...CLUSTER,
      ...seen,
    });
  });
});
