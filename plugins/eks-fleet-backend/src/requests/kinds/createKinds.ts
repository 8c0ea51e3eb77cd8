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
  shippedProvisioners,
  type EksFleetAwsService,
  type EksFleetGitService,
  type Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ArgocdReader } from '../../argocd/types';
import type { FleetClusters } from '../../collection/FleetClusters';
import type { ObservationReader } from '../../collection/types';
import type { ClusterStore } from '../../inventory/types';
import type { KubernetesWays } from '../../kubernetes/createKubernetes';
import type { TargetStore } from '../../targets/types';
import { ClusterAdoption } from '../adoption/ClusterAdoption';
import type { FleetIndex } from '../preflight';
import { ApplicationKind } from './ApplicationKind';
import { ApplicationSightings } from './ApplicationSightings';
import { ClusterFiles } from './ClusterFiles';
import { ClusterKind } from './ClusterKind';
import { ClusterSightings } from './ClusterSightings';
import { EksClusterLooks } from './EksClusterLooks';
import { NamespaceKind } from './NamespaceKind';
import { NamespaceSightings } from './NamespaceSightings';
import type { RequestKindHandler } from './types';

/** The kinds of things that can be asked for in this installation. */
export function createKinds(options: {
  git: Pick<EksFleetGitService, 'repositories'>;
  /** Besides those that ship. */
  provisioners: readonly Provisioner[];
  clusters: Pick<ClusterStore, 'find'>;
  fleet: Pick<FleetClusters, 'list'>;
  observations: Pick<ObservationReader, 'of'>;
  argocd: ArgocdReader;
  aws: Pick<EksFleetAwsService, 'eks'>;
  targets: Pick<TargetStore, 'list'>;
  /** Has `<account>/<region>` discovered anew soon. */
  discover: (target: string) => void;
  ways?: KubernetesWays;
  /** What is there, as others are judged by it. */
  known: () => Promise<FleetIndex>;
  now?: () => Date;
}): RequestKindHandler[] {
  const { argocd, clusters, fleet, git, observations, ways } = options;
  const { now = () => new Date() } = options;
  const { repositories } = git;
  const provisioners = [
    ...options.provisioners,
    ...shippedProvisioners.filter(
      ({ id }) => !options.provisioners.some(added => added.id === id),
    ),
  ];
  const files = new ClusterFiles({ repositories, provisioners, clusters, now });
  return [
    new NamespaceKind({
      repositories,
      clusters: files,
      sightings: new NamespaceSightings({
        argocd,
        ways,
        clusters: fleet,
        observations,
      }),
    }),
    new ClusterKind({
      files,
      adoption: new ClusterAdoption({ ...options, now }),
      sightings: new ClusterSightings({
        argocd,
        clusters,
        eks: new EksClusterLooks(options),
        discover: options.discover,
        now,
      }),
    }),
    new ApplicationKind({
      repositories,
      sightings: new ApplicationSightings({ argocd, fleet: options.known }),
    }),
  ];
}
