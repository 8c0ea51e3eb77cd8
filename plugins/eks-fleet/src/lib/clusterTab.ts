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

/** What the entity page of a cluster shows of it. */
export type ClusterTab =
  | 'overview'
  | 'bom'
  | 'readiness'
  | 'policy'
  | 'namespaces'
  | 'alerts'
  | 'timeline';

export const CLUSTER_TABS: ClusterTab[] = [
  'overview',
  'bom',
  'readiness',
  'policy',
  'namespaces',
  'alerts',
  'timeline',
];

/** Where the content of a cluster is mounted on its entity page. */
const CONTENT_PATH = 'eks-cluster';

/** Reads the tab from the URL; what is not there is the overview. */
export function parseClusterTab(params: URLSearchParams): ClusterTab {
  const view = params.get('view');
  return CLUSTER_TABS.find(tab => tab === view) ?? 'overview';
}

/** Whether a deep link asks for a tab of the cluster. */
export function namesClusterTab(params: URLSearchParams): boolean {
  return parseClusterTab(params) !== 'overview';
}

/**
 * The address of a tab of a cluster.
 *
 * @param entityPath - of the cluster's entity page
 */
export function clusterTabPath(
  entityPath: string,
  params: URLSearchParams,
): string {
  const query = params.toString();
  return `${entityPath.replace(/\/+$/, '')}/${CONTENT_PATH}${
    query ? `?${query}` : ''
  }`;
}
