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

import {
  clustersOfPolicyReporterMessage,
  readPolicyReporterMessage,
  type CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { fingerprint } from '../../policy/ingest/fingerprint';
import { IngestRefusal } from '../IngestRefusal';
import type { PushedItemStore } from '../push/types';
import { tokenClusterOf } from '../tokens/tokenClusterOf';

/** Names it on Sources. */
export const POLICY_REPORTER_FEED = 'policyReporterWebhook';

/** Takes what Policy Reporter's webhook target sends: one result at a time. */
export class PolicyReporterPushes {
  readonly #store: PushedItemStore;
  readonly #expireAfterMs: number;
  readonly #now: () => Date;

  constructor(options: {
    store: PushedItemStore;
    /** What is not sent again for so long is taken to be gone. */
    expireAfterMs: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#expireAfterMs = options.expireAfterMs;
    this.#now = options.now;
  }

  /**
   * The same again changes nothing but until when it is known: a result is told
   * from others as findings are, never by its times.
   *
   * @throws IngestRefusal
   */
  async take(cluster: CollectedCluster, body: unknown): Promise<void> {
    const { arn, name } = cluster;
    const other = clustersOfPolicyReporterMessage(body).find(
      each => each !== arn && each !== name,
    );
    if (other !== undefined) {
      throw new IngestRefusal(
        'otherCluster',
        `The token is of the cluster ${name}, and what was sent names another one; give each cluster a token of its own`,
      );
    }
    const message = readPolicyReporterMessage(body);
    if (!message) {
      throw new IngestRefusal(
        'invalid',
        'This is neither a result nor a heartbeat of the webhook target of Policy Reporter',
      );
    }
    const now = this.#now();
    const owner = tokenClusterOf(cluster);
    if (message.kind === 'heartbeat' || !message.outcome) {
      await this.#store.heard(owner, POLICY_REPORTER_FEED, now);
      return;
    }
    const { outcome } = message;
    const item = { key: fingerprint(arn, outcome), document: outcome };
    const expiresAt = new Date(now.getTime() + this.#expireAfterMs);
    const times = { now, expiresAt };
    if (!(await this.#store.put(owner, POLICY_REPORTER_FEED, item, times))) {
      throw new IngestRefusal(
        'tooMany',
        'More results of this cluster are known than are taken one by one; fleet-reporter brings them all',
      );
    }
  }
}
