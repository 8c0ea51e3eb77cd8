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

import { NetworkIndex } from '../preflight';
import { aConfig } from '../preflight/__testUtils__/grounds';
import { GroundReader, type GroundSources } from './GroundReader';

const WHO = { owner: 'group:default/payments', userRef: 'user:default/ada' };

/** A fleet whose accounts tell how often it was read, and when each reading ends. */
function setUp() {
  let seconds = 0;
  let reads = 0;
  const waiting: Array<(fails?: Error) => void> = [];
  const sources = {
    config: aConfig(),
    clusters: { find: async () => [] },
    observations: { ofMany: async () => new Map() },
    targets: {
      list: () => {
        reads += 1;
        const accountId = `${reads}`;
        return new Promise((resolve, reject) =>
          waiting.push(error =>
            error
              ? reject(error)
              : resolve([
                  { accountId, region: 'eu-west-1', lastSuccessAt: 'now' },
                ]),
          ),
        );
      },
    },
    things: { list: async () => [] },
    versions: { calendar: async () => undefined },
    prices: {},
    network: () => new NetworkIndex({ blocks: [] }),
    owners: { look: async () => ({}) },
    now: () => new Date(Date.UTC(2026, 10, 30) + seconds * 1000),
  } as unknown as GroundSources;
  const reader = new GroundReader(sources);
  return {
    reader,
    reads: () => reads,
    at: (count: number) => {
      seconds = count;
    },
    /** Ends what is being read. */
    settle: async (fails?: Error) => {
      await Promise.resolve();
      waiting.splice(0).forEach(end => end(fails));
      await new Promise(resolve => setImmediate(resolve));
    },
    ask: async (options?: { typing?: boolean }) => {
      const { accounts } = await reader.read(WHO, [], options);
      return [...accounts.keys()].join();
    },
  };
}

describe('GroundReader', () => {
  it('reads the fleet once for all who ask at one time, and for ten seconds', async () => {
    const { ask, at, reads, settle } = setUp();
    const both = Promise.all([ask(), ask({ typing: true })]);
    await settle();
    await expect(both).resolves.toEqual(['1', '1']);
    at(10);
    await expect(ask()).resolves.toBe('1');
    expect(reads()).toBe(1);
  });

  it('keeps nobody waiting who types, while it is read again; what is asked for is judged by what is there', async () => {
    const { ask, at, settle } = setUp();
    const first = ask();
    await settle();
    await first;
    at(11);
    await expect(ask({ typing: true })).resolves.toBe('1');
    const asked = ask();
    await settle();
    await expect(asked).resolves.toBe('2');
    await expect(ask({ typing: true })).resolves.toBe('2');
    // After a long while nobody is shown what was.
    at(72);
    const typed = ask({ typing: true });
    await settle();
    await expect(typed).resolves.toBe('3');
  });

  it('does not keep what was read before it was told to forget', async () => {
    const { ask, reader, settle } = setUp();
    const before = ask();
    await Promise.resolve();
    reader.forget();
    const after = ask();
    await settle();
    await expect(Promise.all([before, after])).resolves.toEqual(['1', '2']);
    await expect(ask()).resolves.toBe('2');
  });

  it('shows what it knows where it cannot read again, and reads once more', async () => {
    const { ask, at, settle } = setUp();
    const first = ask();
    await settle();
    await first;
    at(11);
    await expect(ask({ typing: true })).resolves.toBe('1');
    await settle(new Error('The database sleeps'));
    const asked = ask();
    await settle(new Error('The database sleeps'));
    await expect(asked).rejects.toThrow('The database sleeps');
    const again = ask();
    await settle();
    await expect(again).resolves.toBe('4');
  });
});
