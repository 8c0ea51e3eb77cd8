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

import { aRequest } from '../__testUtils__/exceptionRequests';
import { aClusterRef } from '../__testUtils__/policies';
import { exceptionSteps } from './exceptionRequestSteps';

type Request = Parameters<typeof exceptionSteps>[0];

const agreed: Partial<Request> = {
  decision: {
    verdict: 'approve',
    by: 'user:default/bo',
    at: '2026-11-23T11:00:00Z',
  },
};
const merged: Partial<Request> = {
  ...agreed,
  pullRequest: {
    number: 7,
    url: 'https://git.example.com/7',
    state: 'merged',
    mergedBy: 'octo',
    mergedAt: '2026-11-23T12:00:00Z',
  },
};
const seen = {
  cluster: aClusterRef(),
  inForceAt: '2026-11-23T12:05:00Z',
};
const words = (part: Partial<Request>) =>
  exceptionSteps(aRequest(part))
    .map(({ id, state }) => `${id} ${state}`)
    .join(', ');

describe('the life of an exception', () => {
  it.each<[string, Partial<Request>, string]>([
    [
      'waits for a second person',
      {},
      'asked done, agreed now, merged next, inForce next, ended next, removed next',
    ],
    [
      'needs no second person where the merge is the agreement',
      { approval: 'git', state: 'proposed' },
      'asked done, merged now, inForce next, ended next, removed next',
    ],
    [
      'waits for the merge',
      { ...agreed, state: 'proposed' },
      'asked done, agreed done, merged now, inForce next, ended next, removed next',
    ],
    [
      'waits for its clusters',
      { ...merged, state: 'merged' },
      'asked done, agreed done, merged done, inForce now, ended next, removed next',
    ],
    [
      'waits for its end',
      { ...merged, state: 'inForce', clusters: [seen] },
      'asked done, agreed done, merged done, inForce done, ended now, removed next',
    ],
    [
      'ended before all clusters had it',
      {
        ...merged,
        state: 'expired',
        clusters: [seen, { cluster: aClusterRef() }],
      },
      'asked done, agreed done, merged done, inForce skipped, ended done, removed now',
    ],
    [
      'is over',
      {
        ...merged,
        state: 'removed',
        clusters: [{ ...seen, goneAt: '2026-12-24T00:10:00Z' }],
      },
      'asked done, agreed done, merged done, inForce done, ended done, removed done',
    ],
    [
      'stops where somebody refuses',
      {
        state: 'rejected',
        decision: { ...agreed.decision!, verdict: 'reject' },
      },
      'asked done, agreed stopped',
    ],
    [
      'stops where its pull request is closed',
      { ...agreed, state: 'closed' },
      'asked done, agreed done, merged stopped',
    ],
    [
      'stops where it is taken back',
      { state: 'cancelled' },
      'asked done, agreed stopped',
    ],
    [
      'stops where it fails after the merge',
      { ...merged, state: 'failed' },
      'asked done, agreed done, merged done, inForce stopped',
    ],
  ])('%s', (_, part, expected) => {
    expect(words(part)).toBe(expected);
  });

  it('tells when each step was, by whom, and when it ends', () => {
    const steps = exceptionSteps(
      aRequest({ ...merged, state: 'inForce', clusters: [seen] }),
    );
    expect(steps.slice(0, 5).map(({ at, by }) => [at, by])).toEqual([
      ['2026-11-23T10:00:00Z', 'user:default/ana'],
      ['2026-11-23T11:00:00Z', 'user:default/bo'],
      ['2026-11-23T12:00:00Z', 'octo'],
      ['2026-11-23T12:05:00Z', undefined],
      ['2026-12-23T23:59:59Z', undefined],
    ]);
  });

  it('ends when somebody ended it', () => {
    const [, , , , ended] = exceptionSteps(
      aRequest({
        ...merged,
        state: 'expired',
        clusters: [seen],
        endedEarly: { by: 'user:default/ana', at: '2026-11-24T08:00:00Z' },
      }),
    );
    expect(ended).toEqual({
      id: 'ended',
      state: 'done',
      at: '2026-11-24T08:00:00Z',
      by: 'user:default/ana',
    });
  });
});
