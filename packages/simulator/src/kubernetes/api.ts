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
import { KubernetesError } from './KubernetesError';
import { API_RESOURCES, type ApiResource } from './apiResources';
import { pageOf } from './lists';
import { workloadOf } from './workload';

/**
 * What the API server answers to a read.
 *
 * @throws KubernetesError
 */
export function readResource(request: {
  cluster: Cluster;
  path: string;
  query: URLSearchParams;
  user: string;
}): unknown {
  const { cluster, path, query, user } = request;
  const discovery = readDiscovery(cluster, path);
  if (discovery) {
    return discovery;
  }
  const wanted = parsePath(path);
  if (!wanted) {
    throw KubernetesError.notFound();
  }
  const { resource, namespace, name } = wanted;
  if (resource.plural === 'secrets') {
    throw KubernetesError.forbidden(user, 'list', path);
  }
  const objects = workloadOf(cluster)
    [resource.kind]?.filter(
      ({ metadata }) => !namespace || metadata.namespace === namespace,
    )
    .map(object => ({
      apiVersion: resource.groupVersion,
      kind: resource.kind,
      ...object,
    }));
  if (name === undefined) {
    return pageOf(objects ?? [], {
      query,
      kind: `${resource.kind}List`,
      apiVersion: resource.groupVersion,
    });
  }
  const object = objects?.find(({ metadata }) => metadata.name === name);
  if (!object) {
    throw new KubernetesError(
      404,
      'NotFound',
      `${resource.plural} "${name}" not found`,
    );
  }
  return object;
}

function readDiscovery(cluster: Cluster, path: string): unknown {
  switch (path) {
    case '/version':
      return versionOf(cluster);
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'] };
    case '/apis':
      return {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: groupVersions()
          .filter(groupVersion => groupVersion !== 'v1')
          .map(groupVersion => {
            const [name, version] = groupVersion.split('/');
            const preferred = { groupVersion, version };
            return {
              name,
              versions: [preferred],
              preferredVersion: preferred,
            };
          }),
      };
    default: {
      const groupVersion = /^\/apis?\/(.+)$/.exec(path)?.[1] ?? '';
      return groupVersions().includes(groupVersion)
        ? resourceList(groupVersion)
        : undefined;
    }
  }
}

function groupVersions(): string[] {
  return [...new Set(API_RESOURCES.map(({ groupVersion }) => groupVersion))];
}

function resourceList(groupVersion: string): unknown {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: API_RESOURCES.filter(
      resource => resource.groupVersion === groupVersion,
    ).map(({ plural, kind, namespaced }) => ({
      name: plural,
      singularName: kind.toLowerCase(),
      namespaced,
      kind,
      verbs: ['get', 'list'],
    })),
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

/** `/api/v1[/namespaces/<namespace>]/pods[/<name>]`, and the same of a group. */
function parsePath(
  path: string,
): { resource: ApiResource; namespace?: string; name?: string } | undefined {
  const match = /^\/(?:api|apis)\/(v1|[a-z0-9.]+\/v\d[a-z0-9]*)\/(.+)$/.exec(
    path,
  );
  if (!match) {
    return undefined;
  }
  const [, groupVersion, rest] = match;
  const parts = rest.split('/');
  const namespaced = parts[0] === 'namespaces' && parts.length > 2;
  const [plural, name, ...more] = namespaced ? parts.slice(2) : parts;
  const resource = API_RESOURCES.find(
    candidate =>
      candidate.groupVersion === groupVersion && candidate.plural === plural,
  );
  if (!resource || more.length > 0 || (namespaced && !resource.namespaced)) {
    return undefined;
  }
  return { resource, namespace: namespaced ? parts[1] : undefined, name };
}
