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
  LifecycleService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type {
  ControlPlaneDocument,
  KubernetesDeprecatedApisDocument,
  ObservationDocuments,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  createPolicySources,
  EksKubernetesAccess,
  findKubernetesProxy,
  ObservationFailure,
  type ClusterCollector,
  type CollectedCluster,
  type EksFleetAwsService,
  type KubernetesClient,
  type KubernetesFactKind,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { laterByTimer, type Later } from '../collection/runCollector';
import { ClusterSessions } from './ClusterSessions';
import {
  readKubernetesConfig,
  type KubernetesConfig,
} from './readKubernetesConfig';

/** How often each kind of facts is read of each cluster. */
const EVERY_SECONDS: Record<KubernetesFactKind, number> = {
  kubernetesNodes: 600,
  kubernetesDisruption: 600,
  // Each scrape meets one of several API servers: often, to meet them all.
  kubernetesDeprecatedApis: 600,
  kubernetesAdmission: 600,
  kubernetesAddons: 1800,
};
const TIMEOUT_SECONDS = 120;

/** Ways to clusters' own APIs. */
export interface KubernetesWays {
  /** Whether there is one to a cluster. */
  reaches(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): boolean;
  /**
   * A connection of its own, for the caller to close.
   *
   * @throws ObservationFailure where the endpoint is not one of EKS
   */
  connect(
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
  ): KubernetesClient;
}

/** What is read through clusters' own APIs. */
export interface KubernetesParts {
  /** None where they are not read from here. */
  ways?: KubernetesWays;
  /** One for each kind of facts. */
  collectors: ClusterCollector[];
  policySources: PolicySource[];
}

/**
 * Reads what clusters' own APIs tell; nothing where
 * `eksFleet.kubernetes.enabled` is not set.
 *
 * @throws InputError with one sentence that names the key
 */
export function createKubernetes(options: {
  aws: EksFleetAwsService;
  config: RootConfigService;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  now?: () => Date;
  /** Only tests set this. */
  later?: Later;
}): KubernetesParts {
  const config = readKubernetesConfig(options.config);
  if (!config.enabled) {
    return { collectors: [], policySources: [] };
  }
  const { aws, lifecycle, now, later = laterByTimer } = options;
  const { dangerouslyAllowHosts, externalId, ownerLabels, proxies, roleName } =
    config;
  const access = EksKubernetesAccess.create({
    aws,
    roleName,
    externalId,
    dangerouslyAllowHosts,
    proxies,
    now,
  });
  const sessions = new ClusterSessions({ access, ownerLabels, later });
  lifecycle.addShutdownHook(() => sessions.close());
  const kinds = Object.keys(EVERY_SECONDS) as KubernetesFactKind[];
  return {
    ways: {
      reaches: (cluster, controlPlane) =>
        canBeReached(cluster, controlPlane, config),
      connect: (cluster, controlPlane) => access.connect(cluster, controlPlane),
    },
    collectors: kinds.map(kind => collectorOf(kind, { config, sessions })),
    policySources: createPolicySources({
      ownerLabels,
      appliesTo: (cluster, controlPlane) =>
        canBeReached(cluster, controlPlane, config),
      connect: (cluster, controlPlane, read) =>
        sessions.use(cluster, controlPlane, (_, reader) => read(reader)),
    }),
  };
}

function collectorOf<K extends KubernetesFactKind>(
  kind: K,
  { config, sessions }: { config: KubernetesConfig; sessions: ClusterSessions },
): ClusterCollector {
  const collector: ClusterCollector<ObservationDocuments[K]> = {
    kind,
    schedule: {
      everySeconds: EVERY_SECONDS[kind],
      timeoutSeconds: TIMEOUT_SECONDS,
    },
    appliesTo: (cluster, controlPlane) =>
      canBeReached(cluster, controlPlane, config),
    async collect(cluster, context) {
      const { controlPlane, previous, signal, now } = context;
      if (!controlPlane) {
        throw new ObservationFailure(
          'unreachable',
          'EKS DescribeCluster has not told where the API server is',
        );
      }
      return sessions.use(cluster, controlPlane, facts =>
        facts.read(kind, {
          signal,
          now: now(),
          previousDeprecatedApis:
            kind === 'kubernetesDeprecatedApis'
              ? (previous?.document as KubernetesDeprecatedApisDocument)
              : undefined,
        }),
      );
    },
  };
  return collector as ClusterCollector;
}

/** Clusters of which an endpoint is known, and leads somewhere from here. */
function canBeReached(
  cluster: CollectedCluster,
  controlPlane: ControlPlaneDocument | undefined,
  config: KubernetesConfig,
): boolean {
  const { endpoint, endpointPublicAccess } = controlPlane ?? {};
  const { privateEndpoints } =
    findKubernetesProxy(config.proxies, cluster) ?? config;
  return (
    Boolean(endpoint) && (endpointPublicAccess !== false || privateEndpoints)
  );
}
