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

import type { ExpectedRecord } from '../expected/types';
import type { QuietRecord } from '../store/types';
import type { CellRecord, PolicyRecord } from '../types';
import { NO_FEEDS, presentCell, type ClusterFeeds } from './presentCell';
import { PresentedCells, type ReadColumn } from './PresentedCells';

const NOW = new Date('2026-11-29T12:00:00Z');
const LATER = new Date('2026-11-29T12:10:00Z');
const DAYS = 14;

const POLICY: PolicyRecord = {
  id: '0123456789abcdef',
  engine: 'kyverno',
  kind: 'ValidatingPolicy',
  name: 'require-owner',
  severity: 'medium',
};

const record = (facts: Partial<CellRecord> = {}): CellRecord => ({
  policyId: POLICY.id,
  column: 'arn',
  mode: 'audit',
  seen: true,
  fail: 0,
  warn: 0,
  error: 0,
  exempt: 0,
  pass: 4,
  passes: 'exact',
  atLeast: false,
  severity: 'unknown',
  observedAt: '2026-11-29T11:55:00.000Z',
  freshUntil: '2026-11-29T12:25:00.000Z',
  clusters: 1,
  deployedOn: 1,
  ...facts,
});

const quiet = (facts: Partial<QuietRecord> = {}) =>
  new Map<string, QuietRecord>([
    [POLICY.id, { knownSince: '2026-11-29T11:00:00.000Z', ...facts }],
  ]);

const expected = (mode: 'audit' | 'enforce'): ExpectedRecord => ({
  arn: 'arn',
  head: 'c0ffee',
  readAt: '2026-11-29T11:00:00.000Z',
  policies: [
    {
      engine: 'kyverno',
      kind: 'ValidatingPolicy',
      name: 'require-owner',
      mode,
    },
  ],
});

const GONE: ClusterFeeds = {
  ...NO_FEEDS,
  notInstalled: new Set(['policyKyverno']),
};

describe('PresentedCells', () => {
  const cells = new PresentedCells(DAYS);
  const present = (column: ReadColumn, of = record(), now = NOW) =>
    cells.of(column, now)(POLICY, of);

  it('gives the same cell again for as long as nothing of its cluster changes', () => {
    const column = { feeds: NO_FEEDS, quiet: quiet() };
    const first = present(column);
    expect(first).toEqual(presentCell('kyverno', record(), NO_FEEDS, NOW));
    expect(
      present({ ...column, feeds: { ...NO_FEEDS } }, record(), LATER),
    ).toBe(first);
    // Something was read of it.
    const anew = present({ ...column, quiet: quiet() }, record({ fail: 1 }));
    expect(anew.fail).toBe(1);
    expect(present({ ...column, feeds: GONE }).state).toBe('noEngine');
    expect(present(column).state).toBe('deployed');
  });

  it.each<[string, Partial<CellRecord>, string, string]>([
    [
      'its feed is to be read again',
      {},
      '2026-11-29T12:24:59.999Z',
      '2026-11-29T12:25:00.000Z',
    ],
    [
      'the engine has not looked for a day',
      { evaluatedAt: '2026-11-29T12:00:00.000Z', freshUntil: undefined },
      '2026-11-30T12:00:00.000Z',
      '2026-11-30T12:00:00.001Z',
    ],
  ])(
    'gives it until %s, and one that is stale from then on',
    (_, facts, before, after) => {
      const column = { feeds: NO_FEEDS, quiet: quiet() };
      const at = (time: string) =>
        present(column, record(facts), new Date(time));
      const first = at('2026-11-29T12:00:00Z');
      expect(at(before)).toBe(first);
      expect(at(after).stale).toBe(true);
      // Another replica's clock, or a question that came late.
      expect(at('2026-11-29T12:00:00Z').stale).toBeUndefined();
    },
  );

  it('calls it safe to enforce from the moment on that it is', () => {
    const column = {
      feeds: NO_FEEDS,
      quiet: quiet({ lastFailedAt: '2026-11-15T12:10:00.000Z' }),
    };
    const safeAt = (now: Date) => present(column, record(), now).safeToEnforce;
    expect(safeAt(NOW)).toBeUndefined();
    expect(safeAt(LATER)).toBe(true);
    expect(safeAt(NOW)).toBeUndefined();
    expect(
      present(column, record({ mode: 'enforce' }), LATER).safeToEnforce,
    ).toBeUndefined();
  });

  it('says how it differs from Git, and another time once Git says another', () => {
    const column = { feeds: NO_FEEDS, quiet: quiet() };
    const driftOf = (mode: 'audit' | 'enforce') =>
      present({ ...column, expected: expected(mode) }).drift;
    expect([driftOf('enforce'), driftOf('audit'), driftOf('enforce')]).toEqual([
      'mode',
      undefined,
      'mode',
    ]);
  });

  it('presents what is not told of, and clusters of which nothing was read', () => {
    const of = (column: ReadColumn) => cells.of(column, NOW)(POLICY, undefined);
    const column = { feeds: NO_FEEDS, quiet: quiet() };
    present(column);
    // As where its mode was not asked for.
    expect(of(column)).toEqual({ state: 'unknown' });
    expect(of({ feeds: GONE })).toEqual({ state: 'noEngine' });
    expect(of({ feeds: NO_FEEDS, expected: expected('audit') })).toEqual({
      state: 'unknown',
    });
  });
});
