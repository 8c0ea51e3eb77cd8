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

import { formatClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeCluster } from '../discovery/readTarget';
import {
  toControlPlane,
  toControlPlaneFailure,
} from '../report/toControlPlane';
import type { TargetRecord } from '../state/types';
import { inCatalog, makeEntities } from './makeEntities';
import { toTarget, type DiscoveryParts } from './types';

/**
 * Reads one cluster of a target anew, and hands over what it is like, or what
 * kept it from being read.
 *
 * @param onMissing - called where EKS says that there is none of that name
 * @returns its status; `undefined` where that was not told
 */
export async function refreshCluster(
  parts: DiscoveryParts,
  target: TargetRecord,
  name: string,
  onMissing: () => Promise<void>,
): Promise<string | undefined> {
  const { aws, config, handover, logger, reporter, store, transformer } = parts;
  aws.setLimits(target, config.limits);
  const began = parts.now();
  let cluster;
  try {
    cluster = await describeCluster(aws.eks(target), target, name);
  } catch (error) {
    logger.warn(
      `Cluster ${name} of ${target.accountId}/${target.region} could not be read again. ${error}`,
    );
    const arn = formatClusterArn({ ...target, clusterName: name });
    if (await store.getCluster(arn)) {
      const failure = { name, error: toObservationError(error) };
      await reporter.controlPlanes(config.id, target, began, {
        clusters: [],
        failures: [toControlPlaneFailure(failure)],
      });
    }
    return undefined;
  }
  if (!cluster) {
    await onMissing();
    return undefined;
  }
  const made = await makeEntities(
    [cluster],
    toTarget(target),
    config,
    transformer?.(),
  );
  await handover.add(made.entities);
  for (const seen of made.seen) {
    await store.upsertCluster(
      config.id,
      target,
      seen,
      parts.now().toISOString(),
    );
  }
  await reporter.controlPlanes(config.id, target, began, {
    clusters: inCatalog([cluster], made).map(toControlPlane),
    failures: [],
  });
  return cluster.status;
}
