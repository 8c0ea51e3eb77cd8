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

import type { Update } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../../collection/types';
import { ago } from './__testUtils__/hops';
import { failedUpdate, recordedPart } from './recordedPart';

const OBSERVED = {
  controlPlane: { document: { version: '1.33', status: 'UPDATING' } },
  addons: {
    document: { addons: [{ name: 'vpc-cni', version: 'v1.19.0' }] },
  },
  nodegroups: {
    document: {
      nodegroups: [
        { name: 'web', version: '1.33', releaseVersion: '1.33.5-20261101' },
      ],
    },
  },
} as unknown as ClusterObservations;

describe('recordedPart', () => {
  it.each([
    ['controlPlane', undefined, '1.34', '1.33', true],
    ['addon', 'vpc-cni', 'v1.20.0', 'v1.19.0', false],
    ['nodegroup', 'web', '1.34', '1.33', false],
    ['nodegroup', 'web', '1.33.5-20261112', '1.33.5-20261101', false],
  ] as const)(
    'of %s %s on its way to %s',
    (kind, name, to, now, isChanging) => {
      expect(recordedPart({ kind, name, to }, OBSERVED)).toEqual({
        kind: 'seen',
        now,
        isChanging,
      });
    },
  );

  it.each([
    ['addon', 'coredns'],
    ['nodegroup', 'batch'],
  ] as const)('has not seen %s %s, which says nothing of it', (kind, name) => {
    expect(recordedPart({ kind, name, to: '1.34' }, OBSERVED)).toEqual({
      kind: 'unseen',
    });
    expect(recordedPart({ kind, name, to: '1.34' }, {})).toEqual({
      kind: 'unseen',
    });
  });
});

describe('failedUpdate', () => {
  const update = (more: Partial<Update> = {}): Update => ({
    id: 'u1',
    type: 'VersionUpdate',
    status: 'Failed',
    createdAt: ago(60),
    parameters: {},
    errors: [{ code: 'PodEvictionFailure', message: 'web', resourceIds: [] }],
    ...more,
  });
  const of = (
    updates: Update[],
    part: Parameters<typeof failedUpdate>[0] = {
      kind: 'controlPlane',
      to: '1.34',
    },
  ) =>
    failedUpdate(
      part,
      { updates: { document: { updates } } } as never,
      ago(300),
    );

  it('is what EKS said of the newest one', () => {
    expect(of([update()])).toEqual({
      code: 'PodEvictionFailure',
      message: 'web',
      resourceIds: [],
    });
    expect(of([update({ status: 'Cancelled', errors: [] })])).toMatchObject({
      code: 'Cancelled',
    });
  });

  it.each<[string, Update[]]>([
    [
      'another was begun after it',
      [update({ status: 'InProgress' }), update()],
    ],
    ['it is from before the merge', [update({ createdAt: ago(900) })]],
    ["it is a node group's", [update({ nodegroup: 'web' })]],
    ["it is an add-on's", [update({ addon: 'vpc-cni' })]],
    ['it was about logs', [update({ type: 'LoggingUpdate' })]],
    ['there is none', []],
  ])('is nothing where %s', (_, updates) => {
    expect(of(updates)).toBeUndefined();
  });

  it('is that of the part that the hop is about', () => {
    const updates = [update({ nodegroup: 'web' }), update({ addon: 'a' })];
    expect(
      of(updates, { kind: 'nodegroup', name: 'web', to: '1.34' }),
    ).toBeDefined();
    expect(
      of(updates, { kind: 'nodegroup', name: 'batch', to: '1.34' }),
    ).toBeUndefined();
    expect(of(updates, { kind: 'addon', name: 'a', to: 'v2' })).toBeDefined();
  });
});
