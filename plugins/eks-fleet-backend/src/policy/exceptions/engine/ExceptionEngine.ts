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

import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ExceptionTurn, type TurnContext } from './ExceptionTurn';

const LEASE_SECONDS = 300;
const BATCH = 20;

/** Takes requests for exceptions further, beside other replicas. */
export class ExceptionEngine {
  readonly #context: Omit<TurnContext, 'halted' | 'installationId'>;
  readonly #halted: () => Promise<string | undefined>;
  readonly #installationId: () => Promise<string>;
  readonly #logger: LoggerService;
  readonly #onChanged: (ids: string[]) => void;
  readonly #owner = randomUUID();

  constructor(
    options: Omit<TurnContext, 'halted' | 'installationId'> & {
      /** Why nothing may be written outside now, in a sentence. */
      halted: () => Promise<string | undefined>;
      installationId: () => Promise<string>;
      logger: LoggerService;
      /** Called with ids of requests that changed. */
      onChanged: (ids: string[]) => void;
    },
  ) {
    const { halted, installationId, logger, onChanged, ...context } = options;
    this.#context = context;
    this.#halted = halted;
    this.#installationId = installationId;
    this.#logger = logger;
    this.#onChanged = onChanged;
  }

  /** Goes through all that is due. */
  async reconcile(signal?: AbortSignal): Promise<void> {
    const { now, store } = this.#context;
    for (;;) {
      const claims = await store.claim({
        owner: this.#owner,
        now: now(),
        leaseSeconds: LEASE_SECONDS,
        limit: BATCH,
      });
      const context = {
        ...this.#context,
        halted: await this.#halted(),
        installationId: await this.#installationId(),
      };
      for (const claim of claims) {
        await this.#turn(new ExceptionTurn(context, claim), claim);
      }
      if (claims.length < BATCH || signal?.aborted) {
        return;
      }
    }
  }

  /** One that fails spoils nothing else; its claim ends by itself. */
  async #turn(
    turn: ExceptionTurn,
    { record }: { record: { asked: { id: string } } },
  ): Promise<void> {
    const { id } = record.asked;
    try {
      if (await turn.take()) {
        this.#onChanged([id]);
      }
    } catch (error) {
      this.#logger.warn(
        `The request for an exception ${id} could not be taken further; it is tried again`,
        toError(error),
      );
    }
  }
}
