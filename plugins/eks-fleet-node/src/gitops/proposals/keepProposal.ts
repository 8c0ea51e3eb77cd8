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
import type { GitPullRequest, GitRepository } from '../hosts/types';
import { Keeping } from './Keeping';
import type { ProposedChange } from './types';

/** One look, and two more where an answer was lost or somebody was faster. */
const MOST_LOOKS = 3;

/**
 * A change that is to be one pull request, whatever it holds by now.
 *
 * @public
 */
export type KeptChange = Omit<ProposedChange, 'labels'>;

/** @public */
export interface KeepProposalOptions {
  installationId: string;
  /** Whether to look only: the outcome is what would be. */
  dryRun?: boolean;
  /** Whether to go on; looked at before each outward call that anybody could see. */
  signal?: AbortSignal;
}

/**
 * What became of a change. `nothingToChange`: the base has all of it.
 *
 * @public
 */
export interface KeptProposal {
  outcome: 'opened' | 'updated' | 'unchanged' | 'nothingToChange';
  branch: string;
  /** The commit of the base that it was held against. */
  baseSha: string;
  /** Unified, against the base. */
  diff: string;
  /** Of the branch. */
  headSha?: string;
  pullRequest?: Pick<GitPullRequest, 'number' | 'url'>;
}

/**
 * Makes one pull request hold a change, all of it and nothing else: opens it,
 * puts a commit on its branch, or leaves it as it is. It looks before it acts,
 * and again where an answer was lost; it never touches what others pushed. Its
 * status is for its own commits.
 *
 * The pull request belongs to the change's key and subject, and the change may
 * have other files and texts each time.
 *
 * @throws GitFailure where the host does not do it, EditRefusal where the base is not as the change expects it, ProposalRefusal where people have to look first
 * @public
 */
export async function keepProposal(
  repository: GitRepository,
  change: KeptChange,
  options: KeepProposalOptions,
): Promise<KeptProposal> {
  const keeping = new Keeping(repository, change, options);
  for (let looks = 1; ; looks += 1) {
    try {
      return await keeping.keep();
    } catch (error) {
      const isOutrun =
        error instanceof GitFailure &&
        (error.isUnanswered || ['conflict', 'moved'].includes(error.reason));
      if (!isOutrun || looks === MOST_LOOKS) {
        throw error;
      }
    }
  }
}
