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
import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * Says once that a kind begins to fail in a target, and once that it is well
 * again, however many clusters and attempts that is about. That something is
 * not installed it does not say.
 */
export class FailureLog {
  readonly #logger: LoggerService;
  readonly #failing = new Map<string, ObservationError['code']>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  failed(
    cluster: CollectedCluster,
    kind: string,
    { code, message }: ObservationError,
  ): void {
    // What is not installed in some clusters is no failure that anybody mends.
    if (code === 'notInstalled') {
      return;
    }
    const key = keyOf(cluster, kind);
    if (this.#failing.get(key) !== code) {
      this.#failing.set(key, code);
      this.#logger.warn(
        `Collecting ${kind} fails in ${cluster.accountId}/${cluster.region} (${code}), first at ${cluster.name}. ${message}`,
      );
    }
  }

  succeeded(cluster: CollectedCluster, kind: string): void {
    if (this.#failing.delete(keyOf(cluster, kind))) {
      this.#logger.info(
        `Collecting ${kind} works again in ${cluster.accountId}/${cluster.region}`,
      );
    }
  }
}

function keyOf(cluster: CollectedCluster, kind: string): string {
  return `${cluster.accountId}/${cluster.region}/${kind}`;
}
