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

import { ManualClock } from '../../clock';
import { CloudModel } from '../../model';
import type { Cluster, ClusterSpec } from '../../model/types';
import { objectsOf } from '../objects/objectsOf';

/** A cluster without any server around it. */
export function modelCluster(spec: Partial<ClusterSpec> = {}): Cluster {
  const model = CloudModel.fromSpec(
    {
      credentials: [],
      organizations: [],
      accounts: [
        {
          id: '111122223333',
          name: 'main',
          clusters: [
            {
              name: 'one',
              region: 'eu-west-1',
              version: '1.34',
              createdAt: '2026-02-03T04:05:06Z',
              ...spec,
            },
          ],
        },
      ],
    },
    new ManualClock('2026-11-23T09:00:00Z'),
  );
  return model.clusters()[0];
}

/** Objects of a resource, such as `pods` or `deployments.apps`. */
export function listOf(cluster: Cluster, resource: string): any[] {
  return [...(objectsOf(cluster).byResource.get(resource) ?? [])];
}
