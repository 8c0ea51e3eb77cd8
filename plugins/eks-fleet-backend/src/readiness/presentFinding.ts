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

import type { ReadinessFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { hideOtherAccounts } from '../inventory/hideOtherAccounts';
import type { ClusterScope } from '../inventory/types';
import type { Finding } from './types';

/** A finding as the API gives it. */
export function presentFinding(
  finding: Finding,
  context: {
    scope: ClusterScope;
    accountId: string;
    since: ReadonlyMap<string, string>;
  },
): ReadinessFinding {
  const { title: _title, ...shown } = finding;
  const visible = new Set([context.accountId]);
  const hide = (text: string) =>
    hideOtherAccounts(text, context.scope, visible);
  const since = context.since.get(finding.key);
  return {
    ...shown,
    message: hide(shown.message),
    ...(shown.fix !== undefined && { fix: hide(shown.fix) }),
    evidence: {
      ...shown.evidence,
      facts: Object.fromEntries(
        Object.entries(shown.evidence.facts).map(([name, fact]) => [
          name,
          hide(fact),
        ]),
      ),
    },
    ...(since && { since }),
  };
}
