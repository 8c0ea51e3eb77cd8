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

import { ClusterInventory } from '../inventory/ClusterInventory';
import { DatabaseClusterStore } from '../inventory/DatabaseClusterStore';
import { ClusterAccess } from '../permissions/ClusterAccess';
import { RequestAccess } from '../permissions/RequestAccess';
import { RolloutAccess } from '../permissions/RolloutAccess';
import { DatabaseRequestStore } from '../requests/store/DatabaseRequestStore';
import { DatabaseRolloutStore } from '../rollouts/store/DatabaseRolloutStore';
import { FleetOverview } from '../summary/FleetOverview';
import { DatabaseTargetStore } from '../targets/DatabaseTargetStore';
import { DiscoveryRequests } from '../targets/DiscoveryRequests';
import { TargetDirectory } from '../targets/TargetDirectory';
import { DatabaseVersionStore } from '../versions/DatabaseVersionStore';
import type { Ground } from './services';

/** Which clusters and targets there are, and who may see them. */
export type Inventory = ReturnType<typeof createInventory>;

export function createInventory({
  config: { environmentLabel, prices },
  events,
  knex,
  logger,
  permissions,
  permissionsRegistry: registry,
}: Ground) {
  const clusters = new DatabaseClusterStore(knex);
  const targets = new DatabaseTargetStore(knex);
  const versions = new DatabaseVersionStore(knex);
  const rolloutStore = new DatabaseRolloutStore(knex);
  const directory = new TargetDirectory({ targets, clusters });
  return {
    clusters,
    targets,
    versions,
    rolloutStore,
    directory,
    discovery: new DiscoveryRequests({ events, logger }),
    access: ClusterAccess.create({
      permissions,
      registry,
      ownByRefs: refs => clusters.ownByRefs(refs),
    }),
    requestAccess: RequestAccess.create({
      permissions,
      registry,
      byIds: ids => new DatabaseRequestStore(knex).resources(ids),
    }),
    rolloutAccess: RolloutAccess.create({
      permissions,
      registry,
      byIds: ids => rolloutStore.byIds(ids),
    }),
    inventory: new ClusterInventory({
      clusters,
      versions,
      prices,
      environmentLabel,
    }),
    overview: new FleetOverview({
      clusters,
      targets: directory,
      versions,
      prices,
    }),
  };
}
