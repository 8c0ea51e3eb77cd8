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

import type { EKSClient } from '@aws-sdk/client-eks';
import type { NamedProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeEach } from './describeEach';
import { listAll } from './listAll';
import { minutes, type AwsCollectorOptions } from './types';
import { sortedBy } from './values';
import { whileCreating } from './whileCreating';

/** The parts of a cluster that EKS lists by name and describes one by one. */
export interface NamedParts<TItem extends { name: string }, TDocument> {
  kind: string;
  everyMinutes: number;
  list(
    client: EKSClient,
    request: { clusterName: string; nextToken: string | undefined },
    options: { abortSignal: AbortSignal },
  ): Promise<{ items?: string[]; nextToken?: string }>;
  /** `undefined` where EKS answers with nothing. */
  describe(
    client: EKSClient,
    part: { clusterName: string; name: string },
    options: { abortSignal: AbortSignal },
  ): Promise<TItem | undefined>;
  /** @param items - ordered by name */
  toDocument(items: TItem[], unreadable: NamedProblem[]): TDocument;
}

/** Collects named parts: all pages of the list, and one call for each name. */
export function partsCollector<TItem extends { name: string }, TDocument>(
  { aws }: AwsCollectorOptions,
  parts: NamedParts<TItem, TDocument>,
): ClusterCollector<TDocument> {
  return {
    kind: parts.kind,
    schedule: minutes(parts.everyMinutes),
    async collect(cluster, { controlPlane, signal }) {
      const client = aws.eks(cluster);
      const clusterName = cluster.name;
      const options = { abortSignal: signal };
      const listed = await whileCreating(controlPlane, [], () =>
        listAll(nextToken =>
          parts.list(client, { clusterName, nextToken }, options),
        ),
      );
      const { described, unreadable } = await describeEach(
        listed,
        signal,
        name => parts.describe(client, { clusterName, name }, options),
      );
      return parts.toDocument(
        sortedBy(described, ({ name }) => name),
        unreadable,
      );
    },
  };
}
