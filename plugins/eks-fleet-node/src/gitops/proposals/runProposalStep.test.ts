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

import { BOTH, CHANGE, propose } from '../__testUtils__/propose';
import {
  BILLING,
  FILES,
  ORDERS,
  startFleetHost,
  type FleetHost,
} from '../__testUtils__/startFleetHost';
import { branchOfChange } from './branches';
import {
  beginProposal,
  intendEffect,
  nextProposalStep,
} from './nextProposalStep';
import { runProposalStep } from './runProposalStep';
import type { ProposalRecord } from './types';

const REPO = '/repos/{owner}/{repo}';
const PROPOSE = 'POST /graphql';
const EFFECTS = [PROPOSE, `POST ${REPO}/issues/{number}/labels`];

describe('runProposalStep', () => {
  let host: FleetHost;

  beforeEach(async () => {
    host = await startFleetHost();
  });

  afterEach(async () => {
    await host.stop();
  });

  const repository = () => host.startService().repository('fleet', 'test');
  /** As hosts are that have no call for all of it. */
  const byCalls = () =>
    Object.defineProperty(repository(), 'proposeBranch', { value: undefined });
  const pulls = () => host.simulator.github.pulls();

  it('proposes a change as a pull request with one commit on a branch of its own', async () => {
    const made = await propose(repository());

    const branch = branchOfChange('demo', CHANGE);
    expect(made.steps).toEqual([
      'findPullRequest',
      'readBase',
      'pushBranch',
      'addLabels',
    ]);
    expect(made.pullRequest).toEqual({
      number: 1,
      url: `${host.simulator.github.url}/acme/fleet/pull/1`,
      state: 'open',
      headSha: await host.simulator.github.head(branch),
    });
    expect(pulls()).toMatchObject([
      {
        title: 'orders: Kubernetes 1.34',
        body: 'Part of a rollout.',
        labels: ['eks-fleet'],
        head: { ref: branch },
        base: { ref: 'main' },
      },
    ]);
    const { github } = host.simulator;
    expect(await github.file(ORDERS, { branch })).toBe(
      FILES[ORDERS].replace('1.33', '1.34'),
    );
    expect(await github.file(BILLING, { branch })).toBe(FILES[BILLING]);
    expect(await github.file(ORDERS)).toBe(FILES[ORDERS]);
  });

  it('proposes several files at once, new ones and removals among them', async () => {
    const made = await propose(repository(), {
      ...BOTH,
      files: [
        ...BOTH.files,
        { path: 'live/new/cluster.yaml', create: 'version: "1.34"\n' },
        { path: 'README.md', remove: true },
      ],
    });

    const branch = { branch: made.branch };
    const { github } = host.simulator;
    expect(await github.file(BILLING, branch)).toBe(
      'name = "billing"\nkubernetes_version = "1.34" # ask first\n',
    );
    expect(await github.file(ORDERS, branch)).toContain('"1.34"');
    expect(await github.file('live/new/cluster.yaml', branch)).toBe(
      'version: "1.34"\n',
    );
    expect(await github.file('README.md', branch)).toBeUndefined();
  });

  it.each(EFFECTS)(
    'makes no second one where the answer to %s is lost',
    async operation => {
      host.simulator.addFault({
        match: { service: 'github', operation },
        effect: 'lostAnswer',
        times: 1,
      });

      const made = await propose(repository());

      expect(made.pullRequest).toMatchObject({ number: 1, state: 'open' });
      expect(pulls()).toHaveLength(1);
      expect(pulls()[0].labels).toEqual(['eks-fleet']);
      expect(await host.simulator.github.head(made.branch)).toBe(
        made.headSha ?? made.pullRequest!.headSha,
      );
    },
  );

  it('goes on from wherever it was killed, by another process too', async () => {
    const uninterrupted = await propose(repository());
    const states = uninterrupted.steps.length;
    for (let killedAfter = 0; killedAfter < states; killedAfter += 1) {
      for (const recorded of [true, false]) {
        const change = {
          ...CHANGE,
          key: `killed after ${killedAfter}, ${recorded}`,
        };
        let record: ProposalRecord = beginProposal('demo', change);
        for (let done = 0; done <= killedAfter; done += 1) {
          const step = nextProposalStep(change, record);
          if (step.kind === 'act') {
            record = intendEffect(record, step.call);
          }
          const next = await runProposalStep(
            repository(),
            change,
            record,
            step,
          );
          record = recorded || done < killedAfter ? next : record;
        }

        const made = await propose(repository(), change, record);

        const own = pulls().filter(({ head }) => head.ref === made.branch);
        expect(own).toHaveLength(1);
        expect(made.pullRequest!.number).toBe(own[0].number);
        expect(own[0].labels).toEqual(['eks-fleet']);
      }
    }
  }, 60_000);

  it('finds its own again where nothing was recorded, as after a restore', async () => {
    const first = await propose(repository());
    const second = await propose(repository());

    expect(second.steps).toEqual(['findPullRequest', 'addLabels']);
    expect(second.pullRequest).toEqual(first.pullRequest);
    expect(pulls()).toHaveLength(1);
  });

  it('finds a branch again whose pull request was never opened', async () => {
    let record = beginProposal('demo', CHANGE);
    for (const call of ['findPullRequest', 'readBase', 'pushBranch']) {
      const step = nextProposalStep(CHANGE, record);
      expect(step).toMatchObject({ call });
      record = await runProposalStep(byCalls(), CHANGE, record, step);
    }
    expect(pulls()).toHaveLength(0);

    const made = await propose(repository());

    expect(made.steps).toEqual([
      'findPullRequest',
      'readBase',
      'pushBranch',
      'readBranch',
      'findPullRequest',
      'openPullRequest',
      'addLabels',
    ]);
    expect(made.headSha).toBe(record.headSha);
    expect(pulls()).toHaveLength(1);
  });

  it('takes up a branch of its own that nothing was put on', async () => {
    const { github } = host.simulator;
    const branch = branchOfChange('demo', CHANGE);
    const sha = await github.head('main');
    await fetch(`${github.apiUrl}/repos/acme/fleet/git/refs`, {
      method: 'POST',
      headers: { authorization: 'Bearer github_pat_bot' },
      body: JSON.stringify({ ref: `refs/heads/${branch}`, sha }),
    });
    expect(await github.head(branch)).toBe(sha);

    const made = await propose(repository());

    expect(made.pullRequest).toMatchObject({
      number: 1,
      headSha: await github.head(branch),
    });
  });

  it('proposes by one call after the other where the host takes no more', async () => {
    const made = await propose(byCalls());

    expect(made.steps).toEqual([
      'findPullRequest',
      'readBase',
      'pushBranch',
      'openPullRequest',
      'addLabels',
    ]);
    expect(pulls()).toHaveLength(1);
    expect(host.calls(PROPOSE)).toBe(0);
  });

  it('does not take up a branch of its name with something else on it', async () => {
    await host.simulator.github.commit({
      user: 'pat',
      branch: branchOfChange('demo', CHANGE),
      files: { [ORDERS]: '{"kubernetes_version": "1.35"}' },
    });

    await expect(propose(repository())).rejects.toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('with something else on it'),
    });
    expect(pulls()).toHaveLength(0);
  });

  it('proposes nothing on a changed base value', async () => {
    await host.simulator.github.commit({
      user: 'pat',
      files: { [ORDERS]: FILES[ORDERS].replace('1.33', '1.32') },
    });

    await expect(propose(repository())).rejects.toMatchObject({
      name: 'EditRefusal',
      reason: 'changedBase',
      found: '1.32',
      message: `${ORDERS}: /kubernetes_version is the text "1.32" now, not the text "1.33"`,
    });
    expect(pulls()).toHaveLength(0);
    expect(host.calls(PROPOSE)).toBe(0);
  });

  it('proposes nothing about a file that is not there', async () => {
    await expect(
      propose(repository(), {
        ...CHANGE,
        files: [{ ...CHANGE.files[0], path: 'live/gone.yaml' }] as any,
      }),
    ).rejects.toMatchObject({
      reason: 'notThere',
      message: 'There is no file live/gone.yaml',
    });
  });

  it('says on what it pushed, and on nothing else, that it may go in', async () => {
    const { github } = host.simulator;
    github.protect('main', { requiredStatusChecks: ['eks-fleet/gates'] });
    const status = { context: 'eks-fleet/gates', description: 'Agreed to' };
    const made = await propose(repository(), { ...CHANGE, status });
    const { number } = made.pullRequest!;
    await github.merge({ number, user: 'dana' });
    expect(pulls()[0].state).toBe('closed');
    expect(await github.file(ORDERS)).toContain('1.34');
  });

  it('does without labels where the token may not set them', async () => {
    host.simulator.addFault({
      match: {
        service: 'github',
        operation: `POST ${REPO}/issues/{number}/labels`,
      },
      effect: 'deny',
    });

    const made = await propose(repository());

    expect(made.pullRequest).toMatchObject({ number: 1, state: 'open' });
    expect(pulls()[0].labels).toEqual([]);
  });

  it('writes nothing while writes are off', async () => {
    const off = host.startService({ writes: 'off' });

    await expect(
      propose(off.repository('fleet', 'test')),
    ).rejects.toMatchObject({
      reason: 'writesOff',
      code: 'disabled',
      message: expect.stringMatching(/eksFleet\.writes is off$/),
    });
    expect(host.calls(PROPOSE)).toBe(0);
  });

  it.each([
    ['nobody knows', 'github_pat_unknown', 'unauthenticated'],
    ['may only read', 'github_pat_reader', 'forbidden'],
  ])('says so where the token %s', async (_, token, reason) => {
    const service = host.startService({ token });
    await expect(
      propose(service.repository('fleet', 'test')),
    ).rejects.toMatchObject({ reason });
    expect(service.hosts()).toMatchObject([{ lastFailure: { reason } }]);
  });
});
