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
import type { SeenPullRequest } from '../../../proposals/types';
import type { EditCluster, EditRecord } from '../types';
import { nextEditStep, type EditStep, type StepFacts } from './nextEditStep';

const NOW = new Date('2026-12-01T12:00:00Z');
const CHANGE = {
  key: 'k',
  subject: 's',
  base: 'main',
  files: [],
  title: 't',
  body: 'b',
} as ProposedChange;
const PULL: SeenPullRequest = {
  number: 7,
  url: 'https://git.example.com/7',
  state: 'open',
  headSha: 'h',
  seenAt: '2026-12-01T11:00:00Z',
};
const MADE = {
  branch: 'b',
  pullRequest: { number: 7, url: 'u', state: 'open' as const, headSha: 'h' },
};

function cluster(part: Partial<EditCluster> = {}): EditCluster {
  return {
    arn: 'a',
    createdAt: '',
    entityRef: 'resource:default/a',
    effect: 'changes',
    before: { mode: 'audit' },
    after: { mode: 'enforce' },
    ...part,
  };
}

function step(part: Partial<EditRecord>, facts: Partial<StepFacts> = {}) {
  const record: EditRecord = {
    state: 'proposed',
    asked: { id: 'e' } as EditRecord['asked'],
    acts: {},
    progress: {},
    clusters: [cluster()],
    ...part,
  };
  const all: StepFacts = {
    now: NOW,
    looked: new Set(),
    change: CHANGE,
    ...facts,
  };
  const found = nextEditStep(record, all);
  expect(nextEditStep(record, all)).toEqual(found);
  return found;
}

const LOOKED = { looked: new Set(['pullRequest', 'clusters'] as const) };
const cancelled = { cancelled: { by: 'user:default/ada', at: '' } };
const merged = (clusters: EditCluster[], part = {}) => ({
  state: 'merged' as const,
  clusters,
  progress: { pullRequest: { ...PULL, state: 'merged' as const, ...part } },
});

describe('nextEditStep', () => {
  it.each<[string, Partial<EditRecord>, Partial<StepFacts>, Partial<EditStep>]>(
    [
      [
        'looks before it begins',
        {},
        {},
        { kind: 'propose', step: { kind: 'look', call: 'findPullRequest' } },
      ],
      [
        'pushes the branch',
        {
          progress: {
            proposal: { branch: 'b', hasNoPullRequest: true, baseSha: 'x' },
          },
        },
        {},
        { kind: 'propose', step: { kind: 'act', call: 'pushBranch' } },
      ],
      [
        'writes nothing while it may not',
        {
          progress: {
            proposal: { branch: 'b', hasNoPullRequest: true, baseSha: 'x' },
          },
        },
        { halted: 'The fleet is stopped' },
        { kind: 'wait', message: 'The fleet is stopped' },
      ],
      [
        'is over where it is taken back before anything was made',
        { acts: cancelled },
        {},
        { kind: 'enter', state: 'closed', message: 'It was taken back' },
      ],
      [
        'looks first where a pull request may have been opened',
        {
          acts: cancelled,
          progress: {
            proposal: { branch: 'b', attempting: 'openPullRequest' },
          },
        },
        {},
        { kind: 'propose', step: { kind: 'look', call: 'findPullRequest' } },
      ],
      [
        'follows its pull request',
        { progress: { proposal: MADE, pullRequest: PULL } },
        {},
        { kind: 'follow' },
      ],
      [
        'waits for the merge',
        { progress: { proposal: MADE, pullRequest: PULL } },
        LOOKED,
        {
          kind: 'wait',
          message: 'Waits for somebody to merge pull request #7',
        },
      ],
      [
        'closes it where it is taken back',
        { acts: cancelled, progress: { proposal: MADE, pullRequest: PULL } },
        LOOKED,
        { kind: 'close' },
      ],
      [
        'does not close it while nothing may be written',
        { acts: cancelled, progress: { proposal: MADE, pullRequest: PULL } },
        { ...LOOKED, halted: 'Writes are off' },
        { kind: 'wait', message: 'Writes are off' },
      ],
      [
        'says who merged it, though it was being taken back',
        {
          acts: cancelled,
          progress: {
            pullRequest: { ...PULL, state: 'merged', mergedBy: 'pat' },
          },
        },
        {},
        {
          kind: 'enter',
          state: 'merged',
          message: 'Pull request #7 was merged by pat',
        },
      ],
      [
        'is over where it was closed',
        { progress: { pullRequest: { ...PULL, state: 'closed' } } },
        {},
        { kind: 'enter', state: 'closed' },
      ],
      [
        'looks at clusters once it is merged',
        merged([cluster()]),
        {},
        { kind: 'observe' },
      ],
      [
        'waits for the others',
        merged([cluster({ inForceAt: 'x' }), cluster()]),
        LOOKED,
        { kind: 'wait', message: 'In force on 1 of 2 clusters', seconds: 300 },
      ],
      [
        'is in force where all have it that are there',
        merged([cluster({ inForceAt: 'x' }), cluster({ goneAt: 'x' })]),
        LOOKED,
        { kind: 'enter', state: 'inForce', message: 'In force on 1 cluster' },
      ],
      [
        'does not wait for clusters where nothing changes',
        merged([
          cluster({ inForceAt: 'x' }),
          cluster({ effect: 'overridden' }),
        ]),
        LOOKED,
        { kind: 'enter', state: 'inForce' },
      ],
      [
        'is superseded where no cluster had it',
        merged([cluster({ supersededAt: 'x' })]),
        LOOKED,
        { kind: 'enter', state: 'superseded' },
      ],
      [
        'is over with the merge where clusters do not show it',
        merged([cluster({ after: { mode: 'audit', parameters: {} } })]),
        {},
        { kind: 'enter', state: 'merged', isFollowed: true },
      ],
      [
        'is not followed for ever',
        merged([cluster()], { mergedAt: '2026-10-01T00:00:00Z' }),
        LOOKED,
        { kind: 'enter', state: 'merged', isFollowed: true },
      ],
      ['leaves what is over', { state: 'inForce' }, {}, { kind: 'wait' }],
      [
        'leaves a state of a later version alone',
        { state: 'later' as never },
        {},
        { kind: 'wait', seconds: 300 },
      ],
    ],
  )('%s', (_, record, facts, expected) => {
    expect(step(record, facts)).toMatchObject(expected);
  });
});
