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
  findRivals,
  readProposalBranch,
  type GitPullRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Subject } from './HopChanges';
import type { Proposal } from './types';

/** Open proposals by what they are about, so that no hop goes through all of them. */
export function bySubject(
  pullRequests: GitPullRequest[],
): Map<string, GitPullRequest[]> {
  const found = new Map<string, GitPullRequest[]>();
  for (const pullRequest of pullRequests) {
    const branch = readProposalBranch(pullRequest.head.branch);
    if (branch && pullRequest.state === 'open') {
      const { subjectDigest } = branch;
      found.set(subjectDigest, [
        ...(found.get(subjectDigest) ?? []),
        pullRequest,
      ]);
    }
  }
  return found;
}

/** Open pull requests on any of these, its own aside. */
export function rivalsOf(
  installationId: string,
  own: string,
  subjects: Subject[],
  recent: ReadonlyMap<string, GitPullRequest[]>,
): Proposal['rivals'] {
  return subjects.flatMap(({ change, digest }) =>
    findRivals(installationId, change, recent.get(digest) ?? [])
      .filter(({ pullRequest }) => pullRequest.head.branch !== own)
      .map(({ branch, pullRequest }) => ({
        pullRequest,
        installationId: branch.installationId,
      })),
  );
}
