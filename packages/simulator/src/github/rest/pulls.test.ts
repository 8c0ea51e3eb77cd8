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
  FILES,
  propose,
  REPO,
  startGithub,
  type StartedGithub,
} from '../__testUtils__/startGithub';

describe('pull requests over REST', () => {
  let started: StartedGithub;

  beforeEach(async () => {
    started = await startGithub();
  });

  afterEach(() => started.stop());

  it('opens, reads, lists and merges one', async () => {
    const { octokit, clock } = started;
    const opened = await propose(started, { branch: 'upgrade' });
    expect(opened).toMatchObject({
      number: 1,
      state: 'open',
      merged: false,
      mergeable: null,
      mergeable_state: 'unknown',
      created_at: '2026-11-26T09:00:00Z',
      user: { login: 'eks-fleet' },
      head: { ref: 'upgrade', label: 'acme:upgrade' },
      base: { ref: 'main' },
      commits: 1,
      additions: 1,
      deletions: 1,
      changed_files: 1,
    });
    const at = { ...REPO, pull_number: 1 };
    expect((await octokit.pulls.get(at)).data).toMatchObject({
      mergeable: true,
      mergeable_state: 'clean',
    });
    const { data: files } = await octokit.pulls.listFiles(at);
    expect(files).toMatchObject([
      {
        filename: 'clusters/one.json',
        status: 'modified',
        patch:
          '@@ -1,3 +1,3 @@\n {\n-  "version": "1.33"\n+  "version": "1.34"\n }',
      },
    ]);
    clock.advance(60);
    const { data: merged } = await octokit.pulls.merge({
      ...at,
      sha: opened.head.sha,
    });
    expect(merged).toMatchObject({ merged: true });
    expect((await octokit.pulls.get(at)).data).toMatchObject({
      state: 'closed',
      merged: true,
      merged_at: '2026-11-26T09:01:00Z',
      merge_commit_sha: merged.sha,
    });
    const { data: main } = await octokit.repos.getCommit({
      ...REPO,
      ref: 'main',
    });
    expect(main).toMatchObject({
      sha: merged.sha,
      commit: {
        message:
          'Merge pull request #1 from acme/upgrade\n\nUpgrade one to 1.34',
      },
      parents: [{}, { sha: opened.head.sha }],
    });
    await expect(octokit.pulls.merge(at)).rejects.toMatchObject({
      status: 405,
      message: 'Pull Request is not mergeable',
    });
  });

  it.each(['squash', 'rebase'] as const)(
    'leaves a straight line by %s',
    async merge_method => {
      const { octokit, simulator } = started;
      const { number } = await propose(started, { branch: 'upgrade' });
      await simulator.github.commit({
        user: 'pat',
        branch: 'upgrade',
        files: { 'clusters/two.json': '{}\n' },
      });
      const moved = await simulator.github.commit({
        user: 'pat',
        files: { 'README.md': '# Another fleet\n' },
      });
      await octokit.pulls.merge({
        ...REPO,
        pull_number: number,
        merge_method,
      });
      const { data: commits } = await octokit.repos.listCommits(REPO);
      expect(commits.every(({ parents }) => parents.length < 2)).toBe(true);
      expect(commits.map(({ sha }) => sha)).toContain(moved);
      expect(commits).toHaveLength(merge_method === 'squash' ? 3 : 4);
      expect(await simulator.github.file('clusters/one.json')).toContain(
        '1.34',
      );
      expect(await simulator.github.file('README.md')).toContain('Another');
    },
  );

  it.each<[string, () => Promise<unknown>, number, RegExp]>([
    [
      'a head that is open already',
      async () =>
        propose(started, { branch: 'a' }).then(() =>
          started.octokit.pulls.create({
            ...REPO,
            head: 'acme:a',
            base: 'main',
            title: 'x',
          }),
        ),
      422,
      /A pull request already exists for acme:a/,
    ],
    [
      'a head with nothing new',
      async () => {
        const head = await started.simulator.github.head('main');
        await started.octokit.git.createRef({
          ...REPO,
          ref: 'refs/heads/b',
          sha: head!,
        });
        return started.octokit.pulls.create({
          ...REPO,
          head: 'b',
          base: 'main',
          title: 'x',
        });
      },
      422,
      /No commits between main and b/,
    ],
    [
      'a head that is not there',
      () =>
        started.octokit.pulls.create({
          ...REPO,
          head: 'c',
          base: 'main',
          title: 'x',
        }),
      422,
      /Validation Failed.*"field":"head"/,
    ],
    [
      'no title',
      () =>
        started.octokit.pulls.create({
          ...REPO,
          head: 'c',
          base: 'main',
          title: '',
        }),
      422,
      /"field":"title","code":"missing_field"|"code":"missing_field","field":"title"/,
    ],
    [
      'another head than was seen',
      async () => {
        const { number } = await propose(started, { branch: 'd' });
        return started.octokit.pulls.merge({
          ...REPO,
          pull_number: number,
          sha: '0'.repeat(40),
        });
      },
      409,
      /Head branch was modified/,
    ],
  ])('refuses %s', async (_, ask, status, message) => {
    const refused: any = await ask().catch(error => error);
    expect(refused.status).toBe(status);
    expect(refused.message).toMatch(message);
  });

  it('finds by head, base and state, newest first, in pages', async () => {
    const { octokit, clock } = started;
    for (const branch of ['a', 'b', 'c']) {
      await propose(started, { branch });
      clock.advance(1);
    }
    await octokit.pulls.update({ ...REPO, pull_number: 2, state: 'closed' });
    const numbers = async (query: Record<string, string>) =>
      (await octokit.pulls.list({ ...REPO, ...query })).data.map(
        ({ number }) => number,
      );
    expect(await numbers({})).toEqual([3, 1]);
    expect(await numbers({ state: 'all' })).toEqual([3, 2, 1]);
    expect(await numbers({ state: 'closed' })).toEqual([2]);
    expect(await numbers({ state: 'all', head: 'acme:b' })).toEqual([2]);
    expect(await numbers({ base: 'release' })).toEqual([]);
    expect(
      await numbers({ state: 'all', sort: 'updated', direction: 'desc' }),
    ).toEqual([2, 3, 1]);
    const first = await octokit.pulls.list({ ...REPO, per_page: 1 });
    expect(first.headers.link).toMatch(/page=2>; rel="next".*rel="last"/);
    const all = await octokit.paginate('GET /repos/{owner}/{repo}/pulls', {
      ...REPO,
      state: 'all',
      per_page: 1,
    });
    expect(all).toHaveLength(3);
  });

  it('knows a conflict, and what has been force-pushed over', async () => {
    const { octokit, simulator } = started;
    const { number } = await propose(started, { branch: 'upgrade' });
    await simulator.github.commit({
      user: 'pat',
      files: { 'clusters/one.json': '{\n  "version": "1.35"\n}\n' },
    });
    const at = { ...REPO, pull_number: number };
    await octokit.pulls.get(at);
    expect((await octokit.pulls.get(at)).data).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    await expect(octokit.pulls.merge(at)).rejects.toMatchObject({
      status: 405,
    });
    const sha = await simulator.github.forcePush({
      number,
      user: 'eve',
      files: { 'README.md': 'taken over\n' },
    });
    expect((await octokit.pulls.get(at)).data).toMatchObject({
      head: { sha },
      mergeable_state: 'unknown',
    });
    expect((await octokit.pulls.get(at)).data.mergeable).toBe(true);
    expect(
      (await octokit.pulls.listFiles(at)).data.map(({ filename }) => filename),
    ).toEqual(['README.md']);
  });

  it('opens a closed one again, unless it was merged', async () => {
    const { octokit } = started;
    const { number } = await propose(started, { branch: 'upgrade' });
    const at = { ...REPO, pull_number: number };
    await octokit.pulls.update({ ...at, state: 'closed' });
    const { data } = await octokit.pulls.update({ ...at, state: 'open' });
    expect(data).toMatchObject({ state: 'open', closed_at: null });
    await octokit.pulls.merge(at);
    await expect(
      octokit.pulls.update({ ...at, state: 'open' }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('carries labels, comments, reviewers and reviews', async () => {
    const { octokit, as } = started;
    const { number } = await propose(started, { branch: 'upgrade' });
    const issue = { ...REPO, issue_number: number };
    const pull = { ...REPO, pull_number: number };
    await octokit.issues.addLabels({
      ...issue,
      labels: ['eks-fleet', 'wave-2'],
    });
    await octokit.issues.removeLabel({ ...issue, name: 'wave-2' });
    await octokit.issues.addAssignees({ ...issue, assignees: ['pat'] });
    await octokit.issues.createComment({
      ...issue,
      body: 'Waiting for a gate.',
    });
    await octokit.pulls.requestReviewers({
      ...pull,
      reviewers: ['pat'],
      team_reviewers: ['platform'],
    });
    expect((await octokit.pulls.get(pull)).data).toMatchObject({
      labels: [{ name: 'eks-fleet' }],
      assignees: [{ login: 'pat' }],
      requested_reviewers: [{ login: 'pat' }],
      requested_teams: [{ slug: 'platform' }],
      comments: 1,
    });
    await as('pat').pulls.createReview({ ...pull, event: 'APPROVE' });
    expect((await octokit.pulls.listReviews(pull)).data).toMatchObject([
      { state: 'APPROVED', user: { login: 'pat' } },
    ]);
    await expect(
      octokit.pulls.createReview({ ...pull, event: 'APPROVE' }),
    ).rejects.toMatchObject({ status: 422 });
    const { data: found } = await octokit.issues.listForRepo({
      ...REPO,
      labels: 'eks-fleet',
    });
    expect(found).toHaveLength(1);
  });

  it('compares branches', async () => {
    const { octokit, simulator } = started;
    await propose(started, { branch: 'upgrade' });
    await simulator.github.commit({
      user: 'pat',
      files: { 'clusters/three.json': FILES['clusters/one.json'] },
    });
    const { data } = await octokit.repos.compareCommitsWithBasehead({
      ...REPO,
      basehead: 'main...upgrade',
    });
    expect(data).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      files: [{ filename: 'clusters/one.json' }],
    });
  });
});
