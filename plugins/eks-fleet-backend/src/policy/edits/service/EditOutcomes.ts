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
import type {
  PolicyCluster,
  PolicyEditOutcome,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { policyInCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterScope } from '../../../inventory/types';
import type { VersionStore } from '../../../versions/types';
import type { PolicyViews } from '../../service/PolicyViews';
import { policyKey } from '../../store/policyKey';
import type { FindingSelection, PolicyStore } from '../../store/types';
import { isExcluded } from '../plan/isExcluded';
import { outcomesOf, type ExcludedCount } from '../plan/outcomesOf';
import type { EditDraft } from './types';

const ENGINES = ['kyverno', 'gatekeeper'] as const;
const ALL = 1_000_000;
const PAGE = 500;
const MOST_PAGES = 20;

/** How a policy of the chart stands on clusters, whichever engine judges it there. */
export class EditOutcomes {
  readonly #views: Pick<PolicyViews, 'clustersOf'>;
  readonly #policies: Pick<PolicyStore, 'findings'>;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #now: () => Date;

  constructor(options: {
    views: Pick<PolicyViews, 'clustersOf'>;
    policies: Pick<PolicyStore, 'findings'>;
    versions: Pick<VersionStore, 'calendar'>;
    now: () => Date;
  }) {
    this.#views = options.views;
    this.#policies = options.policies;
    this.#versions = options.versions;
    this.#now = options.now;
  }

  /** What becomes of findings, and how safe it is where it is to be enforced. */
  async of(
    policy: string,
    { clusters, effects }: EditDraft,
    scope: ClusterScope,
  ): Promise<{
    outcomes: PolicyEditOutcome[];
    standing: Map<string, PolicyCluster>;
  }> {
    const byEngine = await this.#standing(policy, scope);
    const reached = new Set(clusters.map(({ arn }) => arn));
    const standing = new Map<string, PolicyCluster>();
    for (const { arn } of clusters) {
      const { engine } = effects.get(arn)!;
      const row = byEngine.get(engine ?? '')?.get(arn);
      if (row) {
        standing.set(arn, row);
      }
    }
    const others = [...byEngine.values()].flatMap(rows =>
      [...rows.values()].filter(({ cluster }) => !reached.has(cluster.arn)),
    );
    return {
      standing,
      outcomes: outcomesOf(
        clusters.map(({ arn, environment }) => ({
          ...effects.get(arn)!,
          environment,
          cell: standing.get(arn)?.cell,
        })),
        others.map(({ cell, cluster }) => ({
          cell,
          environment: cluster.environment ?? '',
        })),
        await this.#excluded(policy, effects, scope),
      ),
    };
  }

  async #standing(
    policy: string,
    scope: ClusterScope,
  ): Promise<Map<string, Map<string, PolicyCluster>>> {
    const found = new Map<string, Map<string, PolicyCluster>>();
    for (const engine of ENGINES) {
      const id = policyKey(policyInCluster(engine, policy));
      const rows = await orNone(() =>
        this.#views.clustersOf(scope, id, { limit: ALL }),
      );
      found.set(engine, new Map(rows.map(row => [row.cluster.arn, row])));
    }
    return found;
  }

  /** Findings of today that exclusions take away, as far as they are looked through. */
  async #excluded(
    policy: string,
    effects: EditDraft['effects'],
    scope: ClusterScope,
  ): Promise<ExcludedCount | undefined> {
    const narrowed = new Map(
      [...effects].filter(
        ([, { after, effect }]) => effect === 'changes' && after?.exclude,
      ),
    );
    if (narrowed.size === 0) {
      return undefined;
    }
    const now = this.#now();
    const selection: FindingSelection = {
      scope,
      calendar: await this.#versions.calendar(),
      now,
      filters: [[{ facet: 'cluster', values: [...narrowed.keys()] }]],
      policyIds: ENGINES.map(engine =>
        policyKey(policyInCluster(engine, policy)),
      ),
      state: 'open',
      results: ['fail', 'warn', 'error'],
    };
    let count = 0;
    let after;
    for (let left = MOST_PAGES; left > 0; left -= 1) {
      const page = await this.#policies.findings(selection, {
        order: { field: 'firstSeen', direction: 'asc' },
        limit: PAGE,
        after,
      });
      count += page.records.filter(finding => {
        const effect = narrowed.get(finding.cluster.arn);
        return (
          effect !== undefined &&
          isExcluded(effect.after!.exclude!, finding) &&
          !isExcluded(effect.before?.exclude ?? {}, finding)
        );
      }).length;
      if (!page.hasMore) {
        return { count, isAtLeast: false };
      }
      after = page.last;
    }
    return { count, isAtLeast: true };
  }
}

/** Of a policy that was never seen nothing is known. */
async function orNone(
  ask: () => Promise<{ items: PolicyCluster[] }>,
): Promise<PolicyCluster[]> {
  try {
    return (await ask()).items;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return [];
    }
    throw error;
  }
}
