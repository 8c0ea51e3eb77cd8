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
import { registeredServer, sourceOf } from '../applicationObject';
import type { GitopsClusterSpec, ProvisionerName } from '../types';
import type { ApplicationSubject } from '../work';

/** The object that stands for a cluster. */
const ROOTS: Record<
  ProvisionerName,
  { group: string; version: string; kind: string }
> = {
  ack: { group: 'eks.services.k8s.aws', version: 'v1alpha1', kind: 'Cluster' },
  capa: { group: 'cluster.x-k8s.io', version: 'v1beta1', kind: 'Cluster' },
  crossplane: {
    group: 'eks.aws.m.upbound.io',
    version: 'v1beta1',
    kind: 'Cluster',
  },
  kro: { group: 'kro.run', version: 'v1alpha1', kind: 'EksCluster' },
  terraform: {
    group: 'infra.contrib.fluxcd.io',
    version: 'v1alpha2',
    kind: 'Terraform',
  },
};

/** Unique over accounts and Regions, and a name as Kubernetes takes them. */
export function applicationName(
  spec: Pick<GitopsClusterSpec, 'accountId' | 'name' | 'region'>,
): string {
  const name = spec.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${name}-${spec.accountId}-${spec.region}`;
}

/** What the application of a cluster is of. */
export function clusterSubject(
  spec: GitopsClusterSpec,
  hands: {
    arn: string;
    environment: string;
    cluster(): Cluster | undefined;
    isRegistered(): boolean;
  },
): ApplicationSubject {
  const name = applicationName(spec);
  const parts = spec.path.split('/');
  const file = parts.pop()!;
  return {
    kind: 'cluster',
    name,
    project: 'clusters',
    clusterArn: hands.arn,
    cluster: spec,
    isRegistered: hands.isRegistered,
    labels: {
      'eks-fleet.io/environment': hands.environment,
      'eks-fleet.io/provisioner': spec.provisioner,
    },
    source: context => sourceOf(context, parts.join('/'), file),
    destination: context => {
      const cluster = hands.cluster();
      return {
        ...(spec.destination === 'name' || !cluster
          ? { name }
          : { server: registeredServer(spec, cluster, context) }),
        namespace: 'eks-clusters',
      };
    },
    resources: () => [
      {
        ...ROOTS[spec.provisioner],
        namespace: 'eks-clusters',
        name: spec.name,
      },
    ],
  };
}
