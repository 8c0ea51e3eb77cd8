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
  controlPlaneCost,
  type Cluster,
  type ControlPlanePrices,
  type ObservationErrorCode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import type { SupportCalendar } from '../versions/SupportCalendar';
import { hideOtherAccounts } from './hideOtherAccounts';
import type { ClusterScope, ObservedCluster } from './types';

/** A cluster as the API gives it. */
export function presentCluster(
  cluster: ObservedCluster,
  context: {
    scope: ClusterScope;
    calendar: SupportCalendar;
    prices: ControlPlanePrices;
    now: Date;
  },
): Cluster {
  const { calendar, prices, now, scope } = context;
  const support = calendar.support(cluster.partition, cluster.version, now);
  const { state, observedAt, errorCode, errorMessage, errorSince } =
    cluster.observation;
  return {
    entityRef: cluster.entityRef,
    name: cluster.name,
    origin: cluster.origin,
    conflictsWith: known(cluster.conflictsWith),
    provider: known(cluster.provider),
    arn: known(cluster.arn),
    partition: known(cluster.partition),
    accountId: known(cluster.accountId),
    accountName: known(cluster.accountName),
    region: known(cluster.region),
    version: known(cluster.version),
    platformVersion: known(cluster.platformVersion),
    status: known(cluster.status),
    createdAt: known(cluster.createdAt),
    support: { ...support, policy: known(cluster.supportType) },
    owner: known(cluster.owner),
    system: known(cluster.system),
    environment: known(cluster.environment),
    labels: cluster.labels,
    observation: {
      state,
      observedAt: known(observedAt),
      error: errorCode
        ? {
            code: errorCode as ObservationErrorCode,
            message: hideOtherAccounts(
              errorMessage,
              scope,
              new Set([cluster.accountId]),
            ),
            since: known(errorSince),
          }
        : undefined,
    },
    cost:
      cluster.origin === 'eks-fleet'
        ? controlPlaneCost(support.state, prices)
        : { controlPlaneUsdPerMonth: 0, extendedSupportUsdPerMonth: 0 },
    links: cluster.links,
  };
}
