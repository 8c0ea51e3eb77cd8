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

import type { RolloutExecutor } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AddonVersions } from '../../collection/types';
import { rollbackClock } from '../engine/rollbackClock';
import type { CellClusterRecord, TrackRecord } from '../records';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import type { RollbackGuide } from '../executors/guided/RollbackGuide';
import { readRollbackMeans } from './readRollbackMeans';
import { refuseRollback } from './refuseRollback';

const now = new Date('2026-11-23T12:00:00Z');
const track = (more: Partial<TrackRecord>): TrackRecord => ({
  kind: 'controlPlane',
  from: '1.33',
  to: '1.34',
  hops: ['1.34'],
  order: [1],
  state: 'succeeded',
  done: 1,
  movedAt: '2026-11-22T12:00:00.000Z',
  attempt: 1,
  memory: {},
  ...more,
});
const addon = track({
  kind: 'addon',
  name: 'vpc-cni',
  from: 'v1.19.0-eksbuild.1',
  to: 'v1.21.0-eksbuild.1',
  hops: ['v1.21.0-eksbuild.1'],
});
const [cell] = rolloutOf('one', 1).cells;
const record: CellClusterRecord = {
  ...cell.clusters[0],
  tracks: [track({}), addon],
};
const executor = (
  id: string,
  ability: { canRollBack: boolean; cannot?: string },
  more: Partial<RolloutExecutor> = {},
) =>
  ({
    id,
    abilityFor: async () => ability,
    ...more,
  } as unknown as RolloutExecutor);

describe('readRollbackMeans', () => {
  const meansOf = (
    addons: AddonVersions | undefined,
    by = executor('eks', { canRollBack: true }),
    guide?: Pick<RollbackGuide, 'stepsOf'>,
  ) => {
    const asked: string[][] = [];
    return {
      asked,
      means: readRollbackMeans(by, record, {
        catalogue: {
          versions: async (...key) => {
            asked.push(key);
            return addons && { observedAt: now.toISOString(), addons };
          },
        },
        observations: { of: async () => ({}), ofMany: async () => new Map() },
        guide,
      }),
    };
  };

  it.each<[string, AddonVersions | undefined, string]>([
    [
      'an add-on that runs on the version before as well',
      { 'vpc-cni': [{ version: 'v1.21.0-eksbuild.1', default: false }] },
      'possible',
    ],
    [
      'an add-on past the overlap',
      { 'vpc-cni': [{ version: 'v1.19.0-eksbuild.1', default: true }] },
      'pastPoint',
    ],
    ['an add-on that EKS does not know', {}, 'possible'],
    ['a catalogue that was never read', undefined, 'possible'],
  ])('asks the catalogue of EKS about %s', async (_what, addons, state) => {
    const { asked, means } = meansOf(addons);
    expect(rollbackClock(record, await means, now)).toMatchObject({ state });
    expect(asked).toEqual([
      [record.cluster.partition, record.cluster.region, '1.33'],
    ]);
  });

  it.each<[string, RolloutExecutor, object]>([
    ['EKS directly', executor('eks', { canRollBack: true }), { way: 'direct' }],
    ['Git', executor('gitops', { canRollBack: true }), { way: 'git' }],
    [
      'nothing, where its provisioner cannot',
      executor('gitops', { canRollBack: false, cannot: 'Terraform cannot' }),
      { way: 'none', cannot: 'Terraform cannot' },
    ],
    [
      'somebody else, where it is only followed',
      executor('observe', { canRollBack: false }, { changesNothing: true }),
      { way: 'none', cannot: expect.stringContaining('Somebody else') },
    ],
  ])('goes by way of %s', async (_what, by, expected) => {
    expect(await meansOf({}, by).means).toMatchObject(expected);
  });
});

describe('readRollbackMeans of a cluster whose provisioner cannot go back', () => {
  const cannot = executor('gitops', { canRollBack: false });
  const means = (by: RolloutExecutor, steps = true) =>
    readRollbackMeans(by, record, {
      catalogue: { versions: async () => undefined },
      observations: { of: async () => ({}), ofMany: async () => new Map() },
      guide: {
        stepsOf: () =>
          steps
            ? [{ id: 'suspend', title: 't', state: 'open', message: 'm' }]
            : undefined,
      },
    });

  it('guides people, step by step', async () => {
    const guided = await means(cannot);
    expect(guided).toMatchObject({ way: 'guided', steps: [{ id: 'suspend' }] });
    expect(rollbackClock(record, guided, now)).toMatchObject({
      state: 'possible',
      way: 'guided',
      steps: [{ id: 'suspend' }],
    });
  });

  it('is not possible where no file describes it', async () => {
    const none = await means(cannot, false);
    expect(rollbackClock(record, none, now)).toMatchObject({
      state: 'notPossible',
      message: expect.stringContaining('stop it from reconciling'),
    });
  });

  it('leaves to whoever changes it what is only followed', async () => {
    expect(
      await means(
        executor('observe', { canRollBack: false }, { changesNothing: true }),
      ),
    ).toMatchObject({ way: 'none' });
  });

  it('keeps its steps until its end, whatever the clock says by then', async () => {
    const old = track({ movedAt: '2026-11-10T12:00:00.000Z' });
    const guided = await means(cannot);
    const clock = (more: object) =>
      rollbackClock({ ...record, tracks: [old], ...more }, guided, now);
    expect(clock({ guided: {} })).toMatchObject({
      state: 'expired',
      steps: [{ id: 'suspend' }],
    });
    expect(clock({}).steps).toBeUndefined();
  });
});

describe('refuseRollback', () => {
  const insights = (status: string) => ({
    source: 'collector' as const,
    observedAt: '2026-11-23T11:00:00.000Z',
    document: {
      insights: [
        {
          id: 'i',
          name: 'Incompatible API usage',
          category: 'ROLLBACK_READINESS',
          status,
          resources: [],
          deprecations: [],
          addons: [],
          links: {},
        },
      ],
      unreadable: [],
    },
  });
  const refuse =
    (status: string | undefined, force = false, more = {}) =>
    () =>
      refuseRollback(
        { ...record, ...more },
        { way: 'direct', insights: status ? insights(status) : undefined },
        { force, now },
      );

  it('lets it go where insights pass or only warn', () => {
    expect(refuse('PASSING')).not.toThrow();
    expect(refuse('WARNING')).not.toThrow();
  });

  it.each(['ERROR', 'UNKNOWN', undefined])(
    'refuses it where insights are %s, and lets it go with force',
    status => {
      expect(refuse(status)).toThrow('ask for force with a reason');
      expect(refuse(status, true)).not.toThrow();
    },
  );

  it('says why it is not possible', () => {
    expect(() =>
      refuseRollback(
        record,
        { way: 'none', cannot: 'Terraform cannot' },
        { force: true, now },
      ),
    ).toThrow('not possible, because: Terraform cannot');
  });

  it.each<[string, object, string]>([
    [
      'the next minor begun',
      {
        tracks: [
          track({
            hops: ['1.34', '1.35'],
            to: '1.35',
            order: [1, 2],
            state: 'running',
            hopStartedAt: '2026-11-23T11:00:00.000Z',
          }),
        ],
      },
      'not possible, because: Its way to 1.35 has begun; EKS takes back one minor only',
    ],
    [
      'an add-on past the overlap',
      { tracks: [track({}), addon] },
      'not possible, because: Its add-on vpc-cni runs v1.21.0-eksbuild.1, which does not go with 1.33; move that back first',
    ],
  ])('does not go past %s, not even with force', (_what, more, message) => {
    expect(() =>
      refuseRollback(
        { ...record, ...more },
        {
          way: 'direct',
          insights: insights('PASSING'),
          addonFits: () => false,
        },
        { force: true, now },
      ),
    ).toThrow(message);
  });

  it('does not go past seven days, not even with force', () => {
    const old = track({ movedAt: '2026-11-16T12:00:00.000Z' });
    expect(refuse('PASSING', true, { tracks: [old] })).toThrow('seven days');
  });
});
