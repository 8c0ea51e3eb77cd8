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
import type { Cluster } from '../../model/types';
import { sourceOf } from '../applicationObject';
import { ManifestWork } from '../manifests/ManifestWork';
import type { Permitted } from '../manifests/admitted';
import type { ApplicationSubject } from '../work';
import type { NamespacePlace } from './namespaceFiles';

/** The hub, as applications on it call it. */
const IN_CLUSTER = 'https://kubernetes.default.svc';

const OF_NAMESPACE: Omit<Permitted, 'namespace'> = {
  project: 'fleet-namespaces',
  kinds: [
    '/Namespace',
    '/ResourceQuota',
    '/LimitRange',
    'networking.k8s.io/NetworkPolicy',
    'rbac.authorization.k8s.io/RoleBinding',
  ],
};

const OF_PROJECT: Omit<Permitted, 'namespace'> = {
  project: 'fleet-namespace-projects',
  kinds: ['argoproj.io/AppProject'],
};

/** Where the applications of a namespace go. */
export interface NamespaceDestinations {
  /** ARN of the cluster that the path names, whether there is one or not. */
  arn: string;
  cluster(): Cluster | undefined;
  hub(): Cluster | undefined;
  /** Argo CD's own on the hub. */
  argocdNamespace: string;
}

export function namespaceName(place: NamespacePlace): string {
  const { namespace, cluster, accountId, region } = place;
  return `${namespace}-${cluster.toLowerCase()}-${accountId}-${region}`;
}

/** What is in the namespace, on its cluster. */
export function namespaceApplication(
  place: NamespacePlace,
  { arn, cluster }: NamespaceDestinations,
): { subject: ApplicationSubject; work: ManifestWork } {
  const name = namespaceName(place);
  const permitted = { ...OF_NAMESPACE, namespace: place.namespace };
  const work = new ManifestWork({
    application: name,
    permitted,
    server: arn,
    cluster,
  });
  return {
    work,
    subject: {
      ...commonOf(place, work),
      kind: 'namespace',
      clusterArn: arn,
      name,
      project: permitted.project,
      source: context => sourceOf(context, place.folder, 'namespace.yaml'),
      destination: () => ({ server: arn, namespace: place.namespace }),
    },
  };
}

/** The AppProject of the namespace, on the hub. */
export function projectApplication(
  place: NamespacePlace,
  { hub, argocdNamespace }: NamespaceDestinations,
): { subject: ApplicationSubject; work: ManifestWork } {
  const name = `project-${namespaceName(place)}`;
  const permitted = { ...OF_PROJECT, namespace: argocdNamespace };
  const work = new ManifestWork({
    application: name,
    permitted,
    server: IN_CLUSTER,
    cluster: hub,
  });
  return {
    work,
    subject: {
      ...commonOf(place, work),
      kind: 'namespace-project',
      name,
      project: permitted.project,
      source: context => sourceOf(context, place.folder, 'project.yaml'),
      destination: () => ({ server: IN_CLUSTER, namespace: argocdNamespace }),
    },
  };
}

function commonOf(place: NamespacePlace, work: ManifestWork) {
  return {
    labels: {
      'eks-fleet.io/team': place.team,
      environment: place.environment,
    },
    resources: () => work.resources(),
  };
}
