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

import type {
  PlacementReason,
  PodSecurityLevel,
  SupportState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { freeCapacity } from '../ground/freeCapacity';
import { clusterKey } from '../ground/keys';
import type { KnownCluster } from '../ground/types';
import { amount, usd } from '../words';
import { architectureOf, placeOf, statusOf } from './mustHaves';
import type { PlacementWish } from './placeNamespace';
import { against, pro, unfit, unknown, type Judgement } from './reasons';

/** What speaks for and against one cluster. */
export interface JudgedCluster {
  cluster: KnownCluster;
  key: string;
  fits: boolean;
  /** How far it is from one that fits: 2 where it is of another environment. */
  distance: 0 | 1 | 2;
  /** Compared one after the other; more is better. */
  scores: number[];
  reasons: PlacementReason[];
}

/** In which state of support a version is. */
export type SupportOf = (partition: string, version: string) => SupportState;

/** Weighs, in this order: room, version, policies, how full it gets, price. */
export function judgeCluster(
  cluster: KnownCluster,
  wish: PlacementWish,
  supportOf: SupportOf,
): JudgedCluster {
  const must = [
    placeOf(cluster, wish),
    statusOf(cluster),
    architectureOf(cluster, wish),
  ];
  if (must.some(({ reason }) => reason?.weight === 'deny')) {
    // What else speaks for it, nobody needs to know.
    return {
      cluster,
      key: clusterKey(cluster),
      fits: false,
      distance: cluster.environment === wish.environment ? 1 : 2,
      scores: [],
      reasons: must.flatMap(({ reason }) => reason ?? []),
    };
  }
  const judged = [
    roomOf(cluster, wish),
    versionOf(cluster, supportOf),
    policiesOf(cluster, wish),
    fillOf(cluster, wish),
    priceOf(cluster, wish),
  ];
  const reasons = [...must, ...judged].flatMap(({ reason }) => reason ?? []);
  return {
    cluster,
    key: clusterKey(cluster),
    distance: 0,
    fits: reasons.every(({ weight }) => weight !== 'deny'),
    scores: [...must, ...judged].map(({ score = 0 }) => score),
    reasons,
  };
}

function roomOf(cluster: KnownCluster, wish: PlacementWish): Judgement {
  const free = freeCapacity(cluster);
  if (!free) {
    return {
      score: 0,
      reason: unknown('room', 'How much room it has is not known.'),
    };
  }
  const room = `${amount(Math.max(0, free.vcpu))} vCPUs and ${amount(
    Math.max(0, free.memoryGib),
  )} GiB are free`;
  if (free.vcpu >= wish.vcpu && free.memoryGib >= wish.memoryGib) {
    return { score: 3, reason: pro('room', `${room}.`) };
  }
  return cluster.capacity?.grows
    ? {
        score: 2,
        reason: pro('room', `${room}, and more nodes come when pods wait.`),
      }
    : {
        reason: unfit(
          'room',
          `${room}, too few, and no nodes come by themselves.`,
        ),
      };
}

function versionOf(
  { partition, version }: KnownCluster,
  supportOf: SupportOf,
): Judgement {
  const state = supportOf(partition, version);
  switch (state) {
    case 'standard':
      return {
        score: 3,
        reason: pro('version', `Kubernetes ${version}, in standard support.`),
      };
    case 'extended':
    case 'unsupported':
      return {
        score: state === 'extended' ? 1 : 0,
        reason: against(
          'version',
          `Kubernetes ${version}, in ${
            state === 'extended' ? 'extended support' : 'no support any more'
          }.`,
        ),
      };
    default:
      return {
        score: 0,
        reason: unknown(
          'version',
          `How long Kubernetes ${
            version || 'of no known version'
          } is supported is not known.`,
        ),
      };
  }
}

const LEVELS: readonly PodSecurityLevel[] = [
  'privileged',
  'baseline',
  'restricted',
];

function policiesOf(
  { policyLevel }: KnownCluster,
  { policyLevel: least }: PlacementWish,
): Judgement {
  if (!policyLevel) {
    return least
      ? {
          score: -1,
          reason: unknown(
            'policies',
            `Whether its policies hold pods to ${least} is not known.`,
          ),
        }
      : {};
  }
  const isEnough =
    !least || LEVELS.indexOf(policyLevel) >= LEVELS.indexOf(least);
  return isEnough
    ? {
        score: LEVELS.indexOf(policyLevel),
        reason: pro('policies', `Its policies hold pods to ${policyLevel}.`),
      }
    : {
        reason: unfit(
          'policies',
          `Its policies hold pods to ${policyLevel}, not to ${least}.`,
        ),
      };
}

/** The one that has more left for the next: in steps, so that small differences do not decide. */
function fillOf({ capacity }: KnownCluster, wish: PlacementWish): Judgement {
  const { allocatable, requested } = capacity ?? {};
  if (!allocatable || !requested) {
    return { score: 0 };
  }
  const full = Math.max(
    (requested.vcpu + wish.vcpu) / allocatable.vcpu,
    (requested.memoryGib + wish.memoryGib) / allocatable.memoryGib,
  );
  const percent = Math.round(full * 100);
  return Number.isFinite(percent)
    ? {
        score: -Math.floor(percent / 10),
        reason: {
          code: 'fill',
          weight: percent > 80 ? 'against' : 'for',
          message: `Requests come to ${percent} % of its nodes with it.`,
        },
      }
    : { score: 0 };
}

function priceOf(cluster: KnownCluster, wish: PlacementWish): Judgement {
  const { allocatable } = cluster.capacity ?? {};
  const { computeUsdPerMonth } = cluster;
  if (!allocatable || computeUsdPerMonth === undefined) {
    return {
      score: -Number.MAX_VALUE,
      reason: unknown('price', 'What a share of its nodes costs is not known.'),
    };
  }
  const part = Math.max(
    wish.vcpu / allocatable.vcpu,
    wish.memoryGib / allocatable.memoryGib,
  );
  const price = part * computeUsdPerMonth;
  return Number.isFinite(price)
    ? {
        score: -price,
        reason: pro(
          'price',
          `Its share of the nodes costs ${usd(price)} a month.`,
        ),
      }
    : { score: -Number.MAX_VALUE };
}
