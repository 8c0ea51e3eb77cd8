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
import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Cluster } from '@eks-fleet/simulator';
import type { WavePlan } from '../../records';
import {
  startGitops,
  type GitopsSettings,
  type StartedGitops,
} from './__testUtils__/startGitops';
import {
  startGitopsRollout,
  type StartedRollout,
} from './__testUtils__/startGitopsRollout';

jest.setTimeout(180_000);

const GATES = 'eks-fleet/gates';

describe('one pull request for a wave', () => {
  let gitops: StartedGitops;
  let clusters: Cluster[];
  let rollout: StartedRollout;

  beforeEach(async () => {
    gitops = await startGitops('1x1x18');
    clusters = gitops.clusters().slice(0, 3);
  });

  afterEach(async () => {
    await rollout?.stop();
    await gitops.stop();
  });

  const github = () => gitops.simulator.github;
  const pulls = () => github().pulls();
  const path = ({ accountId, name, region, tags }: Cluster) =>
    `clusters/${
      tags.environment ?? 'other'
    }/${accountId}/${region}/${name}/cluster.auto.tfvars.json`;

  async function status(number = 1): Promise<string | undefined> {
    const { sha } = pulls().find(each => each.number === number)!.head;
    const answer = await fetch(
      `${github().apiUrl}/repos/acme/fleet/commits/${sha}/status`,
      { headers: { authorization: `token ${gitops.token}` } },
    );
    const { statuses } = await answer.json();
    return statuses.find((each: any) => each.context === GATES)?.state;
  }

  async function start(
    options: GitopsSettings & {
      approvedBy?: string;
      strategy?: Partial<RolloutStrategy>;
      wave?: Partial<WavePlan>;
    } = {},
  ) {
    rollout = await startGitopsRollout(gitops, clusters, {
      ...options,
      strategy: { pullRequests: 'perWave', ...options.strategy },
    });
  }

  const tracks = () => Promise.all([1, 2, 3].map(each => rollout.track(each)));
  const states = async () =>
    Promise.all([1, 2, 3].map(async each => (await rollout.cell(each)).state));

  const versions = () =>
    clusters.map(
      ({ arn }) => gitops.clusters().find(each => each.arn === arn)!.version,
    );

  /** Of the versions that their own hops go to. */
  const targets = () => clusters.map(cluster => gitops.workOf(cluster).to);

  it('holds all of its cells, goes green, and moves each once it is merged', async () => {
    // All to one version, as one hop of a track is one change.
    const to = oneTarget();
    await start();
    await rollout.reconcile(8);

    expect(pulls()).toHaveLength(1);
    expect(pulls()[0]).toMatchObject({
      title: `wave-1: Kubernetes ${to} in 3 clusters`,
      labels: ['eks-fleet'],
    });
    for (const cluster of clusters) {
      expect(pulls()[0].body).toContain(cluster.arn);
      expect(
        await github().file(path(cluster), { branch: pulls()[0].head.ref }),
      ).toContain(`"kubernetes_version": "${to}"`);
    }
    expect(await status()).toBe('success');
    for (const track of await tracks()) {
      expect(track).toMatchObject({
        state: 'running',
        pullRequest: { number: 1, state: 'open' },
        waiting: { code: 'pullRequest.review' },
      });
    }
    expect(gitops.calls('POST /graphql')).toBe(1);

    await github().merge({ number: 1, user: 'pat' });
    await rollout.reconcile(70);

    expect(await states()).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(await rollout.rollout()).toMatchObject({ lifecycle: 'done' });
    expect(pulls()).toHaveLength(1);
    expect(versions()).toEqual([to, to, to]);
  });

  it('is merged by the portal once, where configured', async () => {
    oneTarget();
    await start({ automatic: true, approvedBy: 'user:default/sam' });
    await rollout.reconcile(12);
    expect(pulls()).toMatchObject([
      { mergedBy: 'eks-fleet[bot]', state: 'closed' },
    ]);
    expect(gitops.calls('PUT /repos/{owner}/{repo}/pulls/{number}/merge')).toBe(
      1,
    );
  });

  it('is never merged with anything that was not proposed', async () => {
    oneTarget();
    github().protect('main', { requiredApprovingReviews: 1 });
    await start({ automatic: true });
    await rollout.reconcile(8);
    await github().commit({
      user: 'dana',
      branch: pulls()[0].head.ref,
      files: { 'modules/admin.tf': 'resource "aws_iam_user" "dana" {}\n' },
    });
    github().approve({ number: 1, user: 'pat' });
    await rollout.reconcile(4);
    expect(pulls()[0].mergedAt).toBeUndefined();
    expect(await status()).toBe('failure');
    for (const track of await tracks()) {
      expect(track.waiting).toMatchObject({
        code: 'gate.approval',
        message: expect.stringContaining(
          'modules/admin.tf is no part of the proposal',
        ),
      });
    }
  });

  it('is void once one of its cells is skipped, and made anew without it', async () => {
    oneTarget();
    await start({ strategy: { retries: 1 } });
    await rollout.reconcile(8);
    await rollout.skip(2);
    await rollout.reconcile(3);
    expect(await status()).toBe('failure');
    expect((await rollout.track(1)).waiting).toMatchObject({
      code: 'gate.approval',
      message: expect.stringContaining(
        'also moves clusters that failed or were skipped meanwhile',
      ),
    });

    await github().close({ number: 1, user: 'pat' });
    await rollout.reconcile(20);
    expect(pulls()).toHaveLength(2);
    expect(pulls()[1].body).not.toContain(clusters[1].arn);
    expect(pulls()[1].body).toContain(clusters[0].arn);
    expect(pulls()[1].body).toContain(clusters[2].arn);
    expect(await status(2)).toBe('success');
  });

  it('is made without a cell that is skipped before it is made', async () => {
    const to = oneTarget();
    await start();
    gitops.simulator.addFault({
      match: {
        service: 'github',
        operation: 'POST /graphql',
      },
      effect: 'error',
    });
    await rollout.reconcile(6);
    expect(gitops.calls('POST /graphql')).toBeGreaterThan(0);
    await rollout.skip(2);
    gitops.simulator.clearFaults();
    await rollout.reconcile(10);
    expect(pulls()).toMatchObject([
      { title: `wave-1: Kubernetes ${to} in 2 clusters` },
    ]);
    expect(
      await github().file(path(clusters[1]), { branch: pulls()[0].head.ref }),
    ).not.toContain(`"kubernetes_version": "${to}"`);
    expect(await status()).toBe('success');
  });

  it('leaves out a cell whose file is another one than planned, which fails alone', async () => {
    const to = oneTarget();
    const text = (await github().file(path(clusters[1])))!;
    await github().commit({
      user: 'dana',
      files: {
        [path(clusters[1])]: text.replace(
          /"kubernetes_version": "[^"]*"/,
          '"kubernetes_version": "1.20"',
        ),
      },
    });
    await start({ wave: { failureBudget: { asked: '1', resolved: 1 } } });
    await rollout.reconcile(10);
    expect(await states()).toEqual(['running', 'failed', 'running']);
    expect(pulls()).toMatchObject([
      { title: `wave-1: Kubernetes ${to} in 2 clusters` },
    ]);
  });

  it('holds those that have a slot at the same time; who gets one later has the next', async () => {
    const to = oneTarget();
    await start({ wave: { concurrency: { asked: '2', resolved: 2 } } });
    await rollout.reconcile(8);
    expect(await states()).toEqual(['running', 'running', 'queued']);
    expect(pulls()).toMatchObject([
      { title: `wave-1: Kubernetes ${to} in 2 clusters` },
    ]);
    await github().merge({ number: 1, user: 'pat' });
    await rollout.reconcile(60);
    expect(await states()).toEqual(['succeeded', 'succeeded', 'running']);
    expect(pulls()[1].title).toBe(
      `${clusters[2].name}: Kubernetes ${
        gitops.workOf(clusters[2]).from
      } to ${to}`,
    );
  });

  it('moves all of it outside where it is merged early, and pauses', async () => {
    oneTarget();
    await start();
    await rollout.reconcile(8);
    await rollout.act('pause');
    await rollout.reconcile(2);
    expect(await status()).toBe('pending');
    await rollout.act('resume');
    await rollout.reconcile(2);
    expect(await status()).toBe('success');
    await rollout.act('pause');
    await rollout.reconcile(2);
    github().protect('main', undefined);
    await github().merge({ number: 1, user: 'dana' });
    await rollout.reconcile();
    for (const place of [1, 2, 3]) {
      expect(
        (await rollout.cell(place)).clusters[0].movedOutside,
      ).toMatchObject({ by: 'dana' });
    }
  });

  it('makes one where an answer is lost and where each step is another process', async () => {
    oneTarget();
    for (const operation of [
      'POST /graphql',
      'POST /repos/{owner}/{repo}/statuses/{sha}',
    ]) {
      gitops.simulator.addFault({
        match: { service: 'github', operation },
        effect: 'lostAnswer',
        times: 1,
      });
    }
    const id = { id: 'gitops', title: 'Git' };
    const fresh = () => gitops.startExecutor();
    rollout = await startGitopsRollout(gitops, clusters, {
      strategy: { pullRequests: 'perWave' },
      executor: {
        ...id,
        abilityFor: cluster => fresh().abilityFor(cluster),
        observe: (works, context) => fresh().observe(works, context),
        next: (work, observed, now) => fresh().next(work, observed, now),
        act: (work, observed, context) => fresh().act(work, observed, context),
      },
    });
    await rollout.reconcile(14);
    expect(pulls()).toHaveLength(1);
    for (const track of await tracks()) {
      expect(track.waiting).toMatchObject({ code: 'pullRequest.review' });
    }
    expect(await status()).toBe('success');
  });

  /** Three clusters that run the same, and what comes after it. */
  function oneTarget(): string {
    const byVersion = new Map<string, Cluster[]>();
    for (const cluster of gitops.clusters()) {
      const list = byVersion.get(cluster.version) ?? [];
      byVersion.set(cluster.version, [...list, cluster]);
    }
    clusters = [...byVersion.values()]
      .sort((a, b) => b.length - a.length)[0]
      .slice(0, 3);
    expect(clusters).toHaveLength(3);
    return targets()[0];
  }
});
