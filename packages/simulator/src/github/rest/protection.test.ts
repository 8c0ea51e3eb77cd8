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

import {
  propose,
  REPO,
  startGithub,
  type StartedGithub,
} from '../__testUtils__/startGithub';
import type { BranchProtection } from '../types';

const GATES = 'eks-fleet/gates';

describe('a protected branch', () => {
  let started: StartedGithub;

  beforeEach(async () => {
    started = await startGithub();
  });

  afterEach(() => started.stop());

  const protectedPull = async (protection: BranchProtection) => {
    started.simulator.github.protect('main', protection);
    const { number, head } = await propose(started, { branch: 'upgrade' });
    const at = { ...REPO, pull_number: number };
    const refusal = () =>
      started.octokit.pulls.merge(at).then(
        () => 'merged',
        error => `${error.status} ${error.message}`,
      );
    const report = (
      state: 'pending' | 'success' | 'failure',
      context = GATES,
    ) =>
      started.octokit.repos.createCommitStatus({
        ...REPO,
        sha: head.sha,
        state,
        context,
        description: 'Wave 2 bakes until 14:00',
      });
    return { at, number, sha: head.sha, refusal, report };
  };

  it('waits for the required status of the head commit', async () => {
    const { at, sha, refusal, report } = await protectedPull({
      requiredStatusChecks: [GATES],
    });
    const { octokit } = started;
    expect(await refusal()).toBe(
      `405 Required status check "${GATES}" is expected.`,
    );
    await report('pending');
    expect(await refusal()).toBe(
      `405 Required status check "${GATES}" is pending.`,
    );
    expect((await octokit.pulls.get(at)).data.mergeable_state).toBe('blocked');
    await report('failure');
    expect(await refusal()).toMatch(/is failing/);
    await report('success');
    const { data: combined } = await octokit.repos.getCombinedStatusForRef({
      ...REPO,
      ref: sha,
    });
    expect(combined).toMatchObject({
      state: 'success',
      total_count: 1,
      statuses: [{ context: GATES, description: 'Wave 2 bakes until 14:00' }],
    });
    const { data: history } = await octokit.repos.listCommitStatusesForRef({
      ...REPO,
      ref: 'upgrade',
    });
    expect(history.map(({ state }) => state)).toEqual([
      'success',
      'failure',
      'pending',
    ]);
    expect(await refusal()).toBe('merged');
  });

  it('asks for the status again when the head moves', async () => {
    const { number, refusal, report } = await protectedPull({
      requiredStatusChecks: [GATES],
    });
    await report('success');
    await started.simulator.github.forcePush({
      number,
      user: 'pat',
      files: { 'README.md': 'another\n' },
    });
    expect(await refusal()).toMatch(/is expected/);
  });

  it('waits for reviews of those who may write', async () => {
    const { number, refusal } = await protectedPull({
      requiredApprovingReviews: 1,
      dismissStaleReviews: true,
    });
    const { github } = started.simulator;
    const missing =
      '405 At least 1 approving review is required by reviewers with write access.';
    expect(await refusal()).toBe(missing);
    github.approve({ number, user: 'eve' });
    expect(await refusal()).toBe(missing);
    github.approve({ number, user: 'pat' });
    await github.forcePush({
      number,
      user: 'pat',
      files: { 'README.md': 'another\n' },
    });
    expect(await refusal()).toBe(missing);
    github.approve({ number, user: 'pat' });
    github.requestChanges({ number, user: 'alex', body: 'Not today.' });
    expect(await refusal()).toMatch(/Changes have been requested/);
    github.approve({ number, user: 'alex' });
    expect(await refusal()).toBe('merged');
  });

  it('counts statuses that are not required as unstable, and merges', async () => {
    const { at, refusal, report } = await protectedPull({
      requiredStatusChecks: [GATES],
    });
    await report('success');
    await report('failure', 'lint');
    await started.octokit.pulls.get(at);
    expect((await started.octokit.pulls.get(at)).data.mergeable_state).toBe(
      'unstable',
    );
    expect(await refusal()).toBe('merged');
  });

  it('lets the head fall behind only where it is not strict', async () => {
    const { at, refusal } = await protectedPull({ strict: true });
    await started.simulator.github.commit({
      user: 'pat',
      files: { 'other.txt': 'x' },
    });
    await started.octokit.pulls.get(at);
    expect((await started.octokit.pulls.get(at)).data.mergeable_state).toBe(
      'behind',
    );
    expect(await refusal()).toMatch(/not up to date/);
  });

  it.each([
    [true, /is expected/],
    [false, /^merged$/],
  ])('holds administrators to it: %s', async (enforceAdmins, message) => {
    const { at } = await protectedPull({
      requiredStatusChecks: [GATES],
      enforceAdmins,
    });
    const answer = await started
      .as('pat')
      .pulls.merge(at)
      .then(
        () => 'merged',
        error => error.message,
      );
    expect(answer).toMatch(message);
  });

  it('is not written past: neither its ref nor its files', async () => {
    const { octokit, simulator } = started;
    simulator.github.protect('main', { requiredApprovingReviews: 1 });
    const sha = await simulator.github.commit({
      user: 'pat',
      branch: 'more',
      files: { 'other.txt': 'x' },
    });
    await expect(
      octokit.git.updateRef({ ...REPO, ref: 'heads/main', sha }),
    ).rejects.toThrow('Changes must be made through a pull request.');
    await expect(
      octokit.repos.createOrUpdateFileContents({
        ...REPO,
        path: 'new.txt',
        message: 'x',
        content: '',
      }),
    ).rejects.toThrow('Changes must be made through a pull request.');
    const { data } = await octokit.repos.getBranch({ ...REPO, branch: 'main' });
    expect(data.protected).toBe(true);
  });

  it('shows what protects it to administrators of the repository', async () => {
    const { octokit, simulator } = started;
    simulator.github.protect('main', { requiredStatusChecks: [GATES] });
    const { data } = await octokit.repos.getBranchProtection({
      ...REPO,
      branch: 'main',
    });
    expect(data.required_status_checks).toMatchObject({ contexts: [GATES] });
  });
});
