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
import { pathsOf } from '../pathsOf';
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
  GitNewPullRequest,
  GitPullRequest,
  GitPullRequestDetail,
  GitRepository,
  GitRepositoryOptions,
} from '../types';
import { askToPropose, readProposed } from './proposeAtOnce';
import { toChangedFile, toDetail, toPullRequest } from './documents';

const PAGE_SIZE = 100;
/** GitHub shows so many files of a comparison. */
const MOST_FILES = 300;

/** GraphQL's names of repositories, which never change. */
const nodeIds = new WeakMap<HostClient, Map<string, string>>();

/** A repository on GitHub, by its REST API, and by GraphQL where that takes fewer calls. */
export class GithubRepository implements GitRepository {
  readonly kind = 'github';
  readonly id: string;
  readonly #client: HostClient;
  readonly #fullName: string;
  readonly #owner: string;
  readonly #path: string;
  readonly #asks: string;

  constructor({ asks, client, id, path }: GitRepositoryOptions) {
    this.id = id;
    this.#client = client;
    this.#fullName = path;
    this.#owner = path.split('/')[0];
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
      throw new GitFailure(
        'invalid',
        `${path} is no file of less than a megabyte`,
      );
    }
    return { path, sha, text: decodeText(path, content) };
  }

  async changedFiles(
    from: string,
    to: string,
  ): Promise<ReadonlySet<string> | undefined> {
    const range = `${encodeURIComponent(from)}...${encodeURIComponent(to)}`;
    // One that was pushed over is not there any more.
    const answer = await this.#find(`/compare/${range}`);
    const { files = [], status } = answer?.json ?? {};
    return ['ahead', 'identical'].includes(status) && files.length < MOST_FILES
      ? pathsOf(files.map(toChangedFile))
      : undefined;
  }

  async readBranch(name: string): Promise<{ sha: string } | undefined> {
    const answer = await this.#find(`/git/ref/heads/${encodePath(name)}`);
    return answer && { sha: answer.json.object.sha };
  }

  async pushBranch(request: GitCommitRequest): Promise<{ sha: string }> {
    const { branch, parent } = request;
    const sha = await this.#commit(parent, request);
    await this.#write('POST', '/git/refs', {
      ref: `refs/heads/${branch}`,
      sha,
    });
    return { sha };
  }

  async proposeBranch(
    request: GitNewPullRequest,
  ): ReturnType<NonNullable<GitRepository['proposeBranch']>> {
    const { branch, parent } = request;
    const present = await this.readBranch(branch);
    if (present && present.sha !== parent) {
      throw new GitFailure('conflict', `Branch ${branch} is there already`);
    }
    const { host } = this.#client;
    const { json } = await this.#client.call({
      method: 'POST',
      path: '',
      isGraphql: true,
      isContent: true,
      body: askToPropose(request, {
        id: await this.#nodeId(),
        fullName: this.#fullName,
      }),
      asks: this.#asks,
      check: answer => readProposed(answer, host),
    });
    return readProposed(json, host);
  }

  async extendBranch(
    request: GitBranchCommitRequest,
  ): Promise<{ sha: string }> {
    const { branch, expectedHead } = request;
    const sha = await this.#commit(expectedHead, request);
    try {
      await this.#write('PATCH', `/git/refs/heads/${encodePath(branch)}`, {
        sha,
        force: false,
      });
    } catch (error) {
      if (/not a fast forward/i.test(String(error))) {
        throw new GitFailure('moved', `${branch} is at another commit by now`, {
          cause: error,
        });
      }
      throw error;
    }
    return { sha };
  }

  async readCommit(sha: string): Promise<GitCommit | undefined> {
    const answer = await this.#find(`/git/commits/${encodeURIComponent(sha)}`);
    return (
      answer && {
        sha,
        message: answer.json.message,
        author: answer.json.author?.name,
      }
    );
  }

  async deleteBranch(name: string, expectedHead: string): Promise<void> {
    const present = await this.readBranch(name);
    if (present && present.sha !== expectedHead) {
      throw new GitFailure('moved', `${name} is at another commit by now`);
    }
    if (present) {
      await this.#write('DELETE', `/git/refs/heads/${encodePath(name)}`);
    }
  }

  async findPullRequest(
    branch: string,
    base: string,
  ): Promise<GitPullRequest | undefined> {
    const query = new URLSearchParams({
      head: `${this.#owner}:${branch}`,
      base,
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: '10',
    });
    const { json } = await this.#get(`/pulls?${query}`);
    return (json as unknown[])
      .map(toPullRequest)
      .find(each => each.head.branch === branch && each.isOwnBranch);
  }

  async listPullRequests(
    options: { updatedSince?: string } = {},
  ): Promise<{ items: GitPullRequest[]; isComplete: boolean }> {
    return listRecentlyUpdated(options.updatedSince, PAGE_SIZE, async page => {
      const query = new URLSearchParams({
        state: 'all',
        sort: 'updated',
        direction: 'desc',
        per_page: String(PAGE_SIZE),
        ...(page > 1 && { page: String(page) }),
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
    const { base, head } = await this.getPullRequest(number);
    const range = `${encodePath(base.branch)}...${encodeURIComponent(
      head.sha,
    )}`;
    const { json } = await this.#get(`/compare/${range}`);
    const files = (json.files ?? []).map(toChangedFile);
    return {
      mergeBase: json.merge_base_commit.sha,
      head: head.sha,
      files,
      isTruncated: files.length >= MOST_FILES,
    };
  }

  async openPullRequest(request: {
    branch: string;
    base: string;
    title: string;
    body: string;
  }): Promise<GitPullRequest> {
    const { branch, ...rest } = request;
    const { json } = await this.#writeContent('POST', '/pulls', {
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

  async addLabels(number: number, labels: string[]): Promise<void> {
    await this.#write('POST', `/issues/${number}/labels`, { labels });
  }

  async comment(number: number, body: string): Promise<void> {
    await this.#writeContent('POST', `/issues/${number}/comments`, { body });
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
      const { json } = await this.#writeContent(
        'PUT',
        `/pulls/${number}/merge`,
        {
          sha: expectedHead,
          merge_method: method,
          ...(title && method !== 'rebase' && { commit_title: title }),
        },
      );
      return { sha: json.sha };
    } catch (error) {
      throw asMergeFailure(error);
    }
  }

  async closePullRequest(number: number): Promise<void> {
    await this.#write('PATCH', `/pulls/${number}`, { state: 'closed' });
  }

  /** Seen by nobody until a branch names it. */
  async #commit(
    parent: string,
    { files, message }: { files: GitFileChange[]; message: string },
  ): Promise<string> {
    const base = await this.#get(`/git/commits/${encodeURIComponent(parent)}`);
    const tree = await this.#write('POST', '/git/trees', {
      base_tree: base.json.tree.sha,
      tree: files.map(({ path, text }) => ({
        path,
        mode: '100644',
        type: 'blob',
        ...(text === undefined ? { sha: null } : { content: text }),
      })),
    });
    const commit = await this.#write('POST', '/git/commits', {
      message,
      tree: tree.json.sha,
      parents: [parent],
    });
    return commit.json.sha;
  }

  async #nodeId(): Promise<string> {
    const known = nodeIds.get(this.#client) ?? new Map<string, string>();
    nodeIds.set(this.#client, known);
    const id = known.get(this.#fullName) ?? (await this.#get('')).json.node_id;
    known.set(this.#fullName, id);
    return id;
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
    return this.#send({ method, path, body });
  }

  /** Of what people are told, GitHub takes less. */
  #writeContent(
    method: HostCall['method'],
    path: string,
    body: HostCall['body'],
  ): Promise<HostAnswer> {
    return this.#send({ method, path, body, isContent: true });
  }

  #send(call: Omit<HostCall, 'asks'>): Promise<HostAnswer> {
    return this.#client.call({
      ...call,
      path: this.#path + call.path,
      asks: this.#asks,
    });
  }
}
