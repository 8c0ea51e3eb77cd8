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
import {
  formatClusterArn,
  parseClusterArn,
  type ControlPlaneReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  partitionOfRegion,
  type AwsPartition,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Router } from 'express';
import type { ReportedObservation } from '../collection/store/types';
import type { TargetKey } from '../inventory/types';
import type { TargetRecord } from '../targets/types';
import type { RouterOptions } from './createRouter';
import { demandDiscovery } from './demandDiscovery';

/** As long as a target whose scans are every ten minutes may say nothing. */
const FRESH_FOR_MS = 30 * 60_000;

/** What discovery's `DescribeCluster` said, so that nobody asks it again. */
export function addControlPlaneRoutes(
  router: Router,
  options: Pick<RouterOptions, 'collection' | 'httpAuth' | 'targets'>,
): void {
  const { collection, httpAuth, targets } = options;

  router.put(
    '/control-planes/:provider/:account/:region',
    async (request, response) => {
      await demandDiscovery(httpAuth, request);
      const { provider, account: accountId, region } = request.params;
      const key = { provider, accountId, region };
      await collection.intake.put(
        toObservations(
          key,
          await targets.get(key),
          request.body as ControlPlaneReport,
        ),
      );
      response.status(204).end();
    },
  );
}

/**
 * A report's control planes, under ARNs that follow from the target alone.
 *
 * @param target - as it was last reported; it may not have been yet
 * @throws InputError for what is no Region, or no cluster's name
 */
export function toObservations(
  { accountId, region }: TargetKey,
  target: TargetRecord | undefined,
  report: ControlPlaneReport,
): ReportedObservation[] {
  const partition = (target?.partition ?? partitionOfRegion(region)) as
    | AwsPartition
    | undefined;
  if (!partition) {
    throw new InputError(`${region} is no Region that AWS has`);
  }
  const observedAt = new Date(report.observedAt);
  const freshUntil = new Date(observedAt.getTime() + freshForMs(target));
  const clusterOf = (name: string, place: string) => {
    const arn = formatClusterArn({
      partition,
      region,
      accountId,
      clusterName: name,
    });
    if (!parseClusterArn(arn)) {
      throw new InputError(
        `body/${place}/name: ${JSON.stringify(
          name.slice(0, 200),
        )} is no name of a cluster`,
      );
    }
    return { arn, partition, accountId, region, name };
  };
  const common = {
    kind: 'controlPlane',
    source: 'discovery',
    observedAt,
  } as const;
  return [
    ...report.clusters.map((document, index) => ({
      ...common,
      cluster: {
        ...clusterOf(document.name, `clusters/${index}`),
        createdAt: document.createdAt,
        version: document.version,
      },
      freshUntil,
      document,
    })),
    ...(report.failures ?? []).map(({ name, error }, index) => ({
      ...common,
      cluster: clusterOf(name, `failures/${index}`),
      error,
    })),
  ];
}

/** As long as the target itself counts as fresh. */
function freshForMs(target: TargetRecord | undefined): number {
  const milliseconds = target
    ? Date.parse(target.freshUntil) - Date.parse(target.lastSuccessAt)
    : NaN;
  return milliseconds > 0 ? milliseconds : FRESH_FOR_MS;
}
