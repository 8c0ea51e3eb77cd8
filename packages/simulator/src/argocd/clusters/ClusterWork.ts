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
import { nextProvisioning } from '../nextProvisioning';
import type { WantedPolicies } from '../policyFiles';
import type { ApplicationWork, Turn } from '../work';
import {
  creationCall,
  desiredOf,
  nextDeletion,
  nextPart,
  type EksCall,
} from './eksCalls';
import type { ClusterPlace, ClusterPlan } from './plans/types';

/** What a cluster's files want. */
export interface WantedCluster {
  plan: ClusterPlan;
  /** What files beside it want of its policies. */
  policies?: WantedPolicies;
}

export interface ClusterHands {
  /** The cluster, while there is one. */
  find(place: ClusterPlace): Cluster | undefined;
  /** @throws an Error in the words of AWS */
  call(place: ClusterPlace, call: EksCall): void;
  /** Brings policies into the cluster. */
  deliver(cluster: Cluster, policies: WantedPolicies, at: Date): void;
}

/** Makes a cluster, brings it to what its file says, and deletes it, call by call. */
export class ClusterWork implements ApplicationWork<WantedCluster> {
  readonly #place: ClusterPlace;
  readonly #hands: ClusterHands;
  /** An update of EKS whose end counts. */
  #updateId: string | undefined;
  #isRegistered: boolean;

  constructor(place: ClusterPlace, hands: ClusterHands) {
    this.#place = place;
    this.#hands = hands;
    this.#isRegistered = hands.find(place) !== undefined;
  }

  /** Whether Argo CD knows the cluster: from when all of it was there for the first time. */
  get isRegistered(): boolean {
    return this.#isRegistered;
  }

  isThere(): boolean {
    return this.#cluster() !== undefined;
  }

  /** What is no other than at the last sync is left as it is in the cluster. */
  bring(
    wanted: WantedCluster | undefined,
    before: WantedCluster | undefined,
    at: Date,
  ): void {
    const policies = wanted?.policies;
    const cluster = this.#cluster();
    if (cluster && policies?.digest !== before?.policies?.digest) {
      this.#hands.deliver(
        cluster,
        policies ?? { digest: '', exceptions: [] },
        at,
      );
    }
  }

  goOn({ plan }: WantedCluster): Turn {
    const cluster = this.#cluster();
    if (!cluster) {
      this.#create(plan);
      return 'step';
    }
    if (cluster.status === 'FAILED') {
      const [issue] = cluster.healthIssues;
      throw new Error(
        issue
          ? `${issue.code}: ${issue.message}`
          : `Cluster ${cluster.name} is in status FAILED`,
      );
    }
    this.#checkUpdate(cluster);
    const next = nextProvisioning(cluster, desiredOf(plan), plan.provisioner);
    const part = next === 'done' ? nextPart(cluster, plan) ?? 'done' : next;
    if (part === 'done' || part === 'wait') {
      this.#isRegistered ||= part === 'done';
      return part;
    }
    this.#call(cluster, part);
    return 'step';
  }

  /** Nothing goes that the file has not let go of. */
  remove(_at: Date, wanted: WantedCluster | undefined): Turn {
    const cluster = this.#cluster();
    if (!cluster || !wanted?.plan.isLetGo) {
      return 'done';
    }
    const next = nextDeletion(cluster, wanted.plan);
    if (next === 'wait') {
      return 'wait';
    }
    this.#call(cluster, next);
    return 'step';
  }

  #cluster(): Cluster | undefined {
    return this.#hands.find(this.#place);
  }

  /** Subnets that are not there yet come first. */
  #create(plan: ClusterPlan): void {
    const { accountId, region, name } = this.#place;
    const ids = plan.subnets.map(
      ({ id }, index) =>
        id ??
        `subnet-0${hexFrom(`${accountId}/${region}/${name}/${index}`, 16)}`,
    );
    this.#hands.call(this.#place, creationCall(this.#place, plan, ids));
    const { subnets = [] } = this.#cluster() ?? {};
    plan.subnets.forEach(({ cidrBlock }, index) => {
      if (cidrBlock !== undefined && subnets[index]) {
        subnets[index].cidrBlock = cidrBlock;
      }
    });
  }

  #checkUpdate({ updates }: Cluster): void {
    const update = updates.find(({ id }) => id === this.#updateId);
    if (update?.status === 'Failed') {
      this.#updateId = undefined;
      const [error] = update.errors;
      throw new Error(`${error.errorCode}: ${error.errorMessage}`);
    }
  }

  #call(cluster: Cluster, call: EksCall): void {
    this.#hands.call(this.#place, call);
    if (call.operation.startsWith('Update')) {
      this.#updateId = cluster.updates.at(-1)?.id;
    }
  }
}
