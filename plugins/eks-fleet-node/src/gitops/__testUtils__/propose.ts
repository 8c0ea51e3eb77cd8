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

import { GitFailure } from '../hosts/GitFailure';
import type { GitRepository } from '../hosts/types';
import {
  beginProposal,
  intendEffect,
  nextProposalStep,
} from '../proposals/nextProposalStep';
import { runProposalStep } from '../proposals/runProposalStep';
import type { ProposalRecord, ProposedChange } from '../proposals/types';
import { BILLING, ORDERS } from './startFleetHost';

export const CHANGE: ProposedChange = {
  key: 'r1/orders/controlPlane/1.34/1',
  subject: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders controlPlane',
  base: 'main',
  files: [
    {
      path: ORDERS,
      edits: [{ pointer: '/kubernetes_version', from: '1.33', to: '1.34' }],
    },
  ],
  title: 'orders: Kubernetes 1.34',
  body: 'Part of a rollout.',
  labels: ['eks-fleet'],
  actor: 'user:default/ann',
};

export const BOTH: ProposedChange = {
  ...CHANGE,
  key: 'r1/both',
  subject: 'both',
  files: [
    ...CHANGE.files,
    {
      path: BILLING,
      edits: [{ pointer: '/kubernetes_version', from: '1.33', to: '1.34' }],
    },
  ],
};

/**
 * Makes a proposal as an engine does: writes down what it is about to do, does
 * it, writes down what came of it, and after a lost answer goes on from what
 * was written down.
 */
export async function propose(
  repository: GitRepository,
  change: ProposedChange = CHANGE,
  begun: ProposalRecord = beginProposal('demo', change),
): Promise<ProposalRecord & { steps: string[] }> {
  let record = begun;
  const steps: string[] = [];
  for (let left = 20; left > 0; left -= 1) {
    const step = nextProposalStep(change, record);
    if (step.kind === 'made') {
      return { ...record, steps };
    }
    steps.push(step.call);
    if (step.kind === 'act') {
      record = intendEffect(record, step.call);
    }
    try {
      record = await runProposalStep(repository, change, record, step);
    } catch (error) {
      if (!(error instanceof GitFailure && error.isUnanswered)) {
        throw error;
      }
    }
  }
  throw new Error(`It does not end: ${steps.join(', ')}`);
}
