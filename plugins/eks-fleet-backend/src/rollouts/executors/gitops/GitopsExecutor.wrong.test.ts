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
import {
  startGitopsRollout,
  type StartedRollout,
} from './__testUtils__/startGitopsRollout';

jest.setTimeout(120_000);

const GATES = 'eks-fleet/gates';

describe('what goes wrong on the way through Git', () => {
  let gitops: StartedGitops;
  let cluster: Cluster;
  let rollout: StartedRollout;
  let from: string;
  let to: string;

  beforeEach(async () => {
    gitops = await startGitops('1x1x3');
    cluster = gitops.clusters()[1];
    ({ from, to } = gitops.workOf(cluster));
  });

  afterEach(async () => {
    await rollout?.stop();
    await gitops.stop();
  });

  const github = () => gitops.simulator.github;
  const pull = (number = 1) =>
    github()
      .pulls()
      .find(each => each.number === number)!;
  const path = () =>
    `clusters/${cluster.tags.environment ?? 'other'}/${cluster.accountId}/${
      cluster.region
    }/${cluster.name}/cluster.auto.tfvars.json`;

  /** As somebody else's commit on the branch of the repository. */
  async function change(before: string, after: string, branch?: string) {
    const text = (await github().file(path(), { branch }))!;
    expect(text).toContain(before);
    await github().commit({
      user: 'dana',
      branch,
      files: { [path()]: text.replace(before, after) },
    });
  }

  /** What the page shows of the commit status. */
  async function status(): Promise<string | undefined> {
    const { apiUrl } = github();
    const answer = await fetch(
      `${apiUrl}/repos/acme/fleet/commits/${pull().head.sha}/status`,
      { headers: { authorization: `token ${gitops.token}` } },
    );
    const { statuses } = await answer.json();
    return statuses.find((each: any) => each.context === GATES)?.state;
  }

  async function proposed(
    options: Parameters<typeof startGitopsRollout>[2] = {},
  ) {
    rollout = await startGitopsRollout(gitops, [cluster], options);
    await rollout.reconcile(8);
    const { waiting } = await rollout.track();
    expect(github().pulls()).toMatchObject([{ number: 1 }]);
    return waiting!;
  }

  it('says so where the pull request is closed unmerged, and proposes anew on a retry', async () => {
    expect(await proposed()).toMatchObject({ code: 'pullRequest.review' });
    await github().close({ number: 1, user: 'dana' });
    await rollout.reconcile(2);

    expect(await rollout.cell()).toMatchObject({
      state: 'failed',
      error: {
        code: 'pullRequest.closed',
        message: 'Pull request #1 was closed without being merged',
        advice: expect.stringContaining('Retry to have it proposed anew'),
      },
    });
    expect(await rollout.track()).toMatchObject({
      pullRequest: { number: 1, state: 'closed' },
    });

    await rollout.retry();
    await rollout.act('resume');
    await rollout.reconcile(8);
    expect(await rollout.track()).toMatchObject({
      waiting: { code: 'pullRequest.review' },
      pullRequest: { number: 2, state: 'open' },
    });
  });

  it('says who merged early, and pauses until a person has looked', async () => {
    const begins = gitops.clock.now().getTime() + 10 * 60_000;
    const ends = new Date(begins + 30 * 60_000).toISOString();
    await proposed({
      strategy: {
        freezes: [
          {
            name: 'year end',
            from: new Date(begins).toISOString(),
            to: ends,
          },
        ],
      },
    });
    expect(await status()).toBe('success');
    await rollout.reconcile(20);
    expect(await rollout.track()).toMatchObject({
      waiting: {
        code: 'gate.freeze',
        message: expect.stringMatching(
          /^Pull request #1 is open and must not be merged yet: .*year end/,
        ),
        until: ends,
      },
    });
    expect(await status()).toBe('pending');

    github().protect('main', undefined);
    await github().merge({ number: 1, user: 'dana' });
    await rollout.reconcile();

    const sentence = 'dana merged pull request #1 although a freeze holds it';
    expect((await rollout.cell()).clusters[0].movedOutside).toMatchObject({
      by: 'dana',
      message: sentence,
    });
    expect(await rollout.rollout()).toMatchObject({
      lifecycle: 'paused',
      waiting: { code: 'cluster.movedOutside', message: sentence },
    });
    expect(await rollout.log()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'cluster.movedOutside',
          level: 'error',
          message: `${sentence}. It is paused until somebody resumes it`,
        }),
      ]),
    );
    expect(await rollout.cell()).toMatchObject({
      state: 'failed',
      error: {
        message: sentence,
        advice: expect.stringContaining('it follows what Git wants by now'),
      },
    });

    await rollout.retry();
    await rollout.act('resume');
    await rollout.reconcile(60);
    expect(await rollout.cell()).toMatchObject({ state: 'succeeded' });
    expect(gitops.clusters()[1].version).toBe(to);
    expect(github().pulls()).toHaveLength(1);
  });

  it('counts a merge in a paused rollout as early too', async () => {
    await proposed();
    await rollout.act('pause');
    await rollout.reconcile(2);
    expect(await status()).toBe('pending');
    github().protect('main', undefined);
    await github().merge({ number: 1, user: 'dana' });
    await rollout.reconcile();

    expect((await rollout.cell()).clusters[0].movedOutside).toMatchObject({
      by: 'dana',
      message: 'dana merged pull request #1 although its rollout is paused',
    });
    expect(await rollout.rollout()).toMatchObject({ lifecycle: 'paused' });
  });

  it('is not in the way where it is merged in time', async () => {
    await proposed();
    await github().merge({ number: 1, user: 'dana' });
    await rollout.reconcile();
    expect(await rollout.rollout()).toMatchObject({ lifecycle: 'running' });
    expect(await rollout.track()).toMatchObject({
      pullRequest: { state: 'merged', mergedBy: 'dana' },
    });
    await rollout.reconcile(60);
    expect(await rollout.rollout()).toMatchObject({ lifecycle: 'done' });
    expect(gitops.clusters()[1].version).toBe(to);
  });

  it('says that it is in conflict, and is proposed anew once that one is closed', async () => {
    await proposed();
    const name = `"name": "${cluster.name}",`;
    await change(name, `${name}\n  "owner": "dana",`);
    await rollout.reconcile(3);
    expect(await rollout.track()).toMatchObject({
      pullRequest: { state: 'conflict' },
      waiting: {
        code: 'pullRequest.conflict',
        message: expect.stringMatching(
          /^Pull request #1 is in conflict with main: close it and retry/,
        ),
      },
    });
    await github().close({ number: 1, user: 'dana' });
    await rollout.reconcile(2);
    await rollout.retry();
    await rollout.act('resume');
    await rollout.reconcile(8);
    expect(await rollout.track()).toMatchObject({
      waiting: { code: 'pullRequest.review' },
      pullRequest: { number: 2 },
    });
  });

  it('voids what was agreed to where the value that it was agreed on is another one now', async () => {
    await proposed({ approvedBy: 'user:default/sam', automatic: false });
    expect(await status()).toBe('success');
    await change(
      `"kubernetes_version": "${from}"`,
      `"kubernetes_version": "1.20"`,
    );
    await rollout.reconcile(3);

    expect(await rollout.track()).toMatchObject({
      waiting: {
        code: 'gate.approval',
        message: expect.stringMatching(
          /^What pull request #1 was agreed on has changed, so that is void: .*kubernetes_version is the text "1.20" now, not the text ".*"\. Put it back, or close/,
        ),
      },
    });
    expect(await status()).toBe('failure');
    await expect(
      (async () => github().merge({ number: 1, user: 'pat' }))(),
    ).rejects.toThrow();

    await change(
      `"kubernetes_version": "1.20"`,
      `"kubernetes_version": "${from}"`,
    );
    await rollout.reconcile(3);
    expect(await rollout.track()).toMatchObject({
      waiting: { code: 'pullRequest.review' },
    });
    expect(await status()).toBe('success');
  });

  it('fails where the value is another one before anything is proposed', async () => {
    await change(
      `"kubernetes_version": "${from}"`,
      `"kubernetes_version": "1.20"`,
    );
    rollout = await startGitopsRollout(gitops, [cluster]);
    await rollout.reconcile(3);
    expect(github().pulls()).toHaveLength(0);
    expect(await rollout.cell()).toMatchObject({
      state: 'failed',
      error: {
        code: 'changedBase',
        message: expect.stringContaining('1.20'),
        advice: expect.stringContaining('plan it anew'),
      },
    });
  });

  describe.each([
    ['approved by somebody', 'user:default/sam'],
    ['approved by nobody', undefined],
  ])('%s', (_, approvedBy) => {
    it('never merges what was pushed by force, and says what to do', async () => {
      github().protect('main', { requiredApprovingReviews: 1 });
      expect(await proposed({ approvedBy, automatic: true })).toMatchObject({
        code: 'pullRequest.checks',
      });
      const agreed = pull().head.sha;
      await github().forcePush({
        number: 1,
        user: 'dana',
        files: { [path()]: '{ "kubernetes_version": "1.99" }\n' },
      });
      await rollout.reconcile(3);
      github().approve({ number: 1, user: 'pat' });
      await rollout.reconcile(3);

      expect(pull().mergedAt).toBeUndefined();
      expect(await status()).toBe('failure');
      expect(await rollout.track()).toMatchObject({
        waiting: {
          code: 'gate.approval',
          message: expect.stringMatching(
            new RegExp(
              `^Somebody put commit ${pull().head.sha.slice(
                0,
                7,
              )} on pull request #1, so what was agreed to is void: .*put ${agreed.slice(
                0,
                7,
              )} back, or close it and retry`,
            ),
          ),
        },
      });
    });

    it('never merges what goes past the proposed path', async () => {
      github().protect('main', { requiredApprovingReviews: 1 });
      await proposed({ approvedBy, automatic: true });
      await github().commit({
        user: 'dana',
        branch: pull().head.ref,
        files: { 'modules/admin.tf': 'resource "aws_iam_user" "dana" {}\n' },
      });
      github().approve({ number: 1, user: 'pat' });
      await rollout.reconcile(4);

      expect(pull().mergedAt).toBeUndefined();
      expect(await status()).toBe('failure');
      expect(await rollout.track()).toMatchObject({
        waiting: {
          code: 'gate.approval',
          message: expect.stringContaining(
            'modules/admin.tf is no part of the proposal',
          ),
        },
      });
    });
  });

  it('waits for a Git host that is down for an hour, does nothing twice, and goes on by itself', async () => {
    rollout = await startGitopsRollout(gitops, [cluster]);
    await rollout.reconcile(2);
    gitops.simulator.addFault({
      match: { service: 'github' },
      effect: 'reset',
    });
    await rollout.reconcile(2);
    const { waiting } = await rollout.track();
    expect(waiting).toMatchObject({
      code: 'source.unreachable',
      message: expect.stringMatching(
        /does not answer: .*\. It goes on by itself once it does$/,
      ),
    });
    await rollout.reconcile(120);
    expect(await rollout.track()).toMatchObject({
      waiting: { code: 'source.unreachable', since: waiting!.since },
    });
    expect(await rollout.rollout()).toMatchObject({ lifecycle: 'running' });
    expect((await rollout.cell()).error).toBeUndefined();

    gitops.simulator.clearFaults();
    await rollout.reconcile(6);
    expect(await rollout.track()).toMatchObject({
      waiting: { code: 'pullRequest.review' },
    });
    expect(github().pulls()).toHaveLength(1);
  });

  it('sees after an hour without the Git host who merged meanwhile', async () => {
    await proposed();
    gitops.simulator.addFault({
      match: { service: 'github' },
      effect: 'reset',
    });
    await rollout.reconcile(2);
    await github().merge({ number: 1, user: 'dana' });
    await rollout.reconcile(118);
    expect(await rollout.track()).toMatchObject({
      waiting: { code: 'source.unreachable' },
    });
    gitops.simulator.clearFaults();
    await rollout.reconcile();
    expect(await rollout.track()).toMatchObject({
      state: 'succeeded',
      pullRequest: { state: 'merged', mergedBy: 'dana' },
    });
    const { clusters } = await rollout.cell();
    expect(clusters[0].movedOutside).toBeUndefined();
  });
});
