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
import type { SignalsService } from '@backstage/plugin-signals-node';

const REQUESTS_CHANNEL = 'eks-fleet:requests';

/**
 * Tells pages that are open which requests are other than before. A signal
 * goes to everybody, and so it carries ids and nothing else.
 */
export class RequestSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  async changed(ids: string[]): Promise<void> {
    try {
      for (const id of ids) {
        await this.#signals.publish({
          recipients: { type: 'broadcast' },
          channel: REQUESTS_CHANNEL,
          message: { request: id },
        });
      }
    } catch (error) {
      this.#logger.warn(
        'Open pages could not be told of requests; they ask by themselves',
        toError(error),
      );
    }
  }
}
