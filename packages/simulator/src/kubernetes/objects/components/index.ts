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
  ComponentName,
  ComponentSpec,
} from '../../../model/kubernetesStory';
import type { Cluster } from '../../../model/types';
import { PARTITIONS } from '../../../model/partitions';
import { clusterAutoscaler, karpenter } from './computeComponents';
import {
  coredns,
  ebsCsiDriver,
  kubeProxy,
  metricsServer,
  podIdentityAgent,
  vpcCni,
} from './eksComponents';
import { argoCd, certManager, gatekeeper, kyverno } from './platformComponents';
import {
  awsLoadBalancerController,
  externalDns,
  ingressNginx,
} from './trafficComponents';
import type { Component, ComponentParts } from './types';

export type { ComponentParts, CustomResource } from './types';

const COMPONENTS: Record<ComponentName, Component> = {
  'argo-cd': argoCd,
  'aws-ebs-csi-driver': ebsCsiDriver,
  'aws-load-balancer-controller': awsLoadBalancerController,
  'cert-manager': certManager,
  'cluster-autoscaler': clusterAutoscaler,
  coredns,
  'eks-pod-identity-agent': podIdentityAgent,
  'external-dns': externalDns,
  gatekeeper,
  'ingress-nginx': ingressNginx,
  karpenter,
  'kube-proxy': kubeProxy,
  kyverno,
  'metrics-server': metricsServer,
  'vpc-cni': vpcCni,
};

/** Without them no pod has a network or finds another. */
const ESSENTIAL: ComponentName[] = ['vpc-cni', 'coredns', 'kube-proxy'];
const USUAL: ComponentName[] = [
  'aws-load-balancer-controller',
  'metrics-server',
];

/** What is installed in a cluster: by EKS, by the story, or as usual. */
export function componentsOf(cluster: Cluster): ComponentParts[] {
  const { components = [], usualComponents = true } = cluster.kubernetes;
  const managed = cluster.addons.filter(
    ({ name }) => !components.some(component => component.name === name),
  );
  const isInstalled = (name: ComponentName) =>
    [...managed, ...components].some(installed => installed.name === name);
  const assumed = [
    ...(cluster.autoMode ? [] : ESSENTIAL),
    ...(usualComponents && !cluster.autoMode ? USUAL : []),
  ].filter(name => !isInstalled(name));
  return [
    ...managed.map(({ name, version }) =>
      name in COMPONENTS
        ? partsOf({ name: name as ComponentName }, cluster)
        : unknownAddon(name, version, cluster),
    ),
    ...[...components, ...assumed.map(name => ({ name }))].map(spec =>
      partsOf(spec, cluster),
    ),
  ];
}

function partsOf(spec: ComponentSpec, cluster: Cluster): ComponentParts {
  const component = COMPONENTS[spec.name];
  const addon = cluster.addons.find(({ name }) => name === spec.name);
  return component.parts({
    spec,
    cluster,
    version:
      spec.version ??
      addon?.version.replace(/^v/, '') ??
      component.usualVersion(cluster),
    eksRegistry: eksRegistry(cluster),
  });
}

function unknownAddon(
  name: string,
  version: string,
  cluster: Cluster,
): ComponentParts {
  const shortName = name.split('_').pop() ?? name;
  return {
    workloads: [
      {
        namespace: 'kube-system',
        name: shortName,
        labels: { 'app.kubernetes.io/name': shortName },
        images: {
          [shortName]: `${eksRegistry(cluster)}/eks/${shortName}:${version}`,
        },
        toleratesTaints: true,
      },
    ],
  };
}

function eksRegistry({ region, partition }: Cluster): string {
  return `602401143452.dkr.ecr.${region}.${PARTITIONS[partition].dnsSuffix}`;
}
