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

import { InputError } from '@backstage/errors';
import type {
  PolicyMode,
  PolicyResult,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isFacet } from '../../inventory/clusterQuery';
import { parsePairs } from '../../inventory/parsePairs';
import type { ClusterFilter, Facet } from '../../inventory/types';
import { POLICY_SEVERITIES } from '../readPolicyConfig';
import {
  FINDING_ORDER_FIELDS,
  type FindingOrder,
  type FindingSelection,
  type PolicySelection,
} from '../store/types';

/** What a caller asks for, as it stands in the query string. */
export interface RawPolicyQuery {
  filter?: string[];
  fullTextFilterTerm?: string;
}

/** What is asked of a selection, besides who asks and when. */
export type Asked<T extends PolicySelection> = Omit<
  T,
  'scope' | 'calendar' | 'now'
>;

const DAY_MS = 86_400_000;
const POLICY_KEYS = [
  'policy',
  'name',
  'engine',
  'category',
  'severity',
  'mode',
] as const;
const FINDING_KEYS = [
  'policy',
  'name',
  'engine',
  'category',
  'severity',
  'result',
  'state',
  'namespace',
  'kind',
  'resource',
  'rule',
  'assignee',
  'due',
  'new',
  'resolved',
  'exception',
] as const;
const EXCEPTION_KEYS = ['id', 'policy', 'engine', 'state', 'flag'] as const;
const MODES = ['enforce', 'warn', 'audit', 'off', 'mixed'] as const;
const RESULTS = ['fail', 'warn', 'error', 'exempt'] as const;
const STATES = ['active', 'expiring', 'expired'] as const;
const FLAGS = ['unused', 'tooBroad', 'honouredAfterExpiry', 'endless'] as const;

/** @throws InputError that names the key and what would be right */
export function parsePolicyQuery(raw: RawPolicyQuery): Asked<PolicySelection> {
  const { clusters, values } = parseFilter(raw.filter, POLICY_KEYS);
  return {
    filters: clusters,
    policyText: raw.fullTextFilterTerm?.trim() || undefined,
    ...parsePolicyKeys(values),
    modes: choices(values, 'mode', MODES) as PolicyMode[] | undefined,
  };
}

/** @throws InputError that names the key and what would be right */
export function parseFindingQuery(
  raw: RawPolicyQuery,
  now: Date,
): Asked<FindingSelection> {
  const { clusters, values, owners } = parseFilter(raw.filter, FINDING_KEYS, {
    ownOwner: true,
  });
  const ago = (days: number) =>
    new Date(now.getTime() - days * DAY_MS).toISOString();
  const isNew = choices(values, 'new', ['day', 'week'])?.[0];
  const resolved = choices(values, 'resolved', ['day', 'week'])?.[0];
  const due = choices(values, 'due', ['overdue', 'week'])?.[0];
  const dueBefore = { overdue: ago(0), week: ago(-7) };
  return {
    filters: clusters,
    findingText: raw.fullTextFilterTerm?.trim() || undefined,
    ...parsePolicyKeys(values),
    results: (choices(values, 'result', RESULTS) as
      | PolicyResult[]
      | undefined) ?? ['fail', 'warn', 'error'],
    state: resolved
      ? 'resolved'
      : choices(values, 'state', ['open', 'resolved'])?.[0] ?? 'open',
    owners,
    namespaces: values.get('namespace'),
    kinds: values.get('kind'),
    resources: values.get('resource'),
    rules: values.get('rule'),
    assignees: values.get('assignee'),
    exceptions: values.get('exception'),
    dueBefore: due && dueBefore[due],
    firstSeenAfter: isNew && ago(isNew === 'day' ? 1 : 7),
    resolvedAfter: resolved && ago(resolved === 'day' ? 1 : 7),
  };
}

/** What of exceptions is asked for besides policies and clusters. */
export interface ExceptionQuery extends Asked<PolicySelection> {
  ids?: string[];
  states?: Array<(typeof STATES)[number]>;
  flags?: Array<(typeof FLAGS)[number]>;
  exceptionText?: string;
}

/** @throws InputError that names the key and what would be right */
export function parseExceptionQuery(raw: RawPolicyQuery): ExceptionQuery {
  const { clusters, values } = parseFilter(raw.filter, EXCEPTION_KEYS);
  return {
    filters: clusters,
    ids: values.get('id'),
    policyIds: values.get('policy'),
    engines: values.get('engine'),
    states: choices(values, 'state', STATES),
    flags: choices(values, 'flag', FLAGS),
    exceptionText: raw.fullTextFilterTerm?.trim().toLowerCase() || undefined,
  };
}

/** @throws InputError that says what would be right */
export function parseFindingOrder(order: string | undefined): FindingOrder {
  const [name, direction = 'asc'] = (order ?? 'severity,desc').split(',');
  const field = FINDING_ORDER_FIELDS.find(item => item === name);
  if (!field || (direction !== 'asc' && direction !== 'desc')) {
    throw new InputError(
      `orderField: ${JSON.stringify(
        order,
      )} is none of ${FINDING_ORDER_FIELDS.join(
        ', ',
      )}, each with ",asc" or ",desc"`,
    );
  }
  return { field, direction };
}

function parsePolicyKeys(values: Map<string, string[]>) {
  return {
    policyIds: values.get('policy'),
    names: values.get('name'),
    engines: values.get('engine'),
    categories: values.get('category'),
    severities: choices(values, 'severity', POLICY_SEVERITIES) as
      | PolicySeverity[]
      | undefined,
  };
}

/** What is asked of clusters apart from what is asked of policies. */
function parseFilter<K extends string>(
  filter: string[] = [],
  own: readonly K[],
  { ownOwner = false } = {},
): {
  clusters: ClusterFilter[];
  values: Map<string, string[]>;
  owners?: string[];
} {
  if (filter.length > 1) {
    throw new InputError('filter: is taken once here; join pairs by commas');
  }
  const isOwn = (key: string): key is K =>
    (own as readonly string[]).includes(key);
  const pairs = parsePairs(filter[0] ?? '', {
    isKey: (key): key is K | Facet => isOwn(key) || isFacet(key),
    keys: `${own.join(
      ', ',
    )}, or a facet of clusters, such as cluster or environment`,
  });
  const clusters: ClusterFilter = [];
  const values = new Map<string, string[]>();
  let owners: string[] | undefined;
  for (const [key, list] of pairs) {
    if (key === 'owner' && ownOwner) {
      owners = list;
    } else if (isOwn(key)) {
      values.set(key, list);
    } else {
      clusters.push({ facet: key as Facet, values: list });
    }
  }
  return { clusters: clusters.length > 0 ? [clusters] : [], values, owners };
}

function choices<T extends string>(
  values: Map<string, string[]>,
  key: string,
  known: readonly T[],
): T[] | undefined {
  return values.get(key)?.map(value => {
    const choice = known.find(item => item === value);
    if (choice === undefined) {
      throw new InputError(
        `filter: ${key} ${JSON.stringify(value)} is none of ${known.join(
          ', ',
        )}`,
      );
    }
    return choice;
  });
}
