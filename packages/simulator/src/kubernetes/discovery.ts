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
  limitranges: 'limits',
  namespaces: 'ns',
  networkpolicies: 'netpol',
  nodes: 'no',
  poddisruptionbudgets: 'pdb',
  pods: 'po',
  replicasets: 'rs',
  resourcequotas: 'quota',
  services: 'svc',
  statefulsets: 'sts',
  clusterpolicies: 'cpol',
  clusterpolicyreports: 'cpolr',
  policies: 'pol',
  policyexceptions: 'polex',
  policyreports: 'polr',
  reports: 'reps',
  validatingpolicies: 'vpol',
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
        groups: [...groups].map(([name, versions]) => groupOf(name, versions)),
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
      return path === '/api/v1' || groups.get(name)?.includes(version)
        ? resourceList(objects, name, version)
        : undefined;
    }
  }
}

/** The groups beside the core one, each with its versions, the preferred one first. */
function groupsOf(objects: ClusterObjects): Map<string, string[]> {
  const served = [
    ...apiResourcesOf(objects)
      .map(({ groupVersion }) => groupVersion.split('/'))
      .filter(([, version]) => version !== undefined),
    ...objects.aggregatedApis.map(({ group, version }) => [group, version]),
  ];
  const groups = new Map<string, string[]>();
  for (const [group, version] of served) {
    const before = groups.get(group) ?? [];
    groups.set(group, before.includes(version) ? before : [...before, version]);
  }
  groups.forEach(versions => versions.sort(byPriority));
  return groups;
}

/** Stable versions before beta before alpha, and new ones before old ones. */
function byPriority(one: string, other: string): number {
  const [rank, otherRank] = [one, other].map(rankOf);
  const at = rank.findIndex((part, index) => part !== otherRank[index]);
  return at < 0 ? 0 : otherRank[at] - rank[at];
}

function rankOf(version: string): number[] {
  const [, major, stage, minor = '0'] =
    /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  const stages = ['alpha', 'beta', undefined];
  return [stages.indexOf(stage), Number(major), Number(minor)];
}

function groupOf(name: string, versions: string[]) {
  const served = versions.map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: served, preferredVersion: served[0] };
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
