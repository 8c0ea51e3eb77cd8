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

import type { IngestRefusal } from '../IngestRefusal';
import { judgePart, type KnownSnapshot } from './judgePart';

const OPEN: KnownSnapshot = { state: 'open', parts: 2, lastHash: 'b' };

describe('judgePart', () => {
  it.each<[string, KnownSnapshot | undefined, number, string, boolean]>([
    ['begins a snapshot', undefined, 0, 'a', false],
    ['is the next one', OPEN, 2, 'c', false],
    ['is the last one again', OPEN, 1, 'b', true],
    [
      'is the final one again, not yet taken in',
      { ...OPEN, state: 'complete' },
      1,
      'b',
      true,
    ],
    [
      'is the final one again, long taken in',
      { ...OPEN, state: 'taken' },
      1,
      'b',
      true,
    ],
  ])('takes a part that %s', (_, known, sequence, hash, isRepeated) => {
    expect(judgePart(known, { sequence, hash })).toBe(isRepeated);
  });

  it.each<[string, KnownSnapshot | undefined, number, string, string, number]>([
    ['of a snapshot without a beginning', undefined, 3, 'a', 'outOfOrder', 0],
    ['that leaves one out', OPEN, 3, 'c', 'outOfOrder', 2],
    ['that came before the last', OPEN, 0, 'a', 'replayed', 2],
    ['under a number that said something else', OPEN, 1, 'x', 'replayed', 2],
    [
      'of a snapshot that is complete',
      { ...OPEN, state: 'complete' },
      2,
      'c',
      'replayed',
      0,
    ],
    [
      'of a snapshot that was taken',
      { ...OPEN, state: 'taken' },
      0,
      'a',
      'replayed',
      0,
    ],
    [
      'of a snapshot that another one has followed',
      { ...OPEN, state: 'dropped' },
      1,
      'b',
      'superseded',
      0,
    ],
  ])('refuses a part %s', (_, known, sequence, hash, reason, expected) => {
    let refusal: IngestRefusal | undefined;
    try {
      judgePart(known, { sequence, hash });
    } catch (error) {
      refusal = error as IngestRefusal;
    }
    expect(refusal).toMatchObject({ reason, expected, statusCode: 409 });
    expect(refusal!.message).toContain(
      expected === 0 ? 'part 0' : `send part ${expected}`,
    );
  });
});
