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

import { hexFrom } from '../../model/ids';
import type { Cluster } from '../../model/types';
import { fargateNodeSet, nodeSetsOf, type NodeSet } from './nodeSets';

/** One node before it is worded as an object. */
export interface NodePlan {
  name: string;
  set: NodeSet;
  zone: string;
  instanceId: string;
  address: string;
  ready: boolean;
  cordoned: boolean;
  doNotDisrupt: boolean;
}

/** The nodes of a cluster, and which of them a pod is on. */
export class NodePlans {
  readonly #cluster: Cluster;
  readonly #plans: NodePlan[] = [];
  readonly #fargate: NodeSet;
  #open: NodePlan[] = [];
  #tainted: NodePlan[] = [];

  static create(cluster: Cluster): NodePlans {
    const nodes = new NodePlans(cluster);
    for (const set of nodeSetsOf(cluster)) {
      for (let index = 0; index < set.count; index += 1) {
        nodes.#add(set, set.firstIndex + index);
      }
    }
    const usable = nodes.#plans.filter(
      ({ ready, cordoned, set }) =>
        ready && !cordoned && !set.spare && set.owner.kind !== 'fargate',
    );
    nodes.#open = usable.filter(({ set }) => set.taints.length === 0);
    nodes.#tainted = usable;
    return nodes;
  }

  private constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#fargate = fargateNodeSet(cluster);
  }

  all(): readonly NodePlan[] {
    return this.#plans;
  }

  /**
   * A node for the pod of this number, by turns; `undefined` where it stays
   * pending.
   */
  place(
    index: number,
    wish: { setName?: string; toleratesTaints?: boolean },
  ): NodePlan | undefined {
    const candidates = wish.setName
      ? this.#tainted.filter(({ set }) => set.owner.name === wish.setName)
      : this.#nodesFor(wish.toleratesTaints ?? false);
    return candidates[index % candidates.length];
  }

  /** A Fargate node holds one pod and lives as long as it. */
  placeOnFargate(): NodePlan {
    return this.#add(this.#fargate, this.#plans.length);
  }

  #nodesFor(toleratesTaints: boolean): NodePlan[] {
    return toleratesTaints ? this.#tainted : this.#open;
  }

  #add(set: NodeSet, index: number): NodePlan {
    const { id, region } = this.#cluster;
    const number = this.#plans.length;
    const { kind, name: setName } = set.owner;
    // Subnets of 16,384 addresses: by turns in three zones. A new node does not
    // come up under the address of the one that it replaces.
    const zone = number % 3;
    const host = 10 + Math.floor(number / 3) + (set.generation % 8) * 1750;
    const address = `10.0.${zone * 64 + Math.floor(host / 250)}.${
      (host % 250) + 4
    }`;
    const hostName = `ip-${address.replaceAll(
      '.',
      '-',
    )}.${region}.compute.internal`;
    const replacement = set.generation > 0 ? `#${set.generation}` : '';
    const instanceId = hexFrom(
      `${id}/${kind}/${setName}/${index}${replacement}`,
      17,
    );
    const plan: NodePlan = {
      name:
        {
          autoMode: `i-${instanceId}`,
          hybrid: `mi-${instanceId}`,
          fargate: `fargate-${hostName}`,
        }[kind as string] ?? hostName,
      set,
      zone: `${region}${'abc'[zone]}`,
      instanceId,
      address,
      ready: index >= set.notReady,
      cordoned: index < set.cordoned,
      doNotDisrupt: index < set.doNotDisrupt,
    };
    this.#plans.push(plan);
    return plan;
  }
}
