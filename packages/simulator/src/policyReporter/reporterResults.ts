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
  wholeObject,
  type KubernetesObject,
} from '../kubernetes/objects/KubernetesObject';
import { objectsOf } from '../kubernetes/objects/objectsOf';
import type { ReportedResult } from '../kubernetes/policies/results';
import { hexFrom } from '../model/ids';
import type { Cluster } from '../model/types';

/** A result as Policy Reporter keeps it. */
export interface ReporterResult {
  id: string;
  namespace?: string;
  kind: string;
  apiVersion: string;
  name: string;
  resourceId: string;
  message: string;
  category?: string;
  policy: string;
  rule: string;
  status: string;
  source: string;
  severity?: string;
  timestamp?: number;
  properties?: Record<string, string>;
}

const RESOURCES = [
  'policyreports.wgpolicyk8s.io',
  'clusterpolicyreports.wgpolicyk8s.io',
  'reports.openreports.io',
  'clusterreports.openreports.io',
];

/** Kinds that Kyverno's results are dropped of while something controls them. */
const CONTROLLED = new Set(['Pod', 'Job', 'ReplicaSet']);

interface Report extends KubernetesObject {
  scope?: Partial<Resource>;
  results?: (ReportedResult & {
    resources?: Partial<Resource>[];
    timestamp?: { seconds?: number };
  })[];
}

interface Resource {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
  uid: string;
}

/**
 * The results of all reports of a cluster, as Policy Reporter would have stored
 * them: without those of what something else controls, which the controller has
 * too (`uncontrolledOnly` of its configuration for Kyverno), unless it was told
 * to keep them.
 */
export function* reporterResults(
  cluster: Cluster,
  now: Date,
): Generator<ReporterResult> {
  const { byResource } = objectsOf(cluster);
  const { keepsControlled } = cluster.kubernetes.policies?.policyReporter ?? {};
  const controlled = new Set(
    (keepsControlled ? [] : byResource.get('pods') ?? [])
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(({ controller }) => controller),
      )
      .map(({ metadata }) => metadata.uid),
  );
  for (const resource of RESOURCES) {
    for (const object of byResource.get(resource) ?? []) {
      const report = wholeObject(object, now) as Report;
      for (const result of report.results ?? []) {
        const subject = result.resources?.[0] ?? report.scope ?? {};
        if (
          !CONTROLLED.has(subject.kind ?? '') ||
          !controlled.has(subject.uid ?? '')
        ) {
          yield reporterResult(result, subject);
        }
      }
    }
  }
}

function reporterResult(
  result: NonNullable<Report['results']>[number],
  subject: Partial<Resource>,
): ReporterResult {
  const { policy, rule = '', category, severity, message = '' } = result;
  const {
    namespace,
    kind = '',
    apiVersion = '',
    name = '',
    uid = '',
  } = subject;
  return {
    // As unstable as the original: the result and the message are in it.
    id:
      result.properties?.resultID ??
      idOf([name, uid, policy, rule, result.result, category, message]),
    ...(namespace && { namespace }),
    kind,
    apiVersion,
    name,
    resourceId: uid || idOf([namespace, name, kind, apiVersion]),
    message,
    ...(category && { category }),
    policy,
    rule,
    status: result.result,
    source: result.source,
    ...(severity && { severity }),
    ...(result.timestamp?.seconds && { timestamp: result.timestamp.seconds }),
    ...(result.properties && { properties: result.properties }),
  };
}

/** A 64-bit number in decimal, as FNV-1a's are written. */
function idOf(parts: (string | undefined)[]): string {
  return BigInt(`0x${hexFrom(parts.join('\u0000'), 16)}`).toString();
}
