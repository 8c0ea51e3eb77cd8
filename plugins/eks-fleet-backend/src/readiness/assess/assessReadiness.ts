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

import type { Waiver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Assessment, AssessmentInput, Finding } from '../types';
import { findAddons } from './addons';
import { findAddresses } from './addresses';
import { findAdmission } from './admission';
import { findAmis } from './amis';
import { findClusterState } from './clusterState';
import { findComponents } from './components';
import { createContext, type Rule } from './context';
import { leaveOutCovered } from './coverage';
import { findRequestedApis } from './deprecatedApis';
import { findDrains } from './drain';
import { arrange, verdictOf } from './findings';
import { findInsights } from './insights';
import { findMissingInputs, listInputs, MISSING_INPUT_CODES } from './inputs';
import { findNodes } from './nodes';
import { planSteps } from './planSteps';
import { joinPolicies } from './policies/joinPolicies';
import { findSupport } from './support';

/** The rules on a cluster that is to move. What comes first wins of equal findings. */
const RULES: Rule[] = [
  findClusterState,
  findSupport,
  findAddons,
  findInsights,
  findRequestedApis,
  findNodes,
  findAmis,
  findAddresses,
  findDrains,
  findAdmission,
  findComponents,
];

/** No cluster has this much to say; whoever writes so much means harm. */
const MAX_FINDINGS = 1_000;

/**
 * Whether a cluster can move to a version, and what stands between: from what
 * was observed and nothing else. Where there is nothing to move, it is ready.
 */
export function assessReadiness(input: AssessmentInput): Assessment {
  const context = createContext(input);
  const inputs = listInputs(context);
  const found =
    context.hops.length === 0
      ? []
      : [
          ...findMissingInputs(context, inputs),
          ...joinPolicies(
            context,
            RULES.flatMap(rule => rule(context)),
          ),
        ];
  const findings = arrange(leaveOutCovered(context, found)).map(finding =>
    waive(finding, input.waivers),
  );
  return {
    target: input.target,
    verdict: verdictOf(findings),
    hops: context.hops,
    steps: planSteps(context),
    findings: findings.slice(0, MAX_FINDINGS),
    inputs,
    assessedAt: input.now.toISOString(),
  };
}

/** Whether somebody can agree to go on in spite of a finding. */
export function isWaivable({
  code,
  severity,
}: Pick<Finding, 'code' | 'severity'>): boolean {
  return (
    (severity === 'blocking' || severity === 'unknown') &&
    !MISSING_INPUT_CODES.includes(code)
  );
}

/** Of several waivers the one that lasts longest; the finding stays listed. */
function waive(finding: Finding, waivers: Waiver[]): Finding {
  if (!isWaivable(finding)) {
    return finding;
  }
  const [waiver] = waivers
    .filter(({ findingKey, active }) => active && findingKey === finding.key)
    .sort((a, b) => b.until.localeCompare(a.until));
  return waiver ? { ...finding, waiver } : finding;
}
