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
  ClusterPolicies,
  PolicyCell,
  PolicyClusterList,
  PolicyDetail,
  PolicyList,
  PolicyMatrix,
  PolicySummary,
  PolicyTrend,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import type { PolicyLinks } from '../links/PolicyLinks';
import type { PolicyConfig } from '../readPolicyConfig';
import { allCells } from '../store/allCells';
import type { ColumnKind, PolicySelection, PolicyStore } from '../store/types';
import { judgeSafety } from './judgeSafety';
import { pageOf, placeOf, type RawPageQuery } from './pages';
import { PolicyMatrices } from './PolicyMatrices';
import {
  parsePolicyQuery,
  type Asked,
  type RawPolicyQuery,
} from './policyQuery';
import type { PolicyRows } from './PolicyRows';
import { presentClusterRef } from './presentClusterRef';
import {
  comparePolicies,
  presentPolicyFacts,
  sumCounts,
} from './presentPolicy';
import { summarizePolicies } from './summarizePolicies';

const DEFAULT_POLICIES = 200;
const DEFAULT_DAYS = 90;
const MAX_RULES = 50;
const MAX_NAMESPACES = 100;

/** Answers questions about policies, each under the asker's scope. */
export class PolicyViews {
  readonly #store: PolicyStore;
  readonly #rows: PolicyRows;
  readonly #matrices: PolicyMatrices;
  readonly #links: PolicyLinks;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #safeDays: number;
  readonly #now: () => Date;

  constructor(options: {
    store: PolicyStore;
    rows: PolicyRows;
    links: PolicyLinks;
    versions: Pick<VersionStore, 'calendar'>;
    config: Pick<PolicyConfig, 'safeToEnforceDays'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#rows = options.rows;
    this.#matrices = new PolicyMatrices(options);
    this.#links = options.links;
    this.#versions = options.versions;
    this.#safeDays = options.config.safeToEnforceDays;
    this.#now = options.now;
  }

  async list(
    scope: ClusterScope,
    query: RawPolicyQuery & { limit?: number },
  ): Promise<PolicyList> {
    const selection = await this.#select(scope, parsePolicyQuery(query));
    const { rows } = await this.#rows.read(selection);
    const items = rows.map(({ policy }) => policy).sort(comparePolicies);
    return {
      items: items.slice(0, query.limit ?? DEFAULT_POLICIES),
      totalItems: items.length,
    };
  }

  async matrix(
    scope: ClusterScope,
    query: RawPolicyQuery & { by?: ColumnKind },
  ): Promise<PolicyMatrix> {
    const { by = 'cluster' } = query;
    const selection = await this.#select(scope, parsePolicyQuery(query));
    return by === 'cluster'
      ? this.#matrices.ofClusters(selection)
      : this.#matrices.ofGroups(by, selection);
  }

  async summary(
    scope: ClusterScope,
    query: Pick<RawPolicyQuery, 'filter'>,
  ): Promise<PolicySummary> {
    const selection = await this.#select(scope, parsePolicyQuery(query));
    const { now } = selection;
    const [read, bySeverity, overdue, exceptions] = await Promise.all([
      this.#rows.read(selection),
      this.#store.countBySeverity(selection),
      this.#store.countFindings({
        ...selection,
        results: ['fail', 'warn', 'error'],
        state: 'open',
        dueBefore: now.toISOString(),
      }),
      this.#store.exceptions(selection),
    ]);
    return summarizePolicies({
      read,
      bySeverity: Object.fromEntries(bySeverity),
      overdue,
      exceptions,
      now,
    });
  }

  async trend(
    scope: ClusterScope,
    query: Pick<RawPolicyQuery, 'filter'> & { days?: number },
  ): Promise<PolicyTrend> {
    return this.#store.trend(
      await this.#select(scope, parsePolicyQuery(query)),
      query.days ?? DEFAULT_DAYS,
    );
  }

  /** @throws NotFoundError where no cluster that the caller may read has it */
  async policy(scope: ClusterScope, id: string): Promise<PolicyDetail> {
    const selection = await this.#select(scope, only(id));
    const { policy, cells, record } = await this.#row(selection, id);
    const rules = await this.#store.rules(selection, MAX_RULES);
    return {
      ...policy,
      rules,
      links: this.#links.ofPolicy(record),
      safeToEnforce: {
        days: this.#safeDays,
        clusters: cells.filter(cell => cell.safeToEnforce).length,
      },
    };
  }

  /** @throws NotFoundError where no cluster that the caller may read has it */
  async clustersOf(
    scope: ClusterScope,
    id: string,
    query: RawPageQuery,
  ): Promise<PolicyClusterList> {
    const place = placeOf(query);
    const { filter, fullTextFilterTerm } = place.asked;
    const selection = await this.#select(scope, {
      ...parsePolicyQuery({ filter }),
      policyIds: [id],
      text: fullTextFilterTerm?.trim() || undefined,
    });
    const row = await this.#findRow(selection, id);
    if (!row) {
      // None of its clusters is asked for, or it is nowhere.
      await this.#row(await this.#select(scope, only(id)), id);
      return pageOf([], place, query.limit);
    }
    const { cells, columns, policy, quiet } = row;
    const items = columns
      .flatMap(({ cluster, key }, index) =>
        cluster
          ? [
              {
                cluster: presentClusterRef(cluster),
                cell: cells[index],
                safeToEnforce: judgeSafety({
                  engine: policy.engine,
                  cell: cells[index],
                  quiet: quiet.get(key)?.get(policy.id),
                  days: this.#safeDays,
                  now: selection.now,
                }),
              },
            ]
          : [],
      )
      .sort(
        (a, b) =>
          broken(b.cell) - broken(a.cell) ||
          (a.cluster.name < b.cluster.name ? -1 : 1),
      );
    return pageOf(items, place, query.limit);
  }

  /** What one cluster, that the caller may read, is held to. */
  async ofCluster(scope: ClusterScope, arn: string): Promise<ClusterPolicies> {
    const selection = await this.#select(scope, {
      filters: [[{ facet: 'cluster', values: [arn] }]],
    });
    const { reading, records, rows } = await this.#rows.read(selection);
    const cluster = records.columns[0]?.cluster;
    const byId = new Map(records.policies.map(record => [record.id, record]));
    const known = records.cells.get(arn);
    return {
      items: rows
        .sort((a, b) => comparePolicies(a.policy, b.policy))
        .map(({ policy: { id }, cells }) => ({
          policy: presentPolicyFacts(byId.get(id)!),
          cell: cells[0],
          links:
            cluster &&
            this.#links.ofPolicyOn(
              byId.get(id)!,
              cluster,
              known?.get(id)?.argocdApplication,
            ),
        })),
      links: cluster ? this.#links.ofCluster(cluster) : [],
      feeds: cluster ? reading.present(cluster, scope, selection.now) : [],
      engines: reading.enginesOf(arn),
      counts: sumCounts(allCells(records.cells)),
      namespaces: await this.#store.namespaces(selection, MAX_NAMESPACES),
    };
  }

  async #row(selection: PolicySelection, id: string) {
    const row = await this.#findRow(selection, id);
    if (!row) {
      throw new NotFoundError(`No policy ${id}`);
    }
    return row;
  }

  async #findRow(selection: PolicySelection, id: string) {
    const { records, rows } = await this.#rows.read(selection);
    const { columns, policies, quiet } = records;
    const row = rows.find(({ policy }) => policy.id === id);
    const record = policies.find(each => each.id === id);
    return row && record && { ...row, record, columns, quiet };
  }

  async #select(
    scope: ClusterScope,
    asked: Asked<PolicySelection>,
  ): Promise<PolicySelection> {
    const calendar = await this.#versions.calendar();
    return { ...asked, scope, calendar, now: this.#now() };
  }
}

function only(id: string): Pick<PolicySelection, 'filters' | 'policyIds'> {
  return { filters: [], policyIds: [id] };
}

function broken({ fail = 0, warn = 0, error = 0 }: PolicyCell): number {
  return fail + warn + error;
}
