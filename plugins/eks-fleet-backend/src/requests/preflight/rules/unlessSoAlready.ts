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

import type { VerdictReason } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestAsk } from '../ground/types';

/**
 * Holds what is wanted to the operator's standards. What a change leaves as it
 * is, is noted and held against nobody: a rule that came later must not stop
 * somebody from making a thing smaller. What is adopted is as it is, and needs
 * somebody who agrees to that.
 *
 * @param rule - what speaks against a spec by itself
 */
export function unlessSoAlready<Spec>(
  ask: RequestAsk<Spec>,
  rule: (spec: Spec) => VerdictReason[],
): VerdictReason[] {
  switch (ask.operation) {
    case 'delete':
      return [];
    case 'create':
      return rule(ask.spec);
    case 'adopt':
      return rule(ask.spec).map(reason =>
        reason.outcome === 'deny'
          ? {
              ...reason,
              outcome: 'needsApproval',
              message: `It is so already: ${reason.message}`,
            }
          : reason,
      );
    default: {
      const before = new Set(
        (ask.base === undefined ? [] : rule(ask.base)).map(identity),
      );
      return rule(ask.spec).map(reason =>
        before.has(identity(reason))
          ? {
              ...reason,
              outcome: 'note',
              message: `It is so already: ${reason.message}`,
            }
          : reason,
      );
    }
  }
}

/** By what it says: a list that was changed moves what stays the same. */
function identity({ code, message }: VerdictReason): string {
  return `${code} ${message}`;
}
