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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  ControlPlaneDocument,
  PassCount,
  PolicyEngine,
  PolicyMode,
  PolicyResult,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from './clusterCollectors';

/**
 * What tells a policy from others on all clusters.
 *
 * @public
 */
export interface PolicyName {
  engine: PolicyEngine;
  /** Such as `ClusterPolicy` or `K8sRequiredLabels`; of a benchmark, its profile. */
  kind: string;
  namespace?: string;
  name: string;
}

/**
 * What a source says about a policy besides its name. Text is as the cluster
 * has it, and as hostile.
 *
 * @public
 */
export interface PolicyDescription {
  title?: string;
  category?: string;
  severity?: PolicySeverity;
  description?: string;
  remediation?: string;
  documentation?: string;
}

/**
 * A policy that is in a cluster, as its own object says.
 *
 * @public
 */
export interface ObservedPolicy extends PolicyName, PolicyDescription {
  mode: PolicyMode;
  /** Left out where the engine does not say. */
  ready?: boolean;
  notReadyBecause?: string;
  /** Of the chart or library that brought it, such as `fleet-policies-1.4.0`. */
  version?: string;
  /** Annotations and labels by which people find it again in Git; no secrets. */
  origin?: { argocdApplication?: string; chart?: string };
}

/**
 * One result of one policy on one resource. It is a finding where it does not
 * pass.
 *
 * @public
 */
export interface PolicyOutcome {
  policy: PolicyName;
  /** Without the prefixes of generated rules; left out for a CEL policy, which has one result for a resource. */
  rule?: string;
  result: PolicyResult;
  severity?: PolicySeverity;
  category?: string;
  message?: string;
  resource: {
    apiVersion?: string;
    kind: string;
    namespace?: string;
    name?: string;
    /**
     * What made it and would make it again, the topmost; the finding is then
     * on this, so that pods that come and go are one.
     */
    controller?: { apiVersion?: string; kind: string; name: string };
  };
  /** Exceptions that cover it, as `namespace/name`. */
  exceptions?: string[];
  /** Label of the resource, else of its namespace, that names the owner. */
  ownerLabel?: { value: string; from: 'resource' | 'namespace' };
  properties?: Record<string, string>;
}

/**
 * How many results of a policy there were, whatever they are on.
 *
 * @public
 */
export interface PolicyTally {
  policy: PolicyName;
  /** Left out where passes are not known. */
  pass?: number;
  passes: PassCount;
  skip?: number;
  /**
   * How many results do not pass in all, where the engine keeps only the first
   * of them.
   */
  total?: number;
  /** When the engine last evaluated it, where it says. ISO 8601. */
  evaluatedAt?: string;
}

/**
 * An exemption, as the cluster has it.
 *
 * @public
 */
export interface ObservedException {
  engine: PolicyEngine;
  /** Such as `PolicyException`; `constraint` or `config` where namespaces are left out. */
  kind: string;
  apiVersion?: string;
  namespace?: string;
  name: string;
  policies: Array<{ kind?: string; name: string; rules?: string[] }>;
  /** What it covers, in a few words. */
  scope: string;
  namespaces?: string[];
  /** Whether it covers everything of a kind, or all namespaces. */
  tooBroad?: boolean;
  reason?: string;
  ticket?: string;
  requestedBy?: string;
  approvedBy?: string;
  /** ISO 8601. */
  createdAt?: string;
  expiresAt?: string;
}

/**
 * Takes what a source reads, as it reads it. Nothing that was there before is
 * taken to be gone before `read` has returned.
 *
 * @public
 */
export interface PolicySink {
  policy(policy: ObservedPolicy): void;
  /**
   * Waits where what was given is being written. Of the same thing given again,
   * the later counts.
   */
  outcomes(outcomes: PolicyOutcome[]): Promise<void>;
  /** Of one policy, told several times, the counts are added up. */
  tally(tally: PolicyTally): void;
  exception(exception: ObservedException): void;
}

/**
 * What a source has read of a cluster, besides what it gave to the sink.
 *
 * @public
 */
export interface PolicySnapshot {
  /**
   * Nothing differs from the snapshot before: the sink was given nothing, and
   * what is known stays.
   */
  unchanged?: boolean;
  /** Names what was read; the next read gets it back. At most 4 kB. */
  state?: string;
  /** Engines whose policies were all read, so that what is not there is not deployed. */
  engines: PolicyEngine[];
  passes?: PassCount;
  /** Whether the engine keeps only some of what it finds. */
  truncated?: boolean;
  /** When the engine itself last looked, the oldest of all. ISO 8601. */
  evaluatedAt?: string;
  /**
   * When it was read, where that was before: of what was read for many clusters
   * at once. ISO 8601; now by default.
   */
  observedAt?: string;
  /** What else is to be known of it, in sentences. */
  notes?: string[];
}

/** @public */
export interface PolicySourceContext {
  /** Ends when its time is up, or the process stops. */
  signal: AbortSignal;
  /** What EKS `DescribeCluster` last said to our own credentials. */
  controlPlane?: ControlPlaneDocument;
  /** `state` of the last complete snapshot. */
  previous?: string;
  now(): Date;
}

/**
 * Reads policies and their results of one cluster at a time.
 *
 * @public
 */
export interface PolicySource {
  /** Such as `policyReports`; names it on Sources and in `eksFleet.collectors`. */
  readonly kind: string;
  /**
   * Kinds of sources that read the same results elsewhere: of a cluster that
   * this one applies to they are not read, so that nothing is counted twice.
   * What they found goes on as this one's, with when it was first seen.
   */
  readonly insteadOf?: readonly string[];
  readonly schedule: {
    everySeconds: number;
    timeoutSeconds: number;
    /** How long a snapshot counts as fresh; three times `everySeconds` by default. */
    freshForSeconds?: number;
  };
  /** Whether there is a way to read it; every cluster by default. */
  appliesTo?(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): boolean;
  /**
   * @throws whatever kept it from reading all of it: nothing is then taken to
   *   be gone. `notInstalled` where the engine, or what it writes, is not there
   */
  read(
    cluster: CollectedCluster,
    sink: PolicySink,
    context: PolicySourceContext,
  ): Promise<PolicySnapshot>;
}

/** @public */
export interface PolicySourcesExtensionPoint {
  /** Each kind can have one source. */
  addSource(source: PolicySource): void;
}

/**
 * Lets a module of the `eks-fleet` backend plugin read policies from elsewhere.
 *
 * @public
 */
export const policySourcesExtensionPoint =
  createExtensionPoint<PolicySourcesExtensionPoint>({
    id: 'eks-fleet.policySources',
  });
