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
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type EntityLink,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  EKS_FLEET_ANNOTATIONS,
  NAMESPACE_RESOURCE_TYPE,
  eksConsoleUrl,
  parseClusterArn,
  type ProvisionedNamespace,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { entityName } from '../entities/entityName';

/** Where entities of namespaces say that they come from. */
export const NAMESPACES_LOCATION = 'eks-fleet:namespaces';

/**
 * The catalog entity of a provisioned namespace. Its name is that of the
 * namespace with a hash of where it is, the same for as long as it is there. It
 * holds no time of observation, so that an unchanged one gives an unchanged entity.
 *
 * @param options - `clusterRef`: the entity of its cluster, where there is one;
 *   `requestUrl`: where the request that brought it is read
 */
export function namespaceToEntity(
  namespace: ProvisionedNamespace,
  options: {
    catalogNamespace: string;
    clusterRef?: string;
    requestUrl?: string;
  },
): ResourceEntity {
  const { cluster, environment, name, owner, thing } = namespace;
  const location = `${NAMESPACES_LOCATION}/${thing.key
    .split('/')
    .slice(1)
    .join('/')}`;
  const links = linksOf(namespace, options.requestUrl);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: options.catalogNamespace,
      name: entityName(name, thing.key),
      title: name,
      description: `Namespace ${name} on ${cluster.name}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        ...annotationsOf(namespace),
      },
      labels: { environment },
      ...(links.length > 0 && { links }),
    },
    spec: {
      type: NAMESPACE_RESOURCE_TYPE,
      owner,
      ...(options.clusterRef && { dependsOn: [options.clusterRef] }),
    },
  };
}

function annotationsOf({
  cluster,
  environment,
  expiresOn,
  lifecycle,
  name,
  request,
}: ProvisionedNamespace): Record<string, string> {
  const names = EKS_FLEET_ANNOTATIONS;
  return {
    [names.accountId]: cluster.accountId,
    [names.region]: cluster.region,
    [names.cluster]: cluster.name,
    [names.namespace]: name,
    [names.environment]: environment,
    [names.lifecycle]: lifecycle,
    ...(request && { [names.request]: request }),
    ...(expiresOn && { [names.expiresOn]: expiresOn }),
  };
}

function linksOf(
  { cluster, repository }: ProvisionedNamespace,
  requestUrl: string | undefined,
): EntityLink[] {
  const arn = parseClusterArn(cluster.arn ?? '');
  return [
    ...(requestUrl
      ? [{ title: 'Request', url: requestUrl, icon: 'dashboard' }]
      : []),
    ...(arn
      ? [
          {
            title: "The cluster in AWS's console",
            url: eksConsoleUrl(arn),
            icon: 'dashboard',
          },
        ]
      : []),
    ...(repository && /^https?:\/\//.test(repository)
      ? [{ title: 'Fleet repository', url: repository, icon: 'github' }]
      : []),
  ];
}
