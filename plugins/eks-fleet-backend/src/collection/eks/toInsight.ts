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
  DeprecationDetail,
  Insight as EksInsight,
  InsightSummary,
} from '@aws-sdk/client-eks';
import type {
  Insight,
  InsightDeprecation,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { items, names, prose, sortedBy, text, time } from './values';

/**
 * What EKS `ListInsights` or `DescribeInsight` says. Categories and statuses
 * that are new pass through as they are.
 */
export function toInsight(
  insight: InsightSummary | EksInsight,
  id: string,
): Insight {
  const { insightStatus } = insight;
  const detail: Partial<EksInsight> = insight;
  const specific = detail.categorySpecificSummary;
  return {
    id,
    name: text(insight.name) ?? id,
    category: text(insight.category) ?? 'UNKNOWN',
    status: text(insightStatus?.status) ?? 'UNKNOWN',
    reason: text(insightStatus?.reason),
    kubernetesVersion: text(insight.kubernetesVersion),
    description: prose(insight.description),
    recommendation: prose(detail.recommendation),
    lastRefreshTime: time(insight.lastRefreshTime),
    lastTransitionTime: time(insight.lastTransitionTime),
    resources: sortedBy(
      items(detail.resources).map(resource => ({
        kubernetesResourceUri: text(resource.kubernetesResourceUri),
        arn: text(resource.arn),
        status: text(resource.insightStatus?.status),
        reason: text(resource.insightStatus?.reason),
      })),
      ({ kubernetesResourceUri, arn }) => `${kubernetesResourceUri}\n${arn}`,
    ),
    deprecations: sortedBy(
      items(specific?.deprecationDetails).map(toDeprecation),
      ({ usage }) => usage,
    ),
    addons: sortedBy(
      items(specific?.addonCompatibilityDetails).map(addon => ({
        name: text(addon.name) ?? '',
        compatibleVersions: names(addon.compatibleVersions),
      })),
      ({ name }) => name,
    ),
    links: toLinks(detail.additionalInfo),
  };
}

function toDeprecation(detail: DeprecationDetail): InsightDeprecation {
  return {
    usage: text(detail.usage) ?? '',
    replacedWith: text(detail.replacedWith),
    stopServingVersion: text(detail.stopServingVersion),
    startServingReplacementVersion: text(detail.startServingReplacementVersion),
    clients: sortedBy(
      items(detail.clientStats).map(client => ({
        userAgent: text(client.userAgent) ?? '',
        requestsLast30Days: client.numberOfRequestsLast30Days,
        lastRequestTime: time(client.lastRequestTime),
      })),
      ({ userAgent }) => userAgent,
    ),
  };
}

function toLinks(
  additionalInfo: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(additionalInfo ?? {})
      .filter(([, url]) => /^https?:\/\//.test(url) && url.length <= 2000)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 50)
      .map(([title, url]) => [title.slice(0, 200), url]),
  );
}
