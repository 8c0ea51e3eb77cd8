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

import { parseFile } from '../edits/editText';
import { differingPointers } from '../edits/differingPointers';
import { EditRefusal } from '../edits/types';
import type { GitDiff, GitRepository } from '../hosts/types';
import { applyChange, isApplied, type PresentFile } from './applyChange';
import { readFiles } from './readFiles';
import type { ProposedChange, ProposedFile } from './types';

/**
 * Something that a pull request would change although it was not proposed, or
 * does not change although it was.
 *
 * @public
 */
export interface DiffFinding {
  path: string;
  /** JSON pointers of the fields, where they can be told. */
  pointers?: string[];
  /** In words. */
  message: string;
}

/**
 * What a pull request would change, held against what was proposed.
 *
 * @public
 */
export interface DiffVerdict {
  /** Whether it is the proposed change, all of it and nothing else. */
  isAsProposed: boolean;
  findings: DiffFinding[];
  /** The commits that this is about. */
  head: string;
  mergeBase: string;
}

/**
 * A pull request's diff, with the texts of the files that a change is about.
 *
 * @public
 */
export interface ProposalDiff extends GitDiff {
  before: ReadonlyMap<string, PresentFile>;
  after: ReadonlyMap<string, PresentFile>;
}

/**
 * Reads what a pull request would change, and holds it against what was
 * proposed.
 *
 * @throws GitFailure
 * @public
 */
export async function inspectProposal(
  repository: GitRepository,
  change: ProposedChange,
  number: number,
): Promise<DiffVerdict> {
  const diff = await repository.readDiff(number);
  const paths = change.files.map(({ path }) => path);
  const before = await readFiles(repository, paths, diff.mergeBase);
  const after = await readFiles(repository, paths, diff.head);
  return checkProposalDiff(change, { ...diff, before, after });
}

/**
 * Whether a diff is the proposed change and nothing else. Pure.
 *
 * @public
 */
export function checkProposalDiff(
  change: Pick<ProposedChange, 'files'>,
  diff: ProposalDiff,
): DiffVerdict {
  const { after, before, head, mergeBase } = diff;
  const proposed = new Set(change.files.map(({ path }) => path));
  const touched = diff.files.flatMap(({ path, previousPath }) =>
    previousPath ? [previousPath, path] : [path],
  );
  const findings: DiffFinding[] = touched
    .filter(path => !proposed.has(path))
    .map(path => ({ path, message: `${path} is no part of the proposal` }));
  for (const file of change.files) {
    const finding = findingOf(
      file,
      before.get(file.path) ?? {},
      after.get(file.path) ?? {},
    );
    if (finding) {
      findings.push(finding);
    }
  }
  if (diff.isTruncated) {
    findings.push({
      path: '',
      message: 'There are more files than the Git host shows',
    });
  }
  return { isAsProposed: findings.length === 0, findings, head, mergeBase };
}

function findingOf(
  file: ProposedFile,
  before: PresentFile,
  after: PresentFile,
): DiffFinding | undefined {
  const { path } = file;
  if (before.text === after.text) {
    return isApplied({ files: [file] }, new Map([[path, after]]))
      ? undefined
      : { path, message: `${path} is not changed as proposed` };
  }
  try {
    const { files } = applyChange({ files: [file] }, new Map([[path, before]]));
    return files[0].text === after.text
      ? undefined
      : otherThan(path, files[0].text, after.text);
  } catch (error) {
    if (error instanceof EditRefusal) {
      return { path, message: error.message };
    }
    throw error;
  }
}

function otherThan(
  path: string,
  proposed: string | undefined,
  text: string | undefined,
): DiffFinding {
  const pointers = pointersBetween(path, proposed, text);
  return {
    path,
    ...(pointers.length && { pointers }),
    message: pointers.length
      ? `${path} has other values than proposed at ${pointers.join(', ')}`
      : `${path} has another text than proposed`,
  };
}

function pointersBetween(
  path: string,
  proposed: string | undefined,
  text: string | undefined,
): string[] {
  if (proposed === undefined || text === undefined) {
    return [];
  }
  try {
    return differingPointers(
      parseFile(path, proposed).documents,
      parseFile(path, text).documents,
    ).slice(0, 20);
  } catch (error) {
    if (error instanceof EditRefusal) {
      return [];
    }
    throw error;
  }
}
