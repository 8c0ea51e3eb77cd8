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
  Policy,
  PolicyCell,
  PolicyClusterList,
  PolicyDetail,
  PolicyList,
  PolicyMatrix,
  PolicyMatrixColumn,
  PolicySummary,
  PolicyTrend,
  SafeToEnforce,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservationReader } from '../../collection/types';
import type { ClusterScope } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import { driftOf } from '../expected/driftOf';
import type { ExpectedRecord, ExpectedStore } from '../expected/types';
import type { PolicyConfig } from '../readPolicyConfig';
import type {
  ColumnKind,
  ColumnRecord,
  MatrixRecords,
  PolicySelection,
  PolicyStore,
  QuietRecord,
} from '../store/types';
import type { CellRecord, PolicyRecord } from '../types';
import { judgeSafety } from './judgeSafety';
import { mergeRows } from './mergeRows';
import { pageOf, placeOf, type RawPageQuery } from './pages';
import {
  parsePolicyQuery,
  type Asked,
  type RawPolicyQuery,
} from './policyQuery';
import { PolicyReading } from './PolicyReading';
import { presentCell, presentGroupCell } from './presentCell';
import { presentClusterRef } from './presentClusterRef';
import {
  comparePolicies,
  presentPolicy,
  presentPolicyFacts,
  sumCounts,
} from './presentPolicy';

const DAY_MS = 86_400_000;
const DEFAULT_POLICIES = 200;
const DEFAULT_DAYS = 90;
const MAX_RULES = 50;
const MAX_NAMESPACES = 100;

/** Answers questions about policies, each under the asker's scope. */
export class PolicyViews {
  readonly #store: PolicyStore;
  readonly #expected: Pick<ExpectedStore, 'ofMany'>;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #config: PolicyConfig;
  readonly #kinds: readonly string[];
  readonly #now: () => Date;

  constructor(options: {
    store: PolicyStore;
    expected: Pick<ExpectedStore, 'ofMany'>;
    observations: Pick<ObservationReader, 'ofMany'>;
    versions: Pick<VersionStore, 'calendar'>;
    config: PolicyConfig;
    /** Kinds of all feeds. */
    kinds: readonly string[];
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#expected = options.expected;
    this.#observations = options.observations;
    this.#versions = options.versions;
    this.#config = options.config;
    this.#kinds = options.kinds;
    this.#now = options.now;
  }

  async list(
    scope: ClusterScope,
    query: RawPolicyQuery & { limit?: number },
  ): Promise<PolicyList> {
    const { rows } = await this.#rows(scope, parsePolicyQuery(query));
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
    const by = query.by ?? 'cluster';
    const selection = await this.#select(scope, parsePolicyQuery(query));
    if (by === 'cluster') {
      const [{ columns, rows }, quiet] = await Promise.all([
        this.#rowsOf(selection),
        this.#quiet(selection),
      ]);
      for (const { policy, cells } of rows) {
        cells.forEach((cell, index) => {
          if (this.#isSafe(cell, quiet, policy.id, columns[index].key)) {
            cell.safeToEnforce = true;
          }
        });
      }
      return { by, columns, rows: sortRows(mergeRows(rows)) };
    }
    const [grouped, policies] = await Promise.all([
      this.#store.matrix(selection, by),
      this.#rowsOf(selection),
    ]);
    const cells = cellsByPolicy(grouped.cells);
    const inGroups = mergeRows(
      policies.rows.map(({ policy }) => ({
        policy,
        cells: grouped.columns.map(column =>
          presentGroupCell(
            cells.get(policy.id)?.get(column.key),
            column.clusters,
            selection.now,
          ),
        ),
      })),
    );
    return {
      by,
      columns: grouped.columns.map(({ key, title, clusters }) => ({
        key,
        title,
        clusters,
      })),
      rows: sortRows(
        mergeRows(policies.rows).map((row, index) => ({
          ...row,
          cells: inGroups[index].cells,
        })),
      ),
    };
  }

  async summary(
    scope: ClusterScope,
    query: Pick<RawPolicyQuery, 'filter'>,
  ): Promise<PolicySummary> {
    const selection = await this.#select(scope, parsePolicyQuery(query));
    const { now } = selection;
    const [{ reading, records, rows }, bySeverity, overdue, exceptions, quiet] =
      await Promise.all([
        this.#rowsOf(selection),
        this.#store.countBySeverity(selection),
        this.#store.countFindings({
          ...selection,
          results: ['fail', 'warn', 'error'],
          state: 'open',
          dueBefore: now.toISOString(),
        }),
        this.#store.exceptions(selection),
        this.#quiet(selection),
      ]);
    const ends = exceptions.flatMap(({ expiresAt }) =>
      expiresAt === undefined ? [] : Date.parse(expiresAt),
    );
    const arns = records.columns.map(({ key }) => key);
    const having = (state: ReturnType<PolicyReading['engineOn']>) =>
      arns.filter(arn => reading.engineOn(arn) === state).length;
    return {
      newThisWeek: sum(rows, ({ newThisWeek }) => newThisWeek),
      resolvedThisWeek: sum(rows, ({ resolvedThisWeek }) => resolvedThisWeek),
      counts: sumCounts(records.cells),
      bySeverity: Object.fromEntries(bySeverity),
      overdue: overdue.count,
      exceptionsExpiring: ends.filter(
        end => end > now.getTime() && end <= now.getTime() + 14 * DAY_MS,
      ).length,
      exceptionsExpired: ends.filter(end => end <= now.getTime()).length,
      safeToEnforce: sum(
        rows,
        ({ id }, cells) =>
          records.columns.filter(
            ({ key }, index) =>
              judgeSafety({
                cell: cells[index],
                quiet: quiet.get(`${id} ${key}`),
                days: this.#config.safeToEnforceDays,
                now,
              }).verdict === 'safe',
          ).length,
      ),
      clusters: {
        total: arns.length,
        withEngine: having('there'),
        withoutEngine: having('none'),
        unknown: having('unknown'),
        stale: arns.filter(arn => reading.isStale(arn, now)).length,
      },
    };
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
    const selection = await this.#selectPolicy(scope, id);
    const { policy, cells, columns } = await this.#row(selection, id);
    const [rules, quiet] = await Promise.all([
      this.#store.rules(selection, MAX_RULES),
      this.#quiet(selection),
    ]);
    return {
      ...policy,
      rules,
      links: policy.documentation
        ? [{ title: 'Documentation', url: policy.documentation }]
        : [],
      safeToEnforce: {
        days: this.#config.safeToEnforceDays,
        clusters: columns.filter(({ key }, index) =>
          this.#isSafe(cells[index], quiet, id, key),
        ).length,
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
    const { cells, columns: places } = await this.#row(selection, id);
    const quiet = await this.#quiet(selection);
    const items = places
      .flatMap(({ cluster, key }, index) =>
        cluster
          ? [
              {
                cluster: presentClusterRef(cluster),
                cell: cells[index],
                safeToEnforce: this.#judge(cells[index], quiet, id, key),
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
    const { reading, records, rows } = await this.#rowsOf(selection);
    const cluster = records.columns[0]?.cluster;
    const { now } = selection;
    return {
      items: rows
        .sort((a, b) => comparePolicies(a.policy, b.policy))
        .map(({ policy, cells }) => {
          const found = records.policies.find(({ id }) => id === policy.id);
          return { policy: presentPolicyFacts(found!), cell: cells[0] };
        }),
      feeds: cluster ? reading.present(cluster, scope, now) : [],
      engines: reading.enginesOf(arn),
      counts: sumCounts(records.cells),
      namespaces: await this.#store.namespaces(selection, MAX_NAMESPACES),
    };
  }

  async #select(
    scope: ClusterScope,
    asked: Asked<PolicySelection>,
  ): Promise<PolicySelection> {
    const calendar = await this.#versions.calendar();
    return { ...asked, scope, calendar, now: this.#now() };
  }

  #selectPolicy(scope: ClusterScope, id: string): Promise<PolicySelection> {
    return this.#select(scope, { filters: [], policyIds: [id] });
  }

  async #rows(scope: ClusterScope, asked: Asked<PolicySelection>) {
    return this.#rowsOf(await this.#select(scope, asked));
  }

  async #row(selection: PolicySelection, id: string) {
    const { records, rows } = await this.#rowsOf(selection);
    const row = rows.find(({ policy }) => policy.id === id);
    if (!row) {
      throw new NotFoundError(`No policy ${id}`);
    }
    return { ...row, columns: records.columns };
  }

  /** Each policy over each cluster. */
  async #rowsOf(selection: PolicySelection) {
    const weekAgo = new Date(selection.now.getTime() - 7 * DAY_MS);
    const [records, week] = await Promise.all([
      this.#store.matrix(selection, 'cluster'),
      this.#store.week(selection, weekAgo),
    ]);
    const arns = records.columns.map(({ key }) => key);
    const [reading, expected] = await Promise.all([
      PolicyReading.of(this.#observations, {
        arns,
        feeds: records.feeds,
        kinds: this.#kinds,
      }),
      this.#expected.ofMany(arns),
    ]);
    const ofWeek = new Map(week.map(item => [item.policyId, item]));
    const cells = cellsByPolicy(records.cells);
    const rows = records.policies.map(policy =>
      toRow(policy, {
        records,
        known: cells.get(policy.id) ?? new Map(),
        week: ofWeek.get(policy.id),
        reading,
        expected,
        now: selection.now,
      }),
    );
    const columns = records.columns.map(column =>
      toColumn(column, reading, selection.now),
    );
    return { reading, records, rows, columns };
  }

  #isSafe(
    cell: PolicyCell,
    quiet: ReadonlyMap<string, QuietRecord>,
    policyId: string,
    arn: string,
  ): boolean {
    return this.#judge(cell, quiet, policyId, arn).verdict === 'safe';
  }

  #judge(
    cell: PolicyCell,
    quiet: ReadonlyMap<string, QuietRecord>,
    policyId: string,
    arn: string,
  ): SafeToEnforce {
    return judgeSafety({
      cell,
      quiet: quiet.get(`${policyId} ${arn}`),
      days: this.#config.safeToEnforceDays,
      now: this.#now(),
    });
  }

  async #quiet(selection: PolicySelection) {
    const quiet = await this.#store.quiet(selection);
    return new Map(
      quiet.map(record => [`${record.policyId} ${record.arn}`, record]),
    );
  }
}

function toRow(
  policy: PolicyRecord,
  options: {
    records: MatrixRecords;
    known: ReadonlyMap<string, CellRecord>;
    week?: { added: number; resolved: number };
    reading: PolicyReading;
    expected: ReadonlyMap<string, ExpectedRecord>;
    now: Date;
  },
): { policy: Policy; cells: PolicyCell[] } {
  const { expected, known, now, reading, records, week } = options;
  const cells = records.columns.map(({ key }) => {
    const feeds = reading.feedsOf(key);
    const cell = presentCell(policy.engine, known.get(key), feeds, now);
    return { ...cell, drift: driftOf(policy, cell, expected.get(key)) };
  });
  return {
    policy: presentPolicy(policy, {
      records: [...known.values()],
      cells,
      week,
    }),
    cells,
  };
}

function toColumn(
  { key, title, cluster, clusters }: ColumnRecord,
  reading: PolicyReading,
  now: Date,
): PolicyMatrixColumn {
  return {
    key,
    title,
    clusters,
    group: cluster?.environment || undefined,
    entityRef: cluster?.entityRef,
    engines: reading.enginesOf(key),
    stale: reading.isStale(key, now) || undefined,
    unknown: reading.feedsOf(key).read.size === 0 || undefined,
  };
}

function cellsByPolicy(
  cells: CellRecord[],
): Map<string, Map<string, CellRecord>> {
  const byPolicy = new Map<string, Map<string, CellRecord>>();
  for (const cell of cells) {
    const known = byPolicy.get(cell.policyId) ?? new Map<string, CellRecord>();
    byPolicy.set(cell.policyId, known.set(cell.column, cell));
  }
  return byPolicy;
}

/** By category, then the worst first. */
function sortRows<T extends { policy: Policy }>(rows: T[]): T[] {
  const category = ({ policy }: T) => policy.category ?? '\uffff';
  return [...rows].sort((a, b) => {
    if (category(a) !== category(b)) {
      return category(a) < category(b) ? -1 : 1;
    }
    return comparePolicies(a.policy, b.policy);
  });
}

function sum(
  rows: Array<{ policy: Policy; cells: PolicyCell[] }>,
  value: (policy: Policy, cells: PolicyCell[]) => number,
): number {
  return rows.reduce((all, { policy, cells }) => all + value(policy, cells), 0);
}

function broken({ fail = 0, warn = 0, error = 0 }: PolicyCell): number {
  return fail + warn + error;
}
