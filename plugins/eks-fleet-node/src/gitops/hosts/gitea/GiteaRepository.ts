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

import { decodeText, encodePath, shortText } from '../decodeText';
import { GitFailure } from '../GitFailure';
import type { HostAnswer, HostCall, HostClient } from '../HostClient';
import { listRecentlyUpdated } from '../listRecentlyUpdated';
import { refuseIfMoved } from '../refuseIfMoved';
import { asMergeFailure, refuseToMerge } from '../refuseToMerge';
import type {
  GitBranchCommitRequest,
  GitChangedFile,
  GitCommit,
  GitCommitRequest,
  GitCommitStatus,
  GitDiff,
  GitFile,
  GitFileChange,
  GitMergeRequest,
  GitPullRequest,
  GitPullRequestDetail,
  GitRepository,
  GitRepositoryOptions,
} from '../types';
import { toChangedFile, toDetail, toPullRequest } from './documents';

/** What Gitea gives at most unless it is set up otherwise. */
const PAGE_SIZE = 50;
const MOST_PAGES = 6;

/** A repository on Gitea or Forgejo, by its REST API. */
export class GiteaRepository implements GitRepository {
  readonly kind = 'gitea';
  readonly id: string;
  readonly #client: HostClient;
  readonly #path: string;
  readonly #asks: string;

  constructor({ asks, client, id, path }: GitRepositoryOptions) {
    this.id = id;
    this.#client = client;
    this.#path = `/repos/${encodePath(path)}`;
    this.#asks = asks;
  }

  async readFile(path: string, ref: string): Promise<GitFile | undefined> {
    const answer = await this.#find(
      `/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`,
    );
    if (!answer) {
      return undefined;
    }
    const { content, encoding, sha, type } = answer.json;
    if (type !== 'file' || encoding !== 'base64') {
      throw new GitFailure('invalid', `${path} is no file that can be read`);
    }
    return { path, sha, text: decodeText(path, content) };
  }

  async readBranch(name: string): Promise<{ sha: string } | undefined> {
    const answer = await this.#find(`/branches/${encodePath(name)}`);
    return answer && { sha: answer.json.commit.id };
  }

  /**
   * One call makes branch and commit. It begins at what the base is by then;
   * each file is refused if it is another one than it was.
   */
  async pushBranch(request: GitCommitRequest): Promise<{ sha: string }> {
    const { base, branch, files, message } = request;
    const { json } = await this.#write('POST', '/contents', {
      branch: base,
      new_branch: branch,
      message,
      files: files.map(toOperation),
    });
    return { sha: json.commit.sha };
  }

  /** Each file is refused if it is another one than it was. */
  async extendBranch(
    request: GitBranchCommitRequest,
  ): Promise<{ sha: string }> {
    const { branch, expectedHead, files, message } = request;
    await refuseIfMoved(this, branch, expectedHead);
    const { json } = await this.#write('POST', '/contents', {
      branch,
      message,
      files: files.map(toOperation),
    });
    return { sha: json.commit.sha };
  }

  async readCommit(sha: string): Promise<GitCommit | undefined> {
    const answer = await this.#find(`/git/commits/${encodeURIComponent(sha)}`);
    const commit = answer?.json.commit;
    return (
      commit && { sha, message: commit.message, author: commit.author?.name }
    );
  }

  async deleteBranch(name: string, expectedHead: string): Promise<void> {
    const present = await this.readBranch(name);
    if (present && present.sha !== expectedHead) {
      throw new GitFailure('moved', `${name} is at another commit by now`);
    }
    if (present) {
      await this.#write('DELETE', `/branches/${encodePath(name)}`);
    }
  }

  async findPullRequest(
    branch: string,
    base: string,
  ): Promise<GitPullRequest | undefined> {
    const answer = await this.#find(
      `/pulls/${encodeURIComponent(base)}/${encodePath(branch)}`,
    );
    return answer && toPullRequest(answer.json);
  }

  async listPullRequests(
    options: { updatedSince?: string } = {},
  ): Promise<{ items: GitPullRequest[]; isComplete: boolean }> {
    return listRecentlyUpdated(options.updatedSince, PAGE_SIZE, async page => {
      const query = new URLSearchParams({
        state: 'all',
        sort: 'recentupdate',
        limit: String(PAGE_SIZE),
        page: String(page),
      });
      const { json } = await this.#get(`/pulls?${query}`);
      return (json as unknown[]).map(toPullRequest);
    });
  }

  async getPullRequest(number: number): Promise<GitPullRequestDetail> {
    const { json } = await this.#get(`/pulls/${number}`);
    return toDetail(json);
  }

  async readDiff(number: number): Promise<GitDiff> {
    const { json } = await this.#get(`/pulls/${number}`);
    const files: GitChangedFile[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await this.#get(
        `/pulls/${number}/files?limit=${PAGE_SIZE}&page=${page}`,
      );
      const found = answer.json as unknown[];
      files.push(...found.map(toChangedFile));
      if (found.length < PAGE_SIZE) {
        break;
      }
    }
    return {
      mergeBase: json.merge_base,
      head: json.head.sha,
      files,
      isTruncated: files.length >= PAGE_SIZE * MOST_PAGES,
    };
  }

  async openPullRequest(request: {
    branch: string;
    base: string;
    title: string;
    body: string;
  }): Promise<GitPullRequest> {
    const { branch, ...rest } = request;
    const { json } = await this.#write('POST', '/pulls', {
      ...rest,
      head: branch,
    });
    return toPullRequest(json);
  }

  async editPullRequest(
    number: number,
    { body, title }: { title: string; body: string },
  ): Promise<void> {
    await this.#write('PATCH', `/pulls/${number}`, { title, body });
  }

  /** Gitea knows labels by number; those that the repository has not are left out. */
  async addLabels(number: number, labels: string[]): Promise<void> {
    const { json } = await this.#get(`/labels?limit=${PAGE_SIZE}`);
    const ids = (json as Array<{ id: number; name: string }>)
      .filter(({ name }) => labels.includes(name))
      .map(({ id }) => id);
    if (ids.length) {
      await this.#write('POST', `/issues/${number}/labels`, { labels: ids });
    }
  }

  async comment(number: number, body: string): Promise<void> {
    await this.#write('POST', `/issues/${number}/comments`, { body });
  }

  async setStatus(sha: string, status: GitCommitStatus): Promise<void> {
    const { context, description, state, url } = status;
    await this.#write('POST', `/statuses/${encodeURIComponent(sha)}`, {
      context,
      state,
      description: shortText(description),
      ...(url && { target_url: url }),
    });
  }

  async mergePullRequest(
    number: number,
    { expectedHead, method, title }: GitMergeRequest,
  ): Promise<{ sha: string }> {
    refuseToMerge(await this.getPullRequest(number), expectedHead);
    try {
      await this.#write('POST', `/pulls/${number}/merge`, {
        Do: method,
        head_commit_id: expectedHead,
        force_merge: false,
        ...(title && { MergeTitleField: title }),
      });
    } catch (error) {
      throw asMergeFailure(error);
    }
    const { mergeSha } = await this.getPullRequest(number);
    return { sha: mergeSha ?? expectedHead };
  }

  async closePullRequest(number: number): Promise<void> {
    await this.#write('PATCH', `/pulls/${number}`, { state: 'closed' });
  }

  #get(path: string): Promise<HostAnswer> {
    return this.#client.call({ path: this.#path + path, asks: this.#asks });
  }

  #find(path: string): Promise<HostAnswer | undefined> {
    return this.#client.find({ path: this.#path + path, asks: this.#asks });
  }

  #write(
    method: HostCall['method'],
    path: string,
    body?: HostCall['body'],
  ): Promise<HostAnswer> {
    return this.#client.call({
      method,
      path: this.#path + path,
      body,
      asks: this.#asks,
    });
  }
}

function toOperation({ path, replaces, text }: GitFileChange) {
  const sha = replaces && { sha: replaces };
  if (text === undefined) {
    return { operation: 'delete', path, ...sha };
  }
  return {
    operation: replaces ? 'update' : 'create',
    path,
    content: Buffer.from(text).toString('base64'),
    ...sha,
  };
}
