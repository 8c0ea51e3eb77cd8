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
  ObservationErrorCode,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { spec } from '../schema/generated/openapi';
import { partState, SOURCE_STATES, summarizeSource } from './sourceState';
import type { PartRecord } from './types';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const at = (minutes: number) =>
  new Date(NOW.getTime() + minutes * 60_000).toISOString();
const failed = (code: ObservationErrorCode) => ({
  code,
  message: `it is ${code}`,
});
const part = (more: Partial<PartRecord> = {}): PartRecord => ({
  kind: 'nodegroups',
  observedAt: at(-5),
  freshUntil: at(25),
  attemptedAt: at(-5),
  nextAttemptAt: at(5),
  ...more,
});

describe('SOURCE_STATES', () => {
  it('has all that the API names', () => {
    expect([...SOURCE_STATES].sort()).toEqual(
      [...spec.components.schemas.SourceState.enum].sort(),
    );
  });
});

describe('partState', () => {
  it.each<[string, Partial<PartRecord>, SourceState]>([
    ['was seen', {}, 'fresh'],
    ['is fresh a moment longer', { freshUntil: at(0.001) }, 'fresh'],
    ['is fresh no longer', { freshUntil: at(0) }, 'stale'],
    ['may be fresh or not', { freshUntil: undefined }, 'stale'],
    ['was never seen', { observedAt: undefined }, 'pending'],
    ['was seen, and then failed', { error: failed('forbidden') }, 'forbidden'],
    [
      'was never seen, and failed',
      { observedAt: undefined, error: failed('timeout') },
      'timeout',
    ],
    [
      'is stale, and failed',
      { freshUntil: at(-9), error: failed('throttled') },
      'throttled',
    ],
  ])('is of what %s: %o', (_, more, state) => {
    expect(partState(part(more), NOW)).toBe(state);
  });
});

describe('summarizeSource', () => {
  it('takes the word and the error of the worst part', () => {
    const forbidden = failed('forbidden');
    expect(
      summarizeSource(
        [
          part({ kind: 'addons' }),
          part({ kind: 'insights', error: failed('throttled') }),
          part({ kind: 'subnets', error: forbidden }),
          part({ kind: 'updates', freshUntil: at(-1) }),
        ],
        NOW,
      ),
    ).toMatchObject({
      state: 'forbidden',
      error: forbidden,
      parts: [
        { kind: 'subnets', state: 'forbidden', error: forbidden },
        { kind: 'insights', state: 'throttled' },
        { kind: 'updates', state: 'stale' },
        { kind: 'addons', state: 'fresh' },
      ],
    });
  });

  it('does not mind an engine that is not there beside one that is', () => {
    const notInstalled = part({
      kind: 'policyGatekeeper',
      error: failed('notInstalled'),
    });
    const kyverno = part({ kind: 'policyKyverno' });
    expect(summarizeSource([notInstalled, kyverno], NOW).state).toBe('fresh');
    expect(summarizeSource([notInstalled], NOW).state).toBe('notInstalled');
  });

  it('tells the last try, the last success and the next try of any part', () => {
    const { parts, ...summary } = summarizeSource(
      [
        part({ observedAt: at(-9), attemptedAt: at(-1), nextAttemptAt: at(7) }),
        part({ observedAt: at(-4), attemptedAt: at(-4), nextAttemptAt: at(3) }),
        part({ observedAt: undefined, nextAttemptAt: undefined }),
      ],
      NOW,
    );
    expect(summary).toEqual({
      state: 'pending',
      error: undefined,
      lastAttemptAt: at(-1),
      lastSuccessAt: at(-4),
      nextAttemptAt: at(3),
    });
    expect(parts).toHaveLength(3);
  });

  it('says nothing of times where nothing was ever tried', () => {
    expect(summarizeSource([{ kind: 'controlPlane' }], NOW)).toEqual({
      state: 'pending',
      parts: [{ kind: 'controlPlane', state: 'pending' }],
    });
  });

  it('is fresh only where all of it is, whatever the order', () => {
    const parts = [
      part({ kind: 'a' }),
      part({ kind: 'b' }),
      part({ kind: 'c' }),
    ];
    expect(summarizeSource(parts, NOW).state).toBe('fresh');
    for (let index = 0; index < parts.length; index++) {
      const one = parts.map((whole, place) =>
        place === index ? { ...whole, freshUntil: at(-1) } : whole,
      );
      expect(summarizeSource(one, NOW).state).toBe('stale');
    }
  });
});
