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
  abilityOf,
  locateCluster,
  type FleetRepository,
  type Provisioner,
  type RolloutCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Place } from './types';

/**
 * Where a cluster is described, and what can be done to it by that file.
 *
 * @returns the place, or in one sentence why there is none
 */
export function findPlace(
  repositories: readonly FleetRepository[],
  provisioners: readonly Provisioner[],
  cluster: RolloutCluster,
): { place: Place } | { notLocated: string } {
  const located = locateCluster(repositories, cluster);
  if ('notLocated' in located) {
    return located;
  }
  const { file } = located;
  const provisioner = provisioners.find(({ id }) => id === file.provisioner);
  return provisioner
    ? { place: { file, provisioner, ability: abilityOf(provisioner, file) } }
    : { notLocated: `There is no provisioner ${file.provisioner} here.` };
}
