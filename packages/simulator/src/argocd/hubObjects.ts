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

import { customResources } from '../kubernetes/objects/components/types';
import { customResourceDefinition } from '../kubernetes/objects/customResourceDefinitions';
import {
  metadataOf,
  type KubernetesObject,
} from '../kubernetes/objects/KubernetesObject';
import { keyOf, type ClusterObjects } from '../kubernetes/objects/objectsOf';
import type { PolicyRule } from '../model/kubernetesStory';
import type { Application } from './Application';
import {
  applicationObject,
  registeredServer,
  type HubContext,
} from './applicationObject';
import { applicationSets } from './applicationSets';
import type { Registration } from './FleetController';

const RESOURCES = customResources('argoproj.io', 'v1alpha1', [
  ['applications', 'Application', true],
  ['applicationsets', 'ApplicationSet', true],
  ['appprojects', 'AppProject', true],
]);

/** What the portal's role may read on the hub beside what it reads everywhere. */
export function hubRules(namespace: string): PolicyRule[] {
  return [
    {
      apiGroups: ['argoproj.io'],
      resources: ['applications', 'applicationsets', 'appprojects'],
      verbs: ['get', 'list', 'watch'],
    },
    {
      apiGroups: [''],
      resources: ['secrets'],
      verbs: ['get', 'list'],
      namespaces: [namespace],
    },
  ];
}

/** The hub's own objects, and Argo CD's beside them. */
export function withHubObjects(
  own: ClusterObjects,
  applications: Iterable<Application>,
  context: HubContext & { registrations: Registration[] },
): ClusterObjects {
  const known = [...applications].filter(({ fault }) => fault !== 'unknown');
  const missing = RESOURCES.filter(
    ({ plural }) =>
      !own.customResources.some(resource => resource.plural === plural),
  );
  const definitions = 'customresourcedefinitions.apiextensions.k8s.io';
  const metadata = metadataOf(context.hub);
  const more: [string, KubernetesObject[]][] = [
    [
      'applications.argoproj.io',
      known.map(application => applicationObject(application, context)),
    ],
    ['applicationsets.argoproj.io', applicationSets(known, context)],
    [
      'appprojects.argoproj.io',
      [
        appProject(context),
        ...(own.byResource.get('appprojects.argoproj.io') ?? []),
      ],
    ],
    [
      'secrets',
      context.registrations.map(registration =>
        clusterSecret(registration, context),
      ),
    ],
    [
      definitions,
      [
        ...(own.byResource.get(definitions) ?? []),
        ...missing.map(resource =>
          customResourceDefinition(resource, metadata),
        ),
      ],
    ],
  ];
  return {
    ...own,
    customResources: [...own.customResources, ...missing],
    byResource: new Map([
      ...own.byResource,
      ...more.map(([name, objects]): [string, KubernetesObject[]] => [
        name,
        [...objects].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
      ]),
    ]),
  };
}

/** How Argo CD registers a cluster: no credentials, the hub's own role gets in. */
function clusterSecret(
  { name: registered, spec, cluster }: Registration,
  context: HubContext,
): KubernetesObject & { type: string; data: Record<string, string> } {
  const { accountId, region, name, arn, partition, tags } = cluster;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    metadata: metadataOf(context.hub)('Secret', `cluster-${registered}`, {
      namespace: context.namespace,
      labels: {
        'argocd.argoproj.io/secret-type': 'cluster',
        ...(tags.environment && { environment: tags.environment }),
      },
      annotations: {
        'eks-fleet.io/cluster-arn': arn,
        aws_account_id: accountId,
        aws_region: region,
        aws_cluster_name: name,
      },
    }),
    type: 'Opaque',
    data: {
      name: base64(registered),
      server: base64(registeredServer(spec, cluster, context)),
      config: base64(
        JSON.stringify({
          awsAuthConfig: {
            clusterName: name,
            roleARN: `arn:${partition}:iam::${accountId}:role/argocd-deployer`,
          },
        }),
      ),
    },
  };
}

function appProject({
  hub,
  namespace,
  repositoryUrl,
}: HubContext): KubernetesObject {
  return {
    metadata: metadataOf(hub)('AppProject', 'clusters', { namespace }),
    spec: {
      description: 'What the fleet repository says of clusters',
      sourceRepos: [repositoryUrl],
      destinations: [{ server: '*', namespace: '*' }],
    },
    status: {},
  };
}
