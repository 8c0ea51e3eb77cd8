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

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type {
  AwsTarget,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { FleetClusters } from '../../collection/FleetClusters';
import {
  AwsNetworkReader,
  NetworkWatch,
  type NetworkIndex,
  type RequestConfig,
} from '../preflight';

/** Looks every so often who has which addresses; never where no addresses are given here. */
export async function watchNetworks(options: {
  config: RequestConfig;
  aws: Pick<EksFleetAwsService, 'ec2'>;
  fleet: Pick<FleetClusters, 'list'>;
  scheduler: SchedulerService;
  now: () => Date;
}): Promise<() => NetworkIndex> {
  const { aws, config, fleet, now, scheduler } = options;
  const { cidrPools } = config.clusters;
  const watch = new NetworkWatch({
    reader: new AwsNetworkReader({ aws }),
    ipamPools: cidrPools.flatMap(pool => ('ipam' in pool ? [pool.ipam] : [])),
  });
  if (cidrPools.length > 0) {
    // Each replica keeps what it has seen.
    await scheduler.scheduleTask({
      id: 'eks-fleet-request-networks',
      scope: 'local',
      frequency: { minutes: 2 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 20 },
      fn: async signal => {
        await watch.refresh(
          targetsOf(await fleet.list()),
          now(),
          signal as AbortSignal,
        );
      },
    });
  }
  return () => watch.index(now());
}

function targetsOf(clusters: AwsTarget[]): AwsTarget[] {
  const targets = new Map(
    clusters.map(({ accountId, partition, region }) => [
      `${accountId}/${region}`,
      { accountId, partition, region },
    ]),
  );
  return [...targets.values()];
}
