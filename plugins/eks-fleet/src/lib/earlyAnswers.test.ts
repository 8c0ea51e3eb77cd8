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

import { askEarly, takeEarly } from './earlyAnswers';

describe('earlyAnswers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives an answer to the one who asks the same, once', async () => {
    askEarly('fleet?a=1', async () => 7);
    expect(takeEarly('fleet?a=2')).toBeUndefined();
    await expect(takeEarly('fleet?a=1')).resolves.toBe(7);
    expect(takeEarly('fleet?a=1')).toBeUndefined();
  });

  it('fails where it is taken, and nowhere else', async () => {
    askEarly('fleet', async () => {
      throw new Error('denied');
    });
    await Promise.resolve();
    await expect(takeEarly('fleet')).rejects.toThrow('denied');
  });

  it('forgets what nobody takes', () => {
    askEarly('fleet', async () => 7);
    jest.advanceTimersByTime(29_000);
    askEarly('fleet', async () => 8);
    jest.advanceTimersByTime(29_000);
    expect(takeEarly('fleet')).toBeDefined();
    askEarly('fleet', async () => 9);
    jest.advanceTimersByTime(30_000);
    expect(takeEarly('fleet')).toBeUndefined();
  });
});
