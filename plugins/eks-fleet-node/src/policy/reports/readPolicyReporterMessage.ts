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

import type { PolicyOutcome } from '../../extensions/policySources';
import type { ResourceReference } from './documents';
import { readReport } from './readReport';

/**
 * What the webhook target of Policy Reporter has sent: one result, or a sign
 * of life. Nothing where it is neither.
 *
 * @public
 */
export type PolicyReporterMessage =
  | { kind: 'heartbeat' }
  /** Left out where it says nothing that is kept, as of what passes. */
  | { kind: 'result'; outcome?: PolicyOutcome };

/** Of the target's `customFields` and of results, what names a cluster. */
const CLUSTER_FIELDS = [
  'cluster',
  'clusterArn',
  'clusterName',
  'cluster_arn',
  'cluster_name',
];

/**
 * Reads what Policy Reporter (core 3) posts to a webhook. Its times are of a
 * clock that may be wrong, and are not kept.
 *
 * @public
 */
export function readPolicyReporterMessage(
  body: unknown,
): PolicyReporterMessage | undefined {
  if (!isRecord(body)) {
    return undefined;
  }
  if (body.event === 'heartbeat') {
    return { kind: 'heartbeat' };
  }
  const { policy, rule, status } = body;
  if (typeof status !== 'string' || !(isText(policy) || isText(rule))) {
    return undefined;
  }
  const properties = isRecord(body.properties) ? body.properties : {};
  const { results } = readReport({
    results: [
      {
        source: body.source,
        policy,
        rule,
        category: body.category,
        severity: body.severity,
        result: status,
        // False where a report does not say: a result that fails is one all the same.
        scored: undefined,
        resources: isRecord(body.resource)
          ? [body.resource as ResourceReference]
          : undefined,
        message: body.message,
        properties: withoutCluster(properties),
      },
    ],
  });
  const [{ evaluatedAt, source, verdict, ...rest }] = results;
  return verdict === 'pass' || verdict === 'skip'
    ? { kind: 'result' }
    : { kind: 'result', outcome: { ...rest, result: verdict } };
}

/**
 * How a message names the cluster that it is of: names and ARNs, as they stand
 * in the target's `customFields`, or at the top of a sign of life.
 *
 * @public
 */
export function clustersOfPolicyReporterMessage(body: unknown): string[] {
  if (!isRecord(body)) {
    return [];
  }
  const fields = body.event === 'heartbeat' ? body : body.properties;
  return isRecord(fields)
    ? CLUSTER_FIELDS.flatMap(key => {
        const name = Object.hasOwn(fields, key) ? fields[key] : undefined;
        return isText(name) ? [name.trim()] : [];
      })
    : [];
}

/** Which cluster it is says the token; in each finding it would say nothing. */
function withoutCluster(
  properties: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([key]) => !CLUSTER_FIELDS.includes(key)),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
