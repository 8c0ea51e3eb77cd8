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

import { ConfigReader } from '@backstage/config';
import { CHANGE, propose } from '../../__testUtils__/propose';
import { FILES, ORDERS } from '../../__testUtils__/startFleetHost';
import {
  startJsonServer,
  type JsonServer,
} from '../../__testUtils__/startJsonServer';
import { branchOfChange } from '../../proposals/branches';
import { inspectProposal } from '../../proposals/checkProposalDiff';
import { DefaultEksFleetGitService } from '../../service/DefaultEksFleetGitService';
import type { GitRepository } from '../types';

const REPO = '/git/api/v1/repos/acme/fleet';
const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const BRANCH = branchOfChange('demo', CHANGE);
const EDITED = FILES[ORDERS].replace('1.33', '1.34');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const PULL = {
  number: 7,
  html_url: 'https://git.example.com/git/acme/fleet/pulls/7',
  title: CHANGE.title,
  state: 'open',
  merged: false,
  mergeable: true,
  merge_base: BASE,
  head: { ref: BRANCH, sha: HEAD, repo_id: 1 },
  base: { ref: 'main', repo_id: 1 },
  labels: [],
  updated_at: '2026-11-26T09:00:00Z',
  user: { login: 'bot' },
};

const fileOf = (text: string) => ({
  json: {
    type: 'file',
    encoding: 'base64',
    sha: 'blob',
    content: base64(text),
  },
});

describe('GiteaRepository', () => {
  let server: JsonServer;
  let repository: GitRepository;

  beforeEach(async () => {
    server = await startJsonServer();
    const { host } = new URL(server.url);
    repository = DefaultEksFleetGitService.fromConfig(
      new ConfigReader({
        integrations: {
          gitea: [
            { host, baseUrl: `${server.url}/git`, password: 'token-secret' },
          ],
        },
        eksFleet: {
          writes: 'on',
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${server.url}/git/acme/fleet`,
              branch: 'main',
            },
          ],
        },
      }),
    ).repository('fleet', 'test');
    server.answer(`GET ${REPO}/branches/main`, {
      json: { commit: { id: BASE } },
    });
    server.answer(
      `GET ${REPO}/contents/${ORDERS}?ref=${BASE}`,
      fileOf(FILES[ORDERS]),
    );
    server.answer(`GET ${REPO}/contents/${ORDERS}?ref=${HEAD}`, fileOf(EDITED));
    server.answer(`POST ${REPO}/contents`, {
      status: 201,
      json: { commit: { sha: HEAD } },
    });
    server.answer(`POST ${REPO}/pulls`, { status: 201, json: PULL });
    server.answer(`GET ${REPO}/pulls/7`, { json: PULL });
    server.answer(`GET ${REPO}/labels`, {
      json: [
        { id: 3, name: 'eks-fleet' },
        { id: 4, name: 'other' },
      ],
    });
    server.answer(`POST ${REPO}/issues/7/labels`, { json: [] });
  });

  afterEach(async () => {
    await server.stop();
  });

  const sent = () =>
    server.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ json, method, path }) => ({
        operation: `${method} ${path.replace(REPO, '')}`,
        json,
      }));

  it('proposes with one call for branch and commit', async () => {
    const made = await propose(repository);

    expect(made.pullRequest).toMatchObject({ number: 7, headSha: HEAD });
    expect(sent()).toEqual([
      {
        operation: 'POST /contents',
        json: {
          branch: 'main',
          new_branch: BRANCH,
          message:
            'orders: Kubernetes 1.34\n\nRequested-by: user:default/ann\n',
          files: [
            {
              operation: 'update',
              path: ORDERS,
              content: base64(EDITED),
              sha: 'blob',
            },
          ],
        },
      },
      {
        operation: 'POST /pulls',
        json: {
          base: 'main',
          head: BRANCH,
          title: CHANGE.title,
          body: CHANGE.body,
        },
      },
      { operation: 'POST /issues/7/labels', json: { labels: [3] } },
    ]);
    expect(server.requests[0].headers.authorization).toBe('token token-secret');
  });

  it('finds its pull request again where the answer was lost', async () => {
    server.answer(`POST ${REPO}/pulls`, () => {
      server.answer(`GET ${REPO}/pulls/main/${BRANCH}`, { json: PULL });
      return { status: 0 };
    });

    const made = await propose(repository);

    expect(made.pullRequest).toMatchObject({ number: 7 });
    expect(made.steps.filter(step => step === 'openPullRequest')).toHaveLength(
      1,
    );
  });

  it('holds the diff against what was proposed', async () => {
    server.answer(`GET ${REPO}/pulls/7/files`, {
      json: [{ filename: ORDERS, status: 'changed' }],
    });
    expect(await inspectProposal(repository, CHANGE, 7)).toEqual({
      isAsProposed: true,
      findings: [],
      head: HEAD,
      mergeBase: BASE,
    });
  });

  it('merges the head that was agreed to, without force', async () => {
    server.answer(`POST ${REPO}/pulls/7/merge`, () => {
      server.answer(`GET ${REPO}/pulls/7`, {
        json: {
          ...PULL,
          state: 'closed',
          merged: true,
          merged_at: '2026-11-26T10:00:00Z',
          merged_by: { login: 'pat' },
          merge_commit_sha: 'd'.repeat(40),
        },
      });
      return { status: 200, json: '' };
    });

    const merge = () =>
      repository.mergePullRequest(7, { expectedHead: HEAD, method: 'rebase' });
    expect(await merge()).toEqual({ sha: 'd'.repeat(40) });

    expect(sent()).toEqual([
      {
        operation: 'POST /pulls/7/merge',
        json: { Do: 'rebase', head_commit_id: HEAD, force_merge: false },
      },
    ]);
    expect(await repository.getPullRequest(7)).toMatchObject({
      state: 'merged',
      mergedBy: 'pat',
    });
    await expect(merge()).rejects.toMatchObject({ reason: 'conflict' });
  });

  it.each([
    [405, 'notReady'],
    [409, 'moved'],
    [403, 'forbidden'],
  ])('reads an answer %s to a merge as %s', async (status, reason) => {
    server.answer(`POST ${REPO}/pulls/7/merge`, {
      status,
      json: { message: 'Does not have enough approvals' },
    });
    await expect(
      repository.mergePullRequest(7, { expectedHead: HEAD, method: 'merge' }),
    ).rejects.toMatchObject({ reason });
  });

  it('does not merge what is in conflict', async () => {
    server.answer(`GET ${REPO}/pulls/7`, {
      json: { ...PULL, mergeable: false },
    });
    await expect(
      repository.mergePullRequest(7, { expectedHead: HEAD, method: 'merge' }),
    ).rejects.toMatchObject({ reason: 'conflict' });
    expect(sent()).toEqual([]);
  });
});
