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
 * What a policy does with what breaks it, as values of the chart say it.
 *
 * @public
 */
export type PolicyModeName = 'audit' | 'enforce' | 'warn';

/**
 * Resources by kind, namespace and name, each optional and with `*`.
 *
 * @public
 */
export interface ResourcePattern {
  kind?: string;
  namespace?: string;
  name?: string;
}

/**
 * `policies.<name>` in the values of the chart `fleet-policies`; what is left
 * out is as the chart has it.
 *
 * @public
 */
export interface PolicyValues {
  enabled?: boolean;
  mode?: PolicyModeName;
  severity?: 'critical' | 'high' | 'info' | 'low' | 'medium';
  parameters?: Record<string, unknown>;
  exclude?: { namespaces?: string[]; resources?: ResourcePattern[] };
}

/**
 * `exceptions.<name>` in the values of the chart.
 *
 * @public
 */
export interface ExceptionValues {
  policies: string[];
  namespaces?: string[];
  resources?: { kind?: string; name?: string }[];
  reason?: string;
  ticket?: string;
  requestedBy?: string;
  approvedBy?: string;
  expiresAt?: string;
}

/**
 * Values of the chart `fleet-policies`, all layers merged.
 *
 * @public
 */
export interface FleetPoliciesValues {
  /** What the chart renders for; which engines there are says the cluster. */
  engine?: 'gatekeeper' | 'kyverno';
  policies?: Record<string, PolicyValues>;
  exceptions?: Record<string, ExceptionValues>;
}

/**
 * An object as somebody wrote it to a file.
 *
 * @public
 */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    creationTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/**
 * A group and version that reports are written in.
 *
 * @public
 */
export type ReportApi =
  | 'openreports.io/v1alpha1'
  | 'wgpolicyk8s.io/v1alpha2'
  | 'wgpolicyk8s.io/v1beta1';

/**
 * @public
 */
export type ReportResult = 'error' | 'fail' | 'pass' | 'skip' | 'warn';

/**
 * Reports that no workload of the cluster stands behind: as many as it takes to
 * measure who reads them. Each is made when it is asked for.
 *
 * @public
 */
export interface ReportLoad {
  reports: number;
  /** As many policies, each of which looks at every resource. */
  resultsEach: number;
  /** How many of all results do not pass, spread evenly. */
  notPassing: number;
}

/**
 * How Kyverno is set up where it is installed.
 *
 * @public
 */
export interface KyvernoStory {
  /** `ValidatingPolicy` from Kyverno 1.17 on. */
  policyKind?: 'ClusterPolicy' | 'ValidatingPolicy';
  /** Where it writes its reports; `wgpolicyk8s.io/v1alpha2` alone by default. */
  reportApis?: ReportApi[];
  /** Flag `--allowedResults`: what else there is, is not written. */
  allowedResults?: ReportResult[];
  /** Whether each scan, once an hour, stamps every result anew; reports that say the same stay as they are by default. */
  restamps?: boolean;
  /** Results of which nothing can be said, with what went wrong, by policy. */
  failures?: Record<string, string>;
  load?: ReportLoad;
}

/**
 * How Gatekeeper is set up where it is installed.
 *
 * @public
 */
export interface GatekeeperStory {
  /** The policies that it has of all that the values switch on; all by default. */
  policies?: string[];
  /** How long ago its last audit ended; less than a minute by default. */
  auditedSecondsAgo?: number;
  /** Flag `--constraint-violations-limit`; 20 by default. */
  violationsLimit?: number;
  /** What its templates do not compile for, by policy. */
  templateErrors?: Record<string, string>;
}

/**
 * How Policy Reporter's REST API is set up.
 *
 * @public
 */
export interface PolicyReporterStory {
  /** Nobody is asked by default. */
  basicAuth?: { username: string; password: string };
  /** Whether it keeps results of pods that something controls; it does not by default. */
  keepsControlled?: boolean;
  /** Its target for Security Hub; none by default. */
  securityHub?: {
    /** `Policy Reporter` by default. */
    productName?: string;
    /** Such as `cluster`; without any it sends nothing that names the cluster. */
    customFields?: Record<string, string>;
  };
}

/**
 * What kube-bench found on the nodes; each has a ConfigMap of its own.
 *
 * @public
 */
export interface KubeBenchStory {
  /** `kube-bench` by default. */
  namespace?: string;
  /** What kube-bench picks by the cluster's version, by default. */
  profile?: string;
  /** Numbers of checks, such as `3.2.4`, that fail on some nodes. */
  failing?: string[];
}

/**
 * The policies of a cluster. The engines are there by `components`; without
 * this they have nothing to do.
 *
 * @public
 */
export interface PolicyStory {
  /** What they were installed from; `fleet-policies-0.1.0` by default. */
  chart?: string;
  /** What the chart was rendered with beside its own values. */
  values?: FleetPoliciesValues;
  /** Of the fleet repository, which Argo CD brings. */
  exceptions?: Manifest[];
  /** Which somebody has put there by hand. */
  strayExceptions?: Manifest[];
  /** Policy Reporter beside the engine, with its REST API; none by default. */
  policyReporter?: PolicyReporterStory;
  kyverno?: KyvernoStory;
  gatekeeper?: GatekeeperStory;
  /** Those of the chart that are ValidatingAdmissionPolicies, beside the engine's. */
  admissionPolicies?: string[];
  kubeBench?: KubeBenchStory;
  /** Objects of report groups, word for word, in place of what would be there under their names. */
  reports?: Manifest[];
}
