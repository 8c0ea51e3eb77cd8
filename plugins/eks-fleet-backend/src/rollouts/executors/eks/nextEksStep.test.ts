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
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { nextEksStep } from './nextEksStep';
import { requestToken } from './requestToken';
import { sessionOf } from './sessionOf';
import type { EksLook } from './types';

const NOW = new Date('2026-11-23T12:00:00Z');
const ago = (seconds: number) =>
  new Date(NOW.getTime() - seconds * 1000).toISOString();

const work = (more: Partial<TrackWork> = {}): TrackWork => ({
  installationId: 'home',
  rollout: { id: 'r', name: 'to-1-34', title: 'To 1.34' },
  wave: { index: 2, name: 'prod', gatesOpen: true },
  cellId: 'c',
  cluster: {
    arn: 'arn',
    name: 'alpha',
    entityRef: 'resource:default/alpha',
    partition: 'aws',
    accountId: '111111111111',
    region: 'eu-west-1',
    labels: {},
  },
  kind: 'controlPlane',
  direction: 'forward',
  from: '1.33',
  to: '1.34',
  attempt: 1,
  force: false,
  startedBy: 'user:default/jane',
  approvedBy: [],
  startedAt: ago(60),
  memory: {},
  ...more,
});
const update = (more: Partial<Update> = {}): Update => ({
  id: 'u1',
  type: 'VersionUpdate',
  status: 'InProgress',
  createdAt: ago(60),
  parameters: { Version: '1.34' },
  errors: [],
  ...more,
});
const seen = (
  more: Partial<Extract<EksLook, { kind: 'seen' }>> = {},
): EksLook => ({
  kind: 'seen',
  version: '1.33',
  status: 'ACTIVE',
  updateIds: [],
  updates: [],
  usualSeconds: 900,
  ...more,
});
const intent = (seconds: number) => ({
  action: 'updateClusterVersion',
  key: 'k',
  at: ago(seconds),
});
const own = { memory: { updateId: 'u1', before: [] } };
const failed = (code: string, message = 'm') =>
  seen({
    updates: [
      update({
        status: 'Failed',
        errors: [{ code, message, resourceIds: ['i-1'] }],
      }),
    ],
  });

describe('nextEksStep', () => {
  it.each<[string, TrackWork, EksLook, object]>([
    [
      'asks EKS where nothing is under way',
      work(),
      seen(),
      { kind: 'act', action: 'updateClusterVersion' },
    ],
    [
      'remembers which updates there were before it asks',
      work(),
      seen({ updateIds: ['old'] }),
      { notes: { memory: { before: ['old'] } } },
    ],
    [
      'gives a version the time to follow an update that is done',
      work(own),
      seen({ updates: [update({ status: 'Successful' })] }),
      {
        kind: 'wait',
        waiting: { code: 'update.inProgress' },
        notes: { memory: { updateId: 'u1', doneAt: NOW.toISOString() } },
      },
    ],
    [
      'does not wait for ever for what somebody moved on since',
      work({ memory: { ...own.memory, doneAt: ago(301) } }),
      seen({ version: '1.32', updates: [update({ status: 'Successful' })] }),
      {
        kind: 'movedOutside',
        now: '1.32',
        message:
          'the control plane of alpha runs 1.32, although EKS had moved it to 1.34; somebody else moved it since',
      },
    ],
    [
      'follows what it began',
      work(own),
      seen({ status: 'UPDATING', updates: [update()] }),
      { kind: 'wait', waiting: { code: 'update.inProgress' }, slow: false },
    ],
    [
      'says when that takes far longer than usual',
      work(own),
      seen({ status: 'UPDATING', updates: [update({ createdAt: ago(3600) })] }),
      { kind: 'wait', waiting: { code: 'update.slow' }, slow: true },
    ],
    [
      'is done where the version is there and EKS rests',
      work(own),
      seen({ version: '1.34', updates: [update({ status: 'Successful' })] }),
      { kind: 'succeeded', now: '1.34' },
    ],
    [
      'finds what a call began at which EKS itself failed',
      work({
        memory: {
          before: ['old'],
          isUnsure: true,
          refused: { code: 'ServerException', message: 'm', at: ago(5) },
        },
      }),
      seen({
        status: 'UPDATING',
        updateIds: ['old', 'u1'],
        updates: [update()],
      }),
      {
        kind: 'wait',
        waiting: { code: 'update.inProgress' },
        notes: { updateId: 'u1' },
      },
    ],
    [
      'finds what a call began whose answer was lost',
      work({ intent: intent(5), memory: { before: ['old'] } }),
      seen({
        status: 'UPDATING',
        updateIds: ['old', 'u1'],
        updates: [update()],
      }),
      {
        kind: 'wait',
        waiting: { code: 'update.inProgress' },
        notes: { updateId: 'u1' },
      },
    ],
    [
      'looks a while longer before it repeats a call that nothing came of',
      work({ intent: intent(5), memory: { before: [] } }),
      seen(),
      { kind: 'wait', waiting: { code: 'update.inProgress' } },
    ],
    [
      'then repeats it',
      work({ intent: intent(31), memory: { before: [] } }),
      seen(),
      { kind: 'act' },
    ],
    [
      'waits for another update',
      work(),
      seen({ status: 'UPDATING' }),
      { kind: 'wait', waiting: { code: 'cluster.otherUpdate' } },
    ],
    [
      'shows what somebody else moved',
      work(),
      seen({ version: '1.34' }),
      { kind: 'movedOutside', now: '1.34' },
    ],
    [
      'does not move a control plane from where it was not planned from',
      work(),
      seen({ version: '1.32' }),
      { kind: 'movedOutside', now: '1.32' },
    ],
    [
      'moves nodes from wherever they are',
      work({ kind: 'nodegroup', name: 'system' }),
      seen({ version: '1.32' }),
      { kind: 'act', action: 'updateNodegroupVersion' },
    ],
    [
      'tries again what may pass',
      work(own),
      failed('PodEvictionFailure'),
      {
        kind: 'failed',
        retryable: true,
        error: { code: 'PodEvictionFailure', resourceIds: ['i-1'] },
      },
    ],
    [
      'does not try again what a person must mend',
      work(own),
      failed('AccessDenied'),
      { kind: 'failed', retryable: false },
    ],
    [
      'fails where somebody cancelled it',
      work(own),
      seen({ updates: [update({ status: 'Cancelled' })] }),
      { kind: 'failed', error: { code: 'Cancelled' } },
    ],
    [
      'waits after a refusal that is about the moment',
      work({
        intent: undefined,
        memory: {
          refused: {
            code: 'ResourceInUseException',
            message: 'm',
            at: ago(10),
          },
        },
      }),
      seen(),
      { kind: 'wait', waiting: { code: 'cluster.otherUpdate' } },
    ],
    [
      'and then asks again',
      work({
        memory: {
          refused: { code: 'ThrottlingException', message: 'm', at: ago(61) },
        },
      }),
      seen(),
      { kind: 'act' },
    ],
    [
      'fails where insights stand against it, and says what to do',
      work({
        memory: {
          refused: {
            code: 'InvalidStateException',
            message: 'insights',
            at: ago(1),
          },
        },
      }),
      seen(),
      {
        kind: 'failed',
        retryable: false,
        error: {
          code: 'InvalidStateException',
          advice: expect.stringContaining('force'),
        },
      },
    ],
    [
      'skips what is gone',
      work(),
      { kind: 'gone', message: 'no' },
      { kind: 'vanished' },
    ],
    [
      'fails where the part is gone',
      work(),
      { kind: 'missing' },
      { kind: 'failed' },
    ],
    [
      'waits for EKS to be reached',
      work(),
      { kind: 'unseen', error: { code: 'throttled', message: 'm' } },
      { kind: 'wait', waiting: { code: 'source.throttled' } },
    ],
    [
      'goes back where that is asked for',
      work({ direction: 'back', from: '1.34', to: '1.33' }),
      seen({ version: '1.34' }),
      { kind: 'act', message: expect.stringContaining('from 1.34 to 1.33') },
    ],
  ])('%s', (_what, given, look, expected) => {
    expect(nextEksStep(given, look, NOW)).toMatchObject(expected);
  });

  it('asks with the same token for the same hop and attempt, and another for the next', () => {
    expect(requestToken(work())).toBe(
      requestToken(work({ startedAt: ago(1) })),
    );
    const others = [
      work({ attempt: 2 }),
      work({ to: '1.35' }),
      work({ installationId: 'other' }),
      work({ force: true }),
      work({ direction: 'back' }),
      work({ kind: 'nodegroup', name: 'a' }),
    ].map(requestToken);
    expect(new Set([...others, requestToken(work())]).size).toBe(7);
    expect(requestToken(work()).length).toBeLessThanOrEqual(64);
  });

  it('tells CloudTrail which step it is and for whom, in letters that STS takes', () => {
    const session = sessionOf(
      work({
        startedBy: 'user:default/jane doe',
        rollout: { id: 'r', name: 'x'.repeat(80), title: '' },
      }),
    );
    for (const name of Object.values(session)) {
      expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
    }
    expect(session.sourceIdentity).toBe('default.jane-doe');
  });
});
