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

import { CHANGE, propose } from '../__testUtils__/propose';
import {
  startFleetHost,
  type FleetHost,
} from '../__testUtils__/startFleetHost';
import { GitFailure } from '../hosts/GitFailure';
import { findRivals } from './branches';
import { PullRequestFollower } from './PullRequestFollower';

const LIST = 'GET /repos/{owner}/{repo}/pulls';
const GET = 'GET /repos/{owner}/{repo}/pulls/{number}';

describe('PullRequestFollower', () => {
  let host: FleetHost;

  beforeEach(async () => {
    host = await startFleetHost();
  });

  afterEach(async () => {
    await host.stop();
  });

  async function proposeMany(count: number) {
    const repository = host.startService().repository('fleet', 'test');
    for (let n = 0; n < count; n += 1) {
      await propose(repository, {
        ...CHANGE,
        key: `${n}`,
        subject: `cluster ${n}`,
      });
    }
  }

  it('asks for one list and for what has changed, and pays nothing where nothing has', async () => {
    await proposeMany(3);
    const service = host.startService();
    const follower = service.follower('fleet');
    await follower.look([1, 2, 3], { maxAgeSeconds: 0 });
    // GitHub finds out whether they merge, and says so from then on.
    await follower.look([1, 2, 3], { maxAgeSeconds: 0 });
    const { remaining } = service.hosts()[0];
    host.simulator.resetCalls();

    for (let looks = 0; looks < 5; looks += 1) {
      const seen = await follower.look([1, 2, 3], { maxAgeSeconds: 0 });
      expect([...seen.values()]).toMatchObject([
        { number: 1, state: 'open', mergeability: 'ready' },
        { number: 2, state: 'open' },
        { number: 3, state: 'open' },
      ]);
    }

    expect(host.calls(LIST)).toBe(5);
    expect(host.calls(GET)).toBe(0);
    expect(service.hosts()[0].remaining).toBe(remaining);
  });

  it('reads what one event is about at once, although the list is young', async () => {
    await proposeMany(2);
    const follower = host.startService().follower('fleet');
    await follower.look([1, 2]);
    await host.simulator.github.merge({ number: 2, user: 'pat' });
    host.simulator.resetCalls();

    expect((await follower.look([1, 2])).get(2)).toMatchObject({
      state: 'open',
    });
    expect(host.calls(LIST)).toBe(0);

    follower.note({ number: 2 });
    expect((await follower.look([1, 2])).get(2)).toMatchObject({
      state: 'merged',
      mergedBy: 'pat',
    });
    expect(host.calls(LIST)).toBe(1);
  });

  it('asks once more where an event comes while it reads the list', async () => {
    await proposeMany(1);
    const repository = host.startService().repository('fleet', 'follow');
    const lists = jest.spyOn(repository, 'listPullRequests');
    const follower = new PullRequestFollower(repository, 'main');
    lists.mockImplementationOnce(async () => {
      follower.note({});
      return { items: [], isComplete: true };
    });
    expect(await follower.recent()).toEqual([]);
    expect(await follower.recent()).toMatchObject([{ number: 1 }]);
    await follower.recent();
    expect(lists).toHaveBeenCalledTimes(2);
  });

  it('shares one list among those who ask together', async () => {
    await proposeMany(1);
    const follower = host.startService().follower('fleet');
    host.simulator.resetCalls();

    await Promise.all([
      follower.look([1]),
      follower.look([1]),
      follower.recent(),
    ]);

    expect(host.calls(LIST)).toBe(1);
  });

  it('spoils nothing else with one that cannot be read', async () => {
    await proposeMany(1);
    const seen = await host.startService().follower('fleet').look([1, 99]);

    expect(seen.get(1)).toMatchObject({ state: 'open' });
    expect(seen.get(99)).toBeInstanceOf(GitFailure);
    expect(seen.get(99)).toMatchObject({ reason: 'notFound' });
  });

  it('renews old looks, some at a time', async () => {
    await proposeMany(1);
    let now = new Date('2026-11-26T09:00:00Z');
    const follower = new PullRequestFollower(
      host.startService().repository('fleet', 'follow'),
      'main',
      () => now,
    );
    await follower.look([1]);
    await follower.look([1]);
    host.simulator.resetCalls();

    await follower.look([1]);
    expect(host.calls(GET)).toBe(0);
    now = new Date('2026-11-26T09:06:00Z');
    await follower.look([1]);
    expect(host.calls(GET)).toBe(1);
  });

  it('shows who else is about the same thing', async () => {
    const repository = host.startService().repository('fleet', 'test');
    await propose(repository);
    const pullRequests = await host.startService().follower('fleet').recent();

    expect(findRivals('demo', CHANGE, pullRequests)).toEqual([]);
    expect(findRivals('other', CHANGE, pullRequests)).toMatchObject([
      { pullRequest: { number: 1 }, branch: { installationId: 'demo' } },
    ]);
    expect(
      findRivals('demo', { ...CHANGE, key: 'later' }, pullRequests),
    ).toMatchObject([{ pullRequest: { number: 1 } }]);
    expect(
      findRivals('other', { ...CHANGE, subject: 'x' }, pullRequests),
    ).toEqual([]);
  });
});
