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
  clusterThingKey,
  type ClusterSpec,
  type ClusterThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ArgocdReader } from '../../argocd/types';
import type { ClusterStore } from '../../inventory/types';
import { specOf, type RequestRecord } from '../types';
import { deliveryOf } from './delivery';
import type { EksClusterLook } from './EksClusterLooks';
import { judgeCluster } from './judgeCluster';
import type { RequestSighting } from './types';

/** Discovery is not asked for the same again before that. */
const ASKED_EVERY_MS = 120_000;

/** What Argo CD, EKS and discovery say of a cluster. */
export class ClusterSightings {
  readonly #argocd: ArgocdReader;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #eks: { look(cluster: ClusterThing): Promise<EksClusterLook> };
  readonly #discover: (target: string) => void;
  readonly #now: () => Date;
  /** When discovery was asked last, by account and Region. */
  readonly #asked = new Map<string, number>();

  constructor(options: {
    argocd: ArgocdReader;
    clusters: Pick<ClusterStore, 'find'>;
    eks: { look(cluster: ClusterThing): Promise<EksClusterLook> };
    /** Has `<account>/<region>` read again soon. */
    discover: (target: string) => void;
    now: () => Date;
  }) {
    this.#argocd = options.argocd;
    this.#clusters = options.clusters;
    this.#eks = options.eks;
    this.#discover = options.discover;
    this.#now = options.now;
  }

  async look(record: RequestRecord, since: string): Promise<RequestSighting> {
    const { operation } = record.asked;
    const { accountId, name, region } = specOf(
      record,
    ) as unknown as ClusterSpec;
    const [hubs, eks, [known]] = await Promise.all([
      this.#argocd.look(),
      this.#eks.look({ accountId, name, region }),
      this.#known({ accountId, name, region }),
    ]);
    const delivery = deliveryOf(hubs, `${name}-${accountId}-${region}`, since);
    const thing = judgeCluster(eksOr(eks, known?.status), {
      operation,
      delivery,
    });
    const sighting = { delivery, thing };
    if (known) {
      const { entityRef } = known;
      return { ...sighting, registration: { state: 'there', entityRef } };
    }
    if (thing.state === 'there' && eks.state !== 'notAsked') {
      this.#ask(`${accountId}/${region}`);
    }
    return {
      ...sighting,
      registration: { state: 'missing', ...missing(eks, accountId, region) },
    };
  }

  async #known({ accountId, name, region }: ClusterThing) {
    const found = await this.#clusters.find(
      'all',
      { accountId, region, name, limit: 5 },
      this.#now(),
    );
    const key = clusterThingKey({ accountId, region, name });
    return found.filter(
      each => each.origin === 'eks-fleet' && clusterThingKey(each) === key,
    );
  }

  #ask(target: string): void {
    const now = this.#now().getTime();
    if (now - (this.#asked.get(target) ?? 0) >= ASKED_EVERY_MS) {
      this.#asked.set(target, now);
      this.#discover(target);
    }
  }
}

/** Where EKS is not asked from here, it is known by discovery. */
function eksOr(
  eks: EksClusterLook,
  status: string | undefined,
): EksClusterLook {
  return eks.state === 'notAsked' && status
    ? { state: 'there', status, issues: [] }
    : eks;
}

function missing(
  { state }: EksClusterLook,
  accountId: string,
  region: string,
): Pick<RequestSighting['registration'], 'message' | 'remedy'> {
  return state === 'notAsked'
    ? {
        message: `It is there, but discovery does not read ${accountId}/${region}`,
        remedy: `Add the account and Region to catalog.providers.eksFleet, with the role that it is read by`,
      }
    : {
        message: 'It is there; waits for discovery to see it',
        remedy: `Look at what Sources says of ${accountId}/${region}, and have it read again`,
      };
}
