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

import { branchOfChange } from './branches';
import type {
  ProposalEffect,
  ProposalRecord,
  ProposalStep,
  ProposedChange,
} from './types';

/**
 * What is recorded of a proposal before anything was done.
 *
 * @public
 */
export function beginProposal(
  installationId: string,
  change: ProposedChange,
): ProposalRecord {
  return { branch: branchOfChange(installationId, change) };
}

/**
 * What to do next with a proposal. Pure: it looks before it acts, and it looks
 * again after an effect whose answer was not recorded.
 *
 * @public
 */
export function nextProposalStep(
  change: ProposedChange,
  record: ProposalRecord,
): ProposalStep {
  const { attempting, pullRequest } = record;
  if (pullRequest) {
    // Saying what is said, and adding what is there, does nothing: these are
    // repeated where an answer was not recorded.
    if (pullRequest.state === 'open' && change.status && !record.hasStatus) {
      // Of one that was found nobody has said what is on its branch.
      return record.headSha
        ? { kind: 'act', call: 'setStatus' }
        : { kind: 'look', call: 'readBranch' };
    }
    const wantsLabels =
      Boolean(change.labels?.length) && pullRequest.state === 'open';
    return wantsLabels && !record.hasLabels
      ? { kind: 'act', call: 'addLabels' }
      : { kind: 'made', pullRequest };
  }
  if (!record.hasNoPullRequest || attempting === 'openPullRequest') {
    return { kind: 'look', call: 'findPullRequest' };
  }
  if (record.headSha) {
    return { kind: 'act', call: 'openPullRequest' };
  }
  if (attempting === 'pushBranch') {
    return { kind: 'look', call: 'readBranch' };
  }
  return record.baseSha
    ? { kind: 'act', call: 'pushBranch' }
    : { kind: 'look', call: 'readBase' };
}

/**
 * What to write down before an effect is made.
 *
 * @public
 */
export function intendEffect(
  record: ProposalRecord,
  effect: ProposalEffect,
): ProposalRecord {
  return { ...record, attempting: effect };
}
