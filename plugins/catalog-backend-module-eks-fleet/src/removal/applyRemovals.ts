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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EksFleetProviderConfig } from '../config/types';
import type { EntityHandover } from '../providers/EntityHandover';
import type { ClusterRecord, DiscoveryStore } from '../state/types';
import { decideRemovals } from './decideRemovals';

const MOST_NAMED = 10;

/**
 * Takes the clusters out of the catalog that the rules let go.
 *
 * @returns those that the rules hold back
 */
export async function applyRemovals(options: {
  config: EksFleetProviderConfig;
  store: DiscoveryStore;
  handover: EntityHandover;
  logger: LoggerService;
  now: Date;
}): Promise<ClusterRecord[]> {
  const { config, handover, logger, now, store } = options;
  const [clusters, targets] = await Promise.all([
    store.listClusters({ provider: config.id }),
    store.listTargets(config.id),
  ]);
  const unmanaged = new Map(
    targets.map(target => [
      `${target.accountId}/${target.region}`,
      target.unmanagedSince,
    ]),
  );
  const { remove, hold } = decideRemovals(
    clusters.map(cluster => ({
      arn: cluster.arn,
      missedScans: cluster.missedScans,
      accepted: cluster.removalAcceptedAt !== undefined,
      unmanagedSince: unmanaged.get(`${cluster.accountId}/${cluster.region}`),
    })),
    config.removal,
    now,
  );
  if (remove.length > 0) {
    const leaving = new Set(remove);
    await handover.remove(
      clusters
        .filter(({ arn }) => leaving.has(arn))
        .map(({ entityRef }) => entityRef),
    );
    await store.removeClusters(remove);
    logger.info(
      `Removed ${remove.length} cluster(s) that are gone: ${remove
        .slice(0, MOST_NAMED)
        .join(', ')}${remove.length > MOST_NAMED ? ', …' : ''}`,
    );
  }
  const holding = new Set(hold);
  return clusters.filter(({ arn }) => holding.has(arn));
}
