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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  createKubeBenchSource,
  createPolicyReporterSource,
  type CollectedCluster,
  type EksFleetAwsService,
  type KubernetesReader,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { KubernetesWays } from '../../kubernetes/createKubernetes';
import { readKubernetesConfig } from '../../kubernetes/readKubernetesConfig';
import { readKubeBenchPlaces } from './readKubeBenchPlaces';
import { readPolicyReporters } from './readPolicyReporters';

/**
 * The sources of policies that configuration names places for: Policy
 * Reporters, and where kube-bench leaves what it finds.
 *
 * @throws InputError with one sentence that names the key
 */
export function createConfiguredSources(options: {
  aws: Pick<EksFleetAwsService, 's3'>;
  config: RootConfigService;
  /** None where clusters' APIs are not read from here. */
  kubernetes?: KubernetesWays;
}): PolicySource[] {
  const { aws, config, kubernetes } = options;
  const endpoints = readPolicyReporters(config);
  const places = readKubeBenchPlaces(config);
  const needing = [
    ...(places?.configMaps ? ['kubeBench.configMaps'] : []),
    ...endpoints.flatMap(({ readNamespaces }, index) =>
      readNamespaces ? [`policyReporters[${index}].readNamespaces`] : [],
    ),
  ];
  if (!kubernetes && needing.length > 0) {
    throw new InputError(
      `eksFleet.policies.${needing[0]}: needs \`eksFleet.kubernetes.enabled\``,
    );
  }
  const connect = kubernetes && connectOver(kubernetes);
  return [
    // Without any as well: reports then go on with what the last one had.
    createPolicyReporterSource({
      endpoints,
      connect,
      ownerLabels: readKubernetesConfig(config).ownerLabels,
    }),
    ...(places
      ? [
          createKubeBenchSource({
            places,
            connect,
            canConnect: kubernetes?.reaches,
            s3: target => aws.s3(target),
          }),
        ]
      : []),
  ];
}

/** A connection for each use, which ends with it. */
function connectOver(kubernetes: KubernetesWays) {
  return async <T>(
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
    use: (reader: KubernetesReader) => Promise<T>,
  ): Promise<T> => {
    const client = kubernetes.connect(cluster, controlPlane);
    try {
      return await use(client);
    } finally {
      client.close();
    }
  };
}
