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

import { decodeText, shortText } from '../decodeText';
import { GitFailure } from '../GitFailure';
import type { HostAnswer, HostCall, HostClient } from '../HostClient';
import { listRecentlyUpdated } from '../listRecentlyUpdated';
import { pathsOf } from '../pathsOf';
import { refuseIfMoved } from '../refuseIfMoved';
import { asMergeFailure, refuseToMerge } from '../refuseToMerge';
import type {
  GitBranchCommitRequest,
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

const PAGE_SIZE = 100;
/** A comparison of more may lack some. */
const MOST_COMPARED = 100;

/** A project on GitLab, by its REST API. */
export class GitlabRepository implements GitRepository {
  readonly kind = 'gitlab';
  readonly id: string;
  readonly #client: HostClient;
  readonly #path: string;
  readonly #asks: string;

  constructor({ asks, client, id, path }: GitRepositoryOptions) {
    this.id = id;
    this.#client = client;
    this.#path = `/projects/${encodeURIComponent(path)}`;
    this.#asks = asks;
  }

  async readFile(path: string, ref: string): Promise<GitFile | undefined> {
    const answer = await this.#find(
      `/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(
        ref,
      )}`,
    );
    return (
      answer && {
        path,
        sha: answer.json.blob_id,
        text: decodeText(path, answer.json.content),
      }
    );
  }

  async changedFiles(
    from: string,
    to: string,
  ): Promise<ReadonlySet<string> | undefined> {
    const range = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(
      to,
    )}`;
    const answer = await this.#find(
      `/repository/compare?${range}&straight=true`,
    );
    const { compare_timeout: isCut, diffs } = answer?.json ?? {};
    return Array.isArray(diffs) && !isCut && diffs.length < MOST_COMPARED
      ? pathsOf(diffs.map(toChangedFile))
      : undefined;
  }

  async readBranch(name: string): Promise<{ sha: string } | undefined> {
    const answer = await this.#find(
      `/repository/branches/${encodeURIComponent(name)}`,
    );
    return answer && { sha: answer.json.commit.id };
  }

  /** One call makes branch and commit. */
  async pushBranch(request: GitCommitRequest): Promise<{ sha: string }> {
    const { branch, files, message, parent } = request;
    const { json } = await this.#write('POST', '/repository/commits', {
      branch,
      start_sha: parent,
      commit_message: message,
      actions: files.map(toAction),
    });
    return { sha: json.id };
  }

  async extendBranch(
    request: GitBranchCommitRequest,
  ): Promise<{ sha: string }> {
    const { branch, expectedHead, files, message } = request;
    await refuseIfMoved(this, branch, expectedHead);
    const { json } = await this.#write('POST', '/repository/commits', {
      branch,
      commit_message: message,
      actions: files.map(toAction),
    });
    return { sha: json.id };
  }

  async readCommit(sha: string): Promise<GitCommit | undefined> {
    const answer = await this.#find(
      `/repository/commits/${encodeURIComponent(sha)}`,
    );
    return (
      answer && {
        sha,
        message: answer.json.message,
        author: answer.json.author_name,
      }
    );
  }

  async deleteBranch(name: string, expectedHead: string): Promise<void> {
    const present = await this.readBranch(name);
    if (present && present.sha !== expectedHead) {
      throw new GitFailure('moved', `${name} is at another commit by now`);
    }
    if (present) {
      const path = `/repository/branches/${encodeURIComponent(name)}`;
      await this.#write('DELETE', path);
    }
  }

  async findPullRequest(
    branch: string,
    base: string,
  ): Promise<GitPullRequest | undefined> {
    const query = new URLSearchParams({
      source_branch: branch,
      target_branch: base,
      state: 'all',
      order_by: 'created_at',
      sort: 'desc',
      per_page: '10',
    });
    const { json } = await this.#get(`/merge_requests?${query}`);
    return (json as unknown[])
      .map(toPullRequest)
      .find(each => each.isOwnBranch);
  }

  async listPullRequests(
    options: { updatedSince?: string } = {},
  ): Promise<{ items: GitPullRequest[]; isComplete: boolean }> {
    return listRecentlyUpdated(options.updatedSince, PAGE_SIZE, async page => {
      const query = new URLSearchParams({
        state: 'all',
        order_by: 'updated_at',
        sort: 'desc',
        per_page: String(PAGE_SIZE),
        page: String(page),
      });
      const { json } = await this.#get(`/merge_requests?${query}`);
      return (json as unknown[]).map(toPullRequest);
    });
  }

  async getPullRequest(number: number): Promise<GitPullRequestDetail> {
    const { json } = await this.#get(`/merge_requests/${number}`);
    return toDetail(json);
  }

  async readDiff(number: number): Promise<GitDiff> {
    const { json } = await this.#get(`/merge_requests/${number}`);
    const { base_sha: mergeBase, head_sha: head } = json.diff_refs ?? {};
    if (!mergeBase || !head) {
      throw new GitFailure(
        'notReady',
        `Merge request ${number} has no diff yet`,
      );
    }
    const answer = await this.#get(
      `/merge_requests/${number}/diffs?per_page=${PAGE_SIZE}`,
    );
    const files = (answer.json as unknown[]).map(toChangedFile);
    return { mergeBase, head, files, isTruncated: files.length >= PAGE_SIZE };
  }

  async openPullRequest(request: {
    branch: string;
    base: string;
    title: string;
    body: string;
  }): Promise<GitPullRequest> {
    const { json } = await this.#write('POST', '/merge_requests', {
      source_branch: request.branch,
      target_branch: request.base,
      title: request.title,
      description: request.body,
    });
    return toPullRequest(json);
  }

  async editPullRequest(
    number: number,
    { body, title }: { title: string; body: string },
  ): Promise<void> {
    await this.#write('PUT', `/merge_requests/${number}`, {
      title,
      description: body,
    });
  }

  async addLabels(number: number, labels: string[]): Promise<void> {
    await this.#write('PUT', `/merge_requests/${number}`, {
      add_labels: labels.join(','),
    });
  }

  async comment(number: number, body: string): Promise<void> {
    await this.#write('POST', `/merge_requests/${number}/notes`, { body });
  }

  async setStatus(sha: string, status: GitCommitStatus): Promise<void> {
    const { context, description, state, url } = status;
    try {
      await this.#write('POST', `/statuses/${encodeURIComponent(sha)}`, {
        name: context,
        state: state === 'failure' ? 'failed' : state,
        description: shortText(description),
        ...(url && { target_url: url }),
      });
    } catch (error) {
      // A status that is so already cannot become so.
      if (!/cannot transition status/i.test(String(error))) {
        throw error;
      }
    }
  }

  /** How it merges, rebasing included, is a setting of the project; squashing can be asked for. */
  async mergePullRequest(
    number: number,
    { expectedHead, method, title }: GitMergeRequest,
  ): Promise<{ sha: string }> {
    refuseToMerge(await this.getPullRequest(number), expectedHead);
    const isSquash = method === 'squash';
    try {
      const { json } = await this.#write(
        'PUT',
        `/merge_requests/${number}/merge`,
        {
          sha: expectedHead,
          squash: isSquash,
          ...(title &&
            (isSquash
              ? { squash_commit_message: title }
              : { merge_commit_message: title })),
        },
      );
      return { sha: toPullRequest(json).mergeSha ?? expectedHead };
    } catch (error) {
      throw asMergeFailure(error);
    }
  }

  async closePullRequest(number: number): Promise<void> {
    await this.#write('PUT', `/merge_requests/${number}`, {
      state_event: 'close',
    });
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

function toAction({ path, replaces, text }: GitFileChange) {
  return text === undefined
    ? { action: 'delete', file_path: path }
    : {
        action: replaces ? 'update' : 'create',
        file_path: path,
        content: text,
      };
}
