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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ArgocdReader } from '../../argocd/types';
import type { ClusterRecord, ClusterStore } from '../../inventory/types';
import { specOf, type RequestRecord } from '../types';
import { deliveryOf } from './delivery';
import type { RequestSighting } from './types';

/** What Argo CD and discovery say of a cluster. */
export class ClusterSightings {
  readonly #argocd: ArgocdReader;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #now: () => Date;

  constructor(options: {
    argocd: ArgocdReader;
    clusters: Pick<ClusterStore, 'find'>;
    now: () => Date;
  }) {
    this.#argocd = options.argocd;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  async look(record: RequestRecord, since: string): Promise<RequestSighting> {
    const { accountId, name, region } = specOf(
      record,
    ) as unknown as ClusterSpec;
    const delivery = deliveryOf(
      await this.#argocd.look(),
      `${name}-${accountId}-${region}`,
      since,
    );
    const found = await this.#clusters.find(
      'all',
      { accountId, region, name, limit: 5 },
      this.#now(),
    );
    const cluster = found.find(({ origin }) => origin === 'eks-fleet');
    return {
      delivery,
      thing: judgeCluster(cluster, {
        operation: record.asked.operation,
        isDelivered:
          delivery.state === 'synced' || delivery.state === 'notRead',
      }),
      registration: cluster
        ? { state: 'there', entityRef: cluster.entityRef }
        : { state: 'missing' },
    };
  }
}

/**
 * A cluster as discovery last saw it. What was there before a change says
 * nothing of the change until it is delivered. Pure.
 */
export function judgeCluster(
  cluster: Pick<ClusterRecord, 'status'> | undefined,
  {
    isDelivered,
    operation,
  }: {
    isDelivered: boolean;
    operation: RequestRecord['asked']['operation'];
  },
): RequestSighting['thing'] {
  const source = 'eks' as const;
  if (operation === 'delete') {
    return cluster
      ? {
          state: 'coming',
          source,
          message: `EKS still has the cluster: ${cluster.status}`,
        }
      : { state: 'absent', source, message: 'EKS has the cluster no more' };
  }
  if (!cluster) {
    return {
      state: 'coming',
      source,
      message: 'Discovery has not seen the cluster yet',
    };
  }
  if (cluster.status === 'FAILED' && operation === 'create') {
    return {
      state: 'failed',
      source,
      message: 'EKS could not make the cluster: FAILED',
    };
  }
  if (cluster.status !== 'ACTIVE') {
    return {
      state: 'coming',
      source,
      message: `The cluster is ${cluster.status}`,
    };
  }
  return operation === 'create' || isDelivered
    ? { state: 'there', source, message: 'The cluster is ACTIVE' }
    : {
        state: 'coming',
        source,
        message: 'Waits for what provisions the cluster to have the change',
      };
}
