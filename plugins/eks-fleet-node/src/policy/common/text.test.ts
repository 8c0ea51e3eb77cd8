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

import { cleanName, cleanText, timeOf } from './text';

describe('cleanText', () => {
  it.each([
    ['plain\ntext', 'plain\ntext'],
    ['  \u0000\u001b[0m ', '[0m'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['\ud800', '\ufffd'],
    [7, '7'],
    ['\u0007', undefined],
    ['', undefined],
    [{}, undefined],
    [undefined, undefined],
  ])('makes %j %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('cuts between characters', () => {
    for (const length of [9, 10, 11, 12]) {
      const cut = cleanText('🙈'.repeat(1_000), length)!;
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(cut).toMatch(/^(🙈)+…$/u);
    }
  });
});

describe('cleanName', () => {
  it('keeps long names different', () => {
    const long = 'a'.repeat(1_000);
    const [one, other] = [cleanName(`${long}1`)!, cleanName(`${long}2`)!];
    expect(one).not.toBe(other);
    expect(one.length).toBeLessThanOrEqual(253);
    expect(cleanName('a\nb')).toBe('a b');
  });
});

describe('timeOf', () => {
  it('takes no time before there was any', () => {
    expect(timeOf({ seconds: -1 })).toBeUndefined();
    expect(timeOf({ seconds: 0 })).toBeUndefined();
    expect(timeOf(null)).toBeUndefined();
  });
});
