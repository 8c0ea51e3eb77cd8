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

import type { ArgocdApplication, ArgocdLook, HubLook } from './types';

/**
 * The applications that deliver a file of a repository: those whose source is
 * the nearest folder around it. Pure.
 */
export function applicationsOfFile(
  looks: HubLook[],
  file: { repositoryUrl: string; path: string },
): ArgocdLook {
  const repository = repositoryKey(file.repositoryUrl);
  const covering = looks
    .flatMap(({ applications }) => applications)
    .map(application => ({
      application,
      depth: Math.max(
        ...application.sources
          .filter(({ repoUrl }) => repositoryKey(repoUrl) === repository)
          .map(({ path = '' }) => depthOf(path, file.path)),
        -1,
      ),
    }));
  const deepest = Math.max(...covering.map(({ depth }) => depth), 0);
  return toLook(
    looks,
    // The root of a repository is around everything, and so says nothing.
    deepest === 0
      ? []
      : covering
          .filter(({ depth }) => depth === deepest)
          .map(({ application }) => application),
  );
}

/**
 * The applications of a cluster: those that name its ARN in a label or
 * annotation, and those whose destination is its ARN, the URL of its API, or
 * what its cluster Secret is called. Pure.
 */
export function applicationsOfCluster(
  looks: HubLook[],
  cluster: { arn: string; endpoint?: string },
): ArgocdLook {
  const servers = new Set(
    [cluster.arn, cluster.endpoint].flatMap(url => (url ? serverKey(url) : [])),
  );
  return toLook(
    looks,
    looks.flatMap(({ applications, destinations }) => {
      const names = new Set(
        destinations
          .filter(({ clusterArn, server }) =>
            clusterArn === undefined
              ? servers.has(serverKey(server))
              : clusterArn === cluster.arn,
          )
          .map(({ name }) => name),
      );
      return applications.filter(({ clusterArn, destination }) =>
        clusterArn === undefined
          ? (destination.server !== undefined &&
              servers.has(serverKey(destination.server))) ||
            (destination.name !== undefined && names.has(destination.name))
          : clusterArn === cluster.arn,
      );
    }),
  );
}

function toLook(
  looks: HubLook[],
  applications: ArgocdApplication[],
): ArgocdLook {
  return {
    applications,
    hubs: looks.map(({ hub }) => hub.id),
    failed: looks.flatMap(({ error, hub }) =>
      error ? [{ hub: hub.id, error }] : [],
    ),
  };
}

/** How many folders of `path` are around a file; -1 where it is not in it. */
function depthOf(path: string, file: string): number {
  const folders = path
    .split('/')
    .filter(folder => folder !== '' && folder !== '.');
  const around = file.split('/');
  return folders.every((folder, index) => folder === around[index])
    ? folders.length
    : -1;
}

/** One for all ways to write a repository's URL. */
function repositoryKey(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

function serverKey(server: string): string {
  return server.startsWith('arn:')
    ? server
    : server.toLowerCase().replace(/\/+$/, '').replace(/:443$/, '');
}
