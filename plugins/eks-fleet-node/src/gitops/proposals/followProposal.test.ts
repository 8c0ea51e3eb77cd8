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

import { CHANGE, propose } from '../__testUtils__/propose';
import {
  FILES,
  ORDERS,
  startFleetHost,
  type FleetHost,
} from '../__testUtils__/startFleetHost';
import type { GitPullRequestDetail } from '../hosts/types';
import type { DefaultEksFleetGitService } from '../service/DefaultEksFleetGitService';
import { inspectProposal } from './checkProposalDiff';
import { followProposal } from './followProposal';
import { previewChange } from './previewChange';
import type { ProposedPullRequest } from './types';

const GATES = 'eks-fleet/gates';

describe('a proposal on GitHub', () => {
  let host: FleetHost;
  let service: DefaultEksFleetGitService;
  let known: ProposedPullRequest;
  let branch: string;

  beforeEach(async () => {
    host = await startFleetHost();
    service = host.startService();
    const made = await propose(service.repository('fleet', 'rollout:1'));
    known = made.pullRequest!;
    branch = made.branch;
  });

  afterEach(async () => {
    await host.stop();
  });

  const repository = () => service.repository('fleet', 'rollout:1');

  async function look(): Promise<GitPullRequestDetail> {
    const seen = await service
      .follower('fleet')
      .look([known.number], { maxAgeSeconds: 0 });
    const found = seen.get(known.number)!;
    if (found instanceof Error) {
      throw found;
    }
    return found;
  }

  async function news() {
    return followProposal(known, await look(), 'main').news;
  }

  const setGates = (state: 'pending' | 'success') =>
    repository().setStatus(known.headSha, {
      context: GATES,
      state,
      description: `The gates are ${state}. ${'x'.repeat(200)}`,
      url: 'https://portal.example.com/eks-fleet/go?rollout=1',
    });

  it('is as proposed, and nothing has happened to it', async () => {
    expect(await news()).toEqual([]);
    expect(await look()).toMatchObject({
      state: 'open',
      openedBy: 'eks-fleet',
    });
    expect(await inspectProposal(repository(), CHANGE, 1)).toEqual({
      isAsProposed: true,
      findings: [],
      head: known.headSha,
      mergeBase: await host.simulator.github.head('main'),
    });
  });

  it('waits for its gates, then merges with the head that was agreed to', async () => {
    host.simulator.github.protect('main', { requiredStatusChecks: [GATES] });
    const merge = () =>
      repository().mergePullRequest(1, {
        expectedHead: known.headSha,
        method: 'squash',
        title: 'orders: Kubernetes 1.34 (#1)',
      });
    await setGates('pending');
    await expect(merge()).rejects.toMatchObject({ reason: 'notReady' });

    await setGates('success');
    const { sha } = await merge();

    expect(await host.simulator.github.head('main')).toBe(sha);
    expect(await host.simulator.github.file(ORDERS)).toContain('"1.34"');
    expect(await news()).toEqual([
      {
        kind: 'merged',
        by: 'eks-fleet',
        at: expect.any(String),
        mergeSha: sha,
        headSha: known.headSha,
      },
    ]);
  });

  it('does not merge with rights that go past the rules of the branch', async () => {
    host.simulator.github.protect('main', {
      requiredStatusChecks: [GATES],
      enforceAdmins: false,
    });
    await setGates('pending');
    const administrator = host.startService({ token: 'github_pat_pat' });

    await expect(
      administrator
        .repository('fleet', 'rollout:1')
        .mergePullRequest(1, { expectedHead: known.headSha, method: 'merge' }),
    ).rejects.toMatchObject({ reason: 'notReady' });
    expect(await look()).toMatchObject({ state: 'open' });
  });

  it('tells who merged it by hand', async () => {
    await host.simulator.github.merge({ number: 1, user: 'pat' });

    expect(await news()).toMatchObject([{ kind: 'merged', by: 'pat' }]);
    await expect(
      repository().mergePullRequest(1, {
        expectedHead: known.headSha,
        method: 'merge',
      }),
    ).rejects.toMatchObject({ reason: 'conflict' });
  });

  it('is found merged where the answer to the merge was lost', async () => {
    host.simulator.addFault({
      match: {
        service: 'github',
        operation: 'PUT /repos/{owner}/{repo}/pulls/{number}/merge',
      },
      effect: 'lostAnswer',
      times: 1,
    });

    await expect(
      repository().mergePullRequest(1, {
        expectedHead: known.headSha,
        method: 'merge',
      }),
    ).rejects.toMatchObject({ reason: 'unreachable', isUnanswered: true });

    expect(await news()).toMatchObject([{ kind: 'merged', by: 'eks-fleet' }]);
  });

  it('tells that it was closed unmerged, and opened again', async () => {
    await host.simulator.github.close({ number: 1, user: 'pat' });
    expect(await news()).toMatchObject([{ kind: 'closed' }]);
    expect(
      followProposal({ ...known, state: 'closed' }, await look(), 'main').news,
    ).toEqual([]);
    expect(
      followProposal(
        { ...known, state: 'closed' },
        { ...(await look()), state: 'open' },
        'main',
      ).news,
    ).toEqual([{ kind: 'reopened' }]);
  });

  it('tells of another head, and what is on it besides', async () => {
    const sha = await host.simulator.github.forcePush({
      number: 1,
      user: 'pat',
      files: {
        [ORDERS]: FILES[ORDERS].replace('1.33', '1.34').replace(
          '"orders"',
          '"ordres"',
        ),
        'README.md': '# Mine\n',
      },
    });

    expect(await news()).toEqual([
      { kind: 'headMoved', from: known.headSha, to: sha },
    ]);
    expect(await inspectProposal(repository(), CHANGE, 1)).toMatchObject({
      isAsProposed: false,
      head: sha,
      findings: [
        {
          path: 'README.md',
          message: 'README.md is no part of the proposal',
        },
        {
          path: ORDERS,
          pointers: ['/name'],
          message: `${ORDERS} has other values than proposed at /name`,
        },
      ],
    });
    await expect(
      repository().mergePullRequest(1, {
        expectedHead: known.headSha,
        method: 'merge',
      }),
    ).rejects.toMatchObject({ reason: 'moved' });
  });

  it('tells of a conflict once the base has moved', async () => {
    await look();
    await host.simulator.github.commit({
      user: 'pat',
      files: { [ORDERS]: FILES[ORDERS].replace('1.33', '1.32') },
    });

    // GitHub finds out once it was asked.
    expect(await look()).toMatchObject({ mergeability: 'unknown' });
    expect(await look()).toMatchObject({ mergeability: 'conflict' });
    await expect(previewChange(repository(), CHANGE)).rejects.toMatchObject({
      reason: 'changedBase',
      found: '1.32',
    });
    await expect(
      repository().mergePullRequest(1, {
        expectedHead: known.headSha,
        method: 'merge',
      }),
    ).rejects.toMatchObject({ reason: 'conflict' });
  });

  it('is closed with a word, and its branch goes unless somebody went on with it', async () => {
    await repository().comment(1, 'The rollout was cancelled.');
    await repository().closePullRequest(1);
    await expect(
      repository().deleteBranch(branch, 'f'.repeat(40)),
    ).rejects.toMatchObject({ reason: 'moved' });

    await repository().deleteBranch(branch, known.headSha);
    await repository().deleteBranch(branch, known.headSha);

    expect(await host.simulator.github.head(branch)).toBeUndefined();
    expect(host.simulator.github.pulls()[0]).toMatchObject({
      state: 'closed',
      comments: [{ body: 'The rollout was cancelled.' }],
    });
  });
});
