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

import { InputError, NotFoundError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  FindingAssignmentRequest,
  FindingFacets,
  PolicyFinding,
  PolicyFindingList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import type { PolicyLinks } from '../links/PolicyLinks';
import type {
  FindingFacet,
  FindingRecord,
  FindingSelection,
  PolicyStore,
} from '../store/types';
import { findingsToCsv } from './findingCsv';
import {
  decodeFindingCursor,
  encodeFindingCursor,
  type FindingCursor,
} from './findingCursor';
import {
  parseFindingOrder,
  parseFindingQuery,
  type RawPolicyQuery,
} from './policyQuery';
import { presentFinding } from './presentFinding';

/** What a caller asks for, as it stands in the query string. */
export interface RawFindingQuery extends RawPolicyQuery {
  orderField?: string;
  limit?: number;
  cursor?: string;
}

const DEFAULT_LIMIT = 50;
const EXPORT_PAGE = 1_000;
const MAX_EXPORT = 50_000;
const MAX_VALUES = 100;

/** Answers questions about findings, each under the asker's scope. */
export class FindingViews {
  readonly #store: PolicyStore;
  readonly #links: PolicyLinks;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #now: () => Date;

  constructor(options: {
    store: PolicyStore;
    links: PolicyLinks;
    versions: Pick<VersionStore, 'calendar'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#links = options.links;
    this.#versions = options.versions;
    this.#now = options.now;
  }

  async list(
    scope: ClusterScope,
    query: RawFindingQuery,
  ): Promise<PolicyFindingList> {
    const cursor: FindingCursor = query.cursor
      ? decodeFindingCursor(query.cursor)
      : {
          filter: query.filter,
          fullTextFilterTerm: query.fullTextFilterTerm,
          order: parseFindingOrder(query.orderField),
        };
    const { after, before, order, ...asked } = cursor;
    const selection = await this.#select(scope, asked);
    const [{ first, last, hasMore, records }, { count, isAtLeast }] =
      await Promise.all([
        this.#store.findings(selection, {
          order,
          limit: query.limit ?? DEFAULT_LIMIT,
          after,
          before,
        }),
        this.#store.countFindings(selection),
      ]);
    const hasNext = before !== undefined || hasMore;
    const hasPrevious = after !== undefined || (before && hasMore);
    return {
      items: records.map(record => presentFinding(record, selection.now)),
      totalItems: count,
      totalIsAtLeast: isAtLeast || undefined,
      pageInfo: {
        nextCursor:
          hasNext && last
            ? encodeFindingCursor({ ...asked, order, after: last })
            : undefined,
        prevCursor:
          hasPrevious && first
            ? encodeFindingCursor({ ...asked, order, before: first })
            : undefined,
      },
    };
  }

  async facets(
    scope: ClusterScope,
    facets: FindingFacet[],
    query: RawPolicyQuery,
  ): Promise<FindingFacets> {
    const selection = await this.#select(scope, query);
    const counted = await Promise.all(
      [...new Set(facets)].map(
        async facet =>
          [
            facet,
            await this.#store.facet(selection, facet, MAX_VALUES),
          ] as const,
      ),
    );
    return {
      facets: Object.fromEntries(
        counted.map(([facet, { values }]) => [facet, values]),
      ),
      isAtLeast: counted.some(([, { isAtLeast }]) => isAtLeast) || undefined,
    };
  }

  async exportCsv(
    scope: ClusterScope,
    query: RawFindingQuery,
  ): Promise<string> {
    const order = parseFindingOrder(query.orderField);
    const selection = await this.#select(scope, query);
    const findings: PolicyFinding[] = [];
    let after;
    let hasMore = true;
    while (hasMore && findings.length < MAX_EXPORT) {
      const page = await this.#store.findings(selection, {
        order,
        limit: EXPORT_PAGE,
        after,
      });
      findings.push(
        ...page.records.map(record => presentFinding(record, selection.now)),
      );
      after = page.last;
      hasMore = page.hasMore;
    }
    return findingsToCsv(findings);
  }

  /** @throws NotFoundError for what is not there, and for what may not be read */
  async get(scope: ClusterScope, fingerprint: string): Promise<PolicyFinding> {
    const record = await this.#find(scope, fingerprint);
    return {
      ...presentFinding(record, this.#now()),
      links: this.#links.ofFinding(
        record,
        await this.#applicationOf(scope, record),
      ),
    };
  }

  /** The Argo CD application that brings the policy to the cluster. */
  async #applicationOf(
    scope: ClusterScope,
    { cluster, policy }: FindingRecord,
  ): Promise<string | undefined> {
    const { cells } = await this.#store.matrix(
      {
        scope,
        filters: [[{ facet: 'cluster', values: [cluster.arn] }]],
        policyIds: [policy.id],
        calendar: await this.#versions.calendar(),
        now: this.#now(),
      },
      'cluster',
    );
    return cells.get(cluster.arn)?.get(policy.id)?.argocdApplication;
  }

  /**
   * Whether the caller may is asked before.
   *
   * @throws InputError for what is no user or group, NotFoundError as `get`
   */
  async assign(
    scope: ClusterScope,
    fingerprint: string,
    request: FindingAssignmentRequest,
    by: string,
  ): Promise<PolicyFinding> {
    await this.#find(scope, fingerprint);
    const assignee = toAssignee(request.assignee);
    await this.#store.assign(
      fingerprint,
      assignee
        ? {
            assignee,
            note: request.note?.trim() ?? '',
            by,
            at: this.#now().toISOString(),
          }
        : undefined,
    );
    return this.get(scope, fingerprint);
  }

  async #find(
    scope: ClusterScope,
    fingerprint: string,
  ): Promise<FindingRecord> {
    const selection = await this.#select(scope, {});
    for (const state of ['open', 'resolved'] as const) {
      const { records } = await this.#store.findings(
        {
          ...selection,
          results: undefined,
          state,
          fingerprints: [fingerprint],
        },
        { order: { field: 'firstSeen', direction: 'asc' }, limit: 1 },
      );
      if (records[0]) {
        return records[0];
      }
    }
    throw new NotFoundError(`No finding ${fingerprint}`);
  }

  async #select(
    scope: ClusterScope,
    query: RawPolicyQuery,
  ): Promise<FindingSelection> {
    const now = this.#now();
    return {
      ...parseFindingQuery(query, now),
      scope,
      calendar: await this.#versions.calendar(),
      now,
    };
  }
}

/** @throws InputError that names the field */
function toAssignee(text: string): string {
  if (text === '') {
    return '';
  }
  try {
    const ref = parseEntityRef(text);
    const kind = ref.kind.toLocaleLowerCase('en-US');
    if (kind === 'user' || kind === 'group') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    `assignee: ${JSON.stringify(
      text,
    )} is no reference of a user or group, as in "group:default/payments"`,
  );
}
