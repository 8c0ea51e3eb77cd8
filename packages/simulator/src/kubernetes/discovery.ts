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

import type { Cluster } from '../model/types';
import { findVersion } from '../model/versions';
import { apiResourcesOf, type ApiResource } from './apiResources';
import { KubernetesError } from './KubernetesError';
import type { ClusterObjects } from './objects/objectsOf';

const SHORT_NAMES: Record<string, string | undefined> = {
  configmaps: 'cm',
  customresourcedefinitions: 'crd',
  daemonsets: 'ds',
  deployments: 'deploy',
  events: 'ev',
  horizontalpodautoscalers: 'hpa',
  ingresses: 'ing',
  namespaces: 'ns',
  nodes: 'no',
  poddisruptionbudgets: 'pdb',
  pods: 'po',
  replicasets: 'rs',
  services: 'svc',
  statefulsets: 'sts',
};

/**
 * What an API server says of itself; `undefined` for paths of anything else.
 *
 * @throws KubernetesError where another server should answer, and does not
 */
export function readDiscovery(
  cluster: Cluster,
  objects: ClusterObjects,
  path: string,
): unknown {
  const groups = groupsOf(objects);
  switch (path) {
    case '/version':
      return versionOf(cluster);
    case '/api':
      return {
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [],
      };
    case '/apis':
      return {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: [...groups].map(([name, version]) => groupOf(name, version)),
      };
    default: {
      const [, name, version] =
        /^\/apis\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
      if (path !== '/api/v1' && groups.get(name) === undefined) {
        return undefined;
      }
      if (path !== '/api/v1' && version === undefined) {
        return {
          kind: 'APIGroup',
          apiVersion: 'v1',
          ...groupOf(name, groups.get(name)!),
        };
      }
      return path === '/api/v1' || groups.get(name) === version
        ? resourceList(objects, name, version)
        : undefined;
    }
  }
}

/** The groups beside the core one, each with its version. */
function groupsOf(objects: ClusterObjects): Map<string, string> {
  const named = apiResourcesOf(objects)
    .map(({ groupVersion }) => groupVersion.split('/') as [string, string])
    .filter(([, version]) => version !== undefined);
  return new Map([
    ...named,
    ...objects.aggregatedApis.map(({ group, version }): [string, string] => [
      group,
      version,
    ]),
  ]);
}

function groupOf(name: string, version: string) {
  const preferred = { groupVersion: `${name}/${version}`, version };
  return { name, versions: [preferred], preferredVersion: preferred };
}

function resourceList(
  objects: ClusterObjects,
  group: string | undefined,
  version: string | undefined,
): unknown {
  const groupVersion = group ? `${group}/${version}` : 'v1';
  const aggregated = objects.aggregatedApis.find(api => api.group === group);
  if (aggregated && !aggregated.available) {
    throw new KubernetesError(503, 'ServiceUnavailable', 'service unavailable');
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: apiResourcesOf(objects)
      .filter(resource => resource.groupVersion === groupVersion)
      .map(describe),
  };
}

function describe({ plural, kind, namespaced }: ApiResource) {
  return {
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs: ['get', 'list'],
    ...(SHORT_NAMES[plural] && { shortNames: [SHORT_NAMES[plural]] }),
  };
}

function versionOf(cluster: Cluster): unknown {
  const [major, minor] = cluster.version.split('.');
  const patch =
    findVersion(cluster.version)?.patchVersion ?? `${cluster.version}.0`;
  return {
    major,
    minor,
    gitVersion: `v${patch}-eks-${cluster.id.toLowerCase().slice(0, 7)}`,
    gitCommit: cluster.id.toLowerCase().padEnd(40, '0'),
    gitTreeState: 'clean',
    buildDate: '2026-10-14T02:11:43Z',
    goVersion: 'go1.25.3',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
