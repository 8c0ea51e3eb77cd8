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

import type { GitCommit, GitPullRequest } from '../hosts/types';
import { ProposalRefusal } from './ProposalRefusal';

export function noBase(base: string): ProposalRefusal {
  return new ProposalRefusal(
    'noBase',
    `The repository has no branch ${base} that the portal's credentials could read: see whether it is empty, has moved, or is closed to them`,
  );
}

export function branchTaken(
  branch: string,
  commit: GitCommit | undefined,
): ProposalRefusal {
  return new ProposalRefusal(
    'branchTaken',
    `Branch ${branch} is there already, and its last commit${byline(
      commit,
    )} is not the portal's: delete it on the Git host, or propose under another name`,
  );
}

export function pushedByOthers(
  number: number,
  head: string,
  commit: GitCommit | undefined,
): ProposalRefusal {
  return new ProposalRefusal(
    'pushedByOthers',
    `Somebody else pushed to pull request ${number}, last commit ${head.slice(
      0,
      10,
    )}${byline(
      commit,
    )}: merge it or take that back on the Git host, or close it and propose under another name`,
  );
}

export function tooManyFiles(number: number): ProposalRefusal {
  return new ProposalRefusal(
    'tooManyFiles',
    `Pull request ${number} changes more files than the Git host shows: close it, and propose less under another name`,
  );
}

/** @throws ProposalRefusal where an open pull request has nothing left to do */
export function refuseSuperseded(
  { number, url }: GitPullRequest,
  pending: number,
  base: string,
): void {
  if (!pending) {
    throw new ProposalRefusal(
      'superseded',
      `${base} has all of this already, and pull request ${number} (${url}) still proposes a change: close it on the Git host`,
    );
  }
}

/** @throws ProposalRefusal where the pull request is no longer open */
export function refuseDone(found: GitPullRequest | undefined): void {
  if (found?.state === 'merged') {
    throw new ProposalRefusal(
      'merged',
      `Pull request ${found.number} (${found.url}) of this name has been merged: propose under another name`,
    );
  }
  if (found) {
    throw new ProposalRefusal(
      'closed',
      `Pull request ${found.number} (${found.url}) of this name was closed without being merged: reopen it on the Git host, or propose under another name`,
    );
  }
}

function byline(commit: { author?: string } | undefined): string {
  const name = commit?.author?.replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, 80);
  return name ? ` by ${name}` : '';
}
