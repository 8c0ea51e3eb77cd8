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

import { Turns } from './Turns';

describe('Turns', () => {
  it('lets so many work at once, and the others in the order they came', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const ends: Array<() => void> = [];
    const work = [0, 1, 2, 3].map(index =>
      turns.take(async () => {
        begun.push(index);
        await new Promise<void>(resolve => {
          ends.push(resolve);
        });
        return index;
      }),
    );
    expect(begun).toEqual([0, 1]);
    ends[1]();
    await expect(work[1]).resolves.toBe(1);
    expect(begun).toEqual([0, 1, 2]);
    ends[0]();
    await work[0];
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[2]();
    ends[3]();
    await expect(Promise.all(work)).resolves.toEqual([0, 1, 2, 3]);
  });

  it('goes on after a failure', async () => {
    const turns = new Turns(1);
    await expect(
      turns.take(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(turns.take(async () => 'yes')).resolves.toBe('yes');
  });
});
