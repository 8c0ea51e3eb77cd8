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

import type { AwsCredentialIdentity } from '@aws-sdk/types';
import { memoizeCredentials } from './memoizeCredentials';

const MINUTE = 60_000;

describe('memoizeCredentials', () => {
  let now: number;
  let provider: jest.Mock<Promise<AwsCredentialIdentity>, []>;
  let memo: ReturnType<typeof memoizeCredentials>;

  const session = (name: string, minutes?: number): AwsCredentialIdentity => ({
    accessKeyId: name,
    secretAccessKey: 'secret',
    expiration:
      minutes === undefined ? undefined : new Date(now + minutes * MINUTE),
  });
  const ask = async () => (await memo()).accessKeyId;

  beforeEach(() => {
    now = Date.parse('2026-11-23T09:00:00Z');
    let sessions = 0;
    provider = jest.fn(async () => session(`session-${++sessions}`, 60));
    memo = memoizeCredentials(provider, () => now);
  });

  it('makes one call serve all who ask at once', async () => {
    const names = await Promise.all(Array.from({ length: 100 }, ask));
    expect(new Set(names)).toEqual(new Set(['session-1']));
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('fetches anew five minutes before the end, once for all who ask', async () => {
    await ask();
    now += 55 * MINUTE - 1;
    expect(await ask()).toBe('session-1');
    now += 1;
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(
      Array(3).fill('session-2'),
    );
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('keeps credentials without an end', async () => {
    provider.mockResolvedValueOnce(session('forever'));
    await ask();
    now += 1e12;
    expect(await ask()).toBe('forever');
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('goes on with the old ones while they hold when no new ones come', async () => {
    await ask();
    provider.mockRejectedValue(new Error('STS is away'));
    now += 56 * MINUTE;
    expect(await Promise.all([ask(), ask()])).toEqual(
      Array(2).fill('session-1'),
    );
    expect(await ask()).toBe('session-1');
    expect(provider).toHaveBeenCalledTimes(2);
    now += 5000;
    expect(await ask()).toBe('session-1');
    expect(provider).toHaveBeenCalledTimes(3);
    now += 4 * MINUTE;
    await expect(ask()).rejects.toThrow('STS is away');
  });

  it('lets one failure answer for five seconds, and asks again then', async () => {
    provider.mockRejectedValueOnce(new Error('denied'));
    await expect(ask()).rejects.toThrow('denied');
    now += 4999;
    await expect(ask()).rejects.toThrow('denied');
    expect(provider).toHaveBeenCalledTimes(1);
    now += 1;
    expect(await ask()).toBe('session-1');
    expect(provider).toHaveBeenCalledTimes(2);
  });
});
