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

import type { GitPullRequest, GitRepository } from '../hosts/types';
import { applyChange, type PresentFile } from './applyChange';
import { branchOfChange } from './branches';
import { contentOfMessage, digestOfContent, messageOf } from './commitMessage';
import type {
  KeepProposalOptions,
  KeptChange,
  KeptProposal,
} from './keepProposal';
import { pendingFiles, planBranch, type BranchPlan } from './planBranch';
import { orDoWithout } from './orDoWithout';
import { wantsText, withMark } from './pullRequestText';
import { readFiles } from './readFiles';
import {
  branchTaken,
  noBase,
  pushedByOthers,
  refuseDone,
  refuseSuperseded,
  tooManyFiles,
} from './refuseProposal';

/** Looks at what a change became, and does what is missing. */
export class Keeping {
  readonly #repository: GitRepository;
  readonly #change: KeptChange;
  readonly #options: KeepProposalOptions;
  readonly #branch: string;
  readonly #paths: string[];
  /** What was about to be done; its answer may have been lost. */
  #tried?: 'opened' | 'updated';

  constructor(
    repository: GitRepository,
    change: KeptChange,
    options: KeepProposalOptions,
  ) {
    this.#repository = repository;
    this.#change = change;
    this.#options = options;
    this.#branch = branchOfChange(options.installationId, change);
    this.#paths = change.files.map(({ path }) => path);
  }

  async keep(): Promise<KeptProposal> {
    const { base: baseName } = this.#change;
    const base = await this.#repository.readBranch(baseName);
    if (!base) {
      throw noBase(baseName);
    }
    const texts = await this.#read(this.#paths, base.sha);
    const pending = pendingFiles(this.#change, texts);
    const { diff, files } = applyChange({ files: pending }, texts);
    const found = await this.#repository.findPullRequest(
      this.#branch,
      baseName,
    );
    const kept = { branch: this.#branch, baseSha: base.sha, diff };
    if (found?.state === 'open') {
      refuseSuperseded(found, pending.length, baseName);
      const { isChanged, headSha } = await this.#update(found.number, texts);
      const { number, url } = found;
      return {
        ...kept,
        outcome: this.#tried ?? (isChanged ? 'updated' : 'unchanged'),
        headSha,
        pullRequest: { number, url },
      };
    }
    if (!pending.length) {
      return { ...kept, outcome: 'nothingToChange' };
    }
    refuseDone(found);
    const left = await this.#findLeftBranch();
    if (this.#options.dryRun) {
      return { ...kept, outcome: 'opened' };
    }
    const pushed =
      left ??
      (await this.#repository.pushBranch({
        branch: this.#branch,
        base: baseName,
        parent: this.#go('opened', base.sha),
        files,
        message: messageOf(
          this.#change,
          digestOfContent(files.map(({ path, text }) => [path, text])),
        ),
      }));
    const { number, url } = await this.#open();
    const { headSha } = left
      ? await this.#update(number, texts)
      : { headSha: await this.#setStatus(pushed.sha) };
    return {
      ...kept,
      outcome: 'opened',
      headSha,
      pullRequest: { number, url },
    };
  }

  /** A branch of ours that has no pull request yet: something ended in between. */
  async #findLeftBranch(): Promise<{ sha: string } | undefined> {
    const head = await this.#repository.readBranch(this.#branch);
    const commit = head && (await this.#repository.readCommit(head.sha));
    if (head && !contentOfMessage(commit?.message ?? '')) {
      throw branchTaken(this.#branch, commit);
    }
    return head;
  }

  #open(): Promise<GitPullRequest> {
    const { base } = this.#change;
    const branch = this.#go('opened', this.#branch);
    const text = withMark(this.#change);
    return this.#repository.openPullRequest({ branch, base, ...text });
  }

  async #update(
    number: number,
    base: ReadonlyMap<string, PresentFile>,
  ): Promise<{ isChanged: boolean; headSha: string }> {
    const { files, head, isTruncated, mergeBase } =
      await this.#repository.readDiff(number);
    if (isTruncated) {
      throw tooManyFiles(number);
    }
    const touched = files.flatMap(({ path, previousPath }) =>
      previousPath ? [previousPath, path] : [path],
    );
    const paths = [...touched, ...this.#paths];
    const plan = planBranch(this.#change, touched, {
      base,
      mergeBase: await this.#read(paths, mergeBase),
      head: await this.#read(paths, head),
    });
    const headSha = plan.commit.length
      ? await this.#extend(number, head, plan)
      : head;
    const { status } = this.#change;
    if (status && (await this.#isOurs(headSha, plan.contentThen))) {
      await this.#setStatus(headSha);
    }
    const isReworded = await this.#reword(number);
    return { isChanged: isReworded || plan.commit.length > 0, headSha };
  }

  async #extend(
    number: number,
    head: string,
    { commit, contentNow, contentThen }: BranchPlan,
  ): Promise<string> {
    if (!(await this.#isOurs(head, contentNow))) {
      throw pushedByOthers(
        number,
        head,
        await this.#repository.readCommit(head),
      );
    }
    if (this.#options.dryRun) {
      return head;
    }
    const { sha } = await this.#repository.extendBranch({
      branch: this.#branch,
      expectedHead: this.#go('updated', head),
      files: commit,
      message: messageOf(this.#change, contentThen),
    });
    return sha;
  }

  /** Whether a commit is the portal's, and the branch holds what it left there. */
  async #isOurs(sha: string, content: string): Promise<boolean> {
    const commit = await this.#repository.readCommit(sha);
    return contentOfMessage(commit?.message ?? '') === content;
  }

  /** Saying what is said does nothing: it is said again where an answer was lost. */
  async #setStatus(sha: string): Promise<string> {
    const { status } = this.#change;
    const { dryRun, signal } = this.#options;
    if (status && !dryRun) {
      signal?.throwIfAborted();
      await orDoWithout(() =>
        this.#repository.setStatus(sha, { ...status, state: 'success' }),
      );
    }
    return sha;
  }

  async #reword(number: number): Promise<boolean> {
    const { body = '', title } = await this.#repository.getPullRequest(number);
    const isOther = wantsText({ title, body }, this.#change);
    if (isOther && !this.#options.dryRun) {
      await this.#repository.editPullRequest(
        this.#go('updated', number),
        withMark(this.#change),
      );
    }
    return isOther;
  }

  #read(paths: string[], ref: string) {
    return readFiles(this.#repository, paths, ref);
  }

  /** Before anything that anybody could see. */
  #go<T>(outcome: 'opened' | 'updated', value: T): T {
    this.#options.signal?.throwIfAborted();
    this.#tried ??= outcome;
    return value;
  }
}
