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

import { SharedRead } from './SharedRead';

function controlled() {
  const begun: Array<{
    signal: AbortSignal;
    resolve: (value: string) => void;
    reject: (error: Error) => void;
  }> = [];
  const read = new SharedRead<string>(
    signal =>
      new Promise((resolve, reject) => {
        begun.push({ signal, resolve, reject });
      }),
  );
  return { read, begun };
}

describe('SharedRead', () => {
  it('reads once for all who ask while it goes on, and after', async () => {
    const { read, begun } = controlled();
    const both = [read.get(), read.get()];
    begun[0].resolve('pods');
    expect(await Promise.all(both)).toEqual(['pods', 'pods']);
    expect(await read.get()).toBe('pods');
    expect(begun).toHaveLength(1);
    expect(begun[0].signal.aborted).toBe(false);
  });

  it('gives each failure to those who waited for it, and tries again for the next', async () => {
    const { read, begun } = controlled();
    const both = [read.get(), read.get()];
    begun[0].reject(new Error('no'));
    expect(
      (await Promise.allSettled(both)).map(({ status }) => status),
    ).toEqual(['rejected', 'rejected']);
    const next = read.get();
    begun[1].resolve('pods');
    expect(await next).toBe('pods');
  });

  it('goes on while somebody still waits', async () => {
    const { read, begun } = controlled();
    const abort = new AbortController();
    const gone = read.get(abort.signal);
    const waiting = read.get();
    abort.abort();
    await expect(gone).rejects.toMatchObject({ code: 'timeout' });
    expect(begun[0].signal.aborted).toBe(false);
    begun[0].resolve('pods');
    expect(await waiting).toBe('pods');
  });

  it('ends when nobody waits any more, and begins anew for the next', async () => {
    const { read, begun } = controlled();
    const abort = new AbortController();
    const gone = read.get(abort.signal);
    abort.abort();
    await expect(gone).rejects.toMatchObject({ code: 'timeout' });
    expect(begun[0].signal.aborted).toBe(true);
    const next = read.get();
    expect(begun).toHaveLength(2);
    begun[0].reject(new Error('aborted'));
    begun[1].resolve('pods');
    expect(await next).toBe('pods');
    expect(await read.get()).toBe('pods');
    expect(begun).toHaveLength(2);
  });

  it('does not begin for whom the time is up', async () => {
    const { read, begun } = controlled();
    await expect(read.get(AbortSignal.abort())).rejects.toMatchObject({
      code: 'timeout',
    });
    expect(begun.every(({ signal }) => signal.aborted)).toBe(true);
  });
});
