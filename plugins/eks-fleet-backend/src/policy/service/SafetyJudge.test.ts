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

import type {
  PolicyCell,
  PolicyEngine,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { QuietRecord } from '../store/types';
import { SafetyJudge } from './SafetyJudge';

const NOW = new Date('2026-11-29T00:00:00Z');
const DAYS = 14;

const ENGINES: PolicyEngine[] = ['kyverno', 'trivy'];
const CELLS: PolicyCell[] = [
  { state: 'deployed', mode: 'audit', ready: true, pass: 3 },
  { state: 'deployed', mode: 'enforce', ready: true, pass: 3 },
  { state: 'deployed', mode: 'audit', ready: true, pass: 3, fail: 1 },
  { state: 'deployed', mode: 'audit', ready: true, pass: 3, stale: true },
  { state: 'deployed', mode: 'audit', ready: false, pass: 3 },
  { state: 'deployed', mode: 'audit', ready: true },
  { state: 'deployed', ready: true, pass: 3 },
  { state: 'reported', pass: 3 },
  { state: 'notDeployed' },
];
const QUIET: (QuietRecord | undefined)[] = [
  undefined,
  { knownSince: '2026-01-01T00:00:00.000Z' },
  { knownSince: '2026-11-15T00:00:00.000Z' },
  { knownSince: '2026-11-15T00:00:00.001Z' },
  {
    knownSince: '2026-01-01T00:00:00.000Z',
    lastFailedAt: '2026-11-14T23:59:59.999Z',
  },
  {
    knownSince: '2026-01-01T00:00:00.000Z',
    lastFailedAt: '2026-11-28T00:00:00.000Z',
  },
];
const CASES = ENGINES.flatMap(engine =>
  CELLS.flatMap(cell => QUIET.map(quiet => ({ engine, cell, quiet }))),
);

describe('SafetyJudge', () => {
  const judgeOf = (quiet: (typeof QUIET)[number]) =>
    new SafetyJudge(new Map([['a', new Map(quiet && [['p', quiet]])]]), {
      days: DAYS,
      now: NOW,
    });

  it.each(CASES)(
    'calls safe what it judges safe: $engine, $cell, $quiet',
    ({ cell, engine, quiet }) => {
      const judge = judgeOf(quiet);
      const policy = { engine, id: 'p' };
      expect(judge.isSafe(cell, policy, 'a')).toBe(
        judge.judge(cell, policy, 'a').verdict === 'safe',
      );
    },
  );

  it('calls some of them safe', () => {
    const safe = [];
    for (const { cell, engine, quiet } of CASES) {
      const judge = judgeOf(quiet);
      if (judge.isSafe(cell, { engine, id: 'p' }, 'a')) {
        safe.push({ cell, quiet });
      }
    }
    // Audited or of an unknown mode, and quiet since long enough.
    expect(safe).toHaveLength(6);
  });

  it('knows nothing of other policies and clusters', () => {
    const judge = judgeOf(QUIET[1]);
    const [cell] = CELLS;
    expect(judge.isSafe(cell, { engine: 'kyverno', id: 'p' }, 'a')).toBe(true);
    expect(judge.isSafe(cell, { engine: 'kyverno', id: 'q' }, 'a')).toBe(false);
    expect(judge.isSafe(cell, { engine: 'kyverno', id: 'p' }, 'b')).toBe(false);
  });
});
