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

import {
  versionRank,
  type BlockedCluster,
  type Blocker,
  type ReadinessItem,
  type VerdictCounts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import { hideOtherAccounts } from '../inventory/hideOtherAccounts';
import type { ClusterScope } from '../inventory/types';
import type { SupportCalendar } from '../versions/SupportCalendar';
import { versionOf } from './assess/versions';
import type {
  BlockerRecord,
  HitRecord,
  ReadinessRecord,
  ReadinessSelection,
  VerdictGroup,
} from './store/types';
import { offeredVersions } from './targets';

/** Over all partitions. */
export function countVerdicts(groups: VerdictGroup[]): VerdictCounts {
  const counts: VerdictCounts = { ready: 0, blocked: 0, unknown: 0, done: 0 };
  for (const { verdict, clusters } of groups) {
    counts[verdict] += clusters;
  }
  return counts;
}

/** What EKS offers to the oldest of these clusters, in any of their partitions. */
export function targetsOfGroups(
  groups: VerdictGroup[],
  { calendar, now }: { calendar: SupportCalendar; now: Date },
): string[] {
  const targets = groups.flatMap(({ partition, versionRank: oldest }) =>
    offeredVersions(calendar.versions(partition), now).filter(
      version => versionRank(version) > oldest,
    ),
  );
  return [...new Set(targets)].sort((a, b) => versionRank(a) - versionRank(b));
}

/** A cluster in the list of verdicts, as the API gives it. */
export function presentItem(
  record: ReadinessRecord,
  { calendar, now, scope }: ReadinessSelection,
): ReadinessItem {
  const { cluster, verdict, targetRank } = record;
  const hide = (text: string) =>
    hideOtherAccounts(text, scope, new Set([cluster.accountId]));
  return {
    entityRef: cluster.entityRef,
    name: cluster.name,
    arn: known(cluster.arn),
    accountId: known(cluster.accountId),
    accountName: known(cluster.accountName),
    region: known(cluster.region),
    environment: known(cluster.environment),
    owner: known(cluster.owner),
    version: known(cluster.version),
    target: targetRank > 0 ? versionOf(targetRank) : undefined,
    verdict: verdict === 'done' ? 'ready' : verdict,
    blockers: record.blockers,
    unknowns: record.unknowns,
    warnings: record.warnings,
    waived: record.waived,
    firstBlocker: known(hide(record.firstBlocker)),
    support: {
      ...calendar.support(cluster.partition, cluster.version, now),
      policy: known(cluster.supportType),
    },
    assessedAt: known(record.assessedAt),
  };
}

/** A cause with what it hits, as the API gives it. */
export function presentBlocker(
  record: BlockerRecord,
  scope: ClusterScope,
  hits: HitRecord[] | undefined,
): Blocker {
  const { accountId, fix, message, title } = record.example;
  const hide = (text: string) =>
    hideOtherAccounts(text, scope, new Set([accountId]));
  return {
    causeKey: record.causeKey,
    code: record.code,
    severity: record.severity,
    title: hide(title),
    message: hide(message),
    clusters: record.clusters,
    waived: record.waived,
    owners: record.owners,
    since: known(record.since),
    clearsAt: known(record.clearsAt),
    fix: fix && hide(fix),
    hits: hits?.map(hit => presentHit(hit, scope)),
  };
}

function presentHit(
  { cluster, owner, since, clearsAt, subject, message, waived }: HitRecord,
  scope: ClusterScope,
): BlockedCluster {
  return {
    entityRef: cluster.entityRef,
    name: cluster.name,
    accountId: known(cluster.accountId),
    region: known(cluster.region),
    environment: known(cluster.environment),
    owner: known(owner),
    since: known(since),
    clearsAt: known(clearsAt),
    subject,
    message: hideOtherAccounts(message, scope, new Set([cluster.accountId])),
    waived,
  };
}
