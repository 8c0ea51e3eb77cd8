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

import { aRecord } from '../../policy/exceptions/__testUtils__/content';
import type { ExceptionRecord } from '../../policy/exceptions/types';
import { exceptionNews } from './exceptionNews';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const ADA = 'user:default/ada';
const SAM = 'user:default/sam';
const decision = {
  verdict: 'approve' as const,
  by: SAM,
  at: '2026-11-24T00:00:00.000Z',
};
const pull = {
  number: 7,
  url: 'https://github.com/acme/fleet/pull/7',
  state: 'open' as const,
  headSha: 'a',
  seenAt: '2027-02-01T00:00:00.000Z',
};
const removal = { attempt: 1, plannedAt: '2027-02-01', files: [], left: [] };
const gone = aRecord().clusters.map(cluster => ({
  ...cluster,
  goneAt: '2027-02-01T00:00:00.000Z',
}));

// Asked for on 2026-11-23, until 2027-01-31.
describe('exceptionNews', () => {
  it.each<[string, Partial<ExceptionRecord>, string, string | undefined]>([
    ['waits for an approval', {}, '2026-11-24', 'waits'],
    [
      'was agreed to',
      { state: 'proposed', acts: { decision } },
      '2026-11-24',
      'agreed',
    ],
    [
      'is proposed where whoever merges decides',
      { state: 'proposed' },
      '2026-11-24',
      undefined,
    ],
    [
      'is being taken back',
      {
        state: 'proposed',
        acts: { decision, cancelled: { by: ADA, at: '2026-11-24' } },
      },
      '2026-11-24',
      undefined,
    ],
    [
      'has a pull request that somebody changed',
      {
        state: 'proposed',
        acts: { decision },
        progress: { problem: 'Somebody else committed to it' },
      },
      '2026-11-24',
      'problem',
    ],
    ['is merged', { state: 'merged' }, '2026-12-01', undefined],
    ['is in force', { state: 'inForce' }, '2026-12-01', 'inForce'],
    ['ends within 14 days', { state: 'inForce' }, '2027-01-18', 'endsSoon'],
    ['does not yet', { state: 'inForce' }, '2027-01-17', 'inForce'],
    ['is over', { state: 'expired' }, '2027-02-01', 'over'],
    [
      'is over and gone from its clusters',
      { state: 'expired', clusters: gone },
      '2027-03-01',
      'over',
    ],
    [
      'has a removal that was closed unmerged',
      {
        state: 'expired',
        progress: {
          removal: { ...removal, pullRequest: { ...pull, state: 'closed' } },
        },
      },
      '2027-02-01',
      'removalClosed',
    ],
    [
      'has been over for three days and is still there',
      {
        state: 'expired',
        progress: {
          removal: { ...removal, pullRequest: { ...pull, state: 'closed' } },
        },
      },
      '2027-02-04',
      'honoured',
    ],
    [
      'was ended early, and is still there after three days',
      {
        state: 'expired',
        acts: { endedEarly: { by: ADA, at: '2026-12-01T00:00:00.000Z' } },
      },
      '2026-12-04',
      'honoured',
    ],
    ['is gone', { state: 'removed', clusters: gone }, '2027-02-05', 'removed'],
    [
      'was refused',
      { state: 'rejected', acts: { decision } },
      '2026-11-24',
      'refused',
    ],
    ['was closed unmerged', { state: 'closed' }, '2026-11-24', 'closed'],
    ['does not fit Git', { state: 'failed' }, '2026-11-24', 'failed'],
    [
      'lapsed before anybody decided',
      { state: 'cancelled' },
      '2027-02-01',
      'lapsed',
    ],
    [
      'was taken back by who asked',
      {
        state: 'cancelled',
        acts: { cancelled: { by: ADA, at: '2026-11-24' } },
      },
      '2026-11-24',
      undefined,
    ],
    [
      'was taken back by somebody else',
      {
        state: 'cancelled',
        acts: { cancelled: { by: SAM, at: '2026-11-24' } },
      },
      '2026-11-24',
      'takenBack',
    ],
  ])('one that %s', (_, part, day, is) => {
    expect(exceptionNews(aRecord(part), at(day))?.is).toBe(is);
  });

  it('does not say of a short one that it ends soon from its beginning', () => {
    const { asked } = aRecord();
    const record = aRecord({
      state: 'inForce',
      asked: { ...asked, expiresAt: '2026-11-27T12:00:00Z' },
    });
    expect(exceptionNews(record, at('2026-11-24'))?.is).toBe('inForce');
    expect(exceptionNews(record, at('2026-11-25'))?.is).toBe('endsSoon');
  });
});
