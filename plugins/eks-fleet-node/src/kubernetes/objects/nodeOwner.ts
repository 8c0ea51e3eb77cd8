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

import type { NodeOwner } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { KubernetesObject } from './types';

/** What made a node, by the labels that its maker puts on it. */
export function nodeOwner({ metadata }: KubernetesObject): NodeOwner {
  const { labels = {} } = metadata ?? {};
  const nodePool =
    labels['karpenter.sh/nodepool'] ?? labels['karpenter.sh/provisioner-name'];
  switch (labels['eks.amazonaws.com/compute-type']) {
    case 'auto':
      return named('autoMode', nodePool);
    case 'fargate':
      return named('fargate', labels['eks.amazonaws.com/fargate-profile']);
    case 'hybrid':
      return { kind: 'hybrid' };
    default:
  }
  const nodegroup = labels['eks.amazonaws.com/nodegroup'];
  if (nodegroup) {
    return named('nodegroup', nodegroup);
  }
  return nodePool
    ? named('karpenter', nodePool)
    : named('selfManaged', labels['alpha.eksctl.io/nodegroup-name']);
}

function named(kind: NodeOwner['kind'], name: string | undefined): NodeOwner {
  return name ? { kind, name } : { kind };
}
