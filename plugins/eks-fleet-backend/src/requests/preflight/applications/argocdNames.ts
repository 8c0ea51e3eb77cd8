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

import type {
  ApplicationSpec,
  ClusterThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetIndex } from '../ground/FleetIndex';
import { clusterKey, namespaceKey } from '../ground/keys';
import { selectTargets } from './selectTargets';

/** What Argo CD calls an application on one cluster. */
export function applicationName(
  { environment, name }: Pick<ApplicationSpec, 'environment' | 'name'>,
  cluster: ClusterThing,
): string {
  return `${name}-${environment}-${nameOf(cluster)}`;
}

/** What Argo CD calls the application that brings a namespace. */
export function namespaceApplicationName(
  name: string,
  cluster: ClusterThing,
): string {
  return `${name}-${nameOf(cluster)}`;
}

/** Keys of things by what Argo CD calls their applications. */
type Names = ReadonlyMap<string, string>;

const ofApplications = new WeakMap<FleetIndex, Names>();
const ofOthers = new WeakMap<FleetIndex, Names>();

/**
 * The key of the thing whose application Argo CD calls so. Parts with dashes
 * between can come out the same: the namespace `a-b`, and `a` in `b`.
 */
export function holderOf(name: string, fleet: FleetIndex): string | undefined {
  return (
    applicationHolderOf(name, fleet) ??
    keep(ofOthers, fleet, namesOfOthers).get(name)
  );
}

/** As {@link holderOf}, of applications alone. */
export function applicationHolderOf(
  name: string,
  fleet: FleetIndex,
): string | undefined {
  return keep(ofApplications, fleet, namesOfApplications).get(name);
}

function namesOfApplications(fleet: FleetIndex): Names {
  return new Map(
    [...fleet.applications()].flatMap(({ key, spec }) =>
      selectTargets(spec, fleet).map(({ cluster }): [string, string] => [
        applicationName(spec, cluster),
        key,
      ]),
    ),
  );
}

function namesOfOthers(fleet: FleetIndex): Names {
  const names = new Map<string, string>();
  for (const cluster of fleet.clusters()) {
    names.set(nameOf(cluster), clusterKey(cluster));
    for (const each of fleet.namespacesOn(clusterKey(cluster))) {
      names.set(
        namespaceApplicationName(each.name, cluster),
        namespaceKey(each),
      );
    }
  }
  return names;
}

/** Put together once for as long as the fleet stays so. */
function keep(
  kept: WeakMap<FleetIndex, Names>,
  fleet: FleetIndex,
  make: (fleet: FleetIndex) => Names,
): Names {
  const known = kept.get(fleet);
  if (known) {
    return known;
  }
  const made = make(fleet);
  kept.set(fleet, made);
  return made;
}

function nameOf({ accountId, name, region }: ClusterThing): string {
  return `${name}-${accountId}-${region}`;
}
