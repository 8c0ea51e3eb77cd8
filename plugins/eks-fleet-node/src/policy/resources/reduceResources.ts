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

import type { ListReducer, TableRow } from '../../kubernetes/client/types';
import type {
  KubernetesObject,
  ObjectMeta,
} from '../../kubernetes/objects/types';
import { ownerLabelOf } from './ownerLabel';

/** What made a resource and would make it again. */
export interface Controller {
  apiVersion?: string;
  kind: string;
  name: string;
}

/** What is kept of a resource; of most, nothing. */
export interface ResourceFacts {
  controller?: Controller;
  owner?: string;
  /** It runs nothing any more, and is kept as history. */
  isOver?: boolean;
}

/** Resources of one kind by `<namespace>/<name>`. */
export type ResourceTable = Map<string, ResourceFacts>;

const NOTHING: ResourceFacts = {};

/**
 * Keeps what is needed of resources: of those that controllers make, also that
 * they are there.
 */
export function reduceResources(options: {
  ownerLabels?: readonly string[];
  keepAll: boolean;
}): ListReducer<KubernetesObject | TableRow, ResourceTable> {
  const { ownerLabels, keepAll } = options;
  return {
    start: () => new Map(),
    add: (table, items, page) => {
      // Pods of one workload share what is known of it.
      const controllers = new Map<string, Controller>();
      for (const item of items) {
        const metadata = metadataOf(item);
        const facts: ResourceFacts = {
          controller: controllerOf(metadata, controllers),
          owner: ownerLabelOf(metadata.labels, ownerLabels),
          isOver: 'cells' in item && isOver(item.cells, page?.columns),
        };
        const isKnown = facts.controller || facts.owner || facts.isOver;
        if (isKnown || keepAll) {
          const key = `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;
          table.set(key, isKnown ? facts : NOTHING);
        }
      }
      return table;
    },
  };
}

function metadataOf(item: KubernetesObject | TableRow): ObjectMeta {
  return (
    ('cells' in item
      ? (item.object as KubernetesObject | undefined)?.metadata
      : item.metadata) ?? {}
  );
}

function controllerOf(
  { ownerReferences }: ObjectMeta,
  shared: Map<string, Controller>,
): Controller | undefined {
  const owner = ownerReferences?.find(({ controller }) => controller);
  // What a kubelet runs by itself belongs to no workload.
  if (!owner?.kind || !owner.name || owner.kind === 'Node') {
    return undefined;
  }
  const { apiVersion, kind, name } = owner;
  const key = `${apiVersion}\n${kind}\n${name}`;
  const controller = shared.get(key) ?? { apiVersion, kind, name };
  shared.set(key, controller);
  return controller;
}

/** By what `kubectl get` prints of ReplicaSets and Jobs. */
function isOver(cells: unknown[], columns: string[] = []): boolean {
  const cell = (name: string) => cells[columns.indexOf(name)];
  const [status, completions] = [cell('Status'), cell('Completions')];
  const [, done, wanted] = /^(\d+)\/(\d+)$/.exec(String(completions)) ?? [];
  return (
    Number(cell('Desired') ?? NaN) === 0 ||
    ['Complete', 'Failed'].includes(String(status)) ||
    (wanted !== undefined && done === wanted)
  );
}
