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

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Octokit } from '@octokit/rest';
import { ManualClock } from '../../clock';
import { BASE_CREDENTIALS } from '../../fleets/roles';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { gitEnvironment } from '../git/runGit';
import type { GithubRepositorySpec, GithubSpec } from '../types';

export const BOT_TOKEN = 'github_pat_bot';
export const REPO = { owner: 'acme', repo: 'fleet' };

export const FILES = {
  'README.md': '# The fleet\n',
  'clusters/one.json': '{\n  "version": "1.33"\n}\n',
  'clusters/two.json': '{\n  "version": "1.33"\n}\n',
};

export interface StartedGithub {
  simulator: Simulator;
  clock: ManualClock;
  octokit: Octokit;
  /** As somebody else: `pat`, an administrator, or `eve`, who may only read. */
  as(login: 'pat' | 'eve'): Octokit;
  /** Runs the real git in a working copy, and gives what it printed. */
  git(...args: string[]): Promise<string>;
  /** The working copy; made by `clone`. */
  workTree: string;
  clone(): Promise<void>;
  stop(): Promise<void>;
}

/** A cloud of one account with a Git host of one repository. */
export async function startGithub(
  repository: Partial<GithubRepositorySpec> = {},
): Promise<StartedGithub> {
  const github: GithubSpec = {
    users: [
      { login: 'acme', type: 'Organization' },
      { login: 'eks-fleet', type: 'Bot' },
      { login: 'pat', name: 'Pat Platform' },
      { login: 'eve' },
    ],
    tokens: [
      { token: BOT_TOKEN, login: 'eks-fleet' },
      { token: 'github_pat_pat', login: 'pat' },
      { token: 'github_pat_eve', login: 'eve' },
    ],
    app: { id: 4711, slug: 'eks-fleet-app' },
    repositories: [
      {
        owner: REPO.owner,
        name: REPO.repo,
        files: FILES,
        collaborators: {
          'eks-fleet': 'write',
          'eks-fleet-app[bot]': 'write',
          pat: 'admin',
          alex: 'write',
        },
        ...repository,
      },
    ],
  };
  const clock = new ManualClock('2026-11-26T09:00:00Z');
  const simulator = await startSimulator({
    clock,
    fleet: {
      accounts: [{ id: BASE_CREDENTIALS.accountId, name: 'management' }],
      organizations: [],
      credentials: [BASE_CREDENTIALS],
      github,
    },
  });
  const home = await mkdtemp(join(tmpdir(), 'github-test-'));
  const workTree = join(home, 'fleet');
  const run = async (directory: string, args: string[]) => {
    const { stdout } = await promisify(execFile)('git', args, {
      cwd: directory,
      env: gitEnvironment({
        GIT_AUTHOR_NAME: 'Pat',
        GIT_AUTHOR_EMAIL: 'pat@acme.example',
        GIT_COMMITTER_NAME: 'Pat',
        GIT_COMMITTER_EMAIL: 'pat@acme.example',
      }),
    });
    return stdout;
  };
  const octokitWith = (auth: string) =>
    new Octokit({
      auth,
      baseUrl: simulator.github.apiUrl,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
  return {
    simulator,
    clock,
    octokit: octokitWith(BOT_TOKEN),
    as: login => octokitWith(`github_pat_${login}`),
    workTree,
    git: (...args) => run(workTree, args),
    clone: async () => {
      const url = simulator.github.url.replace('//', `//x:${BOT_TOKEN}@`);
      await run(home, ['clone', '--quiet', `${url}/acme/fleet.git`]);
    },
    stop: async () => {
      await simulator.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A branch with one file changed, and the pull request for it. */
export async function propose(
  { octokit }: Pick<StartedGithub, 'octokit'>,
  proposal: { branch: string; path?: string; content?: string; title?: string },
) {
  const {
    branch,
    path = 'clusters/one.json',
    content = '{\n  "version": "1.34"\n}\n',
    title = 'Upgrade one to 1.34',
  } = proposal;
  const { data: main } = await octokit.git.getRef({
    ...REPO,
    ref: 'heads/main',
  });
  await octokit.git.createRef({
    ...REPO,
    ref: `refs/heads/${branch}`,
    sha: main.object.sha,
  });
  const { data: file } = await octokit.repos
    .getContent({ ...REPO, path, ref: branch })
    .catch(() => ({ data: {} }));
  await octokit.repos.createOrUpdateFileContents({
    ...REPO,
    path,
    branch,
    message: title,
    content: Buffer.from(content).toString('base64'),
    ...('sha' in file && { sha: file.sha }),
  });
  const { data } = await octokit.pulls.create({
    ...REPO,
    head: branch,
    base: 'main',
    title,
  });
  return data;
}
