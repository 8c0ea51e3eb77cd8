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

import type { ClusterObservations } from '../../collection/types';
import type { DriftRecord, StatementRecord, UnderWay } from '../types';
import { judgeDrift } from './judgeDrift';

const NOW = new Date('2026-11-30T12:00:00Z');
const BEFORE = '2026-11-29T12:00:00.000Z';
const QUIET: UnderWay = { rollout: false, requested: [] };

const STATEMENT: StatementRecord = {
  arn: 'arn',
  repository: 'fleet',
  path: 'a.yaml',
  provisioner: 'ack',
  head: 'a',
  readAt: BEFORE,
  problems: [],
  statement: {
    isWhole: true,
    kubernetesVersion: '1.34',
    deletionProtection: true,
    addons: [{ name: 'coredns', version: 'v1' }],
    unobserved: [],
  },
};

function observed(part: object = {}, addon: object = {}): ClusterObservations {
  return {
    controlPlane: {
      source: 'discovery',
      document: {
        name: 'a',
        version: '1.34',
        status: 'ACTIVE',
        deletionProtection: true,
        healthIssues: [],
        subnetIds: [],
        securityGroupIds: [],
        publicAccessCidrs: [],
        logTypes: [],
        autoMode: false,
        autoModeNodePools: [],
        hybridNodes: false,
        ...part,
      },
    },
    addons: {
      source: 'collector',
      document: {
        addons: [
          {
            name: 'coredns',
            version: 'v1',
            status: 'ACTIVE',
            healthIssues: [],
            marketplace: false,
            ...addon,
          },
        ],
        unreadable: [],
      },
    },
  };
}

const judge = (options: Partial<Parameters<typeof judgeDrift>[0]> = {}) =>
  judgeDrift({
    statement: STATEMENT,
    observed: observed(),
    underWay: QUIET,
    before: undefined,
    now: NOW,
    ...options,
  });

describe('judgeDrift', () => {
  it.each([
    ['Git was not read yet', { statement: undefined }, 'unknown'],
    ['EKS was not read yet', { observed: {} }, 'unknown'],
    ['both say the same', {}, 'none'],
    [
      'EKS has other',
      { observed: observed({ deletionProtection: false }) },
      'drifted',
    ],
  ] as const)('where %s', (_, options, state) => {
    expect(judge(options).state).toBe(state);
  });

  it.each([
    ['notLocated', 'notInGit'],
    ['noFile', 'notInGit'],
    ['notUnderstood', 'unknown'],
  ] as const)('of a file with the problem %s is %s', (code, state) => {
    expect(
      judge({
        statement: {
          ...STATEMENT,
          statement: undefined,
          problem: { code, message: 'm' },
        },
      }),
    ).toEqual({ state, differences: [], uncompared: [] });
  });

  it.each<[string, ClusterObservations, Partial<UnderWay>, string[], string]>([
    [
      'a version by a rollout that holds the cluster',
      observed({ version: '1.33' }, { version: 'v0' }),
      { rollout: true },
      ['rollout', 'rollout'],
      'changing',
    ],
    [
      'nothing else by a rollout',
      observed({ version: '1.33', deletionProtection: false }),
      { rollout: true },
      ['rollout', ''],
      'drifted',
    ],
    [
      'what a merged request changes',
      observed({ deletionProtection: false }),
      { requested: ['deletionProtection'] },
      ['request'],
      'changing',
    ],
    [
      'nothing by a request that changes something else',
      observed({ deletionProtection: false }),
      { requested: ['tags'] },
      [''],
      'drifted',
    ],
    [
      'all of it by a request to apply the file again',
      observed({ version: '1.33', deletionProtection: false }),
      { requested: ['reconcileAt'] },
      ['request', 'request'],
      'changing',
    ],
    [
      'settings by an update of EKS',
      observed({ status: 'UPDATING', deletionProtection: false }),
      {},
      ['update'],
      'changing',
    ],
    [
      'an add-on by its own update only',
      observed({ status: 'UPDATING' }, { version: 'v2' }),
      {},
      [''],
      'drifted',
    ],
    [
      'an add-on that is being updated',
      observed({}, { version: 'v2', status: 'UPDATING' }),
      {},
      ['update'],
      'changing',
    ],
  ])('explains %s', (_, seen, underWay, explained, state) => {
    const verdict = judge({
      observed: seen,
      underWay: { ...QUIET, ...underWay },
    });
    expect(
      verdict.differences.map(({ explainedBy = '' }) => explainedBy),
    ).toEqual(explained);
    expect(verdict.state).toBe(state);
  });

  it('keeps since when a difference is there, whatever its value is now', () => {
    const before = {
      differences: [
        { field: 'kubernetesVersion', kind: 'changed', since: BEFORE },
      ],
    } as unknown as DriftRecord;
    expect(
      judge({
        before,
        observed: observed({ version: '1.35', deletionProtection: false }),
      }).differences.map(({ field, since }) => [field, since]),
    ).toEqual([
      ['kubernetesVersion', BEFORE],
      ['deletionProtection', NOW.toISOString()],
    ]);
  });
});
