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
import { applyChange, isApplied } from './applyChange';
import { messageOf } from './commitMessage';
import { orDoWithout } from './orDoWithout';
import { previewChange } from './previewChange';
import { readFiles } from './readFiles';
import type {
  ProposalRecord,
  ProposalStep,
  ProposedChange,
  ProposedPullRequest,
} from './types';

/**
 * Makes one step of a proposal: reads, or one outward call that anybody could
 * see. A step may be made again after a crash; one that acts wants to be
 * written down before (`intendEffect`).
 *
 * @returns what to record now
 * @throws GitFailure where the host does not do it; EditRefusal where the files are not as the change expects them
 * @public
 */
export async function runProposalStep(
  repository: GitRepository,
  change: ProposedChange,
  record: ProposalRecord,
  step: ProposalStep,
): Promise<ProposalRecord> {
  if (step.kind === 'made') {
    return record;
  }
  switch (step.call) {
    case 'findPullRequest':
      return findPullRequest(repository, change, record);
    case 'readBranch':
      return readBranch(repository, change, record);
    case 'readBase':
      return readBase(repository, change, record);
    case 'pushBranch':
      return orLookAgain(record, 'pushBranch', () =>
        pushBranch(repository, change, record),
      );
    case 'openPullRequest':
      return orLookAgain(record, 'openPullRequest', () =>
        openPullRequest(repository, change, record),
      );
    case 'setStatus':
      return setStatus(repository, change, record);
    default:
      return addLabels(repository, change, record);
  }
}

async function findPullRequest(
  repository: GitRepository,
  change: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  const found = await repository.findPullRequest(record.branch, change.base);
  return found
    ? { ...settled(record), pullRequest: toProposed(found) }
    : {
        // A branch whose making was not answered is still to be looked for.
        ...(record.attempting === 'openPullRequest' ? settled(record) : record),
        hasNoPullRequest: true,
      };
}

async function readBranch(
  repository: GitRepository,
  change: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  const head = await repository.readBranch(record.branch);
  if (!head && record.pullRequest) {
    return { ...settled(record), hasStatus: true };
  }
  if (!head) {
    // The base may have moved since, and edits are held against it again.
    const { baseSha: _, ...rest } = settled(record);
    return rest;
  }
  if (repository.proposeBranch && head.sha === record.baseSha) {
    // It was begun, and nothing is on it.
    return settled(record);
  }
  const paths = change.files.map(({ path }) => path);
  const files = await readFiles(repository, paths, head.sha);
  if (!isApplied(change, files)) {
    throw new GitFailure(
      'conflict',
      `Branch ${record.branch} is there already, with something else on it`,
    );
  }
  const mayHaveOpened =
    repository.proposeBranch && record.attempting === 'pushBranch';
  return {
    ...settled(record),
    headSha: head.sha,
    // What has made the branch may have opened its pull request with it.
    ...(mayHaveOpened && { attempting: 'openPullRequest' }),
  };
}

async function readBase(
  repository: GitRepository,
  change: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  const { baseSha } = await previewChange(repository, change);
  return { ...record, baseSha };
}

async function pushBranch(
  repository: GitRepository,
  change: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  const { base, files: proposed } = change;
  const parent = record.baseSha!;
  const paths = proposed.map(({ path }) => path);
  const { files } = applyChange(
    change,
    await readFiles(repository, paths, parent),
  );
  const { branch } = record;
  const message = messageOf(change);
  const commit = { branch, base, parent, files, message };
  if (!repository.proposeBranch) {
    const { sha } = await repository.pushBranch(commit);
    return { ...settled(record), headSha: sha };
  }
  const { body, title } = change;
  const { pullRequest, sha } = await repository.proposeBranch({
    ...commit,
    title,
    body,
  });
  return {
    ...settled(record),
    headSha: sha,
    ...(pullRequest && {
      pullRequest: { ...pullRequest, state: 'open', headSha: sha },
    }),
  };
}

async function openPullRequest(
  repository: GitRepository,
  { base, body, title }: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  const { branch } = record;
  const opened = await repository.openPullRequest({
    branch,
    base,
    title,
    body,
  });
  return { ...settled(record), pullRequest: toProposed(opened) };
}

/** On what was pushed, whatever else somebody has put on the branch since. */
async function setStatus(
  repository: GitRepository,
  { status }: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  const { headSha } = record;
  await orDoWithout(() =>
    repository.setStatus(headSha!, { ...status!, state: 'success' }),
  );
  return { ...settled(record), hasStatus: true };
}

async function addLabels(
  repository: GitRepository,
  { labels = [] }: ProposedChange,
  record: ProposalRecord,
): Promise<ProposalRecord> {
  await orDoWithout(() =>
    repository.addLabels(record.pullRequest!.number, labels),
  );
  return { ...settled(record), hasLabels: true };
}

/** Where it is there already, somebody made it whose answer was lost. */
async function orLookAgain(
  record: ProposalRecord,
  attempting: 'pushBranch' | 'openPullRequest',
  act: () => Promise<ProposalRecord>,
): Promise<ProposalRecord> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof GitFailure && error.reason === 'conflict') {
      return { ...record, attempting };
    }
    throw error;
  }
}

function settled({ attempting: _, ...record }: ProposalRecord): ProposalRecord {
  return record;
}

function toProposed(pullRequest: GitPullRequest): ProposedPullRequest {
  const { head, number, state, url } = pullRequest;
  return { number, url, state, headSha: head.sha };
}
