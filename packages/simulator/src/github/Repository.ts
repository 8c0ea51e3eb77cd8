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

import type { Clock } from '../clock';
import { fastImportStream } from './git/fastImport';
import { GitRepository } from './git/GitRepository';
import type { Signature } from './git/types';
import { GithubError } from './GithubError';
import { afterRefsMoved } from './pulls/afterRefsMoved';
import type {
  BranchProtection,
  CommitStatus,
  GithubEvent,
  GithubRepositorySpec,
  PullRequest,
} from './types';

export interface RefMove {
  ref: string;
  before: string | undefined;
  after: string | undefined;
}

/** Reads what has moved before whoever moved it hears that it has. */
export type Follower = (git: GitRepository, move: RefMove) => Promise<void>;

/**
 * A repository and what people do with it. The Git side is on disk, from the
 * first time that somebody asks for it.
 */
export class Repository {
  readonly spec: GithubRepositorySpec;
  readonly id: number;
  readonly createdAt: Date;
  readonly defaultBranch: string;
  readonly clock: Clock;
  readonly pulls = new Map<number, PullRequest>();
  /** By commit, oldest first. */
  readonly statuses = new Map<string, CommitStatus[]>();
  readonly protections: Map<string, BranchProtection>;
  readonly nextId: () => number;
  pushedAt: Date;
  readonly #listeners: ((event: GithubEvent) => void)[] = [];
  readonly #followers: Follower[] = [];
  #git: Promise<GitRepository> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    spec: GithubRepositorySpec,
    options: { clock: Clock; nextId: () => number },
  ) {
    this.spec = spec;
    this.clock = options.clock;
    this.nextId = options.nextId;
    this.id = options.nextId();
    this.createdAt = options.clock.now();
    this.pushedAt = this.createdAt;
    this.defaultBranch = spec.defaultBranch ?? 'main';
    this.protections = new Map(Object.entries(spec.protections ?? {}));
  }

  get fullName(): string {
    return `${this.spec.owner}/${this.spec.name}`;
  }

  git(): Promise<GitRepository> {
    this.#git ??= GitRepository.create(
      fastImportStream([
        {
          branch: this.defaultBranch,
          message: 'Describe the fleet',
          author: this.signatureOf(this.spec.owner, this.createdAt),
          files: this.spec.files,
        },
      ]),
      this.defaultBranch,
    );
    return this.#git;
  }

  async remove(): Promise<void> {
    await this.#last.catch(() => undefined);
    await (await this.#git?.catch(() => undefined))?.remove();
  }

  /** Does one thing at a time with what is written. */
  change<T>(work: (git: GitRepository) => Promise<T>): Promise<T> {
    const next = this.#last
      .catch(() => undefined)
      .then(async () => work(await this.git()));
    this.#last = next;
    return next;
  }

  /** Moves refs, inside `change`; who follows the repository hears of it. */
  async move(
    git: GitRepository,
    moves: RefMove[],
    actor: string,
    options: { merging?: PullRequest } = {},
  ): Promise<void> {
    for (const { ref, before, after } of moves) {
      await git.updateRef(ref, after, before);
    }
    await this.announce(git, moves, actor, options);
  }

  /** Tells that refs have moved. */
  async announce(
    git: GitRepository,
    moves: RefMove[],
    actor: string,
    options: { merging?: PullRequest } = {},
  ): Promise<void> {
    this.pushedAt = this.clock.now();
    for (const move of moves) {
      const { ref, before, after } = move;
      const forced =
        before !== undefined &&
        after !== undefined &&
        !(await git.isAncestor(before, after));
      this.emit({ name: 'push', actor, ref, before, after, forced });
      await afterRefsMoved(this, git, move, { actor, ...options });
      for (const follow of this.#followers) {
        await follow(git, move);
      }
    }
  }

  onMove(follower: Follower): void {
    this.#followers.push(follower);
  }

  onEvent(listener: (event: GithubEvent) => void): void {
    this.#listeners.push(listener);
  }

  emit(event: GithubEvent): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }

  /** @throws GithubError where there is none */
  pull(number: number): PullRequest {
    const pull = this.pulls.get(number);
    if (!pull) {
      throw GithubError.notFound();
    }
    return pull;
  }

  /** The latest status of each context, as the combined status counts them. */
  latestStatuses(sha: string): CommitStatus[] {
    const all = this.statuses.get(sha) ?? [];
    return [...new Map(all.map(status => [status.context, status])).values()];
  }

  roleOf(login: string): 'read' | 'write' | 'admin' {
    const { owner, collaborators } = this.spec;
    if (login === owner) {
      return 'admin';
    }
    return collaborators ? collaborators[login] ?? 'read' : 'write';
  }

  signatureOf(login: string, date: Date = this.clock.now()): Signature {
    return {
      name: login,
      email: `${login}@users.noreply.example`,
      date,
    };
  }
}
