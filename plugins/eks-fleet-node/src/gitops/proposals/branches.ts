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

import { createHash } from 'node:crypto';
import type { GitPullRequest } from '../hosts/types';
import type { ProposedChange } from './types';

const PREFIX = 'eks-fleet';
const BRANCH =
  /^eks-fleet\/([a-z0-9-]+)\/(?:[a-z0-9-]*-)?([0-9a-f]{10})\/([0-9a-f]{10})$/;

/**
 * The name of a proposal's branch. It says whose it is and what it is about,
 * and is the same whenever the same proposal is made.
 *
 * @param installationId - of the portal; lower-case letters, digits and dashes
 * @public
 */
export function branchOfChange(
  installationId: string,
  { key, subject }: Pick<ProposedChange, 'key' | 'subject'>,
): string {
  if (!/^[a-z0-9-]{1,63}$/.test(installationId)) {
    throw new Error(
      `An installation id has lower-case letters, digits and dashes: ${installationId}`,
    );
  }
  const words = subject
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(-60)
    .replace(/^-+/, '');
  return [
    PREFIX,
    installationId,
    [words, digest(subject)].filter(Boolean).join('-'),
    digest(key),
  ].join('/');
}

/**
 * Whose proposal a branch is, by its name.
 *
 * @public
 */
export interface ProposalBranch {
  installationId: string;
  /** The same for all proposals about one thing. */
  subjectDigest: string;
  keyDigest: string;
}

/**
 * Reads the name of a branch; `undefined` where it is no proposal's.
 *
 * @public
 */
export function readProposalBranch(name: string): ProposalBranch | undefined {
  const [, installationId, subjectDigest, keyDigest] = BRANCH.exec(name) ?? [];
  return installationId
    ? { installationId, subjectDigest, keyDigest }
    : undefined;
}

/**
 * Open pull requests on what a change is about that are not its own: another
 * installation's, or left over from another change.
 *
 * @public
 */
export function findRivals(
  installationId: string,
  change: Pick<ProposedChange, 'key' | 'subject'>,
  pullRequests: Iterable<GitPullRequest>,
): Array<{ pullRequest: GitPullRequest; branch: ProposalBranch }> {
  const own = branchOfChange(installationId, change);
  const subjectDigest = digest(change.subject);
  return [...pullRequests].flatMap(pullRequest => {
    const branch = readProposalBranch(pullRequest.head.branch);
    return pullRequest.state === 'open' &&
      pullRequest.isOwnBranch &&
      branch?.subjectDigest === subjectDigest &&
      pullRequest.head.branch !== own
      ? [{ pullRequest, branch }]
      : [];
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
