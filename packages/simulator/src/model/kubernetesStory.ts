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

import type { Manifest, PolicyStory } from './policyStory';

/**
 * A set of nodes that are alike.
 *
 * @public
 */
export interface NodeSetSpec {
  /** What made the nodes; the name is the group's, the node pool's or the machine set's. */
  owner: {
    kind:
      | 'nodegroup'
      | 'karpenter'
      | 'autoMode'
      | 'fargate'
      | 'hybrid'
      | 'selfManaged';
    name?: string;
  };
  /** Of a node group it is the group's own size by default; 1 otherwise. */
  count?: number;
  /** Minor version of the kubelets; the cluster's by default. */
  version?: string;
  instanceType?: string;
  capacityType?: 'ON_DEMAND' | 'SPOT';
  osImage?: string;
  labels?: Record<string, string>;
  taints?: { key: string; value?: string; effect: string }[];
  /** How many of them carry `karpenter.sh/do-not-disrupt`. */
  doNotDisrupt?: number;
  /** How many nodes the pool's own budget lets go at once; `0` keeps them all. */
  disruptionBudget?: '0';
  notReady?: number;
  cordoned?: number;
}

/**
 * @public
 */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';

/**
 * Something that runs in a cluster.
 *
 * @public
 */
export interface WorkloadSpec {
  namespace: string;
  name: string;
  /** `Deployment` by default. */
  kind?: WorkloadKind;
  /** 1 by default; a DaemonSet has as many as there are nodes. */
  replicas?: number;
  /** How many of the pods never come up. */
  crashing?: number;
  /** Of the workload and its pods; `app: <name>` by default. */
  labels?: Record<string, string>;
  /** Of its pods alone. */
  podAnnotations?: Record<string, string>;
  /** By container. */
  images?: Record<string, string>;
  initImages?: Record<string, string>;
  /** Of each pod; `none` leaves them out. */
  requests?: { cpu: string; memory: string } | 'none';
  /** What its pods may do on their nodes that others may not. */
  privileges?: ('hostNetwork' | 'hostPath' | 'privileged')[];
  /** Name of the node set that its pods are on; all that take them by default. */
  nodes?: string;
  /** Whether it runs on tainted nodes too. */
  toleratesTaints?: boolean;
  /** Name and port of a Service in front of it. */
  service?: { name?: string; port?: number; targetPort?: number };
}

/**
 * A PodDisruptionBudget.
 *
 * @public
 */
export interface BudgetSpec {
  namespace: string;
  name: string;
  /** The workload that it protects. */
  workload?: string;
  /** Labels of the pods that it protects, in place of a workload's. */
  selector?: Record<string, string>;
  minAvailable?: number | string;
  maxUnavailable?: number | string;
  labels?: Record<string, string>;
  unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow';
}

/**
 * What is installed as a whole, and EKS may not manage.
 *
 * @public
 */
export type ComponentName =
  | 'argo-cd'
  | 'aws-ebs-csi-driver'
  | 'aws-load-balancer-controller'
  | 'cert-manager'
  | 'cluster-autoscaler'
  | 'coredns'
  | 'eks-pod-identity-agent'
  | 'external-dns'
  | 'gatekeeper'
  | 'ingress-nginx'
  | 'karpenter'
  | 'kube-proxy'
  | 'kyverno'
  | 'metrics-server'
  | 'vpc-cni';

/**
 * @public
 */
export interface ComponentSpec {
  name: ComponentName;
  /** Without `v`; a recent one by default. */
  version?: string;
  /** Of its main workload. */
  replicas?: number;
  /** How many pods of its main workload never come up. */
  crashing?: number;
  namespace?: string;
}

/**
 * One webhook, in a configuration of its own.
 *
 * @public
 */
export interface WebhookSpec {
  /** `Validating` by default. */
  kind?: 'Mutating' | 'Validating';
  configuration: string;
  name: string;
  /** `Fail` by default, as Kubernetes has it. */
  failurePolicy?: 'Fail' | 'Ignore';
  /** `pods` of the core group by default; `*` for all, `deployments.apps` for one of another group. */
  resources?: string[];
  operations?: string[];
  /** Of whom it is asked; the URL takes precedence. */
  service?: { namespace: string; name: string; path?: string };
  url?: string;
  timeoutSeconds?: number;
  /** Namespaces that it leaves alone. */
  exceptNamespaces?: string[];
  /** Namespaces with these labels only. */
  namespaceLabels?: Record<string, string>;
  labels?: Record<string, string>;
}

/**
 * An API that another server answers; whether it is Available follows from the
 * Service's endpoints.
 *
 * @public
 */
export interface ApiServiceSpec {
  /** Such as `v1beta1.external.metrics.k8s.io`. */
  name: string;
  service: { namespace: string; name: string };
}

/**
 * A deprecated API that somebody asked for.
 *
 * @public
 */
export interface DeprecatedApiSpec {
  group: string;
  version: string;
  resource: string;
  subresource?: string;
  removedRelease?: string;
  /** `one` by default: the other API server knows nothing of it. */
  seenBy?: 'one' | 'both';
}

/**
 * @public
 */
export interface ConfigMapSpec {
  namespace: string;
  name: string;
  labels?: Record<string, string>;
  data: Record<string, string>;
}

/**
 * A rule of a ClusterRole, as RBAC words it.
 *
 * @public
 */
export interface PolicyRule {
  apiGroups?: string[];
  resources?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
  /** Where the rule is a Role's, in these namespaces; everywhere by default. */
  namespaces?: string[];
}

/**
 * What of a cluster's Kubernetes objects does not follow from the cluster
 * itself. Empty, the cluster runs what a team of its size usually has.
 *
 * @public
 */
export interface KubernetesStory {
  /** Nodes beside those of node groups and Auto Mode; one of the same owner and name changes those. */
  nodes?: NodeSetSpec[];
  /** Whether what a team usually has runs too; `true` by default. */
  usualWorkloads?: boolean;
  /** One of the same namespace, kind and name takes the usual one's place. */
  workloads?: WorkloadSpec[];
  budgets?: BudgetSpec[];
  /** Whether the load balancer controller and the metrics server are installed; `true` by default. */
  usualComponents?: boolean;
  components?: ComponentSpec[];
  webhooks?: WebhookSpec[];
  apiServices?: ApiServiceSpec[];
  /** Labels by namespace; `team` is the cluster's own by default. */
  namespaces?: Record<string, Record<string, string>>;
  deprecatedApis?: DeprecatedApiSpec[];
  /** What its policy engines know and say. */
  policies?: PolicyStory;
  configMaps?: ConfigMapSpec[];
  /** Objects of teams' namespaces, and of their projects on the hub, word for word as Argo CD has brought them. */
  manifests?: Manifest[];
  /** So many CustomResourceDefinitions more, of so many kilobytes each. */
  customResourceDefinitions?: { count: number; kilobytes: number };
  /** What roles with an access entry may do; by default what the portal asks for. */
  clusterRole?: PolicyRule[];
  /** Whether `DescribeCluster` gives an authority that did not sign what the API server shows. */
  certificateMismatch?: boolean;
}
