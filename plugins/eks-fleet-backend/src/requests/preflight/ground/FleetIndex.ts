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

import { clusterKey, namespaceKey } from './keys';
import type { KnownApplication, KnownCluster, KnownNamespace } from './types';

/** A thing that an owner has. */
export type Holding =
  | { kind: 'cluster'; key: string; cluster: KnownCluster }
  | { kind: 'namespace'; key: string; namespace: KnownNamespace };

/**
 * What is there, found by its key, by its owner and by its cluster. Made once
 * for all requests until something of the fleet changes: a verdict then looks
 * at what one owner or one cluster has, never at the whole fleet.
 */
export class FleetIndex {
  readonly #clusters = new Map<string, KnownCluster>();
  readonly #clustersByOwner = new Map<string, KnownCluster[]>();
  readonly #namespacesByOwner = new Map<string, KnownNamespace[]>();
  readonly #namespacesByCluster = new Map<string, KnownNamespace[]>();
  readonly #applications = new Map<string, KnownApplication>();

  constructor(fleet: {
    clusters: Iterable<KnownCluster>;
    namespaces: Iterable<KnownNamespace>;
    applications?: Iterable<KnownApplication>;
  }) {
    for (const cluster of fleet.clusters) {
      this.#clusters.set(clusterKey(cluster), cluster);
      push(this.#clustersByOwner, cluster.owner, cluster);
    }
    for (const namespace of fleet.namespaces) {
      push(this.#namespacesByOwner, namespace.owner, namespace);
      push(this.#namespacesByCluster, clusterKey(namespace.cluster), namespace);
    }
    for (const application of fleet.applications ?? []) {
      this.#applications.set(application.key, application);
    }
  }

  cluster(key: string): KnownCluster | undefined {
    return this.#clusters.get(key);
  }

  clusters(): Iterable<KnownCluster> {
    return this.#clusters.values();
  }

  namespace(key: string): KnownNamespace | undefined {
    // Few are ever asked for by their keys, which are not made for all of them.
    const slash = key.lastIndexOf('/');
    const ofCluster = key.slice(0, slash).replace(/^namespace\//, 'cluster/');
    const name = key.slice(slash + 1);
    return this.namespacesOn(ofCluster).find(each => each.name === name);
  }

  namespacesOn(ofCluster: string): readonly KnownNamespace[] {
    return this.#namespacesByCluster.get(ofCluster) ?? [];
  }

  namespacesOf(owner: string): readonly KnownNamespace[] {
    return this.#namespacesByOwner.get(owner) ?? [];
  }

  application(key: string): KnownApplication | undefined {
    return this.#applications.get(key);
  }

  applications(): Iterable<KnownApplication> {
    return this.#applications.values();
  }

  /** What an owner has, as the catalog or Git says it. */
  holdings(owner: string): Holding[] {
    const clusters = this.#clustersByOwner.get(owner) ?? [];
    const namespaces = this.#namespacesByOwner.get(owner) ?? [];
    return [
      ...clusters.map(
        (cluster): Holding => ({
          kind: 'cluster',
          key: clusterKey(cluster),
          cluster,
        }),
      ),
      ...namespaces.map(
        (namespace): Holding => ({
          kind: 'namespace',
          key: namespaceKey(namespace),
          namespace,
        }),
      ),
    ];
  }
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}
