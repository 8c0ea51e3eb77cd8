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
import { loadNamespaces } from '../policies/loadReports';
import { versioned } from '../policies/manifestObject';
import type { KubernetesObject, MetadataOf } from './KubernetesObject';
import { teamNamespace } from './usualWorkloads';

const OF_KUBERNETES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/** The namespaces that Kubernetes has, and those that something is in. */
export function namespaceObjects(
  cluster: Cluster,
  used: string[],
  metadata: MetadataOf,
): KubernetesObject[] {
  const { namespaces = {}, policies, manifests = [] } = cluster.kubernetes;
  const applied = new Map(
    manifests
      .filter(({ kind }) => kind === 'Namespace')
      .map(manifest => [manifest.metadata.name, manifest.metadata]),
  );
  const labelled = {
    ...loadNamespaces(policies?.kyverno?.load),
    ...namespaces,
  };
  const own = teamNamespace(cluster);
  const names = new Set([
    ...OF_KUBERNETES,
    own,
    ...used,
    ...Object.keys(labelled),
    ...applied.keys(),
  ]);
  return [...names].map(name => {
    const written = applied.get(name);
    const object = {
      metadata: metadata('Namespace', name, {
        ...written,
        labels: {
          'kubernetes.io/metadata.name': name,
          ...(name === own && own !== 'apps' && { team: own }),
          ...labelled[name],
          ...written?.labels,
        },
      }),
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    };
    return written ? versioned(object) : object;
  });
}
