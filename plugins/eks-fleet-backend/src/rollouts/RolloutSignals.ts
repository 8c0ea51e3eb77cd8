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
import type { RolloutSnapshot } from './records';
import type { RolloutStore } from './store/types';

export const ROLLOUTS_CHANNEL = 'eks-fleet:rollouts';

/**
 * Tells pages that are open which rollouts are other than before. A signal
 * goes to everybody, and so it carries ids and nothing else.
 */
export class RolloutSignals {
  readonly #store: Pick<RolloutStore, 'get'>;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #told = new Map<string, string>();

  constructor(options: {
    store: Pick<RolloutStore, 'get'>;
    signals: SignalsService;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  async changed(ids: string[]): Promise<void> {
    try {
      for (const id of ids) {
        const snapshot = await this.#store.get('all', id);
        const state = snapshot && stateOf(snapshot);
        if (state !== undefined && this.#told.get(id) !== state) {
          this.#told.set(id, state);
          await this.#signals.publish({
            recipients: { type: 'broadcast' },
            channel: ROLLOUTS_CHANNEL,
            message: { rollout: id },
          });
        }
      }
    } catch (error) {
      this.#logger.warn(
        'Open pages could not be told of rollouts; they ask by themselves',
        toError(error),
      );
    }
  }
}

/** What a page shows at once; that a bake goes on is not news. */
function stateOf({ gates, rollout, waves }: RolloutSnapshot): string {
  return JSON.stringify([
    rollout.revision,
    rollout.changes,
    rollout.lifecycle,
    rollout.waiting,
    waves.map(({ lifecycle, waiting }) => [lifecycle, waiting?.code]),
    gates.map(({ decisions, state }) => [state, decisions.length]),
  ]);
}
