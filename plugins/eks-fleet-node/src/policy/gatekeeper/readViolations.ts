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
  ObservedPolicy,
  PolicyTally,
} from '../../extensions/policySources';
import { cleanName, cleanText, timeOf } from '../common/text';
import type { ReadResult } from '../reports/readReport';
import type { Constraint, Violation } from './documents';

/** What the last audit found of a constraint. */
export interface ReadAudit {
  results: ReadResult[];
  tally: PolicyTally;
}

/**
 * What the last audit found; nothing where there was none, which is not to say
 * that nothing breaks it. Gatekeeper keeps the first of the violations and
 * counts all; of what does not break it, it keeps nothing.
 */
export function readViolations(
  policy: ObservedPolicy,
  { status = {} }: Constraint,
): ReadAudit | undefined {
  const evaluatedAt = timeOf(status.auditTimestamp);
  if (!evaluatedAt) {
    return undefined;
  }
  const { engine, kind, name, severity, category } = policy;
  const violations = Array.isArray(status.violations) ? status.violations : [];
  const total = Number(status.totalViolations ?? violations.length);
  return {
    results: violations.flatMap(violation => {
      const resource = resourceOf(violation);
      return resource
        ? {
            source: 'gatekeeper',
            policy: { engine, kind, name },
            verdict: 'fail' as const,
            severity,
            category,
            message: cleanText(violation.message),
            resource,
          }
        : [];
    }),
    tally: {
      policy: { engine, kind, name },
      passes: 'notRecorded',
      ...(total > violations.length && { total }),
      evaluatedAt,
    },
  };
}

function resourceOf({
  group,
  version,
  kind,
  namespace,
  name,
}: Violation): ReadResult['resource'] | undefined {
  const cleanKind = cleanName(kind, 100);
  const inNamespace = cleanName(namespace);
  const parts = [cleanName(group, 200), cleanName(version, 100)];
  return cleanKind
    ? {
        apiVersion: parts.filter(Boolean).join('/') || undefined,
        kind: cleanKind,
        ...(inNamespace && { namespace: inNamespace }),
        name: cleanName(name),
      }
    : undefined;
}
