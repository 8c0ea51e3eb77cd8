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

const LEASE_SECONDS = 120;
const AGAIN_AFTER_SECONDS = 300;
const SEND_TIMEOUT_MS = 15_000;
/** After so many in a row the others would fail alike. */
const MAX_FAILURES = 3;

/** What came of a message. */
export type SendResult = 'sent' | 'failed';

/**
 * Tells people, through Backstage's notifications, what they should know: one
 * message a subject and cause, or one for many clusters. A message is claimed,
 * sent, and then recorded: replicas keep off each other's, what could not be
 * sent is sent later, and only a process that dies between sending and
 * recording lets it be sent once more, under the same scope, so that it
 * replaces itself.
 */
export class Notifier {
  readonly #store: NoticeStore;
  readonly #notifications: Pick<NotificationService, 'send'>;
  readonly #logger: LoggerService;
  readonly #onSend: (topic: Message['topic'], result: SendResult) => void;
  readonly #now: () => Date;
  readonly #timeoutMs: number;
  #silent = false;

  constructor(options: {
    store: NoticeStore;
    notifications: Pick<NotificationService, 'send'>;
    logger: LoggerService;
    onSend?: (topic: Message['topic'], result: SendResult) => void;
    now?: () => Date;
    timeoutMs?: number;
  }) {
    this.#store = options.store;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#onSend = options.onSend ?? (() => {});
    this.#now = options.now ?? (() => new Date());
    this.#timeoutMs = options.timeoutMs ?? SEND_TIMEOUT_MS;
  }

  async queue(notices: Notice[]): Promise<void> {
    if (notices.length > 0) {
      await this.#store.queue(notices, this.#now());
    }
  }

  /** Drops what waits under a scope that begins so, but for these scopes. */
  async retain(prefix: string, scopes: string[]): Promise<void> {
    await this.#store.retain(prefix, scopes, this.#now());
  }

  /** Sends what waits. */
  async flush(): Promise<void> {
    const start = this.#now();
    const claimed = await this.#store.claim(start, LEASE_SECONDS);
    // Whoever takes it over once the lease is over must find nobody at it.
    const until = start.getTime() + LEASE_SECONDS * 1000 - 2 * this.#timeoutMs;
    let failures = 0;
    for (const { message, notices } of bundle(claimed)) {
      if (failures >= MAX_FAILURES || this.#now().getTime() > until) {
        await this.#store.release(notices);
      } else if (await this.#try(message)) {
        failures = 0;
        await this.#store.sent(notices, this.#now());
      } else {
        failures += 1;
        await this.#store.postpone(
          notices,
          new Date(this.#now().getTime() + AGAIN_AFTER_SECONDS * 1000),
        );
      }
    }
  }

  /** Says what is wrong once, and not again before something was sent. */
  async #try(message: Message): Promise<boolean> {
    try {
      await this.#inTime(this.#send(message));
    } catch (error) {
      this.#onSend(message.topic, 'failed');
      if (!this.#silent) {
        this.#silent = true;
        this.#logger.warn(
          'Owners could not be notified; is the notifications backend installed? What there is to tell waits for some days',
          toError(error),
        );
      }
      return false;
    }
    this.#onSend(message.topic, 'sent');
    this.#silent = false;
    return true;
  }

  async #inTime(sending: Promise<void>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await Promise.race([
        sending,
        new Promise<never>((_, reject) => {
          timer = setTimeout(
            () => reject(new Error('No answer in time')),
            this.#timeoutMs,
          );
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #send(message: Message): Promise<void> {
    const { description, except, link, recipients } = message;
    const { scope, severity, title, topic } = message;
    await this.#notifications.send({
      recipients: {
        type: 'entity',
        entityRef: recipients.length === 1 ? recipients[0] : recipients,
        ...(except?.length && { excludeEntityRef: except }),
      },
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
