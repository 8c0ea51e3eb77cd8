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
import { runHop, stepHop, type Kill } from './__testUtils__/stepHop';

const CALLS = ['pushBranch', 'addLabels', 'setStatus'];

describe('GitopsExecutor', () => {
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
  const github = () => gitops.simulator.github;

  /** As a node group says that is made without naming one. */
  function newestRelease(amiType: string, version: string): string {
    const { model } = gitops.simulator;
    const made = model.addCluster(cluster.accountId, {
      name: 'new',
      region: cluster.region,
      version,
      nodegroups: [{ name: 'new', amiType }],
    });
    return made.nodegroups[0].releaseVersion!;
  }

  it('carries a hop through pull request, merge, Argo CD and EKS', async () => {
    const executor = gitops.startExecutor();
    const work = gitops.workOf(cluster);

    const proposed = await runHop(executor, work, { now: now() });
    expect(proposed.calls).toEqual(CALLS);
    expect(proposed.decision).toMatchObject({
      kind: 'wait',
      waiting: { code: 'pullRequest.review' },
    });
    const [pull] = pulls();
    expect(pull).toMatchObject({
      title: `${cluster.name}: Kubernetes ${work.from} to ${work.to}`,
      labels: ['eks-fleet'],
    });
    expect(pull.body).toContain(
      '| Rollout | [Autumn](https://portal.example.com/eks-fleet/go?rollout=r1) |',
    );
    expect(pull.body).toContain('| Wave | 2: production |');
    expect(pull.body).toContain(
      `(https://portal.example.com/eks-fleet/go?rollout=r1&cell=cell-${cluster.name})`,
    );

    await github().merge({ number: 1, user: 'pat' });
    const merged = await runHop(gitops.startExecutor(), proposed.work, {
      now: now(),
    });
    expect(merged.decision).toMatchObject({
      kind: 'wait',
      waiting: { code: 'update.inProgress' },
      notes: { pullRequest: { state: 'merged', mergedBy: 'pat' } },
    });

    gitops.pass(30);
    const underWay = await runHop(executor, merged.work, { now: now() });
    expect(underWay.decision).toMatchObject({
      kind: 'wait',
      waiting: { message: expect.stringContaining('EKS is at it') },
    });

    gitops.pass(3600);
    const done = await runHop(executor, underWay.work, { now: now() });
    expect(done.decision).toMatchObject({ kind: 'succeeded', now: work.to });
    expect(gitops.clusters()[1].version).toBe(work.to);
  }, 60_000);

  it.each<Kill>(['beforeTheCall', 'afterTheCall'])(
    'makes one of each where it is killed %s, and goes on in another process',
    async kill => {
      for (let killedAt = 0; killedAt < CALLS.length; killedAt += 1) {
        let work = gitops.workOf(cluster, { cellId: `killed at ${killedAt}` });
        for (let step = 0; step <= killedAt; step += 1) {
          const taken = await stepHop(gitops.startExecutor(), work, {
            now: now(),
            kill: step === killedAt ? kill : undefined,
          });
          expect(taken.decision).toMatchObject({ action: CALLS[step] });
          work = taken.work;
        }

        const made = await runHop(gitops.startExecutor(), work, { now: now() });

        const own = pulls().filter(
          ({ head }) => head.ref === (work.memory as any).proposal.branch,
        );
        expect(own).toHaveLength(1);
        expect(own[0].labels).toEqual(['eks-fleet']);
        expect(made.decision).toMatchObject({
          kind: 'wait',
          waiting: { code: 'pullRequest.review' },
        });
        await github().close({ number: own[0].number, user: 'pat' });
      }
    },
    120_000,
  );

  it.each([['POST /graphql'], ['POST /repos/{owner}/{repo}/statuses/{sha}']])(
    'makes no second one where the answer to %s is lost',
    async operation => {
      gitops.simulator.addFault({
        match: { service: 'github', operation },
        effect: 'lostAnswer',
        times: 1,
      });
      const { decision } = await runHop(
        gitops.startExecutor(),
        gitops.workOf(cluster),
        { now: now() },
      );
      expect(decision).toMatchObject({
        kind: 'wait',
        waiting: { code: 'pullRequest.review' },
      });
      expect(pulls()).toHaveLength(1);
    },
  );

  it('merges by itself where configured, once, also where the answer is lost', async () => {
    gitops.simulator.addFault({
      match: {
        service: 'github',
        operation: 'PUT /repos/{owner}/{repo}/pulls/{number}/merge',
      },
      effect: 'lostAnswer',
      times: 1,
    });
    const { decision } = await runHop(
      gitops.startExecutor({ automatic: true }),
      gitops.workOf(cluster),
      { now: now() },
    );
    expect(decision).toMatchObject({
      kind: 'wait',
      waiting: { code: 'update.inProgress' },
      notes: { pullRequest: { state: 'merged' } },
    });
    expect(pulls()).toMatchObject([{ mergedBy: 'eks-fleet[bot]' }]);
  });

  it('keeps everybody from merging while its rollout is paused, and lets them once it is not', async () => {
    github().protect('main', { requiredStatusChecks: ['eks-fleet/gates'] });
    const executor = gitops.startExecutor();
    const merge = () => github().merge({ number: 1, user: 'pat' });
    const green = await runHop(executor, gitops.workOf(cluster), {
      now: now(),
    });

    const stood = await runHop(
      executor,
      {
        ...green.work,
        standing: { code: 'paused', message: 'The rollout is paused' },
      },
      { now: now() },
    );
    expect(stood.calls).toEqual(['setStatus']);
    expect(stood.decision).toMatchObject({ waiting: { code: 'paused' } });
    await expect(async () => merge()).rejects.toThrow('eks-fleet/gates');

    const resumed = await runHop(
      executor,
      { ...stood.work, standing: undefined },
      { now: now() },
    );
    expect(resumed.calls).toEqual(['setStatus']);
    await merge();
    expect(pulls()).toMatchObject([{ mergedBy: 'pat' }]);
  });

  it('does not merge what somebody has pushed on its branch', async () => {
    const executor = gitops.startExecutor({ automatic: true });
    let work = gitops.workOf(cluster);
    for (let step = 0; step < 3; step += 1) {
      ({ work } = await stepHop(executor, work, { now: now() }));
    }
    await github().forcePush({
      number: 1,
      user: 'dana',
      files: { 'README.md': 'mine' },
    });

    const { decision } = await runHop(
      gitops.startExecutor({ automatic: true }),
      work,
      { now: now() },
    );

    expect(decision).toMatchObject({
      kind: 'wait',
      waiting: {
        code: 'gate.approval',
        message: expect.stringContaining('what was agreed to is void'),
      },
    });
    expect(pulls()[0].mergedAt).toBeUndefined();
  });

  it('proposes anew where its pull request was closed, on another branch', async () => {
    const executor = gitops.startExecutor();
    const first = await runHop(executor, gitops.workOf(cluster), {
      now: now(),
    });
    await github().close({ number: 1, user: 'pat' });

    const closed = await runHop(gitops.startExecutor(), first.work, {
      now: now(),
    });
    expect(closed.decision).toMatchObject({ kind: 'failed', retryable: true });

    const second = await runHop(
      gitops.startExecutor(),
      gitops.workOf(cluster, { attempt: 2 }),
      { now: now() },
    );
    expect(second.decision).toMatchObject({
      waiting: { code: 'pullRequest.review' },
    });
    const [one, other] = pulls();
    expect(other.state).toBe('open');
    expect(other.head.ref).not.toBe(one.head.ref);
  });

  it('finds its own again after the database was restored, merged too', async () => {
    const work = gitops.workOf(cluster);
    await runHop(gitops.startExecutor(), work, { now: now() });
    const found = await runHop(gitops.startExecutor(), work, { now: now() });
    expect(found.calls).toEqual(['addLabels', 'setStatus']);
    await github().merge({ number: 1, user: 'pat' });
    gitops.pass(3600);

    const restored = await runHop(gitops.startExecutor(), work, { now: now() });

    expect(restored.calls).toEqual([]);
    expect(restored.decision).toMatchObject({ kind: 'succeeded' });
    expect(pulls()).toHaveLength(1);
  });

  it('follows what somebody else has committed, without a pull request', async () => {
    const path = `clusters/${cluster.tags.environment ?? 'other'}/${
      cluster.accountId
    }/${cluster.region}/${cluster.name}/cluster.auto.tfvars.json`;
    const work = gitops.workOf(cluster);
    const text = (await github().file(path))!;
    await github().commit({
      user: 'pat',
      files: {
        [path]: text.replace(
          `"kubernetes_version": "${work.from}"`,
          `"kubernetes_version": "${work.to}"`,
        ),
      },
    });

    const wanted = await runHop(gitops.startExecutor(), work, { now: now() });
    expect(wanted.decision).toMatchObject({
      kind: 'wait',
      waiting: { message: expect.stringContaining('Git wants it already') },
    });
    gitops.pass(3600);
    const done = await runHop(gitops.startExecutor(), wanted.work, {
      now: now(),
    });
    expect(done.decision).toMatchObject({ kind: 'succeeded' });
    expect(pulls()).toHaveLength(0);
  });

  it('moves nodes with their pinned release, apart from the control plane', async () => {
    const before = gitops.workOf(cluster);
    const moved = await runHop(gitops.startExecutor(), before, { now: now() });
    await github().merge({ number: 1, user: 'pat' });
    gitops.pass(3600);
    const upgraded = await runHop(gitops.startExecutor(), moved.work, {
      now: now(),
    });
    expect(upgraded.decision).toMatchObject({ kind: 'succeeded' });
    const nodegroup = gitops
      .clusters()[1]
      .nodegroups.find(({ amiType }) => amiType.startsWith('AL2023'))!;
    const release = newestRelease(nodegroup.amiType, before.to);
    const nodes = gitops.workOf(cluster, {
      kind: 'nodegroup',
      name: nodegroup.name,
      from: nodegroup.version,
      to: before.to,
    });

    const proposed = await runHop(
      gitops.startExecutor({ newestRelease: release }),
      nodes,
      { now: now() },
    );
    expect(proposed.decision).toMatchObject({
      waiting: { code: 'pullRequest.review' },
    });
    await github().merge({ number: 2, user: 'pat' });
    gitops.pass(7200);
    const done = await runHop(gitops.startExecutor(), proposed.work, {
      now: now(),
    });

    expect(done.decision).toMatchObject({ kind: 'succeeded', now: before.to });
    expect(
      gitops
        .clusters()[1]
        .nodegroups.find(({ name }) => name === nodegroup.name),
    ).toMatchObject({ version: before.to, releaseVersion: release });
  }, 60_000);
});
