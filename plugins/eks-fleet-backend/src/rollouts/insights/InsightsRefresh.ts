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

import { StartInsightsRefreshCommand } from '@aws-sdk/client-eks';
import { toError } from '@backstage/errors';
import type { InsightsDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  EksFleetAwsService,
  RolloutCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../../collection/types';
import { limited } from '../engine/limited';

/** EKS looks once a day by itself; what is older than this is asked for anew. */
const OLD_AFTER_MS = 3600_000;
/** How long a cluster is not asked about again; after a no, far longer. */
const AGAIN_AFTER_MS = 3600_000;
const AGAIN_AFTER_REFUSAL_MS = 24 * 3600_000;
/** So many in one go; the rest has its turn at the next look. */
const MOST_AT_ONCE = 50;
const CALLS_AT_ONCE = 4;
const CALL_TIMEOUT_MS = 10_000;
const MOST_REMEMBERED = 10_000;

/** How old insights are, and what was done about it. */
export interface InsightsAge {
  /** When EKS looked at the one that it looked at longest ago; ISO 8601. */
  oldestAt?: string;
  /** ARNs of which EKS was asked to look again, just now or within the hour. */
  asked: string[];
  /** Why it could not be asked. */
  refused?: string;
}

/**
 * Has EKS look again at clusters before anybody relies on its insights, which
 * it makes once a day (EKS `StartInsightsRefresh`). It asks at most once an
 * hour about a cluster.
 */
export class InsightsRefresh {
  readonly #aws: Pick<EksFleetAwsService, 'eks' | 'eksAs'>;
  readonly #roleName?: string;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #want: (arns: string[]) => Promise<void>;
  readonly #now: () => Date;
  readonly #next = new Map<string, { at: number; refused?: string }>();

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks' | 'eksAs'>;
    /** Of the executor `eks`; left out where the reader asks. */
    roleName?: string;
    observations: Pick<ObservationReader, 'ofMany'>;
    /** Has clusters looked at soon, by whoever reads insights. */
    want: (arns: string[]) => Promise<void>;
    now: () => Date;
  }) {
    this.#aws = options.aws;
    this.#roleName = options.roleName;
    this.#observations = options.observations;
    this.#want = options.want;
    this.#now = options.now;
  }

  /** Asks about those whose insights are older than an hour. It does not wait for what EKS finds. */
  async askWhereOld(
    clusters: RolloutCluster[],
    signal?: AbortSignal,
  ): Promise<InsightsAge> {
    const observed = await this.#observations.ofMany(
      clusters.map(({ arn }) => arn),
      ['insights'],
    );
    const now = this.#now().getTime();
    const ages = clusters
      // Of others somebody else tells: this portal may have no way to AWS.
      .filter(({ arn }) => observed.get(arn)?.insights?.source === 'collector')
      .map(cluster => ({
        cluster,
        at: oldestOf(observed.get(cluster.arn)?.insights?.document),
      }));
    const old = ages.filter(
      ({ at }) => at === undefined || now - Date.parse(at) > OLD_AFTER_MS,
    );
    const due = old
      .filter(({ cluster }) => (this.#next.get(cluster.arn)?.at ?? 0) <= now)
      .slice(0, MOST_AT_ONCE);
    await limited(CALLS_AT_ONCE, due, ({ cluster }) =>
      this.#ask(cluster, now, signal),
    );
    const states = old.map(({ cluster: { arn } }) => ({
      arn,
      state: this.#next.get(arn),
    }));
    const asked = states
      .filter(({ state }) => state && state.refused === undefined)
      .map(({ arn }) => arn);
    if (due.length > 0 && asked.length > 0) {
      await this.#want(asked);
    }
    const refused = states.find(({ state }) => state?.refused)?.state?.refused;
    const [oldestAt] = ages.flatMap(({ at }) => at ?? []).sort();
    return {
      ...(oldestAt && { oldestAt }),
      asked,
      ...(refused !== undefined && { refused }),
    };
  }

  async #ask(
    cluster: RolloutCluster,
    now: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const client =
      this.#roleName === undefined
        ? this.#aws.eks(cluster)
        : this.#aws.eksAs(cluster, {
            roleName: this.#roleName,
            sessionName: 'eks-fleet-insights',
            sourceIdentity: 'eks-fleet',
          });
    try {
      await client.send(
        new StartInsightsRefreshCommand({ clusterName: cluster.name }),
        {
          abortSignal: AbortSignal.any([
            AbortSignal.timeout(CALL_TIMEOUT_MS),
            ...(signal ? [signal] : []),
          ]),
        },
      );
      this.#remember(cluster.arn, { at: now + AGAIN_AFTER_MS });
    } catch (error) {
      const { message, name } = toError(error);
      const isDenied = name.includes('AccessDenied');
      this.#remember(cluster.arn, {
        at: now + (isDenied ? AGAIN_AFTER_REFUSAL_MS : AGAIN_AFTER_MS),
        refused: isDenied
          ? 'its role may not call eks:StartInsightsRefresh'
          : message,
      });
    }
  }

  #remember(arn: string, state: { at: number; refused?: string }): void {
    this.#next.delete(arn);
    this.#next.set(arn, state);
    if (this.#next.size > MOST_REMEMBERED) {
      this.#next.delete(this.#next.keys().next().value!);
    }
  }
}

function oldestOf(document: InsightsDocument | undefined): string | undefined {
  return document?.insights
    .flatMap(({ lastRefreshTime }) => lastRefreshTime ?? [])
    .sort()[0];
}
