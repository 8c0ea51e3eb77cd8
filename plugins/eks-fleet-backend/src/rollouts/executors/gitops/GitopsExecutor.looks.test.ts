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

import type { Cluster } from '@eks-fleet/simulator';
import { startGitops, type StartedGitops } from './__testUtils__/startGitops';
import { runHop } from './__testUtils__/stepHop';

describe('GitopsExecutor, looking', () => {
  let gitops: StartedGitops;
  let cluster: Cluster;

  beforeEach(async () => {
    gitops = await startGitops('1x1x3');
    cluster = gitops.clusters()[1];
  });

  afterEach(async () => {
    await gitops.stop();
  });

  const now = () => gitops.clock.now();
  const pulls = () => gitops.simulator.github.pulls();

  it("stops for another portal's pull request on the same part", async () => {
    const work = gitops.workOf(cluster);
    await runHop(
      gitops.startExecutor(),
      { ...work, installationId: 'elsewhere' },
      { now: now() },
    );
    const { calls, decision } = await runHop(gitops.startExecutor(), work, {
      now: now(),
    });
    expect(calls).toEqual([]);
    expect(decision).toMatchObject({
      kind: 'wait',
      waiting: {
        code: 'pullRequest.foreign',
        message: expect.stringContaining('of another portal (elsewhere)'),
      },
    });
    expect(pulls()).toHaveLength(1);
  });

  it.each([
    ['down', { effect: 'reset' as const }, { code: 'source.unreachable' }],
    [
      'asking to be left alone',
      { effect: 'throttle' as const },
      { code: 'source.throttled', until: expect.any(String) },
    ],
  ])(
    'waits for a host that is %s, and goes on',
    async (_, fault, waiting) => {
      gitops.simulator.addFault({ match: { service: 'github' }, ...fault });
      const work = gitops.workOf(cluster);
      const first = await runHop(gitops.startExecutor(), work, { now: now() });
      expect(first.decision).toMatchObject({ kind: 'wait', waiting });

      gitops.simulator.clearFaults();
      const then = await runHop(gitops.startExecutor(), first.work, {
        now: now(),
      });
      expect(then.decision).toMatchObject({
        waiting: { code: 'pullRequest.review' },
      });
    },
    30_000,
  );

  it('asks two lists of a repository for a look, however many cells wait', async () => {
    const executor = gitops.startExecutor();
    const waiting = [];
    for (const each of gitops.clusters()) {
      waiting.push(
        (await runHop(executor, gitops.workOf(each), { now: now() })).work,
      );
    }
    const another = gitops.startExecutor();
    const context = { now: now(), signal: new AbortController().signal };
    gitops.simulator.resetCalls();
    await another.observe(waiting, context);
    await another.observe(waiting, context);

    expect(gitops.calls('GET /repos/{owner}/{repo}/pulls')).toBeLessThanOrEqual(
      2,
    );
  }, 30_000);

  it('says what it can do for a cluster, or why not', async () => {
    const executor = gitops.startExecutor();
    const { cluster: ours } = gitops.workOf(cluster);
    expect(await executor.abilityFor(ours)).toEqual({
      canRollBack: false,
      nodesApart: true,
      walksMinorsAlone: false,
      queue: 'fleet',
    });
    expect(await executor.abilityFor({ ...ours, labels: {} })).toMatchObject({
      cannot: expect.stringContaining('label'),
    });
    expect(
      await gitops.startExecutor({ writes: 'off' }).abilityFor(ours),
    ).toMatchObject({
      cannot: 'eksFleet.writes is off, so nothing can be proposed.',
    });
  });

  it('has a branch of its own for each cell, track, hop and attempt', async () => {
    const work = gitops.workOf(cluster);
    const branches = new Set<string>();
    const variants = [
      work,
      { ...work, attempt: 2 },
      { ...work, cellId: 'other' },
      { ...work, rollout: { ...work.rollout, id: 'r2' } },
      { ...work, installationId: 'elsewhere' },
    ];
    for (const variant of variants) {
      const [observed] = await gitops.startExecutor().observe([variant], {
        now: now(),
        signal: new AbortController().signal,
      });
      branches.add((observed as any).git.record.branch);
    }
    expect(branches.size).toBe(variants.length);
  });
});
