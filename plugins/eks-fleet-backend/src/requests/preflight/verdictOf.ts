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
  RequestVerdict,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

const STRICTNESS = { deny: 2, needsApproval: 1, note: 0 };

/** What all reasons together come to. */
export function verdictOf(reasons: readonly VerdictReason[]): RequestVerdict {
  const given = [...reasons].sort(
    (a, b) => STRICTNESS[b.outcome] - STRICTNESS[a.outcome],
  );
  const strictest = given[0]?.outcome ?? 'note';
  return {
    outcome: strictest === 'note' ? 'allow' : strictest,
    reasons: given,
  };
}

export function deny(
  code: string,
  field: string | undefined,
  message: string,
): VerdictReason {
  return { code, outcome: 'deny', field, message };
}

export function needsApproval(
  code: string,
  field: string | undefined,
  message: string,
): VerdictReason {
  return { code, outcome: 'needsApproval', field, message };
}

export function note(
  code: string,
  field: string | undefined,
  message: string,
): VerdictReason {
  return { code, outcome: 'note', field, message };
}
