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
import type { Partition } from './partitions';

/** Who a cluster is; nothing of it ever changes. */
export interface ClusterIdentity {
  id: string;
  arn: string;
  name: string;
  accountId: string;
  partition: Partition;
  region: string;
}

/** The ARN of something that a cluster has, such as `nodegroup` or `addon`. */
export function partArn(
  cluster: ClusterIdentity,
  kind: string,
  path: string,
): string {
  const { partition, region, accountId, name } = cluster;
  const uuid = uuidFrom(`${cluster.id}/${kind}/${path}`);
  return `arn:${partition}:eks:${region}:${accountId}:${kind}/${name}/${path}/${uuid}`;
}
