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
import type { EventsService } from '@backstage/plugin-events-node';

/** What discovery is asked to do. The catalog module listens to these topics. */
const REFRESH_TOPIC = 'eks-fleet.refresh';
const ACCEPT_REMOVALS_TOPIC = 'eks-fleet.accept-removals';

/** Asks discovery for something, by event. */
export class DiscoveryRequests {
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  constructor(options: { events: EventsService; logger: LoggerService }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /** Have targets (`<account>/<region>`) or clusters read again; all for neither. */
  refresh(payload: { targets?: string[]; arns?: string[] }): void {
    this.#publish(REFRESH_TOPIC, payload);
  }

  acceptRemovals(payload: {
    provider: string;
    arns: string[];
    /** Entity reference of the user. */
    acceptedBy: string;
  }): void {
    this.#publish(ACCEPT_REMOVALS_TOPIC, payload);
  }

  /**
   * Publishing lasts until the subscribers of this process are done, for
   * discovery a whole scan: nobody who asks waits for that.
   */
  #publish(topic: string, eventPayload: object): void {
    this.#events.publish({ topic, eventPayload }).catch(error => {
      this.#logger.error(`Discovery could not be asked: ${topic}`, error);
    });
  }
}
