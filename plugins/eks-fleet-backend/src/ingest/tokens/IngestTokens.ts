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

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  IngestToken,
  IngestTokenList,
  IngestTokenRequest,
  IssuedIngestToken,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { IngestConfig } from '../readIngestConfig';
import { formatToken, hashSecret, newSecret } from './tokenText';
import { tokenState } from './tokenState';
import {
  MOST_VALID,
  type IngestTokenStore,
  type TokenCluster,
  type TokenRecord,
} from './types';

/**
 * Tokens by which tools within a cluster push. Two can be valid at once, so
 * that one is replaced without a gap: issue the second, let the tool have it,
 * revoke the first.
 */
export class IngestTokens {
  readonly #store: IngestTokenStore;
  readonly #config: IngestConfig['tokens'];
  readonly #now: () => Date;

  constructor(options: {
    store: IngestTokenStore;
    config: IngestConfig['tokens'];
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#config = options.config;
    this.#now = options.now;
  }

  async list(cluster: TokenCluster): Promise<IngestTokenList> {
    const records = await this.#store.list(cluster.arn);
    return {
      items: records.map(record => this.#present(record, cluster)),
      mostValid: MOST_VALID,
      defaultDays: this.#config.defaultDays,
      maxDays: this.#config.maxDays,
    };
  }

  /**
   * @returns the token, which is told this once
   * @throws ConflictError where as many as may be are valid
   */
  async issue(
    cluster: TokenCluster,
    { label, days = this.#config.defaultDays }: IngestTokenRequest,
    userRef: string,
  ): Promise<IssuedIngestToken> {
    const { maxDays } = this.#config;
    if (days > maxDays) {
      throw new InputError(
        `days: ${days}; a token lasts ${maxDays} days at most`,
      );
    }
    const now = this.#now();
    const secret = newSecret();
    const record: TokenRecord = {
      id: randomUUID(),
      cluster,
      label: label.trim(),
      secretHash: hashSecret(secret),
      issuedBy: userRef,
      issuedAt: now.toISOString(),
      expiresAt: DateTime.fromJSDate(now)
        .plus({ days })
        .toJSDate()
        .toISOString(),
    };
    if (!(await this.#store.add(record, now))) {
      throw new ConflictError(
        `${MOST_VALID} tokens of this cluster are valid; revoke the one that is no longer used first`,
      );
    }
    return {
      ...this.#present(record, cluster),
      token: formatToken({ id: record.id, secret }),
    };
  }

  /** @throws NotFoundError where there is none that could be revoked */
  async revoke(
    { arn }: TokenCluster,
    id: string,
    userRef: string,
  ): Promise<void> {
    const by = { userRef, at: this.#now() };
    if (!(await this.#store.revoke({ arn, id }, by))) {
      throw new NotFoundError(`No valid token ${id} of this cluster`);
    }
  }

  #present(record: TokenRecord, cluster: TokenCluster): IngestToken {
    return {
      id: record.id,
      label: record.label,
      state: tokenState(record, cluster, this.#now()),
      issuedBy: record.issuedBy,
      issuedAt: record.issuedAt,
      expiresAt: record.expiresAt,
      lastUsedAt: record.lastUsedAt,
      lastUsedFor: record.lastUsedFor as IngestToken['lastUsedFor'],
      revokedAt: record.revokedAt,
      revokedBy: record.revokedBy,
    };
  }
}
