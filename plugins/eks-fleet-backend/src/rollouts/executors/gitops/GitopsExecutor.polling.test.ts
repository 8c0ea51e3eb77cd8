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
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startGitops, type StartedGitops } from './__testUtils__/startGitops';
import { runHop } from './__testUtils__/stepHop';

jest.setTimeout(240_000);

const LIST = 'GET /repos/{owner}/{repo}/pulls';
const INTERVAL_SECONDS = 30;
/** More than GitHub lists on a page. */
const OTHERS = 90;
const CELLS = 20;

describe('following pull requests', () => {
  let gitops: StartedGitops;

  beforeEach(async () => {
    gitops = await startGitops(`1x1x${CELLS}`);
  });

  afterEach(async () => {
    await gitops.stop();
  });

  const now = () => gitops.clock.now();

  /** How often a list was asked for, and how often it was as before. */
  function lists() {
    const counts = gitops.simulator
      .calls()
      .filter(({ operation }) => operation === LIST);
    const sum = (status?: number) =>
      counts
        .filter(each => status === undefined || each.status === status)
        .reduce((total, { count }) => total + count, 0);
    return { all: sum(), unchanged: sum(304), paid: sum(200) };
  }

  /** What people propose in the same repository. */
  async function openOthers() {
    const { apiUrl } = gitops.simulator.github;
    for (let index = 0; index < OTHERS; index += 1) {
      const head = `topic-${index}`;
      await gitops.simulator.github.commit({
        user: 'pat',
        branch: head,
        files: { [`notes/${index}.md`]: 'A note\n' },
      });
      const { status } = await fetch(`${apiUrl}/repos/acme/fleet/pulls`, {
        method: 'POST',
        headers: { authorization: `token ${gitops.token}` },
        body: JSON.stringify({ title: head, head, base: 'main' }),
      });
      expect(status).toBe(201);
    }
  }

  it('costs two lists an interval and nothing of the quota, however many are open', async () => {
    const before = gitops.startExecutor();
    const works: TrackWork[] = [];
    for (const cluster of gitops.clusters()) {
      const work = gitops.workOf(cluster);
      works.push((await runHop(before, work, { now: now() })).work);
    }
    await openOthers();
    expect(gitops.simulator.github.pulls()).toHaveLength(CELLS + OTHERS);

    const executor = gitops.startExecutor();
    const look = () =>
      executor.observe(works, {
        now: now(),
        signal: new AbortController().signal,
      });
    const interval = async () => {
      gitops.pass(INTERVAL_SECONDS);
      gitops.simulator.resetCalls();
      await look();
      return lists();
    };
    // GitHub finds out whether they merge, and says so from then on.
    await interval();
    await interval();
    const { remaining } = await quota();

    const quiet = [];
    for (let left = 24; left > 0; left -= 1) {
      quiet.push(await interval());
    }
    for (const each of quiet) {
      expect(each.all).toBeLessThanOrEqual(2);
      expect(each).toEqual({ all: each.all, unchanged: each.all, paid: 0 });
    }
    expect(await quota()).toEqual({ remaining });

    await gitops.simulator.github.merge({ number: 3, user: 'pat' });
    const merged = await interval();
    expect(merged.all).toBeLessThanOrEqual(2);
    expect(merged.paid).toBeGreaterThanOrEqual(1);
    expect((await quota()).remaining).toBeLessThan(remaining);
    const [third] = (await look()).flatMap(observed =>
      'git' in observed &&
      observed.git.kind === 'pullRequest' &&
      observed.git.detail.number === 3
        ? [observed.git.detail]
        : [],
    );
    expect(third).toMatchObject({ state: 'merged', mergedBy: 'pat' });
    process.stdout.write(
      `${CELLS + OTHERS} pull requests open: ${
        quiet[0].all
      } lists an interval, ${quiet[0].unchanged} of them 304\n`,
    );
  });

  async function quota() {
    const { apiUrl } = gitops.simulator.github;
    const answer = await fetch(`${apiUrl}/rate_limit`, {
      headers: { authorization: `token ${gitops.token}` },
    });
    const { resources } = await answer.json();
    return { remaining: resources.core.remaining };
  }
});
