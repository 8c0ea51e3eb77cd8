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

import type { SystemRecord } from './types';
import { noteRead, systemState } from './systemState';

const NOW = new Date('2026-11-29T12:00:00Z');
const at = (time: string) => `2026-11-29T${time}:00.000Z`;
const forbidden = { code: 'forbidden' as const, message: 'no' };

describe('systemState', () => {
  it.each<[string, SystemRecord, string]>([
    ['was never read', {}, 'pending'],
    ['was read lately', { succeededAt: at('11:45') }, 'fresh'],
    ['was not read for long', { succeededAt: at('11:44') }, 'stale'],
    ['fails from the beginning', { error: forbidden }, 'forbidden'],
    [
      'fails although it was read lately',
      { succeededAt: at('11:59'), error: forbidden },
      'forbidden',
    ],
  ])('of one that %s', (_, record, state) => {
    expect(systemState(record, NOW)).toBe(state);
  });
});

describe('noteRead', () => {
  it('keeps the last success and the beginning of a failure', () => {
    let record = noteRead({}, at('10:00'));
    expect(record).toEqual({
      attemptedAt: at('10:00'),
      succeededAt: at('10:00'),
    });
    record = noteRead(record, at('10:05'), forbidden);
    record = noteRead(record, at('10:10'), {
      code: 'timeout',
      message: 'no answer',
    });
    expect(record).toEqual({
      attemptedAt: at('10:10'),
      succeededAt: at('10:00'),
      error: { code: 'timeout', message: 'no answer', since: at('10:05') },
    });
  });

  it('forgets a failure with the next success', () => {
    const failing = noteRead({}, at('10:00'), forbidden);
    const mended = noteRead(failing, at('10:05'));
    expect(mended.error).toBeUndefined();
    expect(noteRead(mended, at('10:10'), forbidden).error?.since).toBe(
      at('10:10'),
    );
  });
});
