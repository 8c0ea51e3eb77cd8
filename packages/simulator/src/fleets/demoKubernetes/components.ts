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

import { DEV, PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';
import type { KubernetesThread } from './types';

/** What is installed that EKS does not manage, some of it long ago. */
export function componentThread(): KubernetesThread {
  return {
    [`${PROD}/platform-tools`]: {
      components: [
        { name: 'cert-manager' },
        { name: 'external-dns' },
        { name: 'kyverno' },
      ],
    },
    [`${STAGING}/platform-tools-staging`]: {
      components: [
        { name: 'argo-cd', version: '3.1.9' },
        { name: 'cert-manager' },
        { name: 'kyverno' },
      ],
    },
    // Providers of cloud resources bring definitions by the hundred.
    [`${DEV}/platform-tools-dev`]: {
      components: [{ name: 'argo-cd', version: '2.13.2' }],
      customResourceDefinitions: { count: 900, kilobytes: 45 },
    },
    [`${PROD}/checkout-eu`]: {
      components: [
        { name: 'karpenter', version: '1.5.0' },
        { name: 'kyverno', version: '1.15.2' },
      ],
    },
    [`${PROD}/checkout-de`]: {
      components: [
        { name: 'karpenter', version: '1.5.0' },
        { name: 'cert-manager', version: '1.14.4' },
      ],
    },
    [`${PROD}/search-eu`]: { components: [{ name: 'karpenter' }] },
    [`${PROD}/search-de`]: {
      components: [
        { name: 'karpenter', version: '1.2.1' },
        { name: 'cert-manager', version: '1.12.9' },
        { name: 'ingress-nginx', version: '1.11.5' },
      ],
    },
    [`${PROD}/identity-eu`]: {
      components: [
        { name: 'cluster-autoscaler', version: '1.31.0' },
        { name: 'gatekeeper' },
      ],
    },
    // Installed by hand when it was created, and left there.
    [`${PROD}/batch-legacy`]: {
      components: [
        { name: 'coredns', version: '1.9.3-eksbuild.7' },
        { name: 'kube-proxy', version: '1.29.0-eksbuild.1' },
        { name: 'vpc-cni', version: '1.15.5-eksbuild.1' },
        { name: 'karpenter', version: '1.0.8' },
        { name: 'aws-load-balancer-controller', version: '2.4.7' },
      ],
    },
    [`${STAGING}/legacy-reports`]: {
      components: [
        { name: 'karpenter', version: '0.32.10', namespace: 'karpenter' },
        { name: 'cert-manager', version: '1.11.0' },
      ],
    },
    [`${PAYMENTS_PROD}/payments-eu`]: { components: [{ name: 'kyverno' }] },
    [`${PAYMENTS_PROD}/payments-de`]: {
      components: [
        { name: 'cert-manager', version: '1.12.9' },
        { name: 'kyverno', version: '1.11.4' },
      ],
    },
    [`${PAYMENTS_PROD}/payments-fraud`]: {
      components: [
        { name: 'aws-ebs-csi-driver', crashing: 1 },
        { name: 'gatekeeper', version: '3.14.0' },
      ],
    },
  };
}
