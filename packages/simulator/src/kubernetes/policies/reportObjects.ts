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

import { hexFrom, uuidFrom } from '../../model/ids';
import type { Cluster } from '../../model/types';
import {
  type DerivedObject,
  type KubernetesObject,
  type ObjectMetadata,
} from '../objects/KubernetesObject';
import type { ReportedResult } from './results';
import type { Subject } from './types';

const SCAN_SECONDS = 3600;

/** What makes the reports of one cluster. */
export interface Reporter {
  cluster: Cluster;
  restamps: boolean;
  resultsOf(subject: Subject): ReportedResult[];
}

/** The one report that Kyverno keeps of a resource, under the resource's uid. */
export class ResourceReport implements DerivedObject {
  readonly metadata: ObjectMetadata;
  readonly #subject: Subject;
  readonly #reporter: Reporter;

  constructor(subject: Subject, reporter: Reporter) {
    const { metadata } = subject.object;
    const { cluster } = reporter;
    const uid = uuidFrom(`${cluster.id}/report/${metadata.uid}`);
    this.#subject = subject;
    this.#reporter = reporter;
    this.metadata = {
      name: metadata.uid,
      ...(metadata.namespace && { namespace: metadata.namespace }),
      uid,
      resourceVersion: String(parseInt(uid.slice(0, 6), 16)),
      generation: 1,
      creationTimestamp: metadata.creationTimestamp,
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
    };
  }

  render(now: Date): KubernetesObject {
    const { apiVersion, kind, object } = this.#subject;
    const { name, namespace, uid } = object.metadata;
    return reportObject({
      metadata: {
        ...this.metadata,
        ownerReferences: [{ apiVersion, kind, name, uid }],
      },
      scope: { apiVersion, kind, name, ...(namespace && { namespace }), uid },
      results: this.#reporter.resultsOf(this.#subject),
      stampedAt: this.#stampedAt(now),
    });
  }

  /** Scans begin on the hour; what says the same is not written again. */
  #stampedAt(now: Date): number {
    const { cluster, restamps } = this.#reporter;
    const seconds = Math.floor(
      (restamps ? now : cluster.createdAt).getTime() / 1000,
    );
    return seconds - (seconds % SCAN_SECONDS) + 17;
  }
}

/** A report, of a version that its content names. */
export function reportObject(options: {
  metadata: ObjectMetadata;
  scope: Record<string, string>;
  results: ReportedResult[];
  stampedAt: number;
  /** Follows from the content by default. */
  resourceVersion?: string;
}): KubernetesObject & { scope: unknown; summary: unknown; results: unknown } {
  const { metadata, scope, results, stampedAt } = options;
  const summary = { pass: 0, fail: 0, warn: 0, error: 0, skip: 0 };
  for (const { result } of results) {
    summary[result] += 1;
  }
  return {
    metadata: {
      ...metadata,
      resourceVersion: options.resourceVersion ?? versionOf(results, stampedAt),
    },
    scope,
    summary,
    results: results.map(result => ({
      ...result,
      timestamp: { seconds: stampedAt, nanos: 0 },
    })),
  };
}

function versionOf(results: ReportedResult[], stampedAt: number): string {
  const digits = hexFrom(JSON.stringify([results, stampedAt]), 7);
  return String(parseInt(digits, 16));
}

/** How a version of a report's group names it. */
export const REPORT_RESOURCES = {
  'openreports.io': {
    namespaced: ['reports', 'Report'],
    cluster: ['clusterreports', 'ClusterReport'],
  },
  'wgpolicyk8s.io': {
    namespaced: ['policyreports', 'PolicyReport'],
    cluster: ['clusterpolicyreports', 'ClusterPolicyReport'],
  },
} as const;
