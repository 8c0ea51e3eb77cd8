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

import type {
  Policy,
  PolicyCell,
  PolicyCounts,
  PolicyFacts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isWebUrl } from '../../links/isWebUrl';
import type { WeekRecord } from '../store/types';
import type { CellRecord, PolicyRecord } from '../types';

/** A policy, as the API gives it. */
export function presentPolicyFacts(policy: PolicyRecord): PolicyFacts {
  const { documentation } = policy;
  return {
    id: policy.id,
    engine: policy.engine,
    kind: policy.kind,
    namespace: policy.namespace || undefined,
    name: policy.name,
    title: policy.title || undefined,
    category: policy.category || undefined,
    severity: policy.severity,
    description: policy.description || undefined,
    remediation: policy.remediation || undefined,
    documentation:
      documentation && isWebUrl(documentation) ? documentation : undefined,
  };
}

/** The sum over clusters; a sum of which a part is unknown is no sum. */
export function sumCounts(
  cells: Array<
    Pick<
      CellRecord,
      'fail' | 'warn' | 'error' | 'exempt' | 'pass' | 'passes' | 'atLeast'
    >
  >,
): PolicyCounts {
  const counts: PolicyCounts = { fail: 0, warn: 0, error: 0, exempt: 0 };
  let pass = 0;
  let passes: PolicyCounts['passes'];
  for (const cell of cells) {
    counts.fail += cell.fail;
    counts.warn += cell.warn;
    counts.error += cell.error;
    counts.exempt += cell.exempt;
    pass += cell.pass ?? 0;
    passes = weaker(passes, cell.passes);
    counts.atLeast = counts.atLeast || cell.atLeast || undefined;
  }
  const isKnown = passes !== undefined && passes !== 'notRecorded';
  return { ...counts, pass: isKnown ? pass : undefined, passes };
}

const KNOWLEDGE = ['notRecorded', 'atLeast', 'exact'] as const;

function weaker(
  a: PolicyCounts['passes'],
  b: PolicyCounts['passes'],
): PolicyCounts['passes'] {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  if (a === b) {
    return a;
  }
  // Of passes that are kept here and not there, some are known.
  return KNOWLEDGE.indexOf(a) + KNOWLEDGE.indexOf(b) === 0 ? a : 'atLeast';
}

/** A policy over the clusters of its cells. */
export function presentPolicy(
  policy: PolicyRecord,
  options: {
    records: CellRecord[];
    /** One for each cluster that is asked about. */
    cells: PolicyCell[];
    week?: Pick<WeekRecord, 'added' | 'resolved'>;
  },
): Policy {
  const { records, cells, week } = options;
  return {
    ...presentPolicyFacts(policy),
    counts: sumCounts(records),
    clusters: countClusters(cells),
    newThisWeek: week?.added ?? 0,
    resolvedThisWeek: week?.resolved ?? 0,
  };
}

/** How many clusters are in each way; one can be in several. */
export function countClusters(cells: PolicyCell[]): Policy['clusters'] {
  const counts = {
    deployed: 0,
    failing: 0,
    enforce: 0,
    warn: 0,
    audit: 0,
    notReady: 0,
    unknown: 0,
  };
  for (const cell of cells) {
    const { error = 0, fail = 0, mode, ready, stale, state, warn = 0 } = cell;
    if (state === 'deployed') {
      counts.deployed += 1;
      if (mode === 'enforce' || mode === 'warn' || mode === 'audit') {
        counts[mode] += 1;
      }
    }
    counts.failing += fail + warn + error > 0 ? 1 : 0;
    counts.notReady += ready === false ? 1 : 0;
    counts.unknown += stale || state === 'unknown' ? 1 : 0;
  }
  return counts;
}

const RANK = ['critical', 'high', 'medium', 'low', 'info', 'unknown'];

/** The worst first: by what is broken and how bad that is, then by name. */
export function comparePolicies(a: Policy, b: Policy): number {
  const broken = ({ counts }: Policy) =>
    counts.fail + counts.warn + counts.error;
  const rank = (policy: Policy) => RANK.indexOf(policy.severity);
  return (
    Number(broken(b) > 0) - Number(broken(a) > 0) ||
    rank(a) - rank(b) ||
    broken(b) - broken(a) ||
    (a.name < b.name ? -1 : 1)
  );
}
