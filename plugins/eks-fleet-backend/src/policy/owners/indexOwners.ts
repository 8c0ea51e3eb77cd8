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

import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** Who owns what, as the catalog says. */
export interface OwnerIndex {
  /** References of all groups. */
  groups: ReadonlySet<string>;
  /** What runs in a namespace, by the namespace. */
  byNamespace: ReadonlyMap<string, Runner[]>;
}

/** A component that says where it runs. */
interface Runner {
  owner: string;
  /** Name of the cluster's entity or of the cluster; of any where left out. */
  cluster?: string;
}

const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

export const EMPTY_INDEX: OwnerIndex = {
  groups: new Set(),
  byNamespace: new Map(),
};

/** Made of all groups, and of the components that say where they run. */
export function indexOwners(entities: Iterable<Entity>): OwnerIndex {
  const groups = new Set<string>();
  const byNamespace = new Map<string, Runner[]>();
  for (const entity of entities) {
    if (entity.kind === 'Group') {
      groups.add(stringifyEntityRef(entity));
      continue;
    }
    const namespace = entity.metadata.annotations?.[NAMESPACE];
    const owner = entity.relations?.find(
      ({ type }) => type === RELATION_OWNED_BY,
    )?.targetRef;
    if (namespace && owner) {
      const known = byNamespace.get(namespace) ?? [];
      known.push({ owner, cluster: entity.metadata.annotations?.[CLUSTER] });
      byNamespace.set(namespace, known);
    }
  }
  return { groups, byNamespace };
}

/** The group that a label names, where the catalog has it. */
export function groupOf(
  { groups }: OwnerIndex,
  label: string,
): string | undefined {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(label.trim(), {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
    return groups.has(ref) ? ref : undefined;
  } catch {
    return undefined;
  }
}

/** Whose the components of a namespace are, where they are all of one owner. */
export function runnerOf(
  { byNamespace }: OwnerIndex,
  namespace: string,
  clusterNames: string[],
): string | undefined {
  const here = (byNamespace.get(namespace) ?? []).filter(
    ({ cluster }) => cluster === undefined || clusterNames.includes(cluster),
  );
  // What is said of this very cluster is more than what is said of any.
  const named = here.filter(({ cluster }) => cluster !== undefined);
  const owners = new Set(
    (named.length > 0 ? named : here).map(({ owner }) => owner),
  );
  return owners.size === 1 ? [...owners][0] : undefined;
}
