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

import { RateWindow } from './RateWindow';

const at = (seconds: number) => new Date(1000 * seconds);

describe('RateWindow', () => {
  it('allows so many in each window, for each key', () => {
    const window = new RateWindow({ max: 2, lengthMs: 60_000 });
    const takes = (key: string, seconds: number) =>
      window.take(key, at(seconds));
    expect([takes('a', 0), takes('a', 1), takes('a', 59)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(takes('b', 59)).toBe(true);
    expect(takes('a', 60)).toBe(true);
  });

  it('does not grow without end', () => {
    const window = new RateWindow({ max: 5, lengthMs: 60_000 });
    const allowed = Array.from({ length: 10_100 }, (_, index) =>
      window.take(`key-${index}`, at(0)),
    ).filter(Boolean);
    expect(allowed).toHaveLength(10_005);
  });
});
