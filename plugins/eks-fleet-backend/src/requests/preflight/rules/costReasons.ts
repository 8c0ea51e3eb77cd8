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
  CostEstimate,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { deny, needsApproval } from '../verdictOf';
import { allOf, usd } from '../words';

/** Whether what is asked for costs no more than it may, as far as that is known. */
export function costReasons(
  cost: CostEstimate,
  ceiling: number | undefined,
): VerdictReason[] {
  const { after, before, unknown } = cost;
  const reasons: VerdictReason[] = [];
  if (
    ceiling !== undefined &&
    after.maximum > ceiling &&
    after.maximum > before.maximum
  ) {
    reasons.push(
      deny(
        'costCeiling',
        undefined,
        `It costs up to ${usd(after.maximum)} a month${
          unknown.length > 0 ? ' or more' : ''
        }; it may be ${usd(ceiling)} at most.`,
      ),
    );
  }
  const more = unknown.filter(({ unchanged }) => !unchanged);
  if (more.length > 0) {
    reasons.push(
      needsApproval(
        'priceUnknown',
        more.find(({ field }) => field)?.field,
        `What it costs is not known in full. Not in the sum: ${allOf(
          more.map(({ missing, name }) => `${name} (missing: ${missing})`),
        )}.`,
      ),
    );
  }
  return reasons;
}
