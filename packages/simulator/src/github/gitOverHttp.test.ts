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
import { randomBytes } from 'node:crypto';
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  propose,
  REPO,
  startGithub,
  type StartedGithub,
} from './__testUtils__/startGithub';

describe('Git over HTTP', () => {
  let started: StartedGithub;

  beforeEach(async () => {
    started = await startGithub();
  });

  afterEach(() => started.stop());

  it('is cloned, pushed to and fetched from by the real git', async () => {
    const { git, clone, octokit, workTree } = started;
    await clone();
    expect(await readFile(join(workTree, 'README.md'), 'utf8')).toBe(
      '# The fleet\n',
    );
    await git('switch', '--quiet', '-c', 'more');
    // More than git sends in one piece.
    await writeFile(join(workTree, 'more.bin'), randomBytes(3_000_000));
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'Say more');
    await git('push', '--quiet', 'origin', 'more');
    const { data } = await octokit.repos.getBranch({ ...REPO, branch: 'more' });
    expect(data.commit.sha).toBe((await git('rev-parse', 'HEAD')).trim());

    const pull = await propose(started, { branch: 'upgrade' });
    await git('fetch', '--quiet', 'origin');
    expect((await git('rev-parse', 'origin/upgrade')).trim()).toBe(
      pull.head.sha,
    );
  });

  it.each([
    ['no token', '', /Authentication|could not read Username/],
    ['an unknown token', 'x:wrong@', /Authentication failed/],
  ])('refuses %s', async (_, credentials, message) => {
    const url = started.simulator.github.url.replace('//', `//${credentials}`);
    await started.clone();
    await expect(
      started.git('ls-remote', `${url}/acme/fleet.git`),
    ).rejects.toThrow(message);
  });

  it('lets a reader fetch and not push', async () => {
    const { git, clone, simulator } = started;
    await clone();
    const url = simulator.github.url.replace('//', '//x:github_pat_eve@');
    const remote = `${url}/acme/fleet.git`;
    expect(await git('ls-remote', remote)).toContain('refs/heads/main');
    await expect(git('push', remote, 'main:eve')).rejects.toThrow(/403/);
  });

  it('refuses a push to a protected branch in the words of GitHub', async () => {
    const { git, clone, simulator, workTree } = started;
    simulator.github.protect('main', { requiredApprovingReviews: 1 });
    await clone();
    await appendFile(join(workTree, 'README.md'), 'more\n');
    await git('commit', '--quiet', '-am', 'Say more');
    await expect(git('push', 'origin', 'main')).rejects.toThrow(
      /GH006: Protected branch update failed for refs\/heads\/main/,
    );
  });

  it('follows a push with the pull requests of the branch', async () => {
    const { git, clone, octokit, workTree } = started;
    const pull = await propose(started, { branch: 'upgrade' });
    await clone();
    await git('switch', '--quiet', 'upgrade');
    await appendFile(join(workTree, 'README.md'), 'more\n');
    await git('commit', '--quiet', '--amend', '-am', 'Another proposal');
    await git('push', '--quiet', '--force', 'origin', 'upgrade');
    const head = (await git('rev-parse', 'HEAD')).trim();
    const at = { ...REPO, pull_number: pull.number };
    const { data: after } = await octokit.pulls.get(at);
    expect(after.head.sha).toBe(head);

    await git('push', '--quiet', 'origin', `${head}:main`);
    const { data: merged } = await octokit.pulls.get(at);
    expect(merged).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: head,
      merged_by: { login: 'eks-fleet' },
    });
  });

  it('closes a pull request whose branch is deleted', async () => {
    const { git, clone, octokit } = started;
    const pull = await propose(started, { branch: 'upgrade' });
    await clone();
    await git('push', '--quiet', 'origin', ':upgrade');
    const { data } = await octokit.pulls.get({
      ...REPO,
      pull_number: pull.number,
    });
    expect(data).toMatchObject({ state: 'closed', merged: false });
  });

  it('counts and breaks what git asks', async () => {
    const { git, clone, simulator } = started;
    await clone();
    simulator.addFault({
      match: { service: 'github', operation: 'GET info/refs' },
      effect: 'reset',
      times: 1,
    });
    await expect(git('fetch')).rejects.toThrow(/unable to access/);
    await git('fetch');
    expect(simulator.calls()).toContainEqual(
      expect.objectContaining({
        service: 'github',
        operation: 'GET info/refs',
        status: 0,
        error: 'ConnectionReset',
        count: 1,
      }),
    );
  });

  it('does what a push asked when its answer is lost', async () => {
    const { git, clone, simulator } = started;
    await clone();
    simulator.addFault({
      match: { service: 'github', operation: 'POST git-receive-pack' },
      effect: 'lostAnswer',
      times: 1,
    });
    await expect(git('push', 'origin', 'main:other')).rejects.toThrow();
    expect(await git('ls-remote', 'origin')).toContain('refs/heads/other');
  });

  it('leaves nothing behind', async () => {
    const folders = async () =>
      (await readdir(tmpdir())).filter(name =>
        name.startsWith('eks-fleet-git-'),
      );
    const before = await folders();
    const other = await startGithub();
    await other.clone();
    const own = (await folders()).filter(name => !before.includes(name));
    expect(own).not.toEqual([]);
    await other.stop();
    const after = await folders();
    expect(own.some(name => !after.includes(name))).toBe(true);
  });

  it('leaves nothing behind where nobody stops it either', async () => {
    const script = `
      const { startSimulator } = require('./src');
      startSimulator()
        .then(({ github }) => github.head('main'))
        .then(() => {
          console.log(require('fs').readdirSync(process.env.TMPDIR).join());
          process.exit();
        });
    `;
    const home = await mkdtemp(join(tmpdir(), 'simulator-test-'));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-r', '@backstage/cli/config/nodeTransform.cjs', '-e', script],
      {
        cwd: join(__dirname, '../..'),
        env: { PATH: process.env.PATH, TMPDIR: home },
      },
    );
    expect(stdout).toContain('eks-fleet-git-');
    const left = await readdir(home);
    expect(left.filter(name => name.startsWith('eks-fleet-git-'))).toEqual([]);
    await rm(home, { recursive: true });
  }, 60_000);
});
