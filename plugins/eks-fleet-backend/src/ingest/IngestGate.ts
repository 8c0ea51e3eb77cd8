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

import type { FleetCluster, FleetClusters } from '../collection/FleetClusters';
import { RateWindow } from '../kubernetes/reporter/RateWindow';
import { IngestRefusal } from './IngestRefusal';
import { tokenClusterOf } from './tokens/tokenClusterOf';
import {
  hashSecret,
  isSameSecret,
  newSecret,
  parseAuthorization,
} from './tokens/tokenText';
import { tokenState } from './tokens/tokenState';
import type { IngestTokenStore } from './tokens/types';

const MINUTE_MS = 60_000;
/** Of one address: somebody tries, or has an old token. */
const REJECTS_PER_MINUTE = 60;
/** Of one cluster and process: results come one by one. */
const PUSHES_PER_MINUTE = 6_000;

/**
 * Who may push for a cluster: whoever has a token that was issued for it.
 * Whoever has none learns nothing; whoever has one that ended is told so.
 */
export class IngestGate {
  readonly #store: Pick<IngestTokenStore, 'find' | 'used'>;
  readonly #fleet: Pick<FleetClusters, 'find'>;
  readonly #now: () => Date;
  /** Compared with where there is no token, so that this takes as long. */
  readonly #nobodys = hashSecret(newSecret());
  readonly #rejects = new RateWindow({
    max: REJECTS_PER_MINUTE,
    lengthMs: MINUTE_MS,
  });
  readonly #pushes = new RateWindow({
    max: PUSHES_PER_MINUTE,
    lengthMs: MINUTE_MS,
  });
  /** One use of a token in a minute is written down. */
  readonly #uses = new RateWindow({ max: 1, lengthMs: MINUTE_MS });

  constructor(options: {
    store: Pick<IngestTokenStore, 'find' | 'used'>;
    fleet: Pick<FleetClusters, 'find'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#fleet = options.fleet;
    this.#now = options.now;
  }

  /**
   * @returns the cluster of the token, whatever the body says
   * @throws IngestRefusal
   */
  async admit(request: {
    /** The header `Authorization`. */
    authorization: string | undefined;
    /** Where the request comes from. */
    address: string;
    /** What is pushed, such as `policy-reporter`. */
    route: string;
  }): Promise<FleetCluster> {
    const { address, authorization, route } = request;
    try {
      const { cluster, id } = await this.#verify(authorization);
      const now = this.#now();
      if (!this.#pushes.take(cluster.arn, now)) {
        throw tooMany();
      }
      if (this.#uses.take(`${id} ${route}`, now)) {
        await this.#store.used(id, route, now);
      }
      return cluster;
    } catch (error) {
      const isRejected =
        error instanceof IngestRefusal && error.reason !== 'tooMany';
      if (isRejected && !this.#rejects.take(address, this.#now())) {
        throw tooMany();
      }
      throw error;
    }
  }

  async #verify(
    authorization: string | undefined,
  ): Promise<{ id: string; cluster: FleetCluster }> {
    const given = parseAuthorization(authorization);
    const token = given && (await this.#store.find(given.id));
    const isSame = isSameSecret(
      given?.secret ?? '',
      token?.secretHash ?? this.#nobodys,
    );
    if (!token || !isSame) {
      throw unknownToken();
    }
    const { arn } = token.cluster;
    const cluster = (await this.#fleet.find([arn])).get(arn);
    if (!cluster) {
      throw unknownToken();
    }
    switch (tokenState(token, tokenClusterOf(cluster), this.#now())) {
      case 'expired':
        throw new IngestRefusal(
          'expired',
          `The token expired at ${token.expiresAt}; issue another one`,
        );
      case 'revoked':
        throw new IngestRefusal('revoked', 'The token was revoked');
      case 'ofFormerCluster':
        throw new IngestRefusal(
          'revoked',
          'The token is of a cluster that had this name before',
        );
      default:
        return { id: token.id, cluster };
    }
  }
}

function unknownToken(): IngestRefusal {
  return new IngestRefusal(
    'unknownToken',
    'The token is none that is known here',
  );
}

function tooMany(): IngestRefusal {
  return new IngestRefusal(
    'tooMany',
    'Too many requests; try again in a minute',
  );
}
