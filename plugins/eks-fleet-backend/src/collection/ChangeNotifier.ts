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
import type { ObservationChange, ObservationListener } from './types';

/** Tells everybody who wants to know what has changed. */
export class ChangeNotifier {
  readonly #listeners: readonly ObservationListener[];
  readonly #logger: LoggerService;

  /** @param listeners - may still grow */
  constructor(
    listeners: readonly ObservationListener[],
    logger: LoggerService,
  ) {
    this.#listeners = listeners;
    this.#logger = logger;
  }

  async notify(changes: ObservationChange[]): Promise<void> {
    for (const change of changes) {
      for (const listener of this.#listeners) {
        try {
          await listener(change);
        } catch (error) {
          this.#logger.warn(
            `A change of ${change.kind} of ${change.cluster.arn} was recorded and could not be followed up`,
            toError(error),
          );
        }
      }
    }
  }
}
