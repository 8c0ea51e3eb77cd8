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
import {
  readSecurityHub,
  toObservationError,
  type EksFleetAwsService,
  type HubStream,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { advance, planFull, planIncrement } from './planPass';
import {
  HUB_STREAMS,
  type ClaimedPass,
  type HubStore,
  type SecurityHubConfig,
} from './types';

/**
 * Reads Security Hub for all clusters at once: what was updated since the last
 * time, and once a day everything. What kept one stream from being read does
 * not keep the other.
 */
export class HubReader {
  readonly #aws: Pick<EksFleetAwsService, 'securityHub'>;
  readonly #config: SecurityHubConfig;
  readonly #logger: LoggerService;
  readonly #store: HubStore;
  readonly #now: () => Date;

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'securityHub'>;
    config: SecurityHubConfig;
    logger: LoggerService;
    store: HubStore;
    now: () => Date;
  }) {
    this.#aws = options.aws;
    this.#config = options.config;
    this.#logger = options.logger;
    this.#store = options.store;
    this.#now = options.now;
  }

  /** What keeps Security Hub from being read is remembered and told, and not thrown. */
  async read(signal?: AbortSignal): Promise<void> {
    for (const stream of HUB_STREAMS) {
      if (await this.#read(stream, planIncrement, signal)) {
        await this.#read(stream, planFull, signal);
      }
    }
  }

  /** @returns whether nothing keeps it from being read */
  async #read(
    stream: HubStream,
    plan: typeof planFull,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const { accountId, partition, region } = this.#config;
    const now = this.#now();
    const pass = await this.#store.claim(stream, {
      scope: `${partition}/${accountId}/${region}`,
      now,
      plan: state => plan(state, now),
    });
    try {
      if (pass) {
        await this.#follow(pass, signal);
      }
      return true;
    } catch (error) {
      // Its time is up, or the process ends: the next one goes on.
      if (!signal?.aborted) {
        await this.#fail(pass!, toObservationError(error));
      }
      return false;
    }
  }

  /** Said once, and not each time that it is tried again. */
  async #fail(
    pass: ClaimedPass,
    { code, message }: ReturnType<typeof toObservationError>,
  ): Promise<void> {
    const { accountId, region } = this.#config;
    const failure = { code, message, at: this.#now() };
    if (await this.#store.fail(pass, failure)) {
      this.#logger.warn(
        `Security Hub in account ${accountId} and Region ${region} cannot be read (${pass.stream}, ${code}); the schedule tries again: ${message}`,
      );
    }
  }

  async #follow(pass: ClaimedPass, signal?: AbortSignal): Promise<void> {
    const begun = this.#now();
    const pages = readSecurityHub(this.#aws.securityHub(this.#config), {
      stream: pass.stream,
      updatedSince: pass.from,
      onlyPresent: pass.kind === 'full',
      trustedAccount: this.#config.accountId,
      now: begun,
      signal,
    });
    let reached = pass.from;
    for await (const findings of pages) {
      signal?.throwIfAborted();
      reached = advance(
        reached,
        findings.map(({ updatedAt }) => updatedAt),
        pass.startedAt,
      );
      if (!(await this.#store.put(pass, findings, reached))) {
        return;
      }
      if (this.#givesWay(pass, begun)) {
        return;
      }
    }
    await this.#store.complete(pass, reached);
  }

  /** A long whole reading lets what was updated meanwhile come first. */
  #givesWay({ isFirst, kind }: ClaimedPass, begun: Date): boolean {
    const seconds = (this.#now().getTime() - begun.getTime()) / 1000;
    return kind === 'full' && !isFirst && seconds > this.#config.everySeconds;
  }
}
