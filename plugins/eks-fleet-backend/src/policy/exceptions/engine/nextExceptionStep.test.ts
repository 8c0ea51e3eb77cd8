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

import type { ProposedChange } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { aRecord, ARN } from '../__testUtils__/content';
import type { SeenPullRequest } from '../../../proposals/types';
import type { ExceptionRecord } from '../types';
import {
  nextExceptionStep,
  type ExceptionStep,
  type StepFacts,
} from './nextExceptionStep';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2027-02-01T00:00:00Z');
const CHANGE: ProposedChange = {
  key: 'k',
  subject: 's',
  base: 'main',
  files: [],
  title: 't',
  body: 'b',
};
const [CLUSTER] = aRecord().clusters;
const FILE = { path: 'a.yaml', arn: ARN, create: 'a' };
const BY = { by: 'user:default/ada', at: NOW.toISOString() };

const pull = (state: SeenPullRequest['state']): SeenPullRequest => ({
  number: 7,
  url: 'https://github.com/acme/fleet/pull/7',
  state,
  headSha: 'h',
  seenAt: NOW.toISOString(),
});
const made = {
  branch: 'b',
  pullRequest: { number: 7, url: 'u', state: 'open' as const, headSha: 'h' },
};
const ready = { branch: 'b', hasNoPullRequest: true, baseSha: 'x' };
const removal = { attempt: 1, plannedAt: '', files: [FILE], left: [] };

function step(
  record: Partial<ExceptionRecord>,
  facts: Partial<Omit<StepFacts, 'looked'>> & {
    looked?: Array<'creation' | 'removal' | 'clusters'>;
  } = {},
): ExceptionStep {
  return nextExceptionStep(aRecord(record), {
    now: NOW,
    changeOf: () => CHANGE,
    ...facts,
    looked: new Set(facts.looked),
  });
}

describe('before anybody agreed', () => {
  it('waits for its end, when it is over', () => {
    expect(step({})).toMatchObject({
      kind: 'wait',
      until: '2027-01-31T23:59:59Z',
    });
    expect(step({}, { now: LATER })).toMatchObject({
      kind: 'enter',
      state: 'cancelled',
    });
  });
});

describe('proposed', () => {
  const state = 'proposed';

  it('looks before it acts', () => {
    expect(step({ state })).toEqual({
      kind: 'propose',
      part: 'creation',
      step: { kind: 'look', call: 'findPullRequest' },
    });
    expect(step({ state, progress: { proposal: ready } })).toMatchObject({
      step: { kind: 'act', call: 'pushBranch' },
    });
  });

  it('writes nothing while it is halted, and looks all the same', () => {
    const halted = 'Writes are off';
    expect(step({ state }, { halted })).toMatchObject({ kind: 'propose' });
    expect(step({ state, progress: { proposal: ready } }, { halted })).toEqual({
      kind: 'wait',
      seconds: 25,
      message: halted,
    });
  });

  it.each([
    ['was never begun', undefined, 'cancelled'],
    ['has no pull request', ready, 'cancelled'],
  ])('is over at once where it is taken back and %s', (_, proposal, to) => {
    expect(
      step({ state, acts: { cancelled: BY }, progress: { proposal } }),
    ).toMatchObject({ kind: 'enter', state: to });
  });

  it('looks for a pull request whose opening was not answered, though it is taken back', () => {
    const proposal = {
      ...ready,
      headSha: 'h',
      attempting: 'openPullRequest' as const,
    };
    expect(
      step({ state, acts: { cancelled: BY }, progress: { proposal } }),
    ).toMatchObject({ step: { kind: 'look', call: 'findPullRequest' } });
  });

  it('follows what is open', () => {
    const progress = { proposal: made, pullRequest: pull('open') };
    expect(step({ state, progress })).toEqual({
      kind: 'follow',
      part: 'creation',
    });
    expect(step({ state, progress }, { looked: ['creation'] })).toMatchObject({
      kind: 'wait',
      message: 'Waits for somebody to merge pull request #7',
    });
  });

  it.each([
    ['taken back', { acts: { cancelled: BY } }, NOW],
    ['past its end', {}, LATER],
  ])('closes what is open where it is %s', (_, part, now) => {
    const progress = { proposal: made, pullRequest: pull('open') };
    const record = { state, progress, ...part } as const;
    const looked = ['creation' as const];
    expect(step(record, { now, looked })).toEqual({ kind: 'close' });
    expect(step(record, { now, looked, halted: 'Stopped' })).toMatchObject({
      kind: 'wait',
      message: 'Stopped',
    });
  });

  it.each([
    ['merged', {}, 'merged'],
    ['merged', { acts: { cancelled: BY } }, 'merged'],
    ['closed', {}, 'closed'],
    ['closed', { acts: { cancelled: BY } }, 'cancelled'],
  ] as const)('%s with %j is %s', (seen, part, to) => {
    const progress = { proposal: made, pullRequest: pull(seen) };
    expect(step({ state, progress, ...part })).toMatchObject({
      kind: 'enter',
      state: to,
    });
  });
});

describe('merged and in force', () => {
  const looked = ['clusters' as const];
  const inForce = { ...CLUSTER, inForceAt: NOW.toISOString() };
  const gone = { ...CLUSTER, goneAt: NOW.toISOString() };

  it('looks at its clusters, and is in force once all have it', () => {
    expect(step({ state: 'merged' })).toEqual({ kind: 'observe' });
    expect(
      step({ state: 'merged', clusters: [CLUSTER, inForce] }, { looked }),
    ).toMatchObject({ kind: 'wait', message: 'Seen on 1 of 2 clusters' });
    expect(
      step({ state: 'merged', clusters: [inForce, gone] }, { looked }),
    ).toMatchObject({ kind: 'enter', state: 'inForce' });
    expect(
      step({ state: 'merged', clusters: [gone] }, { looked }),
    ).toMatchObject({ kind: 'wait' });
  });

  it.each(['merged', 'inForce'] as const)('%s comes to its end', state => {
    expect(step({ state }, { now: LATER })).toMatchObject({
      kind: 'enter',
      state: 'expired',
      message: 'Its time is over',
    });
    expect(step({ state, acts: { endedEarly: BY } })).toMatchObject({
      kind: 'enter',
      state: 'expired',
      message: 'It was ended before its time',
    });
    expect(step({ state, acts: { cancelled: BY } })).toMatchObject({
      kind: 'enter',
      state: 'expired',
    });
  });
});

describe('expired', () => {
  const state = 'expired';

  it('plans its removal, then proposes it', () => {
    expect(step({ state })).toEqual({ kind: 'planRemoval', attempt: 1 });
    expect(step({ state, progress: { removal } })).toMatchObject({
      kind: 'propose',
      part: 'removal',
    });
    expect(
      step(
        { state, progress: { removal: { ...removal, proposal: ready } } },
        { halted: 'Stopped' },
      ),
    ).toMatchObject({ kind: 'wait', message: 'Stopped' });
  });

  it('is asked for again where somebody closed it', () => {
    const closed = {
      ...removal,
      proposal: made,
      pullRequest: pull('closed'),
    };
    expect(step({ state, progress: { removal: closed } })).toEqual({
      kind: 'follow',
      part: 'removal',
    });
    expect(
      step({ state, progress: { removal: closed } }, { looked: ['removal'] }),
    ).toMatchObject({
      kind: 'wait',
      message: expect.stringContaining('closed unmerged'),
    });
    expect(
      step({
        state,
        acts: { removeAgainAt: LATER.toISOString() },
        progress: { removal: closed },
      }),
    ).toEqual({ kind: 'planRemoval', attempt: 2 });
  });

  it('is removed once no cluster has it', () => {
    const merged = {
      ...removal,
      proposal: made,
      pullRequest: pull('merged'),
    };
    const looked = ['clusters' as const];
    expect(step({ state, progress: { removal: merged } })).toEqual({
      kind: 'observe',
    });
    expect(
      step({ state, progress: { removal: merged } }, { looked }),
    ).toMatchObject({
      kind: 'wait',
      message: 'Removed in Git; not yet seen to be gone from 1 of 1 cluster',
    });
    expect(
      step(
        {
          state,
          progress: { removal: merged },
          clusters: [{ ...CLUSTER, goneAt: NOW.toISOString() }],
        },
        { looked },
      ),
    ).toMatchObject({ kind: 'enter', state: 'removed' });
  });

  it('leaves alone what somebody changed in Git', () => {
    const left = { ...removal, files: [], left: ['a.yaml'] };
    expect(
      step({ state, progress: { removal: left } }, { looked: ['clusters'] }),
    ).toMatchObject({
      kind: 'wait',
      message: expect.stringContaining('a.yaml'),
    });
  });
});

it.each(['removed', 'rejected', 'closed', 'cancelled', 'failed'] as const)(
  'does nothing more once it is %s',
  state => {
    expect(step({ state }, { now: LATER })).toEqual({ kind: 'wait' });
  },
);

it('leaves a state alone that it does not know', () => {
  expect(step({ state: 'renewed' as never })).toEqual({
    kind: 'wait',
    seconds: 300,
  });
});
