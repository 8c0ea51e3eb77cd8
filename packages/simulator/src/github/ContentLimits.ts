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
import { GithubError } from './GithubError';

/**
 * How much content one may create, beside the hourly quota. The numbers are
 * documented ("Rate limits for the REST API", secondary limits); which requests
 * count is not: assumed are those that notify people.
 */
export const CONTENT_LIMITS = [
  { seconds: 60, requests: 80 },
  { seconds: 3600, requests: 500 },
] as const;

const CONTENT = [
  /^POST \/repos\/\{owner\}\/\{repo\}\/pulls(\/\{\w+\}\/(comments|reviews|requested_reviewers))?$/,
  /^PUT \/repos\/\{owner\}\/\{repo\}\/pulls\/\{\w+\}\/merge$/,
  /^POST \/repos\/\{owner\}\/\{repo\}\/issues\/\{\w+\}\/comments$/,
];

/** Counts what people would be notified of, for each who asks for it. */
export class ContentLimits {
  /** Milliseconds at which each created content, within the longest of the times. */
  readonly #times = new Map<string, number[]>();

  /**
   * Counts a request that is about to be answered.
   *
   * @param operation - as in GitHub's reference: `POST /repos/{owner}/{repo}/pulls`
   * @throws GithubError where it is one too many, with the time to wait
   */
  take(login: string, operation: string, now: Date): void {
    if (!CONTENT.some(pattern => pattern.test(operation))) {
      return;
    }
    const longest = Math.max(...CONTENT_LIMITS.map(({ seconds }) => seconds));
    const at = now.getTime();
    const times = (this.#times.get(login) ?? []).filter(
      time => time > at - longest * 1000,
    );
    const waits = CONTENT_LIMITS.map(({ seconds, requests }) => {
      const within = times.filter(time => time > at - seconds * 1000);
      return within.length < requests
        ? 0
        : within[within.length - requests] + seconds * 1000 - at;
    });
    const waitMs = Math.max(...waits);
    if (waitMs > 0) {
      this.#times.set(login, times);
      throw new GithubError(
        403,
        'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
        { headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } },
      );
    }
    this.#times.set(login, [...times, at]);
  }

  /** Forgets what was created. */
  reset(): void {
    this.#times.clear();
  }
}
