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
  beginProposal,
  intendEffect,
  runProposalStep,
  type GitRepository,
  type ProposalRecord,
  type ProposalStep,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * Takes one step of a proposal: what is about to be done is written down
 * before it is.
 *
 * @returns how far it is; `undefined` where somebody else has it by now
 * @throws GitFailure, EditRefusal
 */
export async function takeProposalStep(options: {
  repository: GitRepository;
  change: ProposedChange;
  /** Left out before anything was done. */
  proposal: ProposalRecord | undefined;
  step: Exclude<ProposalStep, { kind: 'made' }>;
  installationId: string;
  save: (proposal: ProposalRecord) => Promise<boolean>;
}): Promise<ProposalRecord | undefined> {
  const { change, installationId, repository, save, step } = options;
  let { proposal = beginProposal(installationId, change) } = options;
  if (step.kind === 'act') {
    proposal = intendEffect(proposal, step.call);
    if (!(await save(proposal))) {
      return undefined;
    }
  }
  return runProposalStep(repository, change, proposal, step);
}
