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

import { uuidFrom } from './ids';
import { upgradeChecks } from './insightChecks';
import type {
  ApiDeprecation,
  Insight,
  InsightSpec,
  InsightStatus,
} from './insights';
import { minorOf, versionAfter } from './minors';
import { rollbackChecks } from './rollbackChecks';
import { rollbackWindow } from './rollbackWindow';
import type { Cluster } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long EKS remembers who called a deprecated API. */
const MEMORY_MS = 30 * DAY_MS;

const REASONS: Record<InsightStatus, string> = {
  PASSING: 'No issues were found.',
  WARNING: 'Issues were found that will prevent a later upgrade.',
  ERROR: 'Issues were found that prevent the next upgrade.',
  UNKNOWN: 'Amazon EKS was unable to determine the status of this check.',
};

/** How long a refresh on demand takes; assumed. */
export const REFRESH_SECONDS = 10;

/**
 * The insights of a cluster: the checks that every cluster has, and its own.
 * They follow the model at once; only their time stamps wait for a refresh.
 */
export function insightsOf(cluster: Cluster, now: Date): Insight[] {
  if (cluster.status === 'CREATING' || cluster.status === 'PENDING') {
    return [];
  }
  const refreshedAt = lastRefresh(cluster, now);
  const own = cluster.insights.filter(insight =>
    isOfUse(insight, cluster, now),
  );
  const identities = new Set(own.map(identityOf));
  return [...upgradeChecks(cluster), ...rollbackChecks(cluster, now)]
    .filter(check => !identities.has(identityOf(check)))
    .concat(own)
    .map(insight => evaluate(insight, cluster, refreshedAt));
}

function identityOf({ category, name }: InsightSpec): string {
  return `${category ?? 'UPGRADE_READINESS'}/${name}`;
}

/**
 * What was said about a version is over once the cluster is there, and what was
 * said about going back once it cannot.
 */
function isOfUse(insight: InsightSpec, cluster: Cluster, now: Date): boolean {
  const { category = 'UPGRADE_READINESS', kubernetesVersion } = insight;
  if (category === 'ROLLBACK_READINESS') {
    return rollbackWindow(cluster, now) !== undefined;
  }
  return (
    category !== 'UPGRADE_READINESS' ||
    kubernetesVersion === undefined ||
    minorOf(kubernetesVersion) > minorOf(cluster.version)
  );
}

function evaluate(
  insight: InsightSpec,
  cluster: Cluster,
  refreshedAt: Date,
): Insight {
  const category = insight.category ?? 'UPGRADE_READINESS';
  const kubernetesVersion =
    insight.kubernetesVersion ??
    (category === 'UPGRADE_READINESS'
      ? versionAfter(cluster.version)
      : undefined);
  const deprecations = rememberedAt(insight.deprecations ?? [], refreshedAt);
  return {
    id: uuidFrom(
      [cluster.id, category, insight.name, kubernetesVersion ?? ''].join('/'),
    ),
    name: insight.name,
    category,
    kubernetesVersion,
    status: insight.status,
    reason: insight.reason ?? REASONS[insight.status],
    description: insight.description ?? insight.name,
    recommendation: insight.recommendation ?? '',
    additionalInfo: insight.additionalInfo ?? {},
    resources: insight.resources ?? [],
    deprecations,
    addonCompatibility: insight.addonCompatibility ?? [],
    lastRefreshTime: refreshedAt,
    lastTransitionTime: insight.lastTransitionTime
      ? new Date(insight.lastTransitionTime)
      : lastUpgrade(cluster),
    ...forgotten(insight, deprecations),
  };
}

/** Deprecated APIs with the callers that EKS still remembers. */
function rememberedAt(
  deprecations: ApiDeprecation[],
  refreshedAt: Date,
): ApiDeprecation[] {
  const oldest = refreshedAt.getTime() - MEMORY_MS;
  return deprecations.map(deprecation => ({
    ...deprecation,
    clients: deprecation.clients.filter(
      ({ lastRequestTime }) => Date.parse(lastRequestTime) > oldest,
    ),
  }));
}

/** What changes once all callers of a deprecated API are forgotten. */
function forgotten(
  insight: InsightSpec,
  remembered: ApiDeprecation[],
): Partial<Insight> {
  const times = (insight.deprecations ?? [])
    .flatMap(({ clients }) => clients)
    .map(({ lastRequestTime }) => Date.parse(lastRequestTime));
  const called = remembered.some(({ clients }) => clients.length > 0);
  if (times.length === 0 || called) {
    return {};
  }
  return {
    status: 'PASSING',
    reason: 'No deprecated API usage detected within the last 30 days.',
    deprecations: [],
    resources: [],
    lastTransitionTime: new Date(Math.max(...times) + MEMORY_MS),
  };
}

function lastUpgrade(cluster: Cluster): Date {
  const times = cluster.updates
    .filter(
      ({ type, status, nodegroupName }) =>
        type === 'VersionUpdate' && status === 'Successful' && !nodegroupName,
    )
    .map(({ createdAt }) => createdAt.getTime());
  return new Date(Math.max(cluster.createdAt.getTime(), ...times));
}

/** Once a day, at an hour that the cluster's id gives, or later on demand. */
function lastRefresh(cluster: Cluster, now: Date): Date {
  const offset = (parseInt(cluster.id.slice(0, 4), 16) / 0x10000) * DAY_MS;
  const days = Math.floor((now.getTime() - offset) / DAY_MS);
  const daily = Math.floor((days * DAY_MS + offset) / 1000) * 1000;
  const demanded = refreshEnd(cluster)?.getTime() ?? 0;
  return new Date(
    Math.max(
      daily,
      demanded <= now.getTime() ? demanded : 0,
      cluster.createdAt.getTime(),
    ),
  );
}

/** When the latest refresh on demand ends, or has ended. */
export function refreshEnd(cluster: Cluster): Date | undefined {
  return (
    cluster.insightsRefreshStartedAt &&
    new Date(
      cluster.insightsRefreshStartedAt.getTime() + REFRESH_SECONDS * 1000,
    )
  );
}
