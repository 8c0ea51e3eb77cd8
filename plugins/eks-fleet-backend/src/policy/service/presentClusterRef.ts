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

import type { PolicyClusterRef } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../../database/text';
import type { ClusterRecord } from '../../inventory/types';

/** A cluster, as much as a list about something else says of it. */
export function presentClusterRef(cluster: ClusterRecord): PolicyClusterRef {
  return {
    arn: cluster.arn,
    entityRef: cluster.entityRef,
    name: cluster.name,
    accountId: cluster.accountId,
    accountName: known(cluster.accountName),
    region: cluster.region,
    environment: known(cluster.environment),
    owner: known(cluster.owner),
  };
}
