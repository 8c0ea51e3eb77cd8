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
import type { AmountName, IncreaseRule } from '../config/types';
import type { Amounts, MeasuredUsage } from '../ground/types';
import { needsApproval, note } from '../verdictOf';
import { amount } from '../words';

const WORDS: Record<AmountName, string> = {
  vcpu: 'vCPUs',
  memoryGib: 'GiB of memory',
  storageGib: 'GiB of storage',
};

/**
 * No increase goes on by itself. A significant one, above a floor and by more
 * than a share, does not; nor does any other, unless enough of what is there
 * was measured to be in use.
 */
export function increaseReasons(
  ask: {
    after: Amounts;
    before?: Amounts;
    usage?: MeasuredUsage;
  },
  rule: IncreaseRule,
  name: string,
): VerdictReason[] {
  const { after, before, usage } = ask;
  if (!before) {
    return [
      needsApproval(
        'increaseFromNothing',
        undefined,
        `A person has to agree, says ${name}: it is not there yet, so that nothing could be measured.`,
      ),
    ];
  }
  const names = Object.keys(WORDS) as AmountName[];
  const reasons = names.flatMap(
    each =>
      reasonOf(each, before[each], after[each], usage?.[each], rule, name) ??
      [],
  );
  return reasons.length > 0
    ? reasons
    : [
        note(
          'automaticApproval',
          undefined,
          `It may go on by itself, says ${name}: it takes no more than before, or no more than what is in use speaks for.`,
        ),
      ];
}

function reasonOf(
  resource: AmountName,
  before: number | undefined,
  after: number | undefined,
  used: number | undefined,
  rule: IncreaseRule,
  name: string,
): VerdictReason | undefined {
  const word = WORDS[resource];
  if (before === undefined || after === undefined) {
    // Storage of a cluster's nodes is nobody's quota.
    return before === after && resource === 'storageGib'
      ? undefined
      : needsApproval(
          'increaseUnknown',
          undefined,
          `A person has to agree, says ${name}: how many ${word} it takes is not known.`,
        );
  }
  if (after <= before) {
    return undefined;
  }
  const from = `from ${amount(before)} to ${amount(after)} ${word}`;
  const isSignificant =
    after > rule.above[resource] && after > before * (1 + rule.percent / 100);
  if (isSignificant) {
    return needsApproval(
      'increaseSignificant',
      undefined,
      `A person has to agree, says ${name}: it goes ${from}, above ${amount(
        rule.above[resource],
      )} and by more than ${amount(rule.percent)} %.`,
    );
  }
  if (used === undefined) {
    return needsApproval(
      'usageUnknown',
      undefined,
      `A person has to agree, says ${name}: it goes ${from}, and how much is in use was not measured.`,
    );
  }
  const percent = before > 0 ? (used / before) * 100 : 100;
  return percent >= rule.usedPercent[resource]
    ? undefined
    : needsApproval(
        'usageLow',
        undefined,
        `A person has to agree, says ${name}: it goes ${from}, of which ${amount(
          percent,
        )} % is in use; ${amount(
          rule.usedPercent[resource],
        )} % would speak for more.`,
      );
}
