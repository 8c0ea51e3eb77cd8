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

import { DateTime } from 'luxon';
import type {
  ExceptionAsk,
  ExceptionProblem,
  FindingResource,
  PolicyClusterRef,
  PolicyRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What an exception is asked from: a finding, or a policy on a cluster. */
export interface AskSubject {
  policy: Pick<PolicyRef, 'id' | 'name' | 'namespace'> & { title?: string };
  cluster: PolicyClusterRef;
  /** Left out where the namespace is to be named. */
  finding?: { fingerprint: string; resource: FindingResource };
}

/** What somebody filled in to ask for an exception. */
export interface AskDraft
  extends Required<
    Pick<ExceptionAsk, 'scope' | 'clusters' | 'reason' | 'ticket'>
  > {
  /** Asked for where there is no finding. */
  namespace: string;
  /** The last day on which it holds, as in `2026-12-24`. */
  day: string;
}

/** What of a request the dialog asks for; all other problems stand above it. */
const ASKED_FIELDS = [
  'namespace',
  'scope',
  'clusters',
  'reason',
  'ticket',
  'expiresAt',
] as const satisfies readonly ExceptionProblem['field'][];

export type AskedField = (typeof ASKED_FIELDS)[number];

/** How long exceptions last where nobody says otherwise. */
export const USUAL_DAYS = 30;

/** The day so many days from now, in UTC, at which requests end. */
export function dayAfter(now: Date, days: number): string {
  return DateTime.fromJSDate(now, { zone: 'utc' }).plus({ days }).toISODate()!;
}

/** How many days are offered to choose from. */
export function offeredDays(maxDays: number): number[] {
  return [7, USUAL_DAYS, 90].filter(days => days <= maxDays);
}

/** What is asked of the backend. */
export function askOf(
  { cluster, finding, policy }: AskSubject,
  draft: AskDraft,
): ExceptionAsk {
  return {
    ...(finding
      ? { finding: finding.fingerprint }
      : {
          policy: policy.id,
          cluster: cluster.arn,
          namespace: draft.namespace.trim() || undefined,
        }),
    scope: draft.scope,
    clusters: draft.clusters,
    reason: draft.reason.trim() || undefined,
    ticket: draft.ticket.trim() || undefined,
    expiresAt: draft.day.trim() || undefined,
  };
}

/** What is wrong with one field; a fragment such as `is missing` begins with its name. */
export function problemOf(
  problems: ExceptionProblem[],
  field: AskedField,
  label: string,
): string | undefined {
  const messages = problems
    .filter(problem => problem.field === field)
    .map(({ message }) =>
      /^[a-z]/.test(message) ? `${label} ${message}` : message,
    );
  return messages.length > 0 ? messages.join('; ') : undefined;
}

/** What is wrong with what nobody can fill in here. */
export function otherProblems(problems: ExceptionProblem[]): string[] {
  return problems
    .filter(({ field }) => !ASKED_FIELDS.some(asked => asked === field))
    .map(({ field, message }) =>
      /^[a-z]/.test(message) ? `${field} ${message}` : message,
    );
}
