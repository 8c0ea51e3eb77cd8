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

const CREATE_COMMIT = `
  mutation ($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit { oid url message }
      ref { name target { oid } }
    }
  }
`;

describe('GraphQL', () => {
  let started: StartedGithub;

  beforeEach(async () => {
    started = await startGithub();
  });

  afterEach(() => started.stop());

  const commit = async (input: object) =>
    started.octokit.graphql<any>(CREATE_COMMIT, {
      input: {
        branch: {
          repositoryNameWithOwner: 'acme/fleet',
          branchName: 'upgrade',
        },
        message: { headline: 'Upgrade', body: 'By wave 2.' },
        fileChanges: {
          additions: [
            {
              path: 'clusters/one.json',
              contents: Buffer.from('{}\n').toString('base64'),
            },
          ],
          deletions: [{ path: 'clusters/two.json' }],
        },
        ...input,
      },
    });

  it('commits on a branch that is where it was seen', async () => {
    const { octokit, simulator } = started;
    const head = (await simulator.github.head('main'))!;
    await octokit.git.createRef({
      ...REPO,
      ref: 'refs/heads/upgrade',
      sha: head,
    });
    const { createCommitOnBranch } = await commit({ expectedHeadOid: head });
    expect(createCommitOnBranch).toMatchObject({
      commit: { message: 'Upgrade\n\nBy wave 2.' },
      ref: { name: 'upgrade', target: createCommitOnBranch.ref.target },
    });
    expect(createCommitOnBranch.ref.target.oid).toBe(
      createCommitOnBranch.commit.oid,
    );
    const branch = { branch: 'upgrade' };
    expect(await simulator.github.file('clusters/one.json', branch)).toBe(
      '{}\n',
    );
    expect(
      await simulator.github.file('clusters/two.json', branch),
    ).toBeUndefined();
    await expect(commit({ expectedHeadOid: head })).rejects.toMatchObject({
      errors: [{ type: 'STALE_DATA', path: ['createCommitOnBranch'] }],
    });
  });

  it('makes a branch, a commit and a pull request in one request', async () => {
    const { octokit, simulator } = started;
    const head = (await simulator.github.head('main'))!;
    const { repository } = await octokit.graphql<any>(
      '{ repository(owner: "acme", name: "fleet") { id } }',
    );
    const proposeAtOnce = () =>
      octokit.graphql<any>(
        `mutation ($ref: CreateRefInput!, $commit: CreateCommitOnBranchInput!, $pull: CreatePullRequestInput!) {
          createRef(input: $ref) { ref { name } }
          createCommitOnBranch(input: $commit) { commit { oid } }
          createPullRequest(input: $pull) { pullRequest { number url headRefOid } }
        }`,
        {
          ref: {
            repositoryId: repository.id,
            name: 'refs/heads/upgrade',
            oid: head,
          },
          commit: {
            branch: {
              repositoryNameWithOwner: 'acme/fleet',
              branchName: 'upgrade',
            },
            message: { headline: 'Upgrade' },
            fileChanges: { additions: [{ path: 'one', contents: 'MQ==' }] },
            expectedHeadOid: head,
          },
          pull: {
            repositoryId: repository.id,
            baseRefName: 'main',
            headRefName: 'upgrade',
            title: 'Upgrade',
          },
        },
      );

    const made = await proposeAtOnce();
    expect(made).toMatchObject({
      createRef: { ref: { name: 'upgrade' } },
      createPullRequest: {
        pullRequest: {
          number: 1,
          headRefOid: made.createCommitOnBranch.commit.oid,
        },
      },
    });
    await expect(proposeAtOnce()).rejects.toMatchObject({
      errors: [
        { type: 'UNPROCESSABLE', path: ['createRef'] },
        { type: 'STALE_DATA', path: ['createCommitOnBranch'] },
        {
          type: 'UNPROCESSABLE',
          path: ['createPullRequest'],
          message: 'A pull request already exists for acme:upgrade.',
        },
      ],
    });
    expect(simulator.github.pulls()).toHaveLength(1);
  });

  it('takes as many pull requests a minute as the REST API does', async () => {
    const { octokit } = started;
    const pull = () =>
      octokit.graphql(
        'mutation { createPullRequest(input: { repositoryId: "none", baseRefName: "main", headRefName: "none", title: "None" }) { pullRequest { number } } }',
      );
    for (let n = 0; n < 80; n += 1) {
      await expect(pull()).rejects.toMatchObject({
        errors: [{ type: 'NOT_FOUND' }],
      });
    }
    await expect(pull()).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('secondary rate limit'),
    });
  });

  it('does not commit on a protected branch', async () => {
    const { simulator } = started;
    simulator.github.protect('main', { requiredApprovingReviews: 1 });
    await expect(
      commit({
        expectedHeadOid: await simulator.github.head('main'),
        branch: { repositoryNameWithOwner: 'acme/fleet', branchName: 'main' },
      }),
    ).rejects.toThrow('Changes must be made through a pull request.');
  });

  it('finds the pull request of a branch, as create-pull-request asks for it', async () => {
    const { number } = await propose(started, { branch: 'upgrade' });
    const { repository } = await started.octokit.graphql<any>(
      `query ($owner: String!, $repo: String!, $head: String!) {
        repository(name: $repo, owner: $owner) {
          ref(qualifiedName: $head) {
            associatedPullRequests(first: 1, states: OPEN) {
              edges { node { id number url } }
            }
          }
        }
      }`,
      { owner: 'acme', repo: 'fleet', head: 'upgrade' },
    );
    expect(repository.ref.associatedPullRequests.edges).toMatchObject([
      {
        node: {
          number,
          url: `${started.simulator.github.url}/acme/fleet/pull/${number}`,
        },
      },
    ]);
  });

  it('tells of pull requests what REST tells', async () => {
    await propose(started, { branch: 'a' });
    const { number } = await propose(started, {
      branch: 'b',
      content: '{}\n',
    });
    await started.simulator.github.merge({ number, user: 'pat' });
    const { repository } = await started.octokit.graphql<any>(
      `{ repository(owner: "acme", name: "fleet") {
          pullRequests(first: 1) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { number state mergeable author { login } }
          }
          pullRequest(number: 2) { state merged mergedBy { login } headRefName }
        } }`,
    );
    expect(repository).toMatchObject({
      pullRequests: {
        totalCount: 2,
        pageInfo: { hasNextPage: true, endCursor: '1' },
        nodes: [
          {
            number: 1,
            state: 'OPEN',
            mergeable: 'CONFLICTING',
            author: { login: 'eks-fleet' },
          },
        ],
      },
      pullRequest: {
        state: 'MERGED',
        merged: true,
        mergedBy: { login: 'pat' },
        headRefName: 'b',
      },
    });
  });

  it.each([
    ['{ repository(owner: "acme", name: "gone") { id } }', /Could not resolve/],
    ['{ nothing }', /Cannot query field/],
    ['{', /Syntax Error/],
  ])('answers %s with errors', async (query, message) => {
    await expect(started.octokit.graphql(query)).rejects.toThrow(message);
  });

  it('has a quota of its own, and takes nobody without a token', async () => {
    const { rateLimit, viewer } = await started.octokit.graphql<any>(
      '{ rateLimit { limit used } viewer { login } }',
    );
    expect(rateLimit).toEqual({ limit: 5000, used: 1 });
    expect(viewer.login).toBe('eks-fleet');
    const { status } = await fetch(started.simulator.github.graphqlUrl, {
      method: 'POST',
      body: '{}',
    });
    expect(status).toBe(401);
  });
});
