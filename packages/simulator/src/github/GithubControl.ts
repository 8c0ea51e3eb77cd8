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

import type { GithubHost } from './GithubHost';
import type { GithubServer } from './GithubServer';
import type { TreeChange } from './git/types';
import { commentOnPull, editPull, reviewPull } from './pulls/editPull';
import { mergePull } from './pulls/mergePull';
import type { Repository } from './Repository';
import type {
  BranchProtection,
  GithubTokenSpec,
  MergeMethod,
  PullRequest,
} from './types';
import type { WebhookDelivery, WebhookSpec } from './Webhooks';

/**
 * Which pull request a person acts on.
 *
 * @public
 */
export interface PullAddress {
  /** `<owner>/<name>`; the first repository by default. */
  repository?: string;
  number: number;
  /** Login of who does it. */
  user: string;
}

/**
 * Files by path; `undefined` takes one away.
 *
 * @public
 */
export type FileChanges = Record<string, string | undefined>;

/**
 * The Git host from behind: what people do on its pages, and what tests set up.
 *
 * @public
 */
export class GithubControl {
  readonly #server: GithubServer;
  readonly #host: GithubHost;

  /** @internal */
  constructor(server: GithubServer, host: GithubHost) {
    this.#server = server;
    this.#host = host;
  }

  /** Where people and `git` go: `<url>/<owner>/<name>.git`. */
  get url(): string {
    return this.#server.links.web;
  }

  /** The `apiBaseUrl` of Backstage's GitHub integration. */
  get apiUrl(): string {
    return this.#server.links.api;
  }

  get graphqlUrl(): string {
    return this.#server.links.graphql;
  }

  /** PEM of the key that the app signs its tokens with. */
  async appPrivateKey(): Promise<string> {
    if (!this.#host.app) {
      throw new Error('This Git host has no app');
    }
    return this.#host.app.privateKey();
  }

  addToken(token: GithubTokenSpec): void {
    this.#host.tokens.add(token);
  }

  removeToken(token: string): void {
    this.#host.tokens.remove(token);
  }

  /** Pull requests in order of their numbers. */
  pulls(repository?: string): PullRequest[] {
    return structuredClone([...this.#repository(repository).pulls.values()]);
  }

  /** The commit that a branch is at. */
  async head(branch: string, repository?: string): Promise<string | undefined> {
    return (await this.#repository(repository).git()).branch(branch);
  }

  /** The text of a file on a branch. */
  async file(
    path: string,
    options: { branch?: string; repository?: string } = {},
  ): Promise<string | undefined> {
    const repository = this.#repository(options.repository);
    const git = await repository.git();
    const branch = options.branch ?? repository.defaultBranch;
    const object = await git.object(`refs/heads/${branch}:${path}`);
    return object?.type === 'blob' ? object.content.toString() : undefined;
  }

  /**
   * Merges as a person does on the page.
   *
   * @returns the commit
   */
  merge(pull: PullAddress & { method?: MergeMethod }): Promise<string> {
    const repository = this.#repository(pull.repository);
    return mergePull(repository, repository.pull(pull.number), {
      actor: pull.user,
      method: pull.method,
    });
  }

  close(pull: PullAddress): Promise<void> {
    const repository = this.#repository(pull.repository);
    return editPull(repository, repository.pull(pull.number), {
      actor: pull.user,
      state: 'closed',
    });
  }

  approve(pull: PullAddress & { body?: string }): void {
    const repository = this.#repository(pull.repository);
    reviewPull(repository, repository.pull(pull.number), {
      actor: pull.user,
      verdict: 'APPROVE',
      body: pull.body,
    });
  }

  requestChanges(pull: PullAddress & { body: string }): void {
    const repository = this.#repository(pull.repository);
    reviewPull(repository, repository.pull(pull.number), {
      actor: pull.user,
      verdict: 'REQUEST_CHANGES',
      body: pull.body,
    });
  }

  comment(pull: PullAddress & { body: string }): void {
    const repository = this.#repository(pull.repository);
    commentOnPull(repository, repository.pull(pull.number), {
      actor: pull.user,
      body: pull.body,
    });
  }

  /**
   * Puts another commit in the place of the pull request's branch: one on top
   * of its base, with these files.
   *
   * @returns the commit
   */
  forcePush(pull: PullAddress & { files: FileChanges }): Promise<string> {
    const repository = this.#repository(pull.repository);
    const { head, base } = repository.pull(pull.number);
    return this.#write(repository, {
      branch: head.ref,
      parent: base.sha,
      user: pull.user,
      files: pull.files,
      message: `Another proposal by ${pull.user}`,
    });
  }

  /**
   * Commits files on a branch, past whatever protects it: as an administrator
   * or another tool does.
   *
   * @returns the commit
   */
  commit(change: {
    user: string;
    files: FileChanges;
    /** The default branch by default; made from it where it is new. */
    branch?: string;
    message?: string;
    repository?: string;
  }): Promise<string> {
    const repository = this.#repository(change.repository);
    return this.#write(repository, {
      branch: change.branch ?? repository.defaultBranch,
      user: change.user,
      files: change.files,
      message: change.message ?? `Change ${Object.keys(change.files)[0]}`,
    });
  }

  /** Protects a branch, or with `undefined` does so no more. */
  protect(
    branch: string,
    protection: BranchProtection | undefined,
    repository?: string,
  ): void {
    const { protections } = this.#repository(repository);
    if (protection) {
      protections.set(branch, structuredClone(protection));
    } else {
      protections.delete(branch);
    }
  }

  addWebhook(webhook: WebhookSpec, repository?: string): void {
    this.#host.webhooks.add(this.#repository(repository), webhook);
  }

  deliveries(): WebhookDelivery[] {
    return this.#host.webhooks.deliveries();
  }

  /** Resolves once every event so far was sent to whom it concerns. */
  deliveriesSettled(): Promise<void> {
    return this.#host.webhooks.settled();
  }

  /** Uses up what a user may ask in this hour. */
  useUpRateLimit(login: string): void {
    const now = this.#host.clock.now();
    this.#host.rate.useUp(login, 'core', now);
    this.#host.rate.useUp(login, 'graphql', now);
  }

  /** Begins everybody's hour anew. */
  resetRateLimits(): void {
    this.#host.rate.reset();
    this.#host.contentLimits.reset();
  }

  #repository(fullName: string | undefined): Repository {
    const [first] = this.#host.repositories();
    const [owner, name] = (fullName ?? first?.fullName ?? '/').split('/');
    const repository = this.#host.findRepository(owner, name);
    if (!repository) {
      throw new Error(`There is no repository ${fullName ?? ''}`);
    }
    return repository;
  }

  #write(
    repository: Repository,
    commit: {
      branch: string;
      parent?: string;
      user: string;
      files: FileChanges;
      message: string;
    },
  ): Promise<string> {
    const { branch, user, files, message } = commit;
    return repository.change(async git => {
      const before = git.branch(branch);
      const parent =
        commit.parent ?? before ?? git.branch(repository.defaultBranch)!;
      const changes: TreeChange[] = [];
      for (const [path, content] of Object.entries(files)) {
        changes.push({
          path,
          sha:
            content === undefined
              ? undefined
              : await git.writeBlob(Buffer.from(content)),
        });
      }
      const author = repository.signatureOf(user);
      const sha = await git.writeCommit({
        tree: await git.writeTree(parent, changes),
        parents: [parent],
        message,
        author,
        committer: author,
      });
      await repository.move(
        git,
        [{ ref: `refs/heads/${branch}`, before, after: sha }],
        user,
      );
      return sha;
    });
  }
}
