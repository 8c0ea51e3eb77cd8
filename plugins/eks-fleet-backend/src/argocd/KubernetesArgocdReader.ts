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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ObservationFailure,
  toObservationError,
  type AwsTarget,
  type KubernetesReader,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../collection/types';
import {
  toApplication,
  toDestination,
  type ApplicationObject,
  type ClusterSecretObject,
} from './toApplication';
import type {
  ArgocdApplication,
  ArgocdDestination,
  ArgocdHub,
  ArgocdReader,
  HubLook,
} from './types';

/** Connects to a cluster's API; the caller closes it. */
export type Connect = (
  cluster: AwsTarget & { name: string },
  controlPlane: ControlPlaneDocument,
) => KubernetesReader & { close(): void };

const TIMEOUT_MS = 30_000;
/** Clusters are registered rarely. */
const SECRETS_KEPT_MS = 10 * 60_000;

interface State {
  look?: HubLook;
  underWay?: Promise<HubLook>;
  destinations?: { at: number; list: ArgocdDestination[] };
}

/**
 * Reads `Application` objects through the API of the cluster that Argo CD runs
 * in: self-managed and EKS-managed ones alike. Those who ask at about the same
 * time share one list.
 */
export class KubernetesArgocdReader implements ArgocdReader {
  readonly hubs: readonly ArgocdHub[];
  readonly #connect: Connect;
  readonly #observations: Pick<ObservationReader, 'of'>;
  readonly #now: () => Date;
  readonly #states = new Map<string, State>();

  constructor(options: {
    hubs: readonly ArgocdHub[];
    connect: Connect;
    observations: Pick<ObservationReader, 'of'>;
    now?: () => Date;
  }) {
    this.hubs = options.hubs;
    this.#connect = options.connect;
    this.#observations = options.observations;
    this.#now = options.now ?? (() => new Date());
  }

  async look(
    options: { maxAgeSeconds?: number; signal?: AbortSignal } = {},
  ): Promise<HubLook[]> {
    const { maxAgeSeconds = 15 } = options;
    return Promise.all(this.hubs.map(hub => this.#lookAt(hub, maxAgeSeconds)));
  }

  #lookAt(hub: ArgocdHub, maxAgeSeconds: number): Promise<HubLook> {
    const state = this.#stateOf(hub);
    const age = this.#now().getTime() - Date.parse(state.look?.at ?? '');
    if (state.look && age < maxAgeSeconds * 1000) {
      return Promise.resolve(state.look);
    }
    // Whoever asked first may give up; the others want it all the same.
    state.underWay ??= this.#read(hub, state).finally(() => {
      state.underWay = undefined;
    });
    return state.underWay;
  }

  async #read(hub: ArgocdHub, state: State): Promise<HubLook> {
    const at = this.#now().toISOString();
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const client = await this.#open(hub);
      try {
        const [applications, destinations] = await Promise.all([
          listApplications(client, hub, signal),
          this.#listDestinations(client, hub, state, signal),
        ]);
        state.look = { hub, at, applications, destinations };
      } finally {
        client.close();
      }
    } catch (error) {
      // What was known is not shown as if it were so now.
      state.look = {
        hub,
        at,
        applications: [],
        destinations: [],
        error: toObservationError(error),
      };
    }
    return state.look;
  }

  async #open(hub: ArgocdHub): Promise<ReturnType<Connect>> {
    const { controlPlane } = await this.#observations.of(hub.cluster);
    if (!controlPlane?.document) {
      throw new ObservationFailure(
        'unreachable',
        `EKS DescribeCluster has not told where ${hub.cluster} is`,
      );
    }
    return this.#connect(targetOf(hub.cluster), controlPlane.document);
  }

  async #listDestinations(
    client: KubernetesReader,
    hub: ArgocdHub,
    state: State,
    signal: AbortSignal,
  ): Promise<ArgocdDestination[]> {
    if (!hub.clusterSecrets) {
      return [];
    }
    const at = this.#now().getTime();
    if (!state.destinations || at - state.destinations.at > SECRETS_KEPT_MS) {
      state.destinations = {
        at,
        list: await listDestinations(client, hub, signal),
      };
    }
    return state.destinations.list;
  }

  #stateOf({ id }: ArgocdHub): State {
    const state = this.#states.get(id) ?? {};
    this.#states.set(id, state);
    return state;
  }
}

function listApplications(
  client: KubernetesReader,
  hub: ArgocdHub,
  signal: AbortSignal,
): Promise<ArgocdApplication[]> {
  return client.list<ApplicationObject, ArgocdApplication[]>(
    {
      path: `/apis/argoproj.io/v1alpha1/namespaces/${hub.namespace}/applications`,
    },
    {
      start: () => [],
      add: (known, items) => {
        known.push(...items.map(item => toApplication(item, hub)));
        return known;
      },
    },
    signal,
  );
}

function listDestinations(
  client: KubernetesReader,
  { namespace }: ArgocdHub,
  signal: AbortSignal,
): Promise<ArgocdDestination[]> {
  return client.list<ClusterSecretObject, ArgocdDestination[]>(
    {
      path: `/api/v1/namespaces/${namespace}/secrets`,
      labelSelector: 'argocd.argoproj.io/secret-type=cluster',
    },
    {
      start: () => [],
      add: (known, items) => {
        known.push(...items.flatMap(item => toDestination(item) ?? []));
        return known;
      },
    },
    signal,
  );
}

function targetOf(arn: string): AwsTarget & { name: string } {
  const [, partition, , region, accountId, resource] = arn.split(':');
  return {
    partition: partition as AwsTarget['partition'],
    region,
    accountId,
    name: resource.split('/')[1],
  };
}
