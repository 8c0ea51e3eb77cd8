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

import { aRecord } from './__testUtils__/content';
import type { ExceptionRecord } from './types';
import { waitingOf, type ExceptionReason } from './waitingOf';

const pull = {
  number: 7,
  url: 'https://github.com/acme/fleet/pull/7',
  state: 'open' as const,
  headSha: 'a',
  seenAt: '2026-11-25T00:00:00.000Z',
};
const decision = {
  verdict: 'approve' as const,
  by: 'user:default/sam',
  at: '2026-11-24T00:00:00.000Z',
};
const [file] = aRecord().asked.files;
const removal = {
  attempt: 1,
  plannedAt: '2027-02-01T00:00:00.000Z',
  files: [file],
  left: [],
};

describe('waitingOf', () => {
  it.each<
    [
      string,
      Partial<ExceptionRecord>,
      ExceptionReason | undefined,
      string | undefined,
    ]
  >([
    ['nobody decided', {}, 'approval', '2026-11-23T12:00:00.000Z'],
    [
      'it was agreed to, and nothing is proposed yet',
      { state: 'proposed', acts: { decision } },
      'proposal',
      decision.at,
    ],
    [
      'its pull request is open',
      { state: 'proposed', progress: { pullRequest: pull } },
      'merge',
      pull.seenAt,
    ],
    [
      'it is merged and not seen',
      {
        state: 'merged',
        progress: { pullRequest: { ...pull, mergedAt: '2026-11-26' } },
      },
      'clusters',
      '2026-11-26',
    ],
    ['it is in force', { state: 'inForce' }, undefined, undefined],
    [
      'it is over, and nothing is planned',
      { state: 'expired' },
      'removalProposal',
      '2027-01-31T23:59:59Z',
    ],
    [
      'its removal is planned',
      { state: 'expired', progress: { removal } },
      'removalProposal',
      '2027-01-31T23:59:59Z',
    ],
    [
      'its removal is open',
      {
        state: 'expired',
        progress: { removal: { ...removal, pullRequest: pull } },
      },
      'removalMerge',
      removal.plannedAt,
    ],
    [
      'its removal was closed',
      {
        state: 'expired',
        progress: {
          removal: { ...removal, pullRequest: { ...pull, state: 'closed' } },
        },
      },
      'removalClosed',
      pull.seenAt,
    ],
    [
      'its removal is merged',
      {
        state: 'expired',
        progress: {
          removal: {
            ...removal,
            pullRequest: { ...pull, state: 'merged', mergedAt: '2027-02-02' },
          },
        },
      },
      'removalClusters',
      '2027-02-02',
    ],
    [
      'somebody changed it in Git',
      {
        state: 'expired',
        progress: { removal: { ...removal, files: [], left: [file.path] } },
      },
      'removalClusters',
      removal.plannedAt,
    ],
    ['it is gone', { state: 'removed' }, undefined, undefined],
  ])('where %s', (_, part, reason, since) => {
    expect(waitingOf(aRecord(part))).toEqual(reason && { reason, since });
  });
});
