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

import { isDue, nextAttempt } from './nextAttempt';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('nextAttempt', () => {
  it.each([
    [{ clusterCount: 5 }, 600, '2026-11-23T09:10:00.000Z'],
    [{ clusterCount: 0 }, 600, '2026-11-23T10:00:00.000Z'],
    [{ clusterCount: 0 }, 7200, '2026-11-23T11:00:00.000Z'],
    [{ error: 'notAllowed' }, 600, '2026-11-24T09:00:00.000Z'],
    [{ error: 'forbidden' }, 600, '2026-11-23T09:10:00.000Z'],
    [{ error: 'throttled' }, 600, '2026-11-23T09:10:00.000Z'],
    [{ error: 'disabled' }, 600, '2026-11-23T09:10:00.000Z'],
  ] as const)('after %j with %d s is %s', (outcome, frequency, next) => {
    expect(nextAttempt(outcome, NOW, frequency).toISOString()).toBe(next);
  });
});

describe('isDue', () => {
  it.each([
    [undefined, true],
    ['2026-11-23T08:00:00Z', true],
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T09:05:00Z', true],
    ['2026-11-23T09:05:00.001Z', false],
    ['2026-11-24T09:00:00Z', false],
  ])('at nine for %s is %s', (next, due) => {
    expect(isDue(next, NOW, 600)).toBe(due);
  });
});
