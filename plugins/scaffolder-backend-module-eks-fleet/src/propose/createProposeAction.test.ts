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
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  CLUSTER,
  FILES,
  NODES,
  SIZES,
  startFleetHost,
  type FleetHost,
} from './__testUtils__/startFleetHost';
import { createProposeAction } from './createProposeAction';
import type { ProposeInput } from './types';

const QUOTA = 'teams/orders/quota.yaml';
const INPUT: ProposeInput = {
  repository: 'fleet',
  name: 'orders-quota',
  title: 'Give orders 4 CPUs',
  description: 'For the sale.',
  files: [{ path: QUOTA, content: 'cpu: 4\n' }],
};
const MORE = { ...INPUT, files: [{ path: QUOTA, content: 'cpu: 8\n' }] };

describe('eks-fleet:gitops:propose', () => {
  const workspace = createMockDirectory();
  let host: FleetHost;
  let halted: string | undefined;
  let audited: Array<{ meta?: unknown; outcome?: string; result?: unknown }>;

  beforeEach(async () => {
    host = await startFleetHost();
    workspace.clear();
    halted = undefined;
    audited = [];
  });

  afterEach(async () => {
    await host.stop();
  });

  const auditor = mockServices.auditor.mock({
    createEvent: async ({ meta }) => {
      const entry: (typeof audited)[number] = { meta };
      audited.push(entry);
      return {
        success: async options => {
          entry.outcome = 'success';
          entry.result = options?.meta;
        },
        fail: async () => {
          entry.outcome = 'fail';
        },
      };
    },
  });

  async function run(
    input: ProposeInput = INPUT,
    options: {
      isDryRun?: boolean;
      signal?: AbortSignal;
      checkpoint?: (options: { key: string; fn: () => any }) => Promise<any>;
      host?: Parameters<FleetHost['startGit']>[0];
    } = {},
  ) {
    const { host: settings, ...rest } = options;
    const action = createProposeAction({
      auditor,
      git: host.startGit(settings),
      askGround: async () => ({ installationId: 'demo', halted }),
    });
    const output: JsonObject = {};
    const log: string[] = [];
    const note = (message: unknown) => log.push(String(message));
    const mock = createMockActionContext({
      input: input as any,
      workspacePath: workspace.path,
      user: { ref: 'user:default/ann' },
      templateInfo: { entityRef: 'template:default/quota' },
    });
    await action.handler({
      ...mock,
      // The mock leaves these out.
      ...rest,
      logger: { ...mock.logger, info: note, warn: note } as any,
      output: (name: string, value: any) => {
        output[name] = value;
      },
    } as any);
    return { output, log };
  }
  const github = () => host.simulator.github;
  const pulls = () => github().pulls();
  const branches = () => pulls().map(({ head }) => head.ref);

  it('opens one pull request, and none when it runs again', async () => {
    const first = await run();
    const [branch] = branches();
    const head = await github().head(branch);
    const again = await run();

    expect(branch).toMatch(
      /^eks-fleet\/demo\/proposal-orders-quota-[0-9a-f]{10}\/[0-9a-f]{10}$/,
    );
    expect(first.output).toEqual({
      outcome: 'opened',
      changed: true,
      branch,
      pullRequestNumber: 1,
      pullRequestUrl: `${github().url}/acme/fleet/pull/1`,
      commit: head,
    });
    expect(first.log).toEqual([
      `A pull request is opened from ${branch}: ${
        github().url
      }/acme/fleet/pull/1`,
    ]);
    expect(again.output).toEqual({
      ...first.output,
      outcome: 'unchanged',
      changed: false,
    });
    expect(pulls()).toMatchObject([
      {
        title: INPUT.title,
        body: expect.stringContaining(
          'by user\\:default/ann with the template',
        ),
      },
    ]);
    expect(await github().head(branch)).toBe(head);
    expect(await github().file(QUOTA, { branch })).toBe('cpu: 4\n');
  });

  it('updates the pull request where the content is another one', async () => {
    await run();
    const { output } = await run(MORE);

    expect(output).toMatchObject({
      outcome: 'updated',
      changed: true,
      pullRequestNumber: 1,
    });
    expect(await github().file(QUOTA, { branch: branches()[0] })).toBe(
      'cpu: 8\n',
    );
    expect(pulls()).toHaveLength(1);
  });

  it('proposes what steps wrote, deletions and edits as one commit', async () => {
    workspace.setContent({ 'out/a.yaml': 'a: $' + '{{ kept }}\n' });
    await run({
      repository: 'fleet',
      name: 'all',
      title: 'All',
      sourcePath: './out',
      targetPath: 'teams/orders',
      deletions: ['README.md'],
      edits: [
        {
          path: CLUSTER,
          fields: [{ pointer: '/spec/maxSize', from: 3, to: 5 }],
        },
      ],
    });
    const [branch] = branches();

    expect(await github().file('teams/orders/a.yaml', { branch })).toBe(
      'a: $' + '{{ kept }}\n',
    );
    expect(await github().file('README.md', { branch })).toBeUndefined();
    expect(await github().file(CLUSTER, { branch })).toBe(
      'spec:\n  name: orders # sells\n  maxSize: 5\n',
    );
  });

  it('edits values of JSON, and of one manifest among several', async () => {
    await run({
      ...INPUT,
      files: [],
      edits: [
        { path: SIZES, values: [{ pointer: '/spot', from: [1], to: [2, 3] }] },
        {
          path: NODES,
          values: [
            {
              manifest: { kind: 'Nodegroup', name: 'spot' },
              pointer: '/spec/labels',
              to: { tier: 'spot' },
            },
          ],
        },
      ],
    });
    const [branch] = branches();

    expect(JSON.parse((await github().file(SIZES, { branch }))!)).toEqual({
      main: 1,
      spot: [2, 3],
    });
    expect(await github().file(NODES, { branch })).toBe(
      `${FILES[NODES]}  labels:\n    tier: spot\n`,
    );
  });

  it('says that there is nothing to change, and opens nothing', async () => {
    const { log, output } = await run({
      ...INPUT,
      files: [{ path: CLUSTER, content: FILES[CLUSTER] }],
    });

    expect(output).toEqual({
      outcome: 'nothingToChange',
      changed: false,
      branch: expect.any(String),
    });
    expect(log).toEqual([
      'There is nothing to change: fleet has all of it already',
    ]);
    expect(pulls()).toEqual([]);
  });

  it('tells the audit log what came of it', async () => {
    await run();
    host.simulator.addFault({
      match: { service: 'github' },
      effect: 'deny',
    });
    await expect(run()).rejects.toThrow();

    const meta = {
      repository: 'fleet',
      name: 'orders-quota',
      user: 'user:default/ann',
      task: 'mock-task-id',
    };
    expect(audited).toEqual([
      {
        meta,
        outcome: 'success',
        result: expect.objectContaining({
          outcome: 'opened',
          pullRequest: `${github().url}/acme/fleet/pull/1`,
        }),
      },
      { meta, outcome: 'fail' },
    ]);
  });

  describe('in a dry run', () => {
    it('shows the difference in the log and as a file, and writes nothing', async () => {
      const { log, output } = await run(INPUT, { isDryRun: true });

      expect(output).toMatchObject({ outcome: 'opened', changed: true });
      expect(log[0]).toMatch(/^Dry run: A pull request would be opened from/);
      expect(log[1]).toContain('+cpu: 4');
      expect(workspace.content()).toEqual({
        '.eks-fleet': { fleet: { 'orders-quota.diff': log[1] } },
      });
      const wrote = host.simulator
        .calls()
        .filter(({ operation }) => /^(POST|PUT|PATCH|DELETE) /.test(operation));
      expect(wrote).toEqual([]);
      expect(audited).toEqual([]);
    });

    it('shows it where writes are off too, and says so', async () => {
      halted = 'Nothing is written to Git while eksFleet.writes is off';
      const { log } = await run(INPUT, {
        isDryRun: true,
        host: { writes: 'off' },
      });

      expect(log).toContain(`It would be refused now: ${halted}`);
      expect(log.join()).toContain('+cpu: 4');
    });
  });

  it('writes nothing while all is halted', async () => {
    halted = 'The fleet is stopped by user:default/olu';
    await expect(run()).rejects.toThrow(halted);
    expect(pulls()).toEqual([]);
  });

  it('writes nothing once it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('The task was cancelled'));
    await expect(run(INPUT, { signal })).rejects.toThrow('was cancelled');
    expect(await github().head('main')).toBeDefined();
    expect(pulls()).toEqual([]);
  });

  it('gives what it gave before where the task is run again', async () => {
    const kept = new Map<string, unknown>();
    const checkpoint = async ({ key, fn }: { key: string; fn: () => any }) => {
      if (!kept.has(key)) {
        kept.set(key, await fn());
      }
      return JSON.parse(JSON.stringify(kept.get(key)));
    };
    const first = await run(INPUT, { checkpoint });
    host.simulator.addFault({ match: { service: 'github' }, effect: 'reset' });
    const again = await run(INPUT, { checkpoint });

    expect(again.output).toEqual(first.output);
    // Of the same name, but another proposal.
    await expect(run(MORE, { checkpoint })).rejects.toThrow('could not be');
  });

  describe('says what would mend it where', () => {
    it('the repository is none of the configuration', async () => {
      await expect(run({ ...INPUT, repository: 'other' })).rejects.toThrow(
        'there is no fleet repository other in',
      );
    });

    it('the repository is not there, or closed to the portal', async () => {
      await expect(
        run(INPUT, { host: { repository: 'acme/gone' } }),
      ).rejects.toThrow('see whether it is empty, has moved, or is closed');
    });

    it('the credentials may only read', async () => {
      await expect(
        run(INPUT, { host: { token: 'github_pat_reader' } }),
      ).rejects.toThrow(
        "the portal's credentials need the right to read fleet",
      );
    });

    it('the credentials are no longer valid', async () => {
      await expect(
        run(INPUT, { host: { token: 'github_pat_old' } }),
      ).rejects.toThrow('see to the credentials for the host in integrations');
    });

    it('the host is down', async () => {
      host.simulator.addFault({
        match: { service: 'github' },
        effect: 'reset',
      });
      await expect(run()).rejects.toThrow(
        'once the host answers, run the task',
      );
    });

    it('the host is asked too often', async () => {
      host.simulator.addFault({
        match: {
          service: 'github',
          operation: 'POST /repos/{owner}/{repo}/pulls',
        },
        effect: 'throttle',
      });
      await expect(run()).rejects.toThrow(
        /wait, and run .* \(not before 60 s\)/,
      );
      expect(await github().head('main')).toBeDefined();
    });

    it('a file is there already', async () => {
      await expect(
        run({ ...INPUT, files: [{ path: CLUSTER, content: 'mine' }] }),
      ).rejects.toThrow('is there already: choose another path, or');
    });

    it('a value has changed since the form was filled in', async () => {
      const edits = [
        {
          path: CLUSTER,
          fields: [{ pointer: '/spec/maxSize', from: 2, to: 5 }],
        },
      ];
      await expect(run({ ...INPUT, files: undefined, edits })).rejects.toThrow(
        'fill in the form anew',
      );
    });

    it('somebody else pushed to the branch', async () => {
      await run();
      await github().commit({
        branch: branches()[0],
        user: 'pat',
        files: { [QUOTA]: 'cpu: 6\n' },
        message: 'Six',
      });
      await expect(run(MORE)).rejects.toThrow(
        /Somebody else pushed to pull request 1, .* by pat: merge it or/,
      );
    });

    it('the pull request was closed, or merged', async () => {
      await run();
      await github().close({ number: 1, user: 'pat' });
      await expect(run()).rejects.toThrow('reopen it on the Git host, or');

      const other = { ...INPUT, name: 'orders-quota-2' };
      await run(other);
      await github().merge({ number: 2, user: 'pat' });
      await expect(
        run({ ...MORE, name: other.name, replaceExisting: true }),
      ).rejects.toThrow('has been merged: propose under another name');
    });
  });
});
