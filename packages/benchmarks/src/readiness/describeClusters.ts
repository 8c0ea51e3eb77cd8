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
  DescribeClusterCommand,
  ListClustersCommand,
  type Cluster,
} from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { accountIds, regionNames, ROLE_NAME } from '../cloud/scope';
import type { CloudOptions } from '../cloud/SimulatorProcess';

/** What EKS tells of the clusters of one account in one Region. */
export interface DescribedTarget {
  accountId: string;
  region: string;
  clusters: Cluster[];
}

/** What discovery knows of a cloud once it has read all of it. */
export async function describeClusters(
  cloud: Pick<CloudOptions, 'accounts' | 'regions'>,
): Promise<DescribedTarget[]> {
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({ aws: { accountDefaults: { roleName: ROLE_NAME } } }),
  );
  const targets = accountIds(cloud).flatMap(accountId =>
    regionNames(cloud).map(region => ({ accountId, region })),
  );
  return Promise.all(
    targets.map(async ({ accountId, region }) => {
      const eks = aws.eks({ partition: 'aws', accountId, region });
      const { clusters: names = [] } = await eks.send(
        new ListClustersCommand({}),
      );
      const clusters = await Promise.all(
        names.map(async name => {
          const { cluster } = await eks.send(
            new DescribeClusterCommand({ name }),
          );
          return cluster!;
        }),
      );
      return { accountId, region, clusters };
    }),
  );
}
