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

import { fitsPattern } from '../names/fitsPattern';

/**
 * Namespaces that are the cluster's, its policy engines' or the platform's: no
 * team gets one. `*` stands for any part of a name.
 *
 * @public
 */
export const RESERVED_NAMESPACES: readonly string[] = [
  // Kubernetes and EKS
  'default',
  'kube-*',
  'amazon-*',
  'aws-*',
  'eks-*',
  // What brings things into clusters
  'ack-*',
  'argo',
  'argo-*',
  'argocd',
  'argocd-*',
  'capa-*',
  'capi-*',
  'crossplane-*',
  'flux-*',
  'kro',
  'kro-*',
  'upbound-*',
  // Policy engines
  'capsule-*',
  'gatekeeper-*',
  'kubewarden',
  'kubewarden-*',
  'kyverno',
  'kyverno-*',
  'trivy-*',
  // What clusters have in common
  'calico-*',
  'cert-manager',
  'cert-manager-*',
  'cilium-*',
  'envoy-gateway-system',
  'external-dns',
  'external-secrets',
  'falco',
  'ingress-nginx',
  'istio-*',
  'karpenter',
  'keda',
  'linkerd',
  'linkerd-*',
  'monitoring',
  'opentelemetry-*',
  'prometheus',
  'tigera-*',
  'velero',
];

/**
 * The pattern that reserves a name, if one does.
 *
 * @param more - of the operator, such as `platform-*`
 * @public
 */
export function reservedBy(
  name: string,
  more: readonly string[] = [],
): string | undefined {
  return [...RESERVED_NAMESPACES, ...more].find(pattern =>
    fitsPattern(pattern, name),
  );
}
