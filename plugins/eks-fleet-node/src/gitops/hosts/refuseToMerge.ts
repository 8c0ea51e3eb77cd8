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

import { GitFailure } from './GitFailure';
import type { GitPullRequestDetail } from './types';

/**
 * A token with an administrator's rights would merge past the rules of the
 * branch without being asked, so what the host says of it counts first.
 */
export function refuseToMerge(
  { head, hostState, mergeability, number, state }: GitPullRequestDetail,
  expectedHead: string,
): void {
  if (state !== 'open') {
    throw new GitFailure('conflict', `Pull request ${number} is ${state}`);
  }
  if (head.sha !== expectedHead) {
    throw new GitFailure(
      'moved',
      `Pull request ${number} is at ${head.sha}, not ${expectedHead}`,
    );
  }
  if (mergeability === 'conflict') {
    throw new GitFailure('conflict', `Pull request ${number} does not merge`);
  }
  if (mergeability !== 'ready') {
    throw new GitFailure(
      'notReady',
      `Pull request ${number} may not be merged yet (${hostState})`,
    );
  }
}

/** What a host's refusal to merge means: another head, or rules that are not met. */
export function asMergeFailure(error: unknown): unknown {
  if (!(error instanceof GitFailure) || error.reason !== 'conflict') {
    return error;
  }
  const { message, status } = error;
  return new GitFailure(status === 409 ? 'moved' : 'notReady', message, {
    cause: error,
    status,
  });
}
