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
import type { KnownCluster, KnownNamespace } from './types';

/** A thing that an owner has, and what it counts as. */
export type Holding =
  | { kind: 'cluster'; key: string; cluster: KnownCluster }
  | { kind: 'namespace'; key: string; namespace: KnownNamespace };

/**
 * What is there, found by its key and by its owner. Made once for all requests
 * until something of the fleet changes: a verdict then looks at what one owner
 * has, never at the whole fleet.
 */
export class FleetIndex {
  readonly #clusters = new Map<string, KnownCluster>();
  readonly #namespaces = new Map<string, KnownNamespace>();
  readonly #byOwner = new Map<string, Holding[]>();
  readonly #byCluster = new Map<string, KnownNamespace[]>();

  constructor(fleet: {
    clusters: Iterable<KnownCluster>;
    namespaces: Iterable<KnownNamespace>;
  }) {
    for (const cluster of fleet.clusters) {
      const key = clusterKey(cluster);
      this.#clusters.set(key, cluster);
      push(this.#byOwner, cluster.owner, { kind: 'cluster', key, cluster });
    }
    for (const namespace of fleet.namespaces) {
      const ofCluster = clusterKey(namespace.cluster);
      const key = namespaceKey(namespace);
      this.#namespaces.set(key, namespace);
      push(this.#byOwner, namespace.owner, {
        kind: 'namespace',
        key,
        namespace,
      });
      push(this.#byCluster, ofCluster, namespace);
    }
  }

  cluster(key: string): KnownCluster | undefined {
    return this.#clusters.get(key);
  }

  clusters(): Iterable<KnownCluster> {
    return this.#clusters.values();
  }

  namespace(key: string): KnownNamespace | undefined {
    return this.#namespaces.get(key);
  }

  /** What an owner has, as the catalog or Git says it. */
  holdings(owner: string): readonly Holding[] {
    return this.#byOwner.get(owner) ?? [];
  }

  namespacesOn(ofCluster: string): readonly KnownNamespace[] {
    return this.#byCluster.get(ofCluster) ?? [];
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
