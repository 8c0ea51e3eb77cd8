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

import type { CallContext, Operation } from '../../aws/types';
import type { Insight } from '../../model/insights';
import { insightsOf } from '../../model/insightsOf';
import { invalidParameter, partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

const STATUSES = ['PASSING', 'WARNING', 'ERROR', 'UNKNOWN'];

export const listInsights: Operation = {
  action: 'eks:ListInsights',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const filter = filterOf(context);
    const { items, nextToken } = pageOf(context, {
      name: `${cluster.id}/${JSON.stringify(filter)}`,
      items: insightsOf(cluster, context.clock.now()).filter(
        ({ category, kubernetesVersion, status }) =>
          among(filter.categories, category) &&
          among(filter.kubernetesVersions, kubernetesVersion) &&
          among(filter.statuses, status),
      ),
      keyOf: ({ id }) => id,
    });
    return { insights: items.map(summary), nextToken };
  },
};

export const describeInsight: Operation = {
  action: 'eks:DescribeInsight',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const { id } = context.call.parameters;
    const found = insightsOf(cluster, context.clock.now()).find(
      insight => insight.id === id,
    );
    if (!found) {
      throw partNotFound(`No insight found for id: ${id}.`, {
        clusterName: cluster.name,
      });
    }
    return { insight: insightDocument(found) };
  },
};

interface Filter {
  categories?: string[];
  kubernetesVersions?: string[];
  statuses?: string[];
}

function filterOf({ call }: CallContext): Filter {
  const { filter = {} } = call.parameters;
  if (typeof filter !== 'object' || filter === null) {
    throw invalidParameter('filter must be an object.');
  }
  const { categories, kubernetesVersions, statuses } = filter as Record<
    string,
    unknown
  >;
  const wanted = {
    categories: textsOf('categories', categories),
    kubernetesVersions: textsOf('kubernetesVersions', kubernetesVersions),
    statuses: textsOf('statuses', statuses),
  };
  const unknown = wanted.statuses?.find(status => !STATUSES.includes(status));
  if (unknown !== undefined) {
    throw invalidParameter(`statuses must be of ${STATUSES.join(', ')}.`);
  }
  return wanted;
}

function textsOf(name: string, value: unknown): string[] | undefined {
  const good =
    value === undefined ||
    (Array.isArray(value) && value.every(item => typeof item === 'string'));
  if (!good) {
    throw invalidParameter(`filter.${name} must be an array of strings.`);
  }
  return value;
}

function among(wanted: string[] | undefined, value: string | undefined) {
  return !wanted?.length || (value !== undefined && wanted.includes(value));
}

function summary(insight: Insight) {
  return {
    id: insight.id,
    name: insight.name,
    category: insight.category,
    kubernetesVersion: insight.kubernetesVersion,
    lastRefreshTime: epochSeconds(insight.lastRefreshTime),
    lastTransitionTime: epochSeconds(insight.lastTransitionTime),
    description: insight.description,
    insightStatus: { status: insight.status, reason: insight.reason },
  };
}

function insightDocument(insight: Insight): Record<string, unknown> {
  return {
    ...summary(insight),
    recommendation: insight.recommendation,
    additionalInfo: insight.additionalInfo,
    resources: insight.resources.map(
      ({ arn, kubernetesResourceUri, status, reason }) => ({
        insightStatus: { status, reason },
        kubernetesResourceUri,
        arn,
      }),
    ),
    categorySpecificSummary: {
      deprecationDetails: insight.deprecations.map(
        ({ clients, ...deprecation }) => ({
          ...deprecation,
          clientStats: clients.map(client => ({
            userAgent: client.userAgent,
            numberOfRequestsLast30Days: client.requestsLast30Days,
            lastRequestTime: Date.parse(client.lastRequestTime) / 1000,
          })),
        }),
      ),
      addonCompatibilityDetails: insight.addonCompatibility,
    },
  };
}
