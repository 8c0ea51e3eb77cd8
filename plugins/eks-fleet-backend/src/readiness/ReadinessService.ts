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

import { NotFoundError } from '@backstage/errors';
import {
  versionRank,
  type BlockerList,
  type Cluster,
  type Readiness,
  type ReadinessInput,
  type ReadinessList,
  type Waiver,
  type WaiverRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import { hideOtherAccounts } from '../inventory/hideOtherAccounts';
import type { ClusterScope } from '../inventory/types';
import type { VersionStore } from '../versions/types';
import { presentFinding } from './presentFinding';
import {
  countVerdicts,
  presentBlocker,
  presentItem,
  targetsOfGroups,
} from './presentReadiness';
import type { ReadinessAssessor } from './ReadinessAssessor';
import {
  decodeReadinessCursor,
  encodeReadinessCursor,
  parseReadinessQuery,
  parseTarget,
  type RawReadinessQuery,
  type ReadinessCursor,
} from './readinessQuery';
import type { ReadinessWaivers } from './ReadinessWaivers';
import type {
  ReadinessSelection,
  ReadinessStore,
  ReadinessTarget,
} from './store/types';
import { supportedVersion } from './targets';
import type { ClusterFacts } from './types';

const DEFAULT_LIMIT = 50;
const MAX_BLOCKERS = 1_000;
const MAX_HITS = 2_000;

/** Answers questions about readiness, each under the asker's scope. */
export class ReadinessService {
  readonly #inventory: ClusterInventory;
  readonly #store: ReadinessStore;
  readonly #waivers: ReadinessWaivers;
  readonly #assessor: ReadinessAssessor;
  readonly #versions: VersionStore;

  constructor(options: {
    inventory: ClusterInventory;
    store: ReadinessStore;
    waivers: ReadinessWaivers;
    assessor: ReadinessAssessor;
    versions: VersionStore;
  }) {
    this.#inventory = options.inventory;
    this.#store = options.store;
    this.#waivers = options.waivers;
    this.#assessor = options.assessor;
    this.#versions = options.versions;
  }

  /**
   * The verdict at this moment, from what is observed.
   *
   * @param target - `next` where left out
   * @throws NotFoundError for a cluster that is not there, the scope leaves out
   *   or another source registered, and for a version that is no target
   */
  async get(
    scope: ClusterScope,
    entityRef: string,
    target?: string,
  ): Promise<Readiness> {
    const asked = parseTarget(target);
    const now = new Date();
    const { cluster, facts } = await this.#cluster(scope, entityRef);
    const calendar = await this.#versions.calendar();
    const supported = supportedVersion(calendar.versions(facts.partition), now);
    const { assessment, targets } = await this.#assessor.assess(
      facts,
      now,
      (choices, current) =>
        chooseTarget({ asked, supported, choices, current, name: facts.name }),
    );
    const since = await this.#store.sinceByKey(facts.arn);
    const { accountId } = facts;
    return {
      cluster,
      ...assessment,
      targets,
      findings: assessment.findings.map(finding =>
        presentFinding(finding, { scope, accountId, since }),
      ),
      inputs: assessment.inputs.map(input =>
        presentInput(input, scope, accountId),
      ),
    };
  }

  async list(
    scope: ClusterScope,
    query: RawReadinessQuery & { limit?: number; cursor?: string },
  ): Promise<ReadinessList> {
    const cursor: ReadinessCursor = query.cursor
      ? decodeReadinessCursor(query.cursor)
      : parseReadinessQuery(query);
    const { after, before, ...asked } = cursor;
    const selection = await this.#select(scope, asked);
    const [{ first, last, hasMore, records }, groups] = await Promise.all([
      this.#store.list(selection, {
        order: asked.order,
        verdicts: asked.verdicts,
        limit: query.limit ?? DEFAULT_LIMIT,
        after,
        before,
      }),
      this.#store.countVerdicts(selection),
    ]);
    const hasNext = before !== undefined || hasMore;
    const hasPrevious = after !== undefined || (before && hasMore);
    const verdicts = countVerdicts(groups);
    const wanted = new Set<keyof typeof verdicts>(
      asked.verdicts ?? ['ready', 'blocked', 'unknown', 'done'],
    );
    return {
      items: records.map(record => presentItem(record, selection)),
      totalItems: [...wanted].reduce(
        (sum, verdict) => sum + verdicts[verdict],
        0,
      ),
      verdicts,
      targets: targetsOfGroups(groups, selection),
      pageInfo: {
        nextCursor:
          hasNext && last
            ? encodeReadinessCursor({ ...asked, after: last })
            : undefined,
        prevCursor:
          hasPrevious && first
            ? encodeReadinessCursor({ ...asked, before: first })
            : undefined,
      },
    };
  }

  /** Blockers turned round: causes, with the clusters and owners they hit. */
  async blockers(
    scope: ClusterScope,
    query: Pick<
      RawReadinessQuery,
      'target' | 'filter' | 'fullTextFilterTerm' | 'cause'
    >,
  ): Promise<BlockerList> {
    const selection = await this.#select(scope, parseReadinessQuery(query));
    const { cause } = selection;
    const [records, groups, hits] = await Promise.all([
      this.#store.blockers(selection, MAX_BLOCKERS),
      this.#store.countVerdicts(selection),
      cause === undefined
        ? undefined
        : this.#store.hits({ ...selection, cause }, MAX_HITS),
    ]);
    const { blocked, unknown } = countVerdicts(groups);
    return {
      items: records.map(record => presentBlocker(record, scope, hits)),
      clusters: blocked + unknown,
      targets: targetsOfGroups(groups, selection),
    };
  }

  /** Whether the caller may is asked before. See {@link ReadinessWaivers.grant}. */
  async grantWaiver(
    scope: ClusterScope,
    entityRef: string,
    request: WaiverRequest,
    by: string,
  ): Promise<Waiver> {
    const { facts } = await this.#cluster(scope, entityRef);
    return this.#waivers.grant(facts, request, by);
  }

  /** Whether the caller may is asked before. See {@link ReadinessWaivers.end}. */
  async endWaiver(
    scope: ClusterScope,
    entityRef: string,
    id: string,
    by: string,
  ): Promise<void> {
    const { facts } = await this.#cluster(scope, entityRef);
    await this.#waivers.end(facts, id, by);
  }

  async #cluster(
    scope: ClusterScope,
    entityRef: string,
  ): Promise<{ cluster: Cluster; facts: ClusterFacts }> {
    const cluster = await this.#inventory.get(scope, { entityRef });
    const { arn, partition, accountId, region, origin } = cluster;
    if (origin !== 'eks-fleet' || !arn || !partition || !accountId || !region) {
      throw new NotFoundError(
        `${entityRef} comes from another source of the catalog, which EKS Fleet does not read`,
      );
    }
    const { name, owner, version, status, createdAt } = cluster;
    return {
      cluster,
      facts: {
        arn,
        entityRef: cluster.entityRef,
        name,
        partition,
        accountId,
        region,
        owner,
        version,
        status,
        createdAt,
      },
    };
  }

  async #select(
    scope: ClusterScope,
    asked: Pick<ReadinessSelection, 'filters' | 'text' | 'target' | 'cause'>,
  ): Promise<ReadinessSelection> {
    const { cause, filters, target, text } = asked;
    const calendar = await this.#versions.calendar();
    return { filters, text, target, cause, scope, calendar, now: new Date() };
  }
}

/** The version that is asked for; the cluster's own where there is nothing to do. */
function chooseTarget(options: {
  asked: ReadinessTarget;
  supported?: string;
  choices: string[];
  current: string;
  name: string;
}): string {
  const { asked, choices, current, name, supported } = options;
  const named = asked === 'supported' ? supported : asked;
  const wanted = named === 'next' ? choices[0] : named;
  if (wanted === undefined || versionRank(wanted) <= versionRank(current)) {
    return current;
  }
  if (!choices.includes(wanted)) {
    throw new NotFoundError(
      `${name} has no verdict for ${wanted}; there are ${
        choices.join(', ') || 'none'
      }`,
    );
  }
  return wanted;
}

function presentInput(
  { required, observation }: ReadinessInput,
  scope: ClusterScope,
  accountId: string,
): ReadinessInput {
  const { error } = observation;
  if (!error) {
    return { required, observation };
  }
  const message = hideOtherAccounts(error.message, scope, new Set([accountId]));
  return {
    required,
    observation: { ...observation, error: { ...error, message } },
  };
}
