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

import { targetState } from './targetState';

const now = new Date('2026-11-23T12:00:00Z');
const target = {
  errorCode: '' as const,
  unmanagedSince: '',
  lastSuccessAt: '2026-11-23T11:30:00.000Z',
  freshUntil: '2026-11-23T12:00:01.000Z',
};

describe('targetState', () => {
  it.each([
    ['fresh', {}],
    ['stale', { freshUntil: '2026-11-23T12:00:00.000Z' }],
    ['pending', { lastSuccessAt: '', freshUntil: '' }],
    ['forbidden', { errorCode: 'forbidden' as const }],
    ['throttled', { errorCode: 'throttled' as const, lastSuccessAt: '' }],
    ['unmanaged', { unmanagedSince: '2026-11-20T00:00:00.000Z' }],
    [
      'unmanaged',
      {
        unmanagedSince: '2026-11-20T00:00:00.000Z',
        freshUntil: '2026-11-20T00:00:00.000Z',
      },
    ],
  ])('is %s for %j', (expected, change) => {
    expect(targetState({ ...target, ...change }, now)).toBe(expected);
  });
});
