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

import type { PolicyEngine } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord, FeedRecord } from '../types';
import {
  NO_FEEDS,
  presentCell,
  presentGroupCell,
  type ClusterFeeds,
} from './presentCell';

const NOW = new Date('2026-11-29T12:00:00Z');

const cell = (facts: Partial<CellRecord> = {}): CellRecord => ({
  policyId: '0123456789abcdef',
  column: 'arn',
  seen: true,
  fail: 0,
  warn: 0,
  error: 0,
  exempt: 0,
  atLeast: false,
  severity: 'unknown',
  observedAt: '2026-11-29T11:55:00.000Z',
  freshUntil: '2026-11-29T12:25:00.000Z',
  clusters: 1,
  deployedOn: 1,
  ...facts,
});

const feeds = (engines: PolicyEngine[], feed = 'policyKyverno') => ({
  ...NO_FEEDS,
  read: new Map<string, FeedRecord>([
    [
      feed,
      {
        arn: 'arn',
        feed,
        observedAt: '2026-11-29T11:55:00.000Z',
        freshUntil: '2026-11-29T12:25:00.000Z',
        engines,
        truncated: false,
        notes: [],
      },
    ],
  ]),
});

const GONE: ClusterFeeds = {
  ...feeds(['kyverno']),
  notInstalled: new Set(['policyKyverno']),
};

describe('presentCell', () => {
  it.each<[string, CellRecord | undefined, ClusterFeeds, string]>([
    ['its object was seen', cell(), feeds(['kyverno']), 'deployed'],
    [
      'its engine was read and has none',
      undefined,
      feeds(['kyverno']),
      'notDeployed',
    ],
    ['nothing was read', undefined, NO_FEEDS, 'unknown'],
    [
      'only another engine was read',
      undefined,
      feeds(['gatekeeper']),
      'unknown',
    ],
    ['the engine is not there', undefined, GONE, 'noEngine'],
    [
      'the engine was taken away after findings',
      cell({ fail: 3 }),
      GONE,
      'noEngine',
    ],
    [
      'results name it and its engine cannot be read',
      cell({ seen: false, fail: 2 }),
      NO_FEEDS,
      'reported',
    ],
    [
      'results name what its engine no longer has',
      cell({ seen: false, fail: 2 }),
      feeds(['kyverno']),
      'reported',
    ],
  ])('where %s', (_, record, of, state) => {
    expect(presentCell('kyverno', record, of, NOW).state).toBe(state);
  });

  it('keeps what was found when the engine goes away', () => {
    expect(presentCell('kyverno', cell({ fail: 3 }), GONE, NOW).fail).toBe(3);
  });

  it('is stale once its feed is not fresh any more', () => {
    const old = cell({ freshUntil: '2026-11-29T12:00:00.000Z' });
    expect(presentCell('kyverno', old, NO_FEEDS, NOW).stale).toBe(true);
    expect(presentCell('kyverno', cell(), NO_FEEDS, NOW).stale).toBeUndefined();
  });

  it('is stale where the engine itself has not looked for days, however fresh the reading', () => {
    const audited = cell({ evaluatedAt: '2026-11-26T12:00:00.000Z' });
    expect(presentCell('gatekeeper', audited, NO_FEEDS, NOW)).toMatchObject({
      stale: true,
      observedAt: '2026-11-26T12:00:00.000Z',
    });
  });

  it.each<[string, Partial<CellRecord>, string, string]>([
    [
      'its feed is to be read again',
      { freshUntil: '2026-11-30T00:00:00.000Z' },
      '2026-11-29T23:59:59.999Z',
      '2026-11-30T00:00:00.000Z',
    ],
    [
      'the engine has not looked for a day',
      { evaluatedAt: '2026-11-29T12:00:00.000Z', freshUntil: undefined },
      '2026-11-30T12:00:00.000Z',
      '2026-11-30T12:00:00.001Z',
    ],
  ])('is stale from when on %s', (_, facts, before, after) => {
    const staleAt = (time: string) =>
      presentCell('kyverno', cell(facts), NO_FEEDS, new Date(time)).stale;
    expect(staleAt(before)).toBeUndefined();
    expect(staleAt(after)).toBe(true);
  });

  it('lets a benchmark be a week old', () => {
    const run = (day: number) =>
      cell({ evaluatedAt: `2026-11-${day}T13:00:00.000Z` });
    const stale = (day: number) =>
      presentCell('kube-bench', run(day), NO_FEEDS, NOW).stale;
    expect([22, 21, 20].map(stale)).toEqual([undefined, undefined, true]);
  });

  it('has a severity only where something is broken', () => {
    const severity = 'high' as const;
    const exempt = cell({ exempt: 2, severity });
    expect(
      presentCell('kyverno', exempt, NO_FEEDS, NOW).severity,
    ).toBeUndefined();
    const broken = cell({ error: 1, severity });
    expect(presentCell('kyverno', broken, NO_FEEDS, NOW).severity).toBe('high');
  });
});

describe('presentGroupCell', () => {
  it('says for how many clusters it stands, and on how many it is', () => {
    expect(
      presentGroupCell('kyverno', cell({ fail: 4, deployedOn: 2 }), 5, NOW),
    ).toMatchObject({ state: 'deployed', fail: 4, clusters: 5, deployedOn: 2 });
  });

  it('knows nothing where no cluster said anything', () => {
    expect(presentGroupCell('kyverno', undefined, 5, NOW)).toEqual({
      state: 'unknown',
      clusters: 5,
    });
  });
});
