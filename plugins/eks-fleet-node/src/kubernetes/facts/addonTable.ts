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

/** How a component is known that EKS does not have to manage. */
export interface AddonPattern {
  component: string;
  /** The end of its main image's repository, whatever registry mirrors it. */
  image: RegExp;
  /** Values of `app.kubernetes.io/name` or `k8s-app`, where the image was renamed. */
  names: string[];
  /** Where several workloads run the image, the one that stands for all. */
  main?: RegExp;
}

/** The components that upgrades depend on, by what their own charts say. */
export const ADDON_TABLE: readonly AddonPattern[] = [
  {
    component: 'argo-cd',
    image: /(^|\/)argocd$/,
    names: ['argocd-server'],
    main: /(?<!repo-)server$/,
  },
  {
    component: 'aws-load-balancer-controller',
    image: /(^|\/)aws-load-balancer-controller$/,
    names: ['aws-load-balancer-controller'],
  },
  {
    component: 'cert-manager',
    image: /(^|\/)cert-manager-controller$/,
    names: ['cert-manager'],
  },
  {
    component: 'cluster-autoscaler',
    image: /(^|\/)cluster-autoscaler$/,
    names: ['cluster-autoscaler', 'aws-cluster-autoscaler'],
  },
  { component: 'coredns', image: /(^|\/)coredns$/, names: ['kube-dns'] },
  {
    component: 'external-dns',
    image: /(^|\/)external-dns$/,
    names: ['external-dns'],
  },
  {
    component: 'gatekeeper',
    image: /(^|\/)gatekeeper$/,
    names: ['gatekeeper'],
    main: /controller/,
  },
  {
    component: 'ingress-nginx',
    image: /(^|\/)ingress-nginx\/controller$/,
    names: ['ingress-nginx'],
  },
  {
    component: 'karpenter',
    image: /(^|\/)karpenter\/controller$/,
    names: ['karpenter'],
  },
  {
    component: 'kube-proxy',
    image: /(^|\/)kube-proxy$/,
    names: ['kube-proxy'],
  },
  {
    component: 'kyverno',
    image: /(^|\/)kyverno\/kyverno$/,
    names: ['kyverno'],
    main: /admission/,
  },
  {
    component: 'metrics-server',
    image: /(^|\/)metrics-server$/,
    names: ['metrics-server'],
  },
  {
    component: 'vpc-cni',
    image: /(^|\/)amazon-k8s-cni$/,
    names: ['aws-node'],
  },
];
