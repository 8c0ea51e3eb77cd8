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

import type { RootLoggerService } from '@backstage/backend-plugin-api';
import type { GithubControl } from '@eks-fleet/simulator';

/** How long a proposal waits for somebody to read it. */
const READING_SECONDS = 4;
/** What branches that the portal makes begin with. */
const OF_PORTAL = 'eks-fleet/';

/**
 * Somebody of Acme who reads the portal's proposals, and merges them at the Git
 * host once their checks are green; nothing else is ever merged, and nothing is
 * answered for in the portal.
 */
export class DemoReviewer {
  readonly #github: GithubControl;
  readonly #logger: RootLoggerService;
  readonly #user: string;

  constructor(
    github: GithubControl,
    options: { user: string; logger: RootLoggerService },
  ) {
    this.#github = github;
    this.#logger = options.logger;
    this.#user = options.user;
  }

  start(): void {
    setInterval(() => {
      this.review(new Date()).catch(error =>
        this.#logger.warn('A proposal could not be reviewed', error),
      );
    }, 2000).unref();
  }

  async review(now: Date): Promise<void> {
    const due = this.#github
      .pulls()
      .filter(
        ({ createdAt, head, state }) =>
          state === 'open' &&
          head.ref.startsWith(OF_PORTAL) &&
          now.getTime() - createdAt.getTime() >= READING_SECONDS * 1000,
      );
    for (const { number } of due) {
      const pull = { number, user: this.#user };
      try {
        await this.#github.merge(pull);
      } catch (error) {
        // The branch is protected: checks are not green yet, or it is in conflict.
        this.#logger.debug(`${this.#user} cannot merge #${number}: ${error}`);
      }
    }
  }
}
