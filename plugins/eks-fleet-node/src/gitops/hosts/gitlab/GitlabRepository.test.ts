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
import { inspectProposal } from '../../proposals/checkProposalDiff';
import { branchOfChange } from '../../proposals/branches';
import { DefaultEksFleetGitService } from '../../service/DefaultEksFleetGitService';
import type { GitRepository } from '../types';

const PROJECT = '/api/v4/projects/acme%2Fplatform%2Ffleet';
const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const BRANCH = branchOfChange('demo', CHANGE);
const FILE = `${PROJECT}/repository/files/${encodeURIComponent(ORDERS)}`;
const EDITED = FILES[ORDERS].replace('1.33', '1.34');

const MERGE_REQUEST = {
  iid: 7,
  web_url: 'https://git.example.com/acme/platform/fleet/-/merge_requests/7',
  title: CHANGE.title,
  state: 'opened',
  source_branch: BRANCH,
  target_branch: 'main',
  source_project_id: 1,
  target_project_id: 1,
  sha: HEAD,
  labels: [],
  updated_at: '2026-11-26T09:00:00.000Z',
  author: { username: 'bot' },
  detailed_merge_status: 'mergeable',
  has_conflicts: false,
  diff_refs: { base_sha: BASE, head_sha: HEAD, start_sha: BASE },
};

const fileOf = (text: string) => ({
  json: { blob_id: 'blob', content: Buffer.from(text).toString('base64') },
});

describe('GitlabRepository', () => {
  let server: JsonServer;
  let repository: GitRepository;

  beforeEach(async () => {
    server = await startJsonServer();
    const { host } = new URL(server.url);
    repository = DefaultEksFleetGitService.fromConfig(
      new ConfigReader({
        integrations: {
          gitlab: [
            {
              host,
              apiBaseUrl: `${server.url}/api/v4`,
              baseUrl: server.url,
              token: 'glpat-secret',
            },
          ],
        },
        eksFleet: {
          writes: 'on',
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${server.url}/acme/platform/fleet`,
              branch: 'main',
            },
          ],
        },
      }),
    ).repository('fleet', 'test');
    server.answer(`GET ${PROJECT}/merge_requests`, { json: [] });
    server.answer(`GET ${PROJECT}/repository/branches/main`, {
      json: { commit: { id: BASE } },
    });
    server.answer(`GET ${FILE}?ref=${BASE}`, fileOf(FILES[ORDERS]));
    server.answer(`GET ${FILE}?ref=${HEAD}`, fileOf(EDITED));
    server.answer(`POST ${PROJECT}/repository/commits`, {
      status: 201,
      json: { id: HEAD },
    });
    server.answer(`POST ${PROJECT}/merge_requests`, {
      status: 201,
      json: MERGE_REQUEST,
    });
    server.answer(`GET ${PROJECT}/merge_requests/7`, { json: MERGE_REQUEST });
    server.answer(`PUT ${PROJECT}/merge_requests/7`, { json: MERGE_REQUEST });
  });

  afterEach(async () => {
    await server.stop();
  });

  const sent = (method: string) =>
    server.requests
      .filter(each => each.method === method)
      .map(({ json, path }) => ({ path: path.replace(PROJECT, ''), json }));

  it('proposes with one call for branch and commit', async () => {
    const made = await propose(repository);

    expect(made.pullRequest).toEqual({
      number: 7,
      url: MERGE_REQUEST.web_url,
      state: 'open',
      headSha: HEAD,
    });
    expect(sent('POST')).toEqual([
      {
        path: '/repository/commits',
        json: {
          branch: BRANCH,
          start_sha: BASE,
          commit_message:
            'orders: Kubernetes 1.34\n\nRequested-by: user:default/ann\n',
          actions: [{ action: 'update', file_path: ORDERS, content: EDITED }],
        },
      },
      {
        path: '/merge_requests',
        json: {
          source_branch: BRANCH,
          target_branch: 'main',
          title: CHANGE.title,
          description: CHANGE.body,
        },
      },
    ]);
    expect(sent('PUT')).toEqual([
      { path: '/merge_requests/7', json: { add_labels: 'eks-fleet' } },
    ]);
    expect(server.requests[0].headers.authorization).toBe(
      'Bearer glpat-secret',
    );
  });

  it('finds its branch and its merge request again where answers were lost', async () => {
    server.answer(`POST ${PROJECT}/repository/commits`, { status: 0 });
    server.answer(
      `GET ${PROJECT}/repository/branches/${encodeURIComponent(BRANCH)}`,
      { json: { commit: { id: HEAD } } },
    );
    server.answer(`POST ${PROJECT}/merge_requests`, () => {
      server.answer(`GET ${PROJECT}/merge_requests`, { json: [MERGE_REQUEST] });
      return { status: 0 };
    });

    const made = await propose(repository);

    expect(made.steps).toEqual([
      'findPullRequest',
      'readBase',
      'pushBranch',
      'readBranch',
      'openPullRequest',
      'findPullRequest',
      'addLabels',
    ]);
    expect(sent('POST')).toHaveLength(2);
  });

  it.each([
    ['repository/commits', 400, "A branch called 'x' already exists."],
    [
      'merge_requests',
      409,
      'Another open merge request already exists for this source branch: !7',
    ],
  ])(
    'takes what is there already for what it is at %s',
    async (path, status, message) => {
      server.answer(`POST ${PROJECT}/${path}`, {
        status,
        json: { message: [message] },
      });
      const asked =
        path === 'merge_requests'
          ? repository.openPullRequest({
              branch: 'x',
              base: 'main',
              title: 't',
              body: 'b',
            })
          : repository.pushBranch({
              branch: 'x',
              base: 'main',
              parent: BASE,
              files: [],
              message: 'm',
            });
      await expect(asked).rejects.toMatchObject({ reason: 'conflict' });
    },
  );

  it('tells which files a commit has other than an earlier one', async () => {
    server.answer(`GET ${PROJECT}/repository/compare`, {
      json: {
        diffs: [
          { old_path: ORDERS, new_path: ORDERS, new_file: false },
          { old_path: 'a', new_path: 'b', renamed_file: true },
          { old_path: 'x', new_path: 'x', deleted_file: true },
        ],
      },
    });
    expect([...(await repository.changedFiles!(BASE, HEAD))!]).toEqual([
      ORDERS,
      'b',
      'a',
      'x',
    ]);
  });

  it.each([
    ['cut short', { diffs: [], compare_timeout: true }],
    ['too many', { diffs: Array(100).fill({ new_path: 'a' }) }],
  ])('does not tell where the comparison is %s', async (_, json) => {
    server.answer(`GET ${PROJECT}/repository/compare`, { json });
    expect(await repository.changedFiles!(BASE, HEAD)).toBeUndefined();
  });

  it('holds the diff against what was proposed', async () => {
    server.answer(`GET ${PROJECT}/merge_requests/7/diffs`, {
      json: [
        { old_path: ORDERS, new_path: ORDERS, new_file: false },
        { old_path: 'x', new_path: 'x', deleted_file: true },
      ],
    });
    expect(await inspectProposal(repository, CHANGE, 7)).toMatchObject({
      isAsProposed: false,
      head: HEAD,
      mergeBase: BASE,
      findings: [{ path: 'x' }],
    });
  });

  it.each([
    [{ detailed_merge_status: 'ci_must_pass' }, 'notReady'],
    [{ detailed_merge_status: 'not_approved' }, 'notReady'],
    [{ detailed_merge_status: 'checking' }, 'notReady'],
    [{ has_conflicts: true }, 'conflict'],
    [{ sha: BASE }, 'moved'],
    [{ state: 'closed' }, 'conflict'],
  ])('does not merge where it is %j', async (more, reason) => {
    server.answer(`GET ${PROJECT}/merge_requests/7`, {
      json: { ...MERGE_REQUEST, ...more },
    });
    await expect(
      repository.mergePullRequest(7, { expectedHead: HEAD, method: 'merge' }),
    ).rejects.toMatchObject({ reason });
    expect(sent('PUT')).toEqual([]);
  });

  it('merges the head that was agreed to, and tells who merged', async () => {
    const path = `${PROJECT}/merge_requests/7/merge`;
    server.answer(`PUT ${path}`, {
      status: 409,
      json: { message: 'SHA does not match HEAD of source branch' },
    });
    const merge = () =>
      repository.mergePullRequest(7, {
        expectedHead: HEAD,
        method: 'squash',
        title: 't',
      });
    await expect(merge()).rejects.toMatchObject({ reason: 'moved' });

    const merged = {
      ...MERGE_REQUEST,
      state: 'merged',
      merged_at: '2026-11-26T10:00:00.000Z',
      merge_commit_sha: 'd'.repeat(40),
      merge_user: { username: 'pat' },
    };
    server.answer(`PUT ${path}`, { json: merged });
    expect(await merge()).toEqual({ sha: 'd'.repeat(40) });
    expect(sent('PUT').at(-1)!.json).toEqual({
      sha: HEAD,
      squash: true,
      squash_commit_message: 't',
    });
    server.answer(`GET ${PROJECT}/merge_requests/7`, { json: merged });
    expect(await repository.getPullRequest(7)).toMatchObject({
      state: 'merged',
      mergedBy: 'pat',
      mergeSha: 'd'.repeat(40),
    });
  });

  it('sets a status, also one that is so already', async () => {
    const path = `POST ${PROJECT}/statuses/${HEAD}`;
    const set = () =>
      repository.setStatus(HEAD, {
        context: 'eks-fleet/gates',
        state: 'failure',
        description: 'shut',
        url: 'https://portal.example.com',
      });
    server.answer(path, { status: 201, json: {} });
    await set();
    server.answer(path, {
      status: 400,
      json: { message: 'Cannot transition status via :drop from :failed' },
    });
    await set();
    expect(sent('POST')[0].json).toEqual({
      name: 'eks-fleet/gates',
      state: 'failed',
      description: 'shut',
      target_url: 'https://portal.example.com',
    });
    server.answer(path, { status: 403, json: { message: '403 Forbidden' } });
    await expect(set()).rejects.toMatchObject({ reason: 'forbidden' });
  });
});
