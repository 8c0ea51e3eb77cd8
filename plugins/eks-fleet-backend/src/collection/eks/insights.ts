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
  DescribeInsightCommand,
  ListInsightsCommand,
} from '@aws-sdk/client-eks';
import type { InsightsDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeEach, isGone } from './describeEach';
import { listAll } from './listAll';
import { toInsight } from './toInsight';
import { minutes, type AwsCollectorOptions } from './types';
import { sortedBy } from './values';
import { whileCreating } from './whileCreating';

/**
 * Insights of all categories: EKS `ListInsights`, and `DescribeInsight` for
 * each that is not passing. One that cannot be described is still listed.
 */
export function insightsCollector({
  aws,
}: AwsCollectorOptions): ClusterCollector<InsightsDocument> {
  return {
    kind: 'insights',
    schedule: minutes(60),
    async collect(cluster, { controlPlane, signal }) {
      const client = aws.eks(cluster);
      const clusterName = cluster.name;
      const options = { abortSignal: signal };
      const listed = await whileCreating(controlPlane, [], () =>
        listAll(async nextToken => {
          const page = await client.send(
            new ListInsightsCommand({
              clusterName,
              maxResults: 100,
              nextToken,
            }),
            options,
          );
          return { items: page.insights, nextToken: page.nextToken };
        }),
      );
      const insights = new Map(
        listed.flatMap(summary =>
          summary.id ? [[summary.id, toInsight(summary, summary.id)]] : [],
        ),
      );
      const notPassing = [...insights.values()]
        .filter(({ status }) => status !== 'PASSING')
        .map(({ id }) => id);
      const { described, unreadable } = await describeEach(
        notPassing,
        signal,
        async id => {
          try {
            const { insight } = await client.send(
              new DescribeInsightCommand({ clusterName, id }),
              options,
            );
            return insight && toInsight(insight, id);
          } catch (error) {
            if (isGone(error)) {
              insights.delete(id);
            }
            throw error;
          }
        },
      );
      for (const insight of described) {
        insights.set(insight.id, insight);
      }
      return {
        insights: sortedBy(
          [...insights.values()],
          ({ category, name, id }) => `${category}\n${name}\n${id}`,
        ),
        unreadable,
      };
    },
  };
}
