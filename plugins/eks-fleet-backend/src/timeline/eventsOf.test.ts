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

import {
  aControlPlane,
  anAddon,
  aNodegroup,
  anUpdate,
} from '../__testUtils__/observations';
import type { ObservationChange } from '../collection/types';
import { eventsOf } from './eventsOf';

const at = '2026-11-23T12:00:00.000Z';

function titles(
  kind: string,
  before: unknown,
  after: unknown,
  createdAt = '2025-01-02T03:04:05Z',
) {
  const change: ObservationChange = {
    cluster: {
      entityRef: 'resource:default/alpha',
      arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha',
      name: 'alpha',
      partition: 'aws',
      accountId: '111111111111',
      region: 'eu-west-1',
      createdAt,
    },
    kind,
    source: 'collector',
    before,
    after,
    at,
  };
  return eventsOf(change).map(event => [event.tone, event.title]);
}

const nodegroups = (...groups: Parameters<typeof aNodegroup>[0][]) => ({
  nodegroups: groups.map(aNodegroup),
  unreadable: [],
});
const addons = (...list: Parameters<typeof anAddon>[0][]) => ({
  addons: list.map(anAddon),
  unreadable: [],
});

describe('eventsOf', () => {
  it.each([
    [
      'the first look at a cluster: when it was made',
      undefined,
      aControlPlane(),
      [['neutral', 'Cluster created']],
    ],
    [
      'an upgrade, and not the platform version that comes with it',
      aControlPlane(),
      aControlPlane({ version: '1.34', platformVersion: 'eks.2' }),
      [['good', 'Kubernetes 1.33 → 1.34']],
    ],
    [
      'a rollback',
      aControlPlane({ version: '1.34' }),
      aControlPlane(),
      [['warning', 'Kubernetes rolled back 1.34 → 1.33']],
    ],
    [
      'a platform version',
      aControlPlane(),
      aControlPlane({ platformVersion: 'eks.10' }),
      [['neutral', 'Platform version eks.9 → eks.10']],
    ],
    [
      'a failure',
      aControlPlane(),
      aControlPlane({ status: 'FAILED' }),
      [['bad', 'Status ACTIVE → FAILED']],
    ],
    [
      'health issues that come and go',
      aControlPlane({
        healthIssues: [
          { code: 'KmsKeyDisabled', message: '', resourceIds: [] },
        ],
      }),
      aControlPlane({
        healthIssues: [
          { code: 'IamRoleNotFound', message: '', resourceIds: [] },
        ],
      }),
      [
        ['bad', 'Health issue IamRoleNotFound'],
        ['good', 'Health issue KmsKeyDisabled is gone'],
      ],
    ],
    ['a tag or a subnet: nothing', aControlPlane(), aControlPlane(), []],
  ])('tells of %s', (_, before, after, expected) => {
    expect(titles('controlPlane', before, after)).toEqual(expected);
  });

  it.each([
    ['the first look: nothing', undefined, nodegroups({}), []],
    [
      'a new one',
      nodegroups(),
      nodegroups({}),
      [['neutral', 'Node group general added at 1.33.9-20261101']],
    ],
    [
      'a new release',
      nodegroups({ releaseVersion: '1.33.8-20260901' }),
      nodegroups({}),
      [['good', 'Node group general 1.33.8-20260901 → 1.33.9-20261101']],
    ],
    [
      'a custom image, by its Kubernetes version',
      nodegroups({ releaseVersion: undefined, version: '1.32' }),
      nodegroups({ releaseVersion: undefined }),
      [['good', 'Node group general 1.32 → 1.33']],
    ],
    [
      'one that degrades, and not of its updating',
      nodegroups({}, { name: 'b' }),
      nodegroups({ status: 'DEGRADED' }, { name: 'b', status: 'UPDATING' }),
      [['bad', 'Node group general is DEGRADED']],
    ],
    [
      'one that is gone',
      nodegroups({}),
      nodegroups(),
      [['neutral', 'Node group general removed']],
    ],
    [
      'one that could not be described: nothing',
      nodegroups({}),
      { ...nodegroups(), unreadable: [{ name: 'general', reason: 'denied' }] },
      [],
    ],
  ])('tells of node groups: %s', (_, before, after, expected) => {
    expect(titles('nodegroups', before, after)).toEqual(expected);
  });

  it('tells of an add-on that moves and recovers', () => {
    expect(
      titles(
        'addons',
        addons({ status: 'UPDATE_FAILED' }),
        addons({ version: 'v1.20.1-eksbuild.1' }),
      ),
    ).toEqual([
      ['good', 'Add-on vpc-cni v1.19.5-eksbuild.1 → v1.20.1-eksbuild.1'],
      ['good', 'Add-on vpc-cni is ACTIVE'],
    ]);
  });

  it('tells of updates, when they began and how they ended, with their errors', () => {
    const updates = {
      unreadable: [],
      updates: [
        anUpdate({
          id: 'u3',
          status: 'InProgress',
          parameters: { Version: '1.34' },
        }),
        anUpdate({
          id: 'u2',
          type: 'AddonUpdate',
          addon: 'coredns',
          status: 'Failed',
          parameters: { AddonVersion: 'v1.12' },
          errors: [
            { code: 'ConfigurationConflict', message: 'x', resourceIds: [] },
          ],
        }),
      ],
    };
    const before = { updates: [], unreadable: [] };
    expect(titles('updates', before, updates)).toEqual([
      ['neutral', 'Version Update to 1.34 started'],
      ['neutral', 'Addon Update of coredns to v1.12 started'],
      ['bad', 'Addon Update of coredns to v1.12 failed'],
    ]);
    expect(titles('updates', undefined, updates)).toEqual([
      ['neutral', 'Version Update to 1.34 started'],
      ['bad', 'Addon Update of coredns to v1.12 failed'],
    ]);
  });

  it('dates what was over at the first look by its start', () => {
    const [event] = eventsOf({
      cluster: {} as ObservationChange['cluster'],
      kind: 'updates',
      source: 'collector',
      after: { unreadable: [], updates: [anUpdate()] },
      at,
    });
    expect(event).toMatchObject({
      title: 'Version Update to 1.33 successful',
      at: '2026-10-01T08:00:00Z',
    });
  });

  it("leaves out updates of a cluster's deleted namesake", () => {
    const updates = { unreadable: [], updates: [anUpdate()] };
    expect(
      titles('updates', undefined, updates, '2026-11-01T00:00:00Z'),
    ).toEqual([]);
  });

  it('says nothing of what people do not follow by day', () => {
    expect(titles('subnets', { subnets: [] }, { subnets: [{}] })).toEqual([]);
  });
});
