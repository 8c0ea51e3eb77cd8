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

import { aRecord, ARN } from '../__testUtils__/content';
import type { FeedRecord } from '../../types';
import type { ExceptionCluster, ExceptionRecord } from '../types';
import { seeClusters } from './seeClusters';

const NOW = new Date('2027-02-01T12:00:00Z');
const BEFORE = '2027-02-01T10:00:00.000Z';
const MERGED = '2027-02-01T11:00:00.000Z';
const [CLUSTER] = aRecord().clusters;
const IN_FORCE = { ...CLUSTER, inForceAt: BEFORE };
const THERE = { createdAt: '2025-01-02T03:04:05.000Z' };
const SEEN = { engine: 'kyverno' as const, name: aRecord().asked.name };

function feed(observedAt: string, part: Partial<FeedRecord> = {}): FeedRecord {
  return {
    arn: ARN,
    feed: 'policyKyverno',
    observedAt,
    freshUntil: observedAt,
    engines: ['kyverno'],
    truncated: false,
    notes: [],
    ...part,
  };
}

const expired: Partial<ExceptionRecord> = {
  state: 'expired',
  progress: {
    removal: {
      attempt: 1,
      plannedAt: BEFORE,
      files: [],
      left: [],
      pullRequest: {
        number: 2,
        url: '',
        state: 'merged',
        headSha: 'h',
        mergedAt: MERGED,
        seenAt: MERGED,
      },
    },
  },
};

function see(
  cluster: ExceptionCluster,
  sight: {
    record?: Partial<ExceptionRecord>;
    seen?: Array<typeof SEEN | { engine: 'gatekeeper'; name: string }>;
    there?: { createdAt: string };
    feeds?: FeedRecord[];
  },
): ExceptionCluster {
  const [found] = seeClusters(
    aRecord({ state: 'merged', ...sight.record, clusters: [cluster] }),
    {
      clusters: new Map(sight.there ? [[ARN, sight.there]] : []),
      exceptions: (sight.seen ?? []).map(each => ({
        ...each,
        clusters: [{ arn: ARN }],
      })),
      feeds: sight.feeds ?? [],
      now: NOW,
    },
  );
  return found;
}

const AT = NOW.toISOString();

describe('seeClusters', () => {
  it('is in force since it was first seen', () => {
    expect(see(CLUSTER, { there: THERE, seen: [SEEN] }).inForceAt).toBe(AT);
    expect(see(IN_FORCE, { there: THERE, seen: [SEEN] }).inForceAt).toBe(
      BEFORE,
    );
  });

  it('is not in force by what only has its name', () => {
    const other = { engine: 'gatekeeper' as const, name: SEEN.name };
    expect(
      see(CLUSTER, { there: THERE, seen: [other] }).inForceAt,
    ).toBeUndefined();
  });

  it('is in force no more where it is not seen any more', () => {
    expect(see(IN_FORCE, { there: THERE }).inForceAt).toBeUndefined();
  });

  it.each([
    ['not there any more', undefined],
    ['made anew', { createdAt: '2027-01-01T00:00:00Z' }],
  ])('is gone from a cluster that is %s', (_, there) => {
    expect(see(IN_FORCE, { there, seen: [SEEN] }).goneAt).toBe(AT);
  });

  it.each<[string, FeedRecord[], string | undefined]>([
    ['before its removal', [feed(BEFORE)], undefined],
    ['after its removal', [feed('2027-02-01T11:30:00.000Z')], AT],
    [
      'by a feed that does not tell of the engine',
      [feed(BEFORE), feed(AT, { feed: 'securityHub', engines: [] })],
      undefined,
    ],
    ['where the engine is not there any more', [feed(AT, { engines: [] })], AT],
    ['never', [], undefined],
  ])('is gone or not where clusters were last read %s', (_, feeds, goneAt) => {
    const found = see(IN_FORCE, { record: expired, there: THERE, feeds });
    expect(found).toEqual({ ...IN_FORCE, ...(goneAt && { goneAt }) });
  });

  it('is not gone where it is seen after all', () => {
    const gone = { ...IN_FORCE, goneAt: BEFORE };
    const feeds = [feed(AT)];
    expect(
      see(gone, { record: expired, there: THERE, seen: [SEEN], feeds }).goneAt,
    ).toBeUndefined();
  });
});
