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

import type { GitRepository } from '../git/GitRepository';
import type { Repository } from '../Repository';
import type { PullRequest } from '../types';
import { assessMerge, mergeableState } from './mergeability';

export interface MergeTrial {
  mergeable: boolean | undefined;
  mergeableState: string;
}

const UNKNOWN: MergeTrial = { mergeable: undefined, mergeableState: 'unknown' };

/**
 * GitHub tries a merge in the background: who asks first after head or base
 * has moved hears that it is not known yet.
 */
class MergeTrials {
  readonly #tried = new WeakMap<PullRequest, string>();

  async of(
    repository: Repository,
    git: GitRepository,
    pull: PullRequest,
  ): Promise<MergeTrial> {
    if (pull.state !== 'open') {
      return UNKNOWN;
    }
    const key = `${git.branch(pull.base.ref)} ${pull.head.sha}`;
    if (this.#tried.get(pull) !== key) {
      this.#tried.set(pull, key);
      return UNKNOWN;
    }
    const trial = await assessMerge(repository, git, pull);
    return {
      mergeable: !trial.merged.conflicts,
      mergeableState: mergeableState(repository, pull, trial),
    };
  }
}

/** Of all pull requests. */
export const mergeTrials = new MergeTrials();
