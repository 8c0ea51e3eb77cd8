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

import { AuthenticationError, NotFoundError } from '@backstage/errors';
import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type {
  EksFleetGitService,
  GitEvent,
  WebhookRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

type Result = 'taken' | 'ignored' | 'refused';

/** What Git hosts send by themselves when they tell of anything. */
const EVENT_HEADERS = ['x-github-event', 'x-gitlab-event', 'x-gitea-event'];

/** Takes what Git hosts tell of fleet repositories. */
export class GitWebhooks {
  readonly #git: Pick<EksFleetGitService, 'receiveWebhook' | 'repositories'>;
  readonly #onEvent: (event: GitEvent) => Promise<void>;
  readonly #results: MetricsServiceCounter<{ result: Result }>;

  constructor(options: {
    git: Pick<EksFleetGitService, 'receiveWebhook' | 'repositories'>;
    metrics: MetricsService;
    /** Called after the follower of the repository was told. */
    onEvent: (event: GitEvent) => Promise<void>;
  }) {
    this.#git = options.git;
    this.#onEvent = options.onEvent;
    this.#results = options.metrics.createCounter('eks_fleet.git.webhooks', {
      description: 'Requests of Git hosts by what became of them',
      unit: '{request}',
    });
  }

  /**
   * Before the body is read, which the signature is over.
   *
   * @throws NotFoundError where there is no fleet repository, AuthenticationError for what no Git host sends
   */
  admit(headers: WebhookRequest['headers']): void {
    if (this.#git.repositories.length === 0) {
      throw new NotFoundError('There are no fleet repositories here');
    }
    if (!EVENT_HEADERS.some(name => headers[name])) {
      this.#results.add(1, { result: 'refused' });
      throw new AuthenticationError('The request is of no Git host');
    }
  }

  /** @throws AuthenticationError, InputError */
  async receive(request: WebhookRequest): Promise<void> {
    let event: GitEvent | undefined;
    try {
      event = this.#git.receiveWebhook(request);
    } catch (error) {
      this.#results.add(1, { result: 'refused' });
      throw error;
    }
    this.#results.add(1, { result: event ? 'taken' : 'ignored' });
    if (event) {
      await this.#onEvent(event);
    }
  }
}
