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
import { judgeSafety } from './judgeSafety';

const NOW = new Date('2026-11-29T00:00:00Z');
const cell = (facts: Partial<PolicyCell> = {}): PolicyCell => ({
  state: 'deployed',
  mode: 'audit',
  ready: true,
  pass: 12,
  passes: 'atLeast',
  ...facts,
});
const judge = (
  facts: Partial<PolicyCell>,
  quiet: { knownSince: string; lastFailedAt?: string } | null = {
    knownSince: '2026-11-01T00:00:00.000Z',
  },
  engine: PolicyEngine = 'kyverno',
) =>
  judgeSafety({
    engine,
    cell: cell(facts),
    quiet: quiet ?? undefined,
    days: 14,
    now: NOW,
  });

describe('judgeSafety', () => {
  it.each<[string, Partial<PolicyCell>, string]>([
    ['it is enforced', { mode: 'enforce' }, 'enforced'],
    ['something fails', { fail: 1 }, 'failing'],
    ['something warns, which enforcing would refuse', { warn: 2 }, 'failing'],
    ['something could not be evaluated', { error: 1 }, 'failing'],
    ['what would fail is exempt', { exempt: 3 }, 'safe'],
    ['nothing failed for long enough', {}, 'safe'],
    ['it is not there', { state: 'notDeployed' }, 'unknown'],
    ['nothing was read', { state: 'unknown' }, 'unknown'],
    ['the engine is gone', { state: 'noEngine' }, 'unknown'],
    ['what is known is old', { stale: true }, 'unknown'],
    ['it is not ready', { ready: false }, 'unknown'],
    ['nothing was evaluated', { pass: 0 }, 'unknown'],
    [
      'passes are not kept',
      { passes: 'notRecorded', pass: undefined },
      'unknown',
    ],
  ])('where %s', (_, facts, verdict) => {
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<PolicyEngine>(['falco', 'kube-bench', 'security-hub', 'trivy'])(
    'says nothing of what %s finds, which refuses nothing',
    engine => {
      expect(judge({}, undefined, engine)).toEqual({
        verdict: 'unknown',
        message: 'It only looks: it cannot be made to refuse anything.',
      });
    },
  );

  it('counts from the last failure, and says when it will be safe', () => {
    expect(
      judge(
        {},
        {
          knownSince: '2026-10-01T00:00:00.000Z',
          lastFailedAt: '2026-11-20T00:00:00.000Z',
        },
      ),
    ).toMatchObject({
      verdict: 'notYet',
      quietSince: '2026-11-20T00:00:00.000Z',
      safeAt: '2026-12-04T00:00:00.000Z',
    });
  });

  it('counts from when the policy is known, not from the beginning of time', () => {
    expect(judge({}, { knownSince: '2026-11-28T00:00:00.000Z' }).verdict).toBe(
      'notYet',
    );
  });

  it('says how many would be refused', () => {
    expect(judge({ fail: 1 }).message).toBe(
      '1 resource breaks it and would be refused.',
    );
    expect(judge({ fail: 20, atLeast: true }).message).toBe(
      'At least 20 resources break it and would be refused.',
    );
  });

  it('knows nothing of what was never counted', () => {
    expect(judge({}, null).verdict).toBe('unknown');
  });
});
