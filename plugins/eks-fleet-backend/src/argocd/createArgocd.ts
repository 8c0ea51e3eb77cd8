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
import {
  EksKubernetesAccess,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../collection/types';
import { readKubernetesConfig } from '../kubernetes/readKubernetesConfig';
import { KubernetesArgocdReader } from './KubernetesArgocdReader';
import { readArgocdConfig } from './readArgocdConfig';

/**
 * Reads the Argo CDs of the configuration, by the way and the role that lead to
 * clusters' APIs.
 *
 * @throws InputError with one sentence that names the key
 */
export function createArgocd(options: {
  aws: EksFleetAwsService;
  config: RootConfigService;
  observations: Pick<ObservationReader, 'of'>;
  now?: () => Date;
}): KubernetesArgocdReader {
  const { aws, config, now, observations } = options;
  const { dangerouslyAllowHosts, externalId, proxies, roleName } =
    readKubernetesConfig(config);
  const access = EksKubernetesAccess.create({
    aws,
    roleName,
    externalId,
    dangerouslyAllowHosts,
    proxies,
    now,
  });
  return new KubernetesArgocdReader({
    hubs: readArgocdConfig(config),
    connect: (cluster, controlPlane) => access.connect(cluster, controlPlane),
    observations,
    now,
  });
}
