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
import { timestamp } from '../../kubernetes/objects/KubernetesObject';
import type { Manifest } from '../../model/policyStory';
import type { Cluster } from '../../model/types';
import { kindKey } from './admitted';

/** Where Argo CD writes which application an object is of. */
export const TRACKING = 'argocd.argoproj.io/tracking-id';

/** What tells an object from all others of a cluster. */
export function objectKey(manifest: Manifest): string {
  const { namespace = '', name } = manifest.metadata;
  return `${kindKey(manifest)}/${namespace}/${name}`;
}

/** What the application of a name has made in a cluster. */
export function manifestsOf(cluster: Cluster, application: string): Manifest[] {
  return (cluster.kubernetes.manifests ?? []).filter(
    manifest => ownerOf(manifest) === application,
  );
}

/**
 * Makes or changes objects in a cluster; none is taken away.
 *
 * @throws an Error where one is another application's
 */
export function applyManifests(
  cluster: Cluster,
  application: string,
  wanted: readonly Manifest[],
  at: Date,
): void {
  const objects = new Map(
    (cluster.kubernetes.manifests ?? []).map(manifest => [
      objectKey(manifest),
      manifest,
    ]),
  );
  for (const manifest of wanted) {
    const key = objectKey(manifest);
    const before = objects.get(key);
    const owner = before && ownerOf(before);
    if (owner !== undefined && owner !== application) {
      const { kind, metadata } = manifest;
      throw new Error(
        `Shared resource found: ${kind}/${metadata.name} is part of applications argocd/${application} and ${owner}`,
      );
    }
    objects.set(key, tracked(manifest, application, before, at));
  }
  cluster.kubernetes = {
    ...cluster.kubernetes,
    manifests: [...objects.values()],
  };
}

/** An object as Argo CD has made it for an application. */
export function tracked(
  manifest: Manifest,
  application: string,
  before: Manifest | undefined,
  at: Date,
): Manifest {
  const { metadata } = manifest;
  const [group, kind] = kindKey(manifest).split('/');
  return {
    ...manifest,
    metadata: {
      ...metadata,
      creationTimestamp: before?.metadata.creationTimestamp ?? timestamp(at),
      annotations: {
        ...metadata.annotations,
        [TRACKING]: `${application}:${group}/${kind}:${
          metadata.namespace ?? metadata.name
        }/${metadata.name}`,
      },
    },
  };
}

/**
 * Takes away what the application of a name has made, and what is in a namespace
 * that goes. What is guarded stays.
 */
export function removeManifests(cluster: Cluster, application: string): void {
  const own = manifestsOf(cluster, application).filter(
    manifest => !isGuarded(manifest),
  );
  const gone = own
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ metadata }) => metadata.name);
  const { manifests, workloads, budgets, configMaps, ...rest } =
    cluster.kubernetes;
  const { namespaces } = rest;
  const stays = ({ namespace }: { namespace?: string }) =>
    namespace === undefined || !gone.includes(namespace);
  cluster.kubernetes = {
    ...rest,
    ...(namespaces && {
      namespaces: Object.fromEntries(
        Object.entries(namespaces).filter(([name]) => !gone.includes(name)),
      ),
    }),
    ...(workloads && { workloads: workloads.filter(stays) }),
    ...(budgets && { budgets: budgets.filter(stays) }),
    ...(configMaps && { configMaps: configMaps.filter(stays) }),
    manifests: (manifests ?? []).filter(
      manifest => !own.includes(manifest) && stays(manifest.metadata),
    ),
  };
}

function isGuarded({ metadata }: Manifest): boolean {
  const options = metadata.annotations?.['argocd.argoproj.io/sync-options'];
  return (options ?? '').split(',').includes('Delete=false');
}

function ownerOf({ metadata }: Manifest): string | undefined {
  return metadata.annotations?.[TRACKING]?.split(':')[0];
}
