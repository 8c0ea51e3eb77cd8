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

/**
 * What is read of Kubernetes objects, and no more. Everything may be missing:
 * it is another program's answer.
 */
export interface ObjectMeta {
  name?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  generation?: number;
  ownerReferences?: OwnerReference[];
}

export interface OwnerReference {
  apiVersion?: string;
  kind?: string;
  name?: string;
  controller?: boolean;
}

/** An object of which only this much was asked for. */
export interface KubernetesObject {
  metadata?: ObjectMeta;
}

export interface Condition {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Array<{
    key: string;
    operator: string;
    values?: string[];
  }>;
}

export type ResourceList = Record<string, string | number | undefined>;

export interface Node extends KubernetesObject {
  status?: {
    allocatable?: ResourceList;
    conditions?: Condition[];
    nodeInfo?: {
      kubeletVersion?: string;
      kubeProxyVersion?: string;
      architecture?: string;
      operatingSystem?: string;
      osImage?: string;
      containerRuntimeVersion?: string;
    };
  };
}

export interface Container {
  name?: string;
  image?: string;
  /** `Always` makes an init container a sidecar. */
  restartPolicy?: string;
  resources?: { requests?: ResourceList };
}

export interface PodSpec {
  nodeName?: string;
  containers?: Container[];
  initContainers?: Container[];
  overhead?: ResourceList;
  /** Of the whole pod. */
  resources?: { requests?: ResourceList };
}

export interface Pod extends KubernetesObject {
  spec?: PodSpec;
  status?: { phase?: string; conditions?: Condition[] };
}

/** Deployment, StatefulSet or DaemonSet. */
export interface Workload extends KubernetesObject {
  spec?: {
    replicas?: number;
    template?: { metadata?: ObjectMeta; spec?: PodSpec };
  };
  status?: {
    readyReplicas?: number;
    desiredNumberScheduled?: number;
    numberReady?: number;
  };
}

export interface PodDisruptionBudget extends KubernetesObject {
  spec?: {
    selector?: LabelSelector;
    unhealthyPodEvictionPolicy?: string;
  };
  status?: {
    disruptionsAllowed?: number;
    currentHealthy?: number;
    desiredHealthy?: number;
    expectedPods?: number;
  };
}

export interface WebhookConfiguration extends KubernetesObject {
  webhooks?: Webhook[];
}

export interface Webhook {
  name?: string;
  failurePolicy?: string;
  timeoutSeconds?: number;
  clientConfig?: {
    url?: string;
    service?: { namespace?: string; name?: string };
  };
  namespaceSelector?: LabelSelector;
  rules?: WebhookRule[];
}

export interface WebhookRule {
  apiGroups?: string[];
  resources?: string[];
  operations?: string[];
  scope?: string;
}

export interface EndpointSlice extends KubernetesObject {
  endpoints?: Array<{
    addresses?: string[];
    nodeName?: string;
    conditions?: { ready?: boolean };
  }>;
}

export interface ApiService extends KubernetesObject {
  spec?: { service?: { namespace?: string; name?: string } };
  status?: { conditions?: Condition[] };
}
