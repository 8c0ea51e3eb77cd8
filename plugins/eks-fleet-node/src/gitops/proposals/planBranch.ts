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

import { EditRefusal } from '../edits/types';
import type { GitFileChange } from '../hosts/types';
import { applyChange, isApplied, type PresentFile } from './applyChange';
import { digestOfContent } from './commitMessage';
import { ProposalRefusal } from './ProposalRefusal';
import type { ProposedChange, ProposedFile } from './types';

type Files = ReadonlyMap<string, PresentFile>;

/** The texts that a change of a proposal's branch is decided by. */
export interface BranchTexts {
  /** Of the base, as it is now. */
  base: Files;
  /** Of the commit that branch and base have in common. */
  mergeBase: Files;
  /** Of the branch. */
  head: Files;
}

/** What a branch lacks, and what it holds. */
export interface BranchPlan {
  /** What to commit; nothing where it holds the change and nothing else. */
  commit: GitFileChange[];
  /** Stands for what it changes now. */
  contentNow: string;
  /** Stands for what it changes once that is committed. */
  contentThen: string;
}

/** The files of a change that the base does not have as wanted. */
export function pendingFiles(
  change: Pick<ProposedChange, 'files'>,
  base: Files,
): ProposedFile[] {
  return change.files.filter(file => !isApplied({ files: [file] }, base));
}

/**
 * What is to be committed so that a branch changes what a change says, and
 * nothing besides. Pure.
 *
 * @param touched - paths of all files that the branch changes now
 * @throws EditRefusal where the change does not fit the base; ProposalRefusal where it does, but not what the branch began at
 */
export function planBranch(
  change: Pick<ProposedChange, 'base' | 'files'>,
  touched: readonly string[],
  { base, head, mergeBase }: BranchTexts,
): BranchPlan {
  const wanted = new Map<string, string | undefined>();
  for (const path of touched) {
    // What an earlier form of the change had, this one has no more.
    wanted.set(path, mergeBase.get(path)?.text);
  }
  for (const file of change.files) {
    wanted.set(file.path, wantedText(change.base, file, base, mergeBase));
  }
  const commit = [...wanted].flatMap(([path, text]) => {
    const now = head.get(path);
    return now?.text === text
      ? []
      : [{ path, ...(text !== undefined && { text }), replaces: now?.sha }];
  });
  const differing = (texts: Iterable<[string, string | undefined]>) =>
    digestOfContent(
      [...texts].filter(([path, text]) => text !== mergeBase.get(path)?.text),
    );
  return {
    commit,
    contentNow: differing(
      [...head].map(([path, { text }]): [string, string | undefined] => [
        path,
        text,
      ]),
    ),
    contentThen: differing(wanted),
  };
}

function wantedText(
  baseName: string,
  file: ProposedFile,
  base: Files,
  mergeBase: Files,
): string | undefined {
  const one = { files: [file] };
  if (isApplied(one, base)) {
    return base.get(file.path)?.text;
  }
  applyChange(one, base);
  try {
    if (!isApplied(one, mergeBase)) {
      return applyChange(one, mergeBase).files[0].text;
    }
  } catch (error) {
    if (!(error instanceof EditRefusal)) {
      throw error;
    }
  }
  throw new ProposalRefusal(
    'behind',
    `The branch of the pull request began before ${file.path} was as it is on ${baseName} now: bring it up to date with ${baseName} on the Git host, or close the pull request and propose under another name`,
  );
}
