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

import type { NamespaceSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ArgocdReader } from '../../argocd/types';
import type { FleetClusters } from '../../collection/FleetClusters';
import type { ObservationReader } from '../../collection/types';
import type { KubernetesWays } from '../../kubernetes/createKubernetes';
import type { RequestRecord } from '../types';
import { specOf } from '../types';
import { deliveryOf } from './delivery';
import type { RequestSighting } from './types';

const TIMEOUT_MS = 15_000;
const REQUEST = 'eks-fleet.io/request';

/** A Namespace, as the API has it. */
interface NamespaceObject {
  metadata?: {
    annotations?: Record<string, string>;
    deletionTimestamp?: string;
  };
  status?: { phase?: string };
}

/** What Argo CD and the cluster's own API say of a namespace. */
export class NamespaceSightings {
  readonly #argocd: ArgocdReader;
  readonly #ways: KubernetesWays | undefined;
  readonly #clusters: Pick<FleetClusters, 'list'>;
  readonly #observations: Pick<ObservationReader, 'of'>;

  constructor(options: {
    argocd: ArgocdReader;
    /** Left out where clusters' APIs are not read from here. */
    ways?: KubernetesWays;
    clusters: Pick<FleetClusters, 'list'>;
    observations: Pick<ObservationReader, 'of'>;
  }) {
    this.#argocd = options.argocd;
    this.#ways = options.ways;
    this.#clusters = options.clusters;
    this.#observations = options.observations;
  }

  async look(record: RequestRecord, since: string): Promise<RequestSighting> {
    const spec = specOf(record) as unknown as NamespaceSpec;
    const { accountId, name, region } = spec.cluster;
    const delivery = deliveryOf(
      await this.#argocd.look(),
      `${spec.name}-${name}-${accountId}-${region}`,
      since,
    );
    return {
      delivery,
      thing: await this.#thing(record, spec, delivery),
      registration: { state: 'notRead' },
    };
  }

  async #thing(
    record: RequestRecord,
    spec: NamespaceSpec,
    delivery: RequestSighting['delivery'],
  ): Promise<RequestSighting['thing']> {
    const isGoing = record.asked.operation === 'delete';
    const cluster = (await this.#clusters.list()).find(
      each =>
        each.name === spec.cluster.name &&
        each.accountId === spec.cluster.accountId &&
        each.region === spec.cluster.region,
    );
    const document =
      cluster &&
      (await this.#observations.of(cluster.arn)).controlPlane?.document;
    if (!cluster || !this.#ways?.reaches(cluster, document) || !document) {
      return byDelivery(delivery, isGoing);
    }
    const client = this.#ways.connect(cluster, document);
    try {
      // Listed, as the portal's role in clusters may list and get nothing.
      const [found] =
        (await client.readPage<NamespaceObject>(
          {
            path: '/api/v1/namespaces',
            fieldSelector: `metadata.name=${spec.name}`,
          },
          AbortSignal.timeout(TIMEOUT_MS),
        )) ?? [];
      return found
        ? judgeNamespace(found, { request: record.asked.id, isGoing })
        : {
            state: 'absent',
            source: 'kubernetes',
            message: isGoing
              ? 'The namespace is gone'
              : `Cluster ${cluster.name} does not have the namespace yet`,
          };
    } catch (error) {
      const { message } = toObservationError(error);
      return {
        state: 'unknown',
        source: 'kubernetes',
        message: `Cluster ${cluster.name} could not be asked: ${message}`,
      };
    } finally {
      client.close();
    }
  }
}

/** Pure. */
export function judgeNamespace(
  { metadata = {}, status = {} }: NamespaceObject,
  { isGoing, request }: { request: string; isGoing: boolean },
): RequestSighting['thing'] {
  const source = 'kubernetes' as const;
  if (isGoing) {
    return {
      state: 'coming',
      source,
      message: metadata.deletionTimestamp
        ? 'The namespace is going: Kubernetes ends what is in it'
        : 'The namespace is still there',
    };
  }
  if (metadata.deletionTimestamp || status.phase === 'Terminating') {
    return {
      state: 'coming',
      source,
      message: 'Somebody is deleting the namespace',
    };
  }
  return metadata.annotations?.[REQUEST] === request
    ? { state: 'there', source, message: 'The namespace is there' }
    : {
        state: 'coming',
        source,
        message: 'The namespace is there, and not yet as it is wanted',
      };
}

/** Where the cluster's own API is not read, Argo CD's word is all there is. Pure. */
function byDelivery(
  { state }: RequestSighting['delivery'],
  isGoing: boolean,
): RequestSighting['thing'] {
  if (state === 'notRead') {
    return {
      state: isGoing ? 'absent' : 'there',
      source: 'git',
      message:
        'Nothing here reads Argo CD or the cluster, so that no more is known of it',
    };
  }
  if (isGoing) {
    return state === 'missing'
      ? { state: 'absent', source: 'argocd' }
      : {
          state: 'coming',
          source: 'argocd',
          message: 'Argo CD still has an application for it',
        };
  }
  return state === 'synced'
    ? { state: 'there', source: 'argocd', message: 'Argo CD has synced it' }
    : { state: 'coming', source: 'argocd' };
}
