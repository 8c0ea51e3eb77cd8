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
import type {
  GitPullRequest,
  GitPullRequestDetail,
  GitRepository,
} from '../hosts/types';

/** One at a time, old looks are renewed besides what has changed. */
const MOST_RENEWALS = 20;
/** Checks and reviews change what the host says without the list showing it. */
const DETAIL_MAX_AGE_MS = 5 * 60_000;
const MOST_REMEMBERED = 2_000;

interface Detail {
  pullRequest: GitPullRequestDetail;
  at: number;
}

/**
 * Follows the pull requests of one repository: at most two list calls at a
 * look, which cost nothing of the quota while nothing changes, and one call for
 * each asked pull request that has changed.
 *
 * @public
 */
export class PullRequestFollower {
  readonly #repository: GitRepository;
  readonly #base: string;
  readonly #now: () => Date;
  /** By number, those that changed last at the end. */
  readonly #seen = new Map<number, GitPullRequest>();
  readonly #details = new Map<number, Detail>();
  readonly #told = new Set<number>();
  #listedAt = -Infinity;
  /** How many events there were. */
  #noted = 0;
  #isListComplete = false;
  #newest?: string;
  #baseSha?: string;
  #underWay?: Promise<void>;

  /** @param base - the branch whose moves may put pull requests in conflict */
  constructor(
    repository: GitRepository,
    base: string,
    now: () => Date = () => new Date(),
  ) {
    this.#repository = repository;
    this.#base = base;
    this.#now = now;
  }

  /**
   * How pull requests are now, as far as they can be read.
   *
   * @param options - `maxAgeSeconds` of the list; 15 by default. Events make it older at once
   * @throws GitFailure where the list cannot be read
   */
  async look(
    numbers: readonly number[],
    options: { maxAgeSeconds?: number } = {},
  ): Promise<Map<number, GitPullRequestDetail | GitFailure>> {
    await this.#refresh(options.maxAgeSeconds ?? 15);
    const asked = [...new Set(numbers)];
    const changed = asked.filter(number => this.#hasChanged(number));
    const old = asked
      .filter(number => !changed.includes(number) && this.#isOld(number))
      .sort((a, b) => this.#details.get(a)!.at - this.#details.get(b)!.at)
      .slice(0, MOST_RENEWALS);
    const failures = new Map<number, GitFailure>();
    await Promise.all(
      [...changed, ...old].map(async number => {
        try {
          await this.#readDetail(number);
        } catch (error) {
          if (!(error instanceof GitFailure)) {
            throw error;
          }
          failures.set(number, error);
        }
      }),
    );
    return new Map(
      asked.map(number => [
        number,
        failures.get(number) ?? this.#details.get(number)!.pullRequest,
      ]),
    );
  }

  /** All that was seen of late, also those that nobody asked about. */
  async recent(
    options: { maxAgeSeconds?: number } = {},
  ): Promise<GitPullRequest[]> {
    await this.#refresh(options.maxAgeSeconds ?? 15);
    return [...this.#seen.values()];
  }

  /** Takes note of an event: what it is about is read anew at the next look. */
  note(event: { number?: number }): void {
    this.#noted += 1;
    this.#listedAt = -Infinity;
    if (event.number !== undefined) {
      this.#told.add(event.number);
    }
  }

  /** Those who ask at the same time share one list. */
  async #refresh(maxAgeSeconds: number): Promise<void> {
    if (this.#now().getTime() - this.#listedAt < maxAgeSeconds * 1000) {
      return;
    }
    this.#underWay ??= this.#list().finally(() => {
      this.#underWay = undefined;
    });
    await this.#underWay;
  }

  async #list(): Promise<void> {
    const at = this.#now().getTime();
    const noted = this.#noted;
    const { isComplete, items } = await this.#repository.listPullRequests({
      updatedSince: this.#newest,
    });
    const base = await this.#repository.readBranch(this.#base);
    for (const each of items.toReversed()) {
      this.#seen.delete(each.number);
      this.#seen.set(each.number, each);
    }
    for (const number of this.#seen.keys()) {
      if (this.#seen.size <= MOST_REMEMBERED) {
        break;
      }
      this.#seen.delete(number);
    }
    this.#newest = items[0]?.updatedAt ?? this.#newest;
    this.#isListComplete = isComplete;
    // What was told meanwhile may not be in it.
    this.#listedAt = noted === this.#noted ? at : -Infinity;
    if (base?.sha !== this.#baseSha) {
      this.#baseSha = base?.sha;
      for (const detail of this.#details.values()) {
        detail.at = detail.pullRequest.state === 'open' ? -Infinity : detail.at;
      }
    }
  }

  async #readDetail(number: number): Promise<void> {
    const at = this.#now().getTime();
    this.#told.delete(number);
    const pullRequest = await this.#repository.getPullRequest(number);
    this.#details.set(number, { pullRequest, at });
  }

  #hasChanged(number: number): boolean {
    const detail = this.#details.get(number)?.pullRequest;
    const seen = this.#seen.get(number);
    if (!detail || this.#told.has(number)) {
      return true;
    }
    if (!seen) {
      return !this.#isListComplete && detail.state === 'open';
    }
    return (
      Date.parse(seen.updatedAt) > Date.parse(detail.updatedAt) ||
      (seen.updatedAt === detail.updatedAt &&
        (seen.state !== detail.state || seen.head.sha !== detail.head.sha))
    );
  }

  #isOld(number: number): boolean {
    const { at, pullRequest } = this.#details.get(number)!;
    const { mergeability, state } = pullRequest;
    return (
      state === 'open' &&
      (mergeability === 'unknown' ||
        this.#now().getTime() - at > DETAIL_MAX_AGE_MS)
    );
  }
}
