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
import { revisionAt } from '../continueTokens';
import {
  wholeObject,
  type KubernetesObject,
  type ObjectMetadata,
} from '../objects/KubernetesObject';
import { keyOf } from '../objects/objectsOf';

/** The metadata of all objects of a list, by their keys. */
export type Seen = ReadonlyMap<string, ObjectMetadata>;

/** As etcd, which forgets what is older. */
const KEPT_SECONDS = 5 * 60;
const MOST_REVISIONS = 50;

/**
 * What lists were at the revisions that somebody was told: from there, and from
 * no other, what has changed since can be said.
 */
export class WatchHistory {
  readonly #lists = new WeakMap<Cluster, Map<string, Map<number, Seen>>>();

  /** Of one second the first counts: a change is told twice rather than not at all. */
  remember(
    cluster: Cluster,
    resource: string,
    objects: readonly KubernetesObject[],
    now: Date,
  ): Seen {
    const seen = metadataOf(objects, now);
    this.keep(cluster, resource, seen, now);
    return seen;
  }

  keep(cluster: Cluster, resource: string, seen: Seen, now: Date): void {
    const lists =
      this.#lists.get(cluster) ?? new Map<string, Map<number, Seen>>();
    this.#lists.set(cluster, lists);
    const revisions = lists.get(resource) ?? new Map<number, Seen>();
    lists.set(resource, revisions);
    const revision = revisionAt(now);
    if (!revisions.has(revision)) {
      revisions.set(revision, seen);
    }
    for (const known of revisions.keys()) {
      if (revision - known > KEPT_SECONDS || revisions.size > MOST_REVISIONS) {
        revisions.delete(known);
      }
    }
  }

  /** What a list was; nothing where that is forgotten. */
  at(cluster: Cluster, resource: string, revision: number): Seen | undefined {
    return this.#lists.get(cluster)?.get(resource)?.get(revision);
  }
}

export function metadataOf(
  objects: readonly KubernetesObject[],
  now: Date,
): Seen {
  return new Map(
    objects.map(object => [keyOf(object), wholeObject(object, now).metadata]),
  );
}
