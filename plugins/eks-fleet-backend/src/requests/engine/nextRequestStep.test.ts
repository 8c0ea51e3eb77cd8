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

import type { RequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ProposedChange } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { SeenPullRequest } from '../../proposals/types';
import { aRequest, NOW } from '../__testUtils__/aRequest';
import type { RequestSighting } from '../kinds/types';
import type { RequestProgress, RequestRecord } from '../types';
import { nextRequestStep } from './nextRequestStep';
import type { StepFacts } from './requestSteps';

const CHANGE: ProposedChange = {
  key: 'k',
  subject: 's',
  base: 'main',
  files: [],
  title: 't',
  body: 'b',
};
const facts = (part: Partial<StepFacts> = {}): StepFacts => ({
  now: NOW,
  looked: new Set(),
  isVerified: true,
  changeOf: () => CHANGE,
  ...part,
});
const PULL: SeenPullRequest = {
  number: 7,
  url: 'https://git.example.com/7',
  state: 'open',
  headSha: 'abc',
  seenAt: NOW.toISOString(),
};
const MADE = {
  branch: 'b',
  headSha: 'abc',
  hasNoPullRequest: true,
  pullRequest: PULL,
};

function at(
  state: RequestState,
  progress: Partial<RequestProgress> = {},
  part: Partial<Pick<RequestRecord, 'acts'>> & {
    asked?: Partial<RequestRecord['asked']>;
  } = {},
): RequestRecord {
  const record = aRequest({ ...part, state });
  return {
    ...record,
    progress: {
      ...record.progress,
      steps: [{ state, at: NOW.toISOString(), source: 'portal' }],
      ...progress,
    },
  };
}

const open = (pullRequest: Partial<SeenPullRequest> = {}) => ({
  proposal: {
    attempt: 1,
    files: [],
    proposal: MADE,
    pullRequest: { ...PULL, ...pullRequest },
  },
});
const sighting = (part: {
  delivery?: Partial<RequestSighting['delivery']>;
  thing?: Partial<RequestSighting['thing']>;
  registration?: Partial<RequestSighting['registration']>;
}): RequestSighting => ({
  delivery: { state: 'synced', ...part.delivery },
  thing: { state: 'there', source: 'kubernetes', ...part.thing },
  registration: { state: 'notRead', ...part.registration },
});
const cancelled = {
  acts: {
    decisions: [],
    comments: [],
    cancelled: { by: 'user:default/ada', at: NOW.toISOString() },
  },
};
const days = (count: number) =>
  facts({ now: new Date(NOW.getTime() + count * 86_400_000) });

const STUCK = {
  state: 'stuck',
  source: 'eks',
  message: 'No room',
} as const;

describe('nextRequestStep', () => {
  it.each<[string, RequestRecord, StepFacts, object]>([
    [
      'waits for somebody to decide',
      at('pendingApproval'),
      facts(),
      { kind: 'wait', waiting: 'approval' },
    ],
    [
      'gives up on what nobody decides',
      at('pendingApproval'),
      days(31),
      { kind: 'enter', state: 'expired' },
    ],
    [
      'looks whether Git is as it was before anything is written',
      at('proposed'),
      facts({ isVerified: false }),
      { kind: 'verify' },
    ],
    [
      'begins a proposal by looking',
      at('proposed', { proposal: { attempt: 1, files: [] } }),
      facts(),
      {
        kind: 'propose',
        part: 'proposal',
        step: { kind: 'look', call: 'findPullRequest' },
      },
    ],
    [
      'writes nothing while the fleet is stopped',
      at('proposed', {
        proposal: {
          attempt: 1,
          files: [],
          proposal: { branch: 'b', hasNoPullRequest: true, baseSha: 'x' },
        },
      }),
      facts({ halted: 'The fleet is stopped' }),
      { kind: 'wait', message: 'The fleet is stopped', waiting: 'halt' },
    ],
    [
      'ends what was taken back before anything was opened',
      at('proposed', {}, cancelled),
      facts(),
      { kind: 'enter', state: 'cancelled' },
    ],
    [
      'looks first at what may be open although no answer came',
      at(
        'proposed',
        {
          proposal: {
            attempt: 1,
            files: [],
            proposal: {
              branch: 'b',
              headSha: 'abc',
              hasNoPullRequest: true,
              attempting: 'openPullRequest',
            },
          },
        },
        cancelled,
      ),
      facts(),
      {
        kind: 'propose',
        part: 'proposal',
        step: { kind: 'look', call: 'findPullRequest' },
      },
    ],
    [
      'looks at its pull request',
      at('proposed', open()),
      facts(),
      { kind: 'follow', part: 'proposal' },
    ],
    [
      'waits for a merge',
      at('proposed', open()),
      facts({ looked: new Set(['proposal']) }),
      { kind: 'wait', waiting: 'merge' },
    ],
    [
      'closes what was taken back',
      at('proposed', open(), cancelled),
      facts({ looked: new Set(['proposal']) }),
      { kind: 'close', part: 'proposal' },
    ],
    [
      'closes what nobody merges',
      at('proposed', open()),
      { ...days(61), looked: new Set(['proposal']) },
      { kind: 'close', part: 'proposal' },
    ],
    [
      'is over where its pull request was closed by somebody',
      at('proposed', open({ state: 'closed' })),
      facts(),
      { kind: 'enter', state: 'cancelled', source: 'git' },
    ],
    [
      'is expired where it closed it itself as too old',
      at('proposed', open({ state: 'closed' })),
      days(61),
      { kind: 'enter', state: 'expired' },
    ],
    [
      'is merged by whoever did it, even where it was taken back',
      at('proposed', open({ state: 'merged', mergedBy: 'pat' }), cancelled),
      facts(),
      {
        kind: 'enter',
        state: 'merged',
        message: 'Pull request #7 was merged by pat',
      },
    ],
    ['looks after the merge', at('merged'), facts(), { kind: 'observe' }],
    [
      'goes on once Argo CD has it',
      at('merged'),
      facts({ sighting: sighting({}) }),
      { kind: 'enter', state: 'synced', source: 'argocd' },
    ],
    [
      'goes past Argo CD where none is read',
      at('merged'),
      facts({ sighting: sighting({ delivery: { state: 'notRead' } }) }),
      { kind: 'enter', state: 'provisioning' },
    ],
    [
      'says why Argo CD does not take it',
      at('merged'),
      facts({
        sighting: sighting({ delivery: { state: 'failed', message: 'no' } }),
      }),
      {
        kind: 'wait',
        waiting: 'review',
        message: 'Argo CD does not take it: no',
      },
    ],
    [
      'waits for what is coming',
      at('provisioning'),
      facts({ sighting: sighting({ thing: { state: 'coming' } }) }),
      { kind: 'wait', waiting: 'cluster' },
    ],
    [
      'never takes unknown for there',
      at('provisioning'),
      facts({ sighting: sighting({ thing: { state: 'unknown' } }) }),
      { kind: 'wait' },
    ],
    [
      'fails with what failed where it lives',
      at('provisioning'),
      facts({
        sighting: sighting({
          thing: { state: 'failed', source: 'eks', message: 'CREATE_FAILED' },
        }),
      }),
      { kind: 'enter', state: 'failed', message: 'CREATE_FAILED' },
    ],
    [
      'follows on what somebody may mend',
      at('provisioning'),
      facts({ sighting: sighting({ thing: STUCK }) }),
      {
        kind: 'wait',
        waiting: 'review',
        message: expect.stringMatching(/^No room\. Mend that/),
      },
    ],
    [
      'fails where nobody mends it for a week',
      at('provisioning', {
        waiting: { code: 'review', since: NOW.toISOString() },
      }),
      { ...days(8), sighting: sighting({ thing: STUCK }) },
      { kind: 'enter', state: 'failed', source: 'eks' },
    ],
    [
      'has somebody look where what it brings does not come',
      at('provisioning'),
      facts({
        sighting: sighting({
          thing: { state: 'coming' },
          delivery: { state: 'failed', message: 'its nodes do not join' },
        }),
      }),
      { kind: 'wait', waiting: 'review', message: 'its nodes do not join' },
    ],
    [
      'says what to do where the catalog never knows it',
      at('provisioning', {
        waiting: { code: 'catalog', since: NOW.toISOString() },
      }),
      {
        ...days(1),
        sighting: sighting({
          registration: {
            state: 'missing',
            message: 'Nobody saw it',
            remedy: 'Look at Sources',
          },
        }),
      },
      {
        kind: 'wait',
        waiting: 'review',
        message: 'Nobody saw it, which takes long. Look at Sources',
      },
    ],
    [
      'waits for the catalog',
      at('provisioning'),
      facts({ sighting: sighting({ registration: { state: 'missing' } }) }),
      { kind: 'wait', waiting: 'catalog' },
    ],
    [
      'is registered, then ready',
      at('provisioning'),
      facts({ sighting: sighting({ registration: { state: 'there' } }) }),
      { kind: 'enter', state: 'registered', source: 'catalog' },
    ],
    [
      'is ready',
      at('registered'),
      facts({ sighting: sighting({}) }),
      { kind: 'enter', state: 'ready' },
    ],
    [
      'keeps the files of what is still going',
      at('provisioning', {}, { asked: { operation: 'delete' } }),
      facts({ sighting: sighting({ thing: { state: 'coming' } }) }),
      { kind: 'wait', waiting: 'cluster' },
    ],
    [
      'keeps the files of what nobody can see',
      at('provisioning', {}, { asked: { operation: 'delete' } }),
      facts({ sighting: sighting({ thing: { state: 'unknown' } }) }),
      { kind: 'wait' },
    ],
    [
      'takes the files away of what is gone',
      at('provisioning', {}, { asked: { operation: 'delete' } }),
      facts({ sighting: sighting({ thing: { state: 'absent' } }) }),
      { kind: 'planRemoval' },
    ],
    [
      'is done where the files went already',
      at(
        'provisioning',
        { removal: { attempt: 1, files: [] } },
        { asked: { operation: 'delete' } },
      ),
      facts(),
      { kind: 'enter', state: 'ready' },
    ],
    ['leaves what is over alone', at('rejected'), facts(), { kind: 'wait' }],
    [
      'leaves a state of a later version alone',
      at('paused' as RequestState),
      facts(),
      { kind: 'wait', seconds: 300 },
    ],
  ])('%s', (_, record, given, step) => {
    expect(nextRequestStep(record, given)).toMatchObject(step);
  });
});
