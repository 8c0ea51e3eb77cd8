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
  KubernetesDeprecatedApisDocument,
  ObservationDocuments,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { KubernetesReader } from '../client/types';
import type { WebhookConfiguration } from '../objects/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { describeAddons } from './describeAddons';
import { describeAdmission } from './describeAdmission';
import { describeDisruption } from './describeDisruption';
import { describeNodes } from './describeNodes';
import { findHeldGroups, type HeldGroup } from './findHeldGroups';
import { mergeDeprecatedApis } from './mergeDeprecatedApis';
import { parseDeprecatedApi, type RequestedApi } from './parseDeprecatedApi';
import { reduceApiServices } from './reduceApiServices';
import { reduceBudgets } from './reduceBudgets';
import { reduceEndpoints, type EndpointFacts } from './reduceEndpoints';
import { reduceNamespaces } from './reduceNamespaces';
import { reduceNodes, type NodeFacts } from './reduceNodes';
import { reducePods, type PodFacts } from './reducePods';
import { reduceReplicaSetOwners } from './reduceReplicaSetOwners';
import { reduceWebhooks, type WebhookFacts } from './reduceWebhooks';
import {
  reduceWorkloads,
  type WorkloadFacts,
  type WorkloadKind,
} from './reduceWorkloads';
import { SharedRead } from './SharedRead';

/**
 * What a cluster's own API tells of it.
 *
 * @public
 */
export type KubernetesFactKind = Extract<
  keyof ObservationDocuments,
  `kubernetes${string}`
>;

/**
 * @public
 */
export interface KubernetesFactsOptions {
  /**
   * Labels of workloads and namespaces that name the owner, the first one
   * first; `backstage.io/owner` and `team` by default.
   */
  ownerLabels?: readonly string[];
}

/**
 * @public
 */
export interface KubernetesFactContext {
  signal?: AbortSignal;
  now: Date;
  /** What was known of deprecated APIs before. */
  previousDeprecatedApis?: KubernetesDeprecatedApisDocument;
}

const WORKLOAD_PATHS: Record<WorkloadKind, string> = {
  Deployment: '/apis/apps/v1/deployments',
  StatefulSet: '/apis/apps/v1/statefulsets',
  DaemonSet: '/apis/apps/v1/daemonsets',
};

const ADMISSION = '/apis/admissionregistration.k8s.io/v1';

/**
 * Reads a cluster's facts through its API. What several kinds of facts need is
 * read once by one of these; make another for the next round.
 *
 * @public
 */
export class KubernetesFacts {
  readonly #reader: KubernetesReader;
  readonly #ownerLabels: readonly string[];
  readonly #nodes: SharedRead<Map<string, NodeFacts>>;
  readonly #pods: SharedRead<PodFacts>;
  readonly #namespaces: SharedRead<Map<string, Record<string, string>>>;
  readonly #workloads: Record<WorkloadKind, SharedRead<WorkloadFacts[]>>;

  static create(
    reader: KubernetesReader,
    options: KubernetesFactsOptions = {},
  ): KubernetesFacts {
    return new KubernetesFacts(reader, options);
  }

  private constructor(
    reader: KubernetesReader,
    options: KubernetesFactsOptions,
  ) {
    const { ownerLabels = ['backstage.io/owner', 'team'] } = options;
    this.#reader = reader;
    this.#ownerLabels = ownerLabels;
    this.#nodes = new SharedRead(signal =>
      reader.list({ path: '/api/v1/nodes' }, reduceNodes, signal),
    );
    this.#pods = new SharedRead(signal =>
      reader.list({ path: '/api/v1/pods' }, reducePods, signal),
    );
    this.#namespaces = new SharedRead(signal =>
      reader.list(
        { path: '/api/v1/namespaces', metadataOnly: true },
        reduceNamespaces,
        signal,
      ),
    );
    const workloads = (kind: WorkloadKind) =>
      new SharedRead(signal =>
        reader.list(
          { path: WORKLOAD_PATHS[kind] },
          reduceWorkloads(kind, ownerLabels),
          signal,
        ),
      );
    this.#workloads = {
      Deployment: workloads('Deployment'),
      StatefulSet: workloads('StatefulSet'),
      DaemonSet: workloads('DaemonSet'),
    };
  }

  /** @throws ObservationFailure where what the facts rest on may not be read */
  async read<K extends KubernetesFactKind>(
    kind: K,
    context: KubernetesFactContext,
  ): Promise<ObservationDocuments[K]> {
    const readers: {
      [Kind in KubernetesFactKind]: () => Promise<ObservationDocuments[Kind]>;
    } = {
      kubernetesNodes: () => this.#readNodes(context),
      kubernetesDisruption: () => this.#readDisruption(context),
      kubernetesDeprecatedApis: () => this.#readDeprecatedApis(context),
      kubernetesAdmission: () => this.#readAdmission(context),
      kubernetesAddons: () => this.#readAddons(context),
    };
    return readers[kind]();
  }

  async #readNodes({ signal }: KubernetesFactContext) {
    const [nodes, pods, version] = await Promise.all([
      this.#nodes.get(signal),
      ifAllowed(this.#pods.get(signal)),
      ifAllowed(this.#reader.get<{ gitVersion?: string }>('/version', signal)),
    ]);
    return describeNodes({
      nodes,
      pods,
      apiServerVersion: version?.gitVersion,
    });
  }

  async #readDisruption({ signal }: KubernetesFactContext) {
    const [budgets, pods, deployments, statefulSets, nodes, namespaces] =
      await Promise.all([
        this.#reader.list(
          { path: '/apis/policy/v1/poddisruptionbudgets' },
          reduceBudgets,
          signal,
        ),
        this.#pods.get(signal),
        this.#workloads.Deployment.get(signal),
        this.#workloads.StatefulSet.get(signal),
        ifAllowed(this.#nodes.get(signal)),
        ifAllowed(this.#namespaces.get(signal)),
      ]);
    const held = findHeldGroups(pods.groups.values(), budgets);
    return describeDisruption({
      budgets,
      held,
      workloads: [...deployments, ...statefulSets],
      replicaSetOwners: await this.#replicaSetOwners(held, signal),
      nodes,
      namespaces,
      ownerLabels: this.#ownerLabels,
    });
  }

  /** Of those alone that the held pods are of; there are many others. */
  async #replicaSetOwners(held: HeldGroup[], signal: AbortSignal | undefined) {
    const wanted = new Set(
      held
        .filter(({ group }) => group.controller.kind === 'ReplicaSet')
        .map(({ group }) => `${group.namespace}/${group.controller.name}`),
    );
    const owners =
      wanted.size > 0 &&
      (await ifAllowed(
        this.#reader.list(
          { path: '/apis/apps/v1/replicasets', metadataOnly: true },
          reduceReplicaSetOwners(wanted),
          signal,
        ),
      ));
    return owners || new Map();
  }

  async #readDeprecatedApis(context: KubernetesFactContext) {
    const { signal, previousDeprecatedApis, now } = context;
    const requested: RequestedApi[] = [];
    await this.#reader.readLines(
      '/metrics',
      line => {
        const api = parseDeprecatedApi(line);
        if (api) {
          requested.push(api);
        }
      },
      signal,
    );
    return mergeDeprecatedApis(previousDeprecatedApis, requested, now);
  }

  async #readAdmission({ signal }: KubernetesFactContext) {
    const namespaces = await ifAllowed(this.#namespaces.get(signal));
    const webhooksOf = (plural: string, kind: WebhookFacts['kind']) =>
      this.#reader.list<WebhookConfiguration, WebhookFacts[]>(
        { path: `${ADMISSION}/${plural}` },
        reduceWebhooks(kind, { namespaces, ownerLabels: this.#ownerLabels }),
        signal,
      );
    const [validating, mutating, apiServices] = await Promise.all([
      webhooksOf(
        'validatingwebhookconfigurations',
        'ValidatingWebhookConfiguration',
      ),
      webhooksOf(
        'mutatingwebhookconfigurations',
        'MutatingWebhookConfiguration',
      ),
      this.#reader.list(
        { path: '/apis/apiregistration.k8s.io/v1/apiservices' },
        reduceApiServices,
        signal,
      ),
    ]);
    const webhooks = [...validating, ...mutating];
    const endpoints = await this.#endpointsOf(webhooks, signal);
    return describeAdmission({ webhooks, endpoints, apiServices });
  }

  async #endpointsOf(
    webhooks: WebhookFacts[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, EndpointFacts>> {
    const services = new Map(
      webhooks.map(({ service }) => [
        `${service.namespace}/${service.name}`,
        service,
      ]),
    );
    const endpoints = new Map<string, EndpointFacts>();
    await Promise.all(
      [...services].map(async ([key, { namespace, name }]) => {
        const path = `/apis/discovery.k8s.io/v1/namespaces/${encodeURIComponent(
          namespace,
        )}/endpointslices`;
        const labelSelector = `kubernetes.io/service-name=${name}`;
        endpoints.set(
          key,
          await this.#reader.list(
            { path, labelSelector },
            reduceEndpoints,
            signal,
          ),
        );
      }),
    );
    return endpoints;
  }

  async #readAddons({ signal }: KubernetesFactContext) {
    const { Deployment, StatefulSet, DaemonSet } = this.#workloads;
    const lists = await Promise.all(
      [Deployment, StatefulSet, DaemonSet].map(read => read.get(signal)),
    );
    return describeAddons(lists.flat());
  }
}

/** What a kind of facts can do without, where only the right to it is missing. */
async function ifAllowed<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ObservationFailure && error.code === 'forbidden') {
      return undefined;
    }
    throw error;
  }
}
