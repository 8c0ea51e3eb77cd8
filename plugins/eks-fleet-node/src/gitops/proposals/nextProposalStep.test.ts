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

import { CHANGE } from '../__testUtils__/propose';
import {
  beginProposal,
  intendEffect,
  nextProposalStep,
} from './nextProposalStep';
import type { ProposalRecord, ProposedPullRequest } from './types';

const branch = beginProposal('demo', CHANGE).branch;
const pullRequest: ProposedPullRequest = {
  number: 1,
  url: 'https://github.com/acme/fleet/pull/1',
  state: 'open',
  headSha: 'h',
};

describe('nextProposalStep', () => {
  it.each<[string, Omit<ProposalRecord, 'branch'>, string]>([
    ['nothing', {}, 'findPullRequest'],
    ['that there is none', { hasNoPullRequest: true }, 'readBase'],
    ['the base', { hasNoPullRequest: true, baseSha: 'b' }, 'pushBranch'],
    [
      'a push without its answer',
      { hasNoPullRequest: true, baseSha: 'b', attempting: 'pushBranch' },
      'readBranch',
    ],
    [
      'a push without its answer, before anything was looked for',
      { attempting: 'pushBranch' },
      'findPullRequest',
    ],
    [
      'the head',
      { hasNoPullRequest: true, baseSha: 'b', headSha: 'h' },
      'openPullRequest',
    ],
    [
      'an opening without its answer',
      {
        hasNoPullRequest: true,
        baseSha: 'b',
        headSha: 'h',
        attempting: 'openPullRequest',
      },
      'findPullRequest',
    ],
    ['the pull request', { pullRequest }, 'addLabels'],
    [
      'labels without their answer',
      { pullRequest, attempting: 'addLabels' },
      'addLabels',
    ],
    ['its labels', { pullRequest, hasLabels: true }, 'made'],
    [
      'that it was merged',
      { pullRequest: { ...pullRequest, state: 'merged' } },
      'made',
    ],
    [
      'that it was closed',
      { pullRequest: { ...pullRequest, state: 'closed' } },
      'made',
    ],
  ])('knowing %s %j goes on with %s', (_, record, next) => {
    const step = nextProposalStep(CHANGE, { branch, ...record });
    expect('call' in step ? step.call : step.kind).toBe(next);
  });

  it.each<[string, Partial<ProposalRecord>, string]>([
    ['what was pushed', { pullRequest, headSha: 'h' }, 'setStatus'],
    [
      'a status without its answer',
      { pullRequest, headSha: 'h', attempting: 'setStatus' },
      'setStatus',
    ],
    ['nothing of what is on its branch', { pullRequest }, 'readBranch'],
    ['its status', { pullRequest, headSha: 'h', hasStatus: true }, 'addLabels'],
    [
      'that it was merged',
      { pullRequest: { ...pullRequest, state: 'merged' }, headSha: 'h' },
      'made',
    ],
  ])(
    'where a status is wanted, knowing %s %j goes on with %s',
    (_, record, next) => {
      const status = { context: 'eks-fleet/gates', description: 'agreed to' };
      const step = nextProposalStep(
        { ...CHANGE, status },
        { branch, ...record },
      );
      expect('call' in step ? step.call : step.kind).toBe(next);
    },
  );

  it('is done without labels where none are wanted', () => {
    const change = { ...CHANGE, labels: [] };
    expect(nextProposalStep(change, { branch, pullRequest })).toEqual({
      kind: 'made',
      pullRequest,
    });
  });

  it('writes down what it is about to do beside what it knows', () => {
    expect(intendEffect({ branch, baseSha: 'b' }, 'pushBranch')).toEqual({
      branch,
      baseSha: 'b',
      attempting: 'pushBranch',
    });
  });
});
