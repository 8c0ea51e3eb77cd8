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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { bundle } from './bundle';
import type { Message, Notice, NoticeStore } from './types';

/**
 * Tells owners, through Backstage's notifications, what they should know: one
 * message a cluster and cause, or one for many clusters. What could not be
 * sent is sent the next time.
 */
export class Notifier {
  readonly #store: NoticeStore;
  readonly #notifications: Pick<NotificationService, 'send'>;
  readonly #logger: LoggerService;
  #silent = false;

  constructor(options: {
    store: NoticeStore;
    notifications: Pick<NotificationService, 'send'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  async queue(notices: Notice[]): Promise<void> {
    if (notices.length > 0) {
      await this.#store.queue(notices, new Date());
    }
  }

  /** Sends what waits. Stops at the first failure: the others would fail alike. */
  async flush(): Promise<void> {
    for (const { message, scopes } of bundle(await this.#store.pending())) {
      try {
        await this.#send(message);
      } catch (error) {
        if (!this.#silent) {
          this.#silent = true;
          this.#logger.warn(
            'Owners could not be notified; is the notifications backend installed? What there is to tell waits',
            toError(error),
          );
        }
        return;
      }
      this.#silent = false;
      await this.#store.sent(scopes, new Date());
    }
  }

  async #send(message: Message): Promise<void> {
    const { description, link, owner, scope, severity, title, topic } = message;
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title,
        description,
        link,
        severity,
        topic: `eks-fleet.${topic}`,
        scope,
      },
    });
  }
}
