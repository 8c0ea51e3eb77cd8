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
import type { ClaimOptions } from './claimDue';
import type { Claim } from './types';

const LEASE_SECONDS = 300;
const BATCH = 20;

/** What every step is taken with at that moment. */
export interface StepGround {
  /** Why nothing may be written outside now, in a sentence. */
  halted?: string;
  /** Branches carry it, so that no portal takes another's for its own. */
  installationId: string;
}

/** Takes rows further that go through Git, beside other replicas. */
export class Reconciler<Row extends { asked: { id: string } }> {
  readonly #claim: (options: ClaimOptions) => Promise<Array<Claim<Row>>>;
  readonly #take: (claim: Claim<Row>, ground: StepGround) => Promise<boolean>;
  readonly #ground: () => Promise<StepGround>;
  readonly #what: string;
  readonly #logger: LoggerService;
  readonly #onChanged: (ids: string[]) => void;
  readonly #now: () => Date;
  readonly #owner = randomUUID();

  constructor(options: {
    claim: (options: ClaimOptions) => Promise<Array<Claim<Row>>>;
    /** Takes one as far as it goes now; says whether anything that people see has changed. */
    take: (claim: Claim<Row>, ground: StepGround) => Promise<boolean>;
    ground: () => Promise<StepGround>;
    /** Such as `The request for an exception`. */
    what: string;
    logger: LoggerService;
    /** Called with ids of those that changed. */
    onChanged: (ids: string[]) => void;
    now: () => Date;
  }) {
    this.#claim = options.claim;
    this.#take = options.take;
    this.#ground = options.ground;
    this.#what = options.what;
    this.#logger = options.logger;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  /** Goes through all that is due. */
  async reconcile(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const claims = await this.#claim({
        owner: this.#owner,
        now: this.#now(),
        leaseSeconds: LEASE_SECONDS,
        limit: BATCH,
      });
      const ground = await this.#ground();
      for (const claim of claims) {
        await this.#turn(claim, ground);
      }
      if (claims.length < BATCH || signal?.aborted) {
        return;
      }
    }
  }

  /** Takes one further at once, where nobody else has it. */
  async takeOne(
    claim: (
      options: Omit<ClaimOptions, 'limit'>,
    ) => Promise<Claim<Row> | undefined>,
  ): Promise<void> {
    const claimed = await claim({
      owner: this.#owner,
      now: this.#now(),
      leaseSeconds: LEASE_SECONDS,
    });
    if (claimed) {
      await this.#turn(claimed, await this.#ground());
    }
  }

  /** One that fails spoils nothing else; its claim ends by itself. */
  async #turn(claim: Claim<Row>, ground: StepGround): Promise<void> {
    const { id } = claim.record.asked;
    try {
      if (await this.#take(claim, ground)) {
        this.#onChanged([id]);
      }
    } catch (error) {
      this.#logger.warn(
        `${this.#what} ${id} could not be taken further; it is tried again`,
        toError(error),
      );
    }
  }
}
