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

import type { PolicySelection } from '../store/types';
import { SharedReads } from './SharedReads';

const selection = (which: Partial<PolicySelection>) =>
  ({ scope: 'all', filters: [], now: new Date(), ...which } as PolicySelection);

describe('reads that are shared', () => {
  const reads = new SharedReads<number>();
  let runs = 0;
  const read = (which: Partial<PolicySelection>) =>
    reads.read(selection(which), async () => {
      runs += 1;
      return runs;
    });
  beforeEach(() => {
    runs = 0;
  });

  it('are one for those who ask for the same at the same moment', async () => {
    const both = [read({}), read({ now: new Date(0) })];
    expect(await Promise.all(both)).toEqual([1, 1]);
  });

  it.each<[string, Partial<PolicySelection>]>([
    ['who may read other clusters', { scope: 'none' }],
    [
      'whose rights have other conditions',
      {
        scope: {
          resourceType: 'eks-fleet-cluster',
          rule: 'IN_ACCOUNT',
          params: { accounts: ['111122223333'] },
        } as unknown as PolicySelection['scope'],
      },
    ],
    ['who filters', { filters: [{ region: ['eu-west-1'] }] as never }],
    ['who asks for other policies', { names: ['no-latest'] }],
  ])('are not shared with those %s', async (_, which) => {
    expect(await Promise.all([read({}), read(which)])).toEqual([1, 2]);
  });

  it('are made anew once they are done, also where they failed', async () => {
    await read({});
    expect(await read({})).toBe(2);
    const failing = () =>
      reads.read(selection({}), () => Promise.reject(new Error('lost')));
    await expect(failing()).rejects.toThrow('lost');
    expect(await read({})).toBe(3);
  });
});
