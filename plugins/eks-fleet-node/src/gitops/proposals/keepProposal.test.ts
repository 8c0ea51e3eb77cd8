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
  BILLING,
  FILES,
  ORDERS,
  startFleetHost,
  type FleetHost,
} from '../__testUtils__/startFleetHost';
import { branchOfChange } from './branches';
import { keepProposal, type KeptChange } from './keepProposal';

const REPO = '/repos/{owner}/{repo}';
const NEW = 'teams/orders/quota.yaml';

const CHANGE: KeptChange = {
  key: 'propose:orders-quota',
  subject: 'orders-quota',
  base: 'main',
  files: [{ path: NEW, create: 'cpu: 4\n' }],
  title: 'Give orders 4 CPUs',
  body: 'For the sale.',
  actor: 'user:default/ann',
};
const MORE: KeptChange = {
  ...CHANGE,
  files: [{ path: NEW, create: 'cpu: 8\n' }],
};
const BRANCH = branchOfChange('demo', CHANGE);

describe('keepProposal', () => {
  let host: FleetHost;

  beforeEach(async () => {
    host = await startFleetHost();
  });

  afterEach(async () => {
    await host.stop();
  });

  const keep = (
    change: KeptChange = CHANGE,
    options: { dryRun?: boolean; signal?: AbortSignal; token?: string } = {},
  ) =>
    keepProposal(
      host.startService({ token: options.token }).repository('fleet', 'test'),
      change,
      { installationId: 'demo', ...options },
    );
  const pulls = () => host.simulator.github.pulls();
  const head = () => host.simulator.github.head(BRANCH);
  const onBranch = (path: string) =>
    host.simulator.github.file(path, { branch: BRANCH });

  it('opens one pull request, and leaves it as it is when asked again', async () => {
    const opened = await keep();
    const commit = await head();
    const again = await keep();

    expect(opened).toMatchObject({
      outcome: 'opened',
      branch: BRANCH,
      headSha: commit,
      pullRequest: { number: 1 },
    });
    expect(opened.diff).toContain('+cpu: 4');
    expect(again).toEqual({ ...opened, outcome: 'unchanged' });
    expect(await head()).toBe(commit);
    expect(pulls()).toMatchObject([
      {
        title: 'Give orders 4 CPUs',
        body: expect.stringMatching(/^For the sale\.\n\n<!-- .* -->$/),
      },
    ]);
  });

  it('puts other content on the same branch, and takes away what is wanted no more', async () => {
    await keep({
      ...CHANGE,
      files: [
        ...CHANGE.files,
        { path: 'teams/orders/extra.yaml', create: 'a: 1\n' },
        { path: ORDERS, remove: true },
      ],
    });

    const updated = await keep(MORE);

    expect(updated).toMatchObject({
      outcome: 'updated',
      headSha: await head(),
      pullRequest: { number: 1 },
    });
    expect(await onBranch(NEW)).toBe('cpu: 8\n');
    expect(await onBranch('teams/orders/extra.yaml')).toBeUndefined();
    expect(await onBranch(ORDERS)).toBe(FILES[ORDERS]);
    expect(pulls()).toHaveLength(1);
    expect((await keep(MORE)).outcome).toBe('unchanged');
  });

  it('gives the pull request another title and text where only those changed', async () => {
    await keep();
    const commit = await head();

    const updated = await keep({ ...CHANGE, title: 'More', body: 'Why' });

    expect(updated.outcome).toBe('updated');
    expect(await head()).toBe(commit);
    expect(pulls()).toMatchObject([
      { title: 'More', body: expect.stringMatching(/^Why\n/) },
    ]);
  });

  it('leaves a title and a text that somebody else has changed', async () => {
    await keep();
    const { apiUrl } = host.simulator.github;
    await fetch(`${apiUrl}/repos/acme/fleet/pulls/1`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer github_pat_pat' },
      body: JSON.stringify({ title: 'As agreed in the chat' }),
    });

    expect((await keep({ ...MORE, title: 'More' })).outcome).toBe('updated');
    expect((await keep({ ...MORE, title: 'Less' })).outcome).toBe('unchanged');
    expect(pulls()).toMatchObject([{ title: 'As agreed in the chat' }]);
    expect(await onBranch(NEW)).toBe('cpu: 8\n');
  });

  it('opens one where it is asked for twice at once', async () => {
    const kept = await Promise.all([keep(), keep(), keep()]);

    expect(new Set(kept.map(({ headSha }) => headSha))).toEqual(
      new Set([await head()]),
    );
    expect(kept.map(({ pullRequest }) => pullRequest?.number)).toEqual([
      1, 1, 1,
    ]);
    expect(pulls()).toHaveLength(1);
  });

  it('opens none where the base has all of it', async () => {
    const kept = await keep({
      ...CHANGE,
      files: [
        { path: ORDERS, write: FILES[ORDERS] },
        { path: 'nowhere.yaml', remove: true },
        {
          path: BILLING,
          edits: [{ pointer: '/kubernetes_version', from: '1.32', to: '1.33' }],
        },
      ],
    });

    expect(kept).toMatchObject({ outcome: 'nothingToChange', diff: '' });
    expect(pulls()).toEqual([]);
    expect(await head()).toBeUndefined();
  });

  it('goes on with a branch that it left without a pull request', async () => {
    host.simulator.addFault({
      match: { service: 'github', operation: `POST ${REPO}/pulls` },
      effect: 'deny',
      times: 1,
    });
    await expect(keep()).rejects.toMatchObject({ reason: 'forbidden' });
    expect(pulls()).toEqual([]);

    const opened = await keep(MORE);

    expect(opened).toMatchObject({ outcome: 'opened', headSha: await head() });
    expect(await onBranch(NEW)).toBe('cpu: 8\n');
  });

  it.each([`POST ${REPO}/git/refs`, `POST ${REPO}/pulls`])(
    'says that it opened one where the answer to %s is lost',
    async operation => {
      host.simulator.addFault({
        match: { service: 'github', operation },
        effect: 'lostAnswer',
        times: 1,
      });

      expect(await keep()).toMatchObject({
        outcome: 'opened',
        headSha: await head(),
      });
      expect(pulls()).toHaveLength(1);
    },
  );

  it.each([`PATCH ${REPO}/git/refs/{ref}`, `PATCH ${REPO}/pulls/{number}`])(
    'updates once where the answer to %s is lost',
    async operation => {
      await keep();
      const other = { ...MORE, title: 'Give orders 8 CPUs' };
      host.simulator.addFault({
        match: { service: 'github', operation },
        effect: 'lostAnswer',
        times: 1,
      });

      expect((await keep(other)).outcome).toBe('updated');
      expect(host.calls(operation)).toBe(1);
      expect((await keep(other)).outcome).toBe('unchanged');
    },
  );

  describe('with a status', () => {
    const status = {
      context: 'eks-fleet/gates',
      description: 'A template proposed it',
    };
    const statusOf = async (sha: string | undefined) => {
      const { apiUrl } = host.simulator.github;
      const answer = await fetch(
        `${apiUrl}/repos/acme/fleet/commits/${sha}/status`,
        { headers: { authorization: 'Bearer github_pat_bot' } },
      );
      const { statuses } = (await answer.json()) as { statuses: object[] };
      return statuses;
    };

    it('sets it on each of its commits', async () => {
      const first = await keep({ ...CHANGE, status });
      const second = await keep({ ...MORE, status });

      expect(second.headSha).not.toBe(first.headSha);
      for (const { headSha } of [first, second]) {
        expect(await statusOf(headSha)).toMatchObject([
          { context: 'eks-fleet/gates', state: 'success' },
        ]);
      }
    });

    it('sets it later where it ended before', async () => {
      await keep();
      expect(await statusOf(await head())).toEqual([]);

      await keep({ ...CHANGE, status });
      expect(await statusOf(await head())).toHaveLength(1);
    });

    it('sets none on a commit of somebody else, though it changes nothing', async () => {
      await keep();
      await host.simulator.github.commit({
        branch: BRANCH,
        user: 'pat',
        files: { [NEW]: 'cpu: 4\n' },
        message: 'The same',
      });

      expect((await keep({ ...CHANGE, status })).outcome).toBe('unchanged');
      expect(await statusOf(await head())).toEqual([]);
    });

    it('does without where it may not', async () => {
      host.simulator.addFault({
        match: {
          service: 'github',
          operation: `POST ${REPO}/statuses/{sha}`,
        },
        effect: 'deny',
      });
      expect((await keep({ ...CHANGE, status })).outcome).toBe('opened');
      expect(await statusOf(await head())).toEqual([]);
    });
  });

  it('shows what it would do in a dry run, and does none of it', async () => {
    expect(await keep(CHANGE, { dryRun: true })).toMatchObject({
      outcome: 'opened',
      diff: expect.stringContaining('+cpu: 4'),
    });
    await keep();
    const commit = await head();

    expect(await keep(MORE, { dryRun: true })).toMatchObject({
      outcome: 'updated',
      pullRequest: { number: 1 },
    });
    expect(await head()).toBe(commit);
    expect(pulls()).toMatchObject([{ title: CHANGE.title }]);
  });

  it('makes nothing once it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));

    await expect(keep(CHANGE, { signal })).rejects.toThrow('cancelled');
    expect(await head()).toBeUndefined();
  });

  describe('people have to look first where', () => {
    const github = () => host.simulator.github;

    it('somebody else pushed to the branch', async () => {
      await keep();
      await github().commit({
        branch: BRANCH,
        user: 'pat',
        files: { [NEW]: 'cpu: 5\n' },
        message: 'Less',
      });
      const theirs = await head();

      await expect(keep()).rejects.toMatchObject({ reason: 'pushedByOthers' });
      await expect(keep()).rejects.toThrow(
        /pushed to pull request 1, last commit [0-9a-f]{10} by pat: /,
      );
      expect(await head()).toBe(theirs);
    });

    it('somebody else changed the last commit, and kept its message', async () => {
      await keep();
      const { json } = await readHead();
      await github().commit({
        branch: BRANCH,
        user: 'pat',
        files: { 'README.md': '# Ours\n' },
        message: json.message,
      });

      await expect(keep(MORE)).rejects.toMatchObject({
        reason: 'pushedByOthers',
      });
    });

    it('somebody else made the branch', async () => {
      await github().commit({
        branch: BRANCH,
        user: 'pat',
        files: { [NEW]: 'cpu: 4\n' },
        message: 'Mine',
      });

      await expect(keep()).rejects.toMatchObject({ reason: 'branchTaken' });
      expect(pulls()).toEqual([]);
    });

    it('the pull request was closed', async () => {
      await keep();
      await github().close({ number: 1, user: 'pat' });

      await expect(keep()).rejects.toMatchObject({ reason: 'closed' });
    });

    it('was merged, and more is wanted', async () => {
      await keep();
      await github().merge({ number: 1, user: 'pat' });

      expect((await keep()).outcome).toBe('nothingToChange');
      await expect(
        keep({ ...CHANGE, files: [{ path: NEW, write: 'cpu: 8\n' }] }),
      ).rejects.toMatchObject({ reason: 'merged' });
    });

    it('the base came to have it by itself', async () => {
      await keep();
      await github().commit({
        branch: 'main',
        user: 'pat',
        files: { [NEW]: 'cpu: 4\n' },
        message: 'At once',
      });

      await expect(keep()).rejects.toMatchObject({ reason: 'superseded' });
    });

    it('the base has moved under what is edited', async () => {
      const edit = (from: string, to: string): KeptChange => ({
        ...CHANGE,
        files: [
          {
            path: ORDERS,
            edits: [{ pointer: '/kubernetes_version', from, to }],
          },
        ],
      });
      await keep(edit('1.33', '1.34'));
      await github().commit({
        branch: 'main',
        user: 'pat',
        files: { [ORDERS]: FILES[ORDERS].replace('1.33', '1.32') },
        message: 'Back',
      });

      await expect(keep(edit('1.33', '1.34'))).rejects.toMatchObject({
        reason: 'changedBase',
        found: '1.32',
      });
      await expect(keep(edit('1.32', '1.34'))).rejects.toMatchObject({
        reason: 'behind',
      });
    });

    it('there is no such branch to propose against', async () => {
      await expect(keep({ ...CHANGE, base: 'trunk' })).rejects.toMatchObject({
        reason: 'noBase',
      });
    });
  });

  async function readHead() {
    const { apiUrl } = host.simulator.github;
    const answer = await fetch(
      `${apiUrl}/repos/acme/fleet/git/commits/${await head()}`,
      { headers: { authorization: 'Bearer github_pat_bot' } },
    );
    return { json: (await answer.json()) as { message: string } };
  }
});
