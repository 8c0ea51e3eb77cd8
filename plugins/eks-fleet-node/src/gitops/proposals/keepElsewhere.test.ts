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
import {
  startJsonServer,
  type JsonAnswer,
  type JsonServer,
} from '../__testUtils__/startJsonServer';
import { DefaultEksFleetGitService } from '../service/DefaultEksFleetGitService';
import { branchOfChange } from './branches';
import { digestOfContent, messageOf } from './commitMessage';
import { keepProposal, type KeptChange } from './keepProposal';
import { withMark } from './pullRequestText';

const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const NEXT = 'd'.repeat(40);
const PATH = 'teams/orders/quota.yaml';
const BEFORE = 'cpu: 4\n';
const AFTER = 'cpu: 8\n';

const CHANGE: KeptChange = {
  key: 'propose:orders-quota',
  subject: 'orders-quota',
  base: 'main',
  files: [{ path: PATH, create: AFTER }],
  title: 'Give orders 8 CPUs',
  body: 'For the sale.',
};
const BRANCH = branchOfChange('demo', CHANGE);
const WRITTEN = messageOf(CHANGE, digestOfContent([[PATH, BEFORE]]));
const THEN = messageOf(CHANGE, digestOfContent([[PATH, AFTER]]));
const SHOWN = withMark({ ...CHANGE, title: 'Give orders 4 CPUs' });
const WANTED = withMark(CHANGE);
const base64 = Buffer.from(BEFORE).toString('base64');

/** A host with pull request 7 of the branch open, and 4 CPUs on it. */
interface Host {
  config: (server: JsonServer) => object;
  /** Of the repository's page. */
  page: string;
  api: string;
  answers: Record<string, JsonAnswer>;
  /** Answers the head of the branch. */
  branch: string;
  branchAt: (sha: string) => unknown;
  wrote: Array<{ operation: string; json: unknown }>;
}

const gitlab: Host = {
  config: ({ url }) => ({
    gitlab: [
      {
        host: new URL(url).host,
        apiBaseUrl: `${url}/api/v4`,
        baseUrl: url,
        token: 'glpat-secret',
      },
    ],
  }),
  page: '/acme/fleet',
  api: '/api/v4/projects/acme%2Ffleet',
  branch: `GET /repository/branches/${encodeURIComponent(BRANCH)}`,
  branchAt: id => ({ commit: { id } }),
  answers: {
    'GET /repository/branches/main': { json: { commit: { id: BASE } } },
    'GET /merge_requests': {
      json: [
        {
          iid: 7,
          web_url: 'https://git.example.com/acme/fleet/-/merge_requests/7',
          state: 'opened',
          source_branch: BRANCH,
          target_branch: 'main',
          source_project_id: 1,
          target_project_id: 1,
          sha: HEAD,
        },
      ],
    },
    'GET /merge_requests/7': {
      json: {
        iid: 7,
        title: SHOWN.title,
        description: SHOWN.body,
        state: 'opened',
        diff_refs: { base_sha: BASE, head_sha: HEAD },
      },
    },
    'GET /merge_requests/7/diffs': {
      json: [{ new_file: true, new_path: PATH, old_path: PATH }],
    },
    [`GET /repository/files/${encodeURIComponent(PATH)}?ref=${HEAD}`]: {
      json: { blob_id: 'blob', content: base64 },
    },
    [`GET /repository/commits/${HEAD}`]: {
      json: { message: WRITTEN, author_name: 'Portal' },
    },
    'POST /repository/commits': { status: 201, json: { id: NEXT } },
    'PUT /merge_requests/7': { json: {} },
  },
  wrote: [
    {
      operation: 'POST /repository/commits',
      json: {
        branch: BRANCH,
        commit_message: THEN,
        actions: [{ action: 'update', file_path: PATH, content: AFTER }],
      },
    },
    {
      operation: 'PUT /merge_requests/7',
      json: { title: WANTED.title, description: WANTED.body },
    },
  ],
};

const giteaPull = {
  number: 7,
  html_url: 'https://git.example.com/acme/fleet/pulls/7',
  title: SHOWN.title,
  body: SHOWN.body.replaceAll('\n', '\r\n'),
  state: 'open',
  merge_base: BASE,
  head: { ref: BRANCH, sha: HEAD, repo_id: 1 },
  base: { ref: 'main', repo_id: 1 },
};
const gitea: Host = {
  config: ({ url }) => ({
    gitea: [
      { host: new URL(url).host, baseUrl: url, password: 'token-secret' },
    ],
  }),
  page: '/acme/fleet',
  api: '/api/v1/repos/acme/fleet',
  branch: `GET /branches/${BRANCH}`,
  branchAt: id => ({ commit: { id } }),
  answers: {
    'GET /branches/main': { json: { commit: { id: BASE } } },
    [`GET /pulls/main/${BRANCH}`]: { json: giteaPull },
    'GET /pulls/7': { json: giteaPull },
    'GET /pulls/7/files': { json: [{ filename: PATH, status: 'added' }] },
    [`GET /contents/${PATH}?ref=${HEAD}`]: {
      json: { type: 'file', encoding: 'base64', sha: 'blob', content: base64 },
    },
    [`GET /git/commits/${HEAD}`]: {
      json: { commit: { message: WRITTEN, author: { name: 'Portal' } } },
    },
    'POST /contents': { status: 201, json: { commit: { sha: NEXT } } },
    'PATCH /pulls/7': { status: 201, json: giteaPull },
  },
  wrote: [
    {
      operation: 'POST /contents',
      json: {
        branch: BRANCH,
        message: THEN,
        files: [
          {
            operation: 'update',
            path: PATH,
            content: Buffer.from(AFTER).toString('base64'),
            sha: 'blob',
          },
        ],
      },
    },
    {
      operation: 'PATCH /pulls/7',
      json: { ...WANTED },
    },
  ],
};

describe.each([
  ['GitLab', gitlab],
  ['Gitea', gitea],
])('keepProposal on %s', (_, host) => {
  let server: JsonServer;

  beforeEach(async () => {
    server = await startJsonServer();
    const answers = {
      ...host.answers,
      [host.branch]: { json: host.branchAt(HEAD) },
    };
    Object.entries(answers).forEach(([operation, answer]) =>
      server.answer(operation.replace(' ', ` ${host.api}`), answer),
    );
  });

  afterEach(async () => {
    await server.stop();
  });

  const keep = () =>
    keepProposal(
      DefaultEksFleetGitService.fromConfig(
        new ConfigReader({
          integrations: host.config(server),
          eksFleet: {
            writes: 'on',
            fleetRepositories: [
              { id: 'fleet', url: server.url + host.page, branch: 'main' },
            ],
          },
        }),
      ).repository('fleet', 'test'),
      CHANGE,
      { installationId: 'demo' },
    );
  const sent = () =>
    server.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ json, method, path }) => ({
        operation: `${method} ${path.replace(host.api, '')}`,
        json,
      }));

  it('puts one commit on the branch, and gives the pull request its title and text', async () => {
    expect(await keep()).toMatchObject({
      outcome: 'updated',
      headSha: NEXT,
      pullRequest: { number: 7 },
    });
    expect(sent()).toEqual(host.wrote);
  });

  it('puts none on a branch that moved while it was looked at', async () => {
    server.answer(host.branch.replace(' ', ` ${host.api}`), {
      json: host.branchAt(NEXT),
    });

    await expect(keep()).rejects.toMatchObject({ reason: 'moved' });
    expect(sent()).toEqual([]);
  });
});
