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

import { nodesOf, undrainableNodes } from '../../kubernetes/evictions';
import { batchesOf } from '../nodeBatches';
import type { NodeBatch, Nodegroup } from '../nodegroups';
import type { Cluster } from '../types';
import type { UpdateError } from '../updates';

/** What the nodes of a group are to be. */
export interface NodegroupTarget {
  version: string;
  releaseVersion?: string;
  launchTemplate?: Nodegroup['launchTemplate'];
}

const MAX_AT_ONCE = 100;

/** How many nodes of a group may be away at once. */
export function atOnce({ updateConfig, desiredSize }: Nodegroup): number {
  const { maxUnavailable, maxUnavailablePercentage } = updateConfig;
  const share = ((maxUnavailablePercentage ?? 0) / 100) * desiredSize;
  return Math.min(
    MAX_AT_ONCE,
    Math.max(1, maxUnavailable ?? Math.floor(share)),
  );
}

/** The nodes of a group while they are being replaced. */
export class NodeRoll {
  readonly #cluster: Cluster;
  readonly #group: Nodegroup;
  readonly #target: NodegroupTarget;
  readonly #old: NodeBatch[];
  readonly #new: NodeBatch;
  #spares = 0;

  constructor(
    cluster: Cluster,
    group: Nodegroup,
    target: NodegroupTarget,
    startedAt: Date,
  ) {
    this.#cluster = cluster;
    this.#group = group;
    this.#target = target;
    this.#old = batchesOf(group).map(batch => ({ ...batch }));
    const { version, releaseVersion } = target;
    this.#new = {
      version,
      releaseVersion,
      count: 0,
      generation:
        Math.max(group.generation, ...this.#old.map(old => old.generation)) + 1,
      launchedAt: startedAt,
    };
  }

  /** New nodes first, so that there is room; with `MINIMAL` none. */
  scaleUp(at: Date): void {
    const { updateConfig, desiredSize } = this.#group;
    const zones = new Set(
      this.#cluster.subnets.map(({ availabilityZone }) => availabilityZone),
    ).size;
    if (updateConfig.updateStrategy !== 'MINIMAL' && desiredSize > 0) {
      this.#spares = Math.max(2 * zones, atOnce(this.#group));
    }
    this.#new.launchedAt = at;
    this.#show();
  }

  left(): number {
    return this.#old.reduce((sum, { count }) => sum + count, 0);
  }

  stuckNodes(): string[] {
    const next = nodesOf(this.#cluster, 'nodegroup', this.#new.generation)
      .filter(({ set }) => set.owner.name === this.#group.name)
      .slice(0, Math.min(atOnce(this.#group), this.left()));
    return undrainableNodes(
      this.#cluster,
      next.map(({ name }) => name),
    );
  }

  replaceBatch(): void {
    let toReplace = Math.min(atOnce(this.#group), this.left());
    this.#new.count += toReplace;
    for (const batch of this.#old) {
      const replaced = Math.min(batch.count, toReplace);
      batch.count -= replaced;
      toReplace -= replaced;
    }
    this.#show();
  }

  succeed(at: Date): void {
    const { version, releaseVersion, launchTemplate } = this.#target;
    Object.assign(this.#group, {
      status: 'ACTIVE',
      version,
      releaseVersion,
      launchTemplate: launchTemplate ?? this.#group.launchTemplate,
      healthIssues: [],
      generation: this.#new.generation,
      launchedAt: this.#new.launchedAt,
      modifiedAt: at,
      batches: undefined,
    });
  }

  fail(errors: UpdateError[], at: Date): UpdateError[] {
    this.#spares = 0;
    this.#show();
    this.#group.status = 'ACTIVE';
    this.#group.modifiedAt = at;
    return errors;
  }

  /** New nodes take the places of old ones in the order that these have. */
  #show(): void {
    this.#group.batches = [
      this.#new,
      ...this.#old,
      { ...this.#new, count: this.#spares, spare: true },
    ]
      .filter(({ count }) => count > 0)
      .map(batch => ({ ...batch }));
  }
}
