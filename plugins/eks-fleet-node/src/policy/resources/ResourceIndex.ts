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

import type { KubernetesReader } from '../../kubernetes/client/types';
import type { PolicyOutcome } from '../../extensions/policySources';
import { ifAllowed } from '../common/allowed';
import type { PolicyReadContext } from '../common/types';
import {
  reduceResources,
  type Controller,
  type ResourceTable,
} from './reduceResources';

interface IndexedKind {
  group: string;
  path: string;
  /** Controllers make them: where they are found matters less than of what. */
  isMade?: boolean;
  /** `kubectl get` tells which of them are history. */
  table?: boolean;
}

const KINDS: Record<string, IndexedKind | undefined> = {
  Pod: { group: '', path: '/api/v1/pods', isMade: true },
  ReplicaSet: {
    group: 'apps',
    path: '/apis/apps/v1/replicasets',
    isMade: true,
    table: true,
  },
  Job: {
    group: 'batch',
    path: '/apis/batch/v1/jobs',
    isMade: true,
    table: true,
  },
  Deployment: { group: 'apps', path: '/apis/apps/v1/deployments' },
  StatefulSet: { group: 'apps', path: '/apis/apps/v1/statefulsets' },
  DaemonSet: { group: 'apps', path: '/apis/apps/v1/daemonsets' },
  CronJob: { group: 'batch', path: '/apis/batch/v1/cronjobs' },
};

type Resource = PolicyOutcome['resource'];

/** Where a resource stands. */
export interface ResourcePlace {
  controller?: Controller;
  owner?: string;
  /** Gone since, or kept as history alone. */
  isGone?: boolean;
}

/** Chains are short; that of a cluster that means harm may have no end. */
const LONGEST_CHAIN = 5;

/**
 * Metadata of the resources that results are on. A kind is read when something
 * of it first occurs, and only where that is allowed.
 */
export class ResourceIndex {
  readonly #reader: KubernetesReader;
  readonly #context: PolicyReadContext;
  readonly #tables = new Map<string, ResourceTable | 'forbidden'>();

  constructor(reader: KubernetesReader, context: PolicyReadContext) {
    this.#reader = reader;
    this.#context = context;
  }

  /** Kinds that may not be listed, such as `pods`. */
  get forbidden(): string[] {
    return [...this.#tables]
      .filter(([, table]) => table === 'forbidden')
      .map(([kind]) => KINDS[kind]!.path.split('/').pop()!)
      .sort();
  }

  /**
   * Reads what is needed to tell of resources where they stand.
   *
   * @param resources - those with findings, and those that pass
   * @throws ObservationFailure
   */
  async prepare(
    resources: Iterable<{ resource: Resource; isFinding: boolean }>,
  ): Promise<void> {
    const kinds = new Set<string>();
    for (const { resource, isFinding } of resources) {
      const indexed = indexedKind(resource);
      if (indexed && (isFinding || indexed.isMade)) {
        kinds.add(resource.kind);
      }
    }
    for (const kind of kinds) {
      await this.#load(kind);
    }
  }

  /** Of what was prepared. */
  locate(resource: Resource): ResourcePlace {
    const { kind, namespace = '', name = '' } = resource;
    const indexed = indexedKind(resource);
    const table = indexed && this.#tables.get(kind);
    if (!table || table === 'forbidden') {
      return {};
    }
    const facts = table.get(`${namespace}/${name}`);
    if (indexed.isMade && !facts) {
      return { isGone: true };
    }
    let { controller, owner, isOver: isGone = false } = facts ?? {};
    if (!indexed.isMade || !controller) {
      return { owner };
    }
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const above = this.#factsOf(controller, namespace);
      // What is nearer to whoever keeps it knows better whose it is.
      owner = above?.owner ?? owner;
      if (!above?.controller || !indexedKind(controller)?.isMade) {
        break;
      }
      isGone ||= above.isOver ?? false;
      controller = above.controller;
    }
    return { controller, owner, isGone };
  }

  #factsOf(controller: Controller, namespace: string) {
    const table = indexedKind(controller) && this.#tables.get(controller.kind);
    return table && table !== 'forbidden'
      ? table.get(`${namespace}/${controller.name}`)
      : undefined;
  }

  async #load(kind: string): Promise<void> {
    const { path, isMade = false, table } = KINDS[kind]!;
    if (this.#tables.has(kind)) {
      return;
    }
    const { ownerLabels, signal } = this.#context;
    const loaded = await ifAllowed(
      this.#reader.list(
        { path, metadataOnly: !table, table },
        reduceResources({ ownerLabels, keepAll: isMade }),
        signal,
      ),
    );
    this.#tables.set(kind, loaded);
    if (isMade && loaded !== 'forbidden') {
      const above = new Set<string>();
      for (const { controller } of loaded.values()) {
        if (controller && indexedKind(controller)) {
          above.add(controller.kind);
        }
      }
      for (const each of above) {
        await this.#load(each);
      }
    }
  }
}

/** A custom resource may share a kind's name, and not its group. */
function indexedKind({
  apiVersion,
  kind,
}: {
  apiVersion?: string;
  kind: string;
}): IndexedKind | undefined {
  const indexed = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const group = apiVersion?.includes('/') ? apiVersion.split('/')[0] : '';
  return indexed && (!apiVersion || group === indexed.group)
    ? indexed
    : undefined;
}
