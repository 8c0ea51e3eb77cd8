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
import type {
  ApprovalLimit,
  ApprovalRule,
  RequestKind,
  RequestOperation,
} from '../config/types';
import type { Amounts, MeasuredUsage } from '../ground/types';
import { needsApproval, note } from '../verdictOf';
import { increaseReasons } from './increaseReasons';

/** What approval rules look at. */
export interface ApprovalAsk {
  kind: RequestKind;
  operation: RequestOperation;
  environment: string;
  owner: string;
  /** What the thing comes to; what is left out is not known. */
  after: Amounts & { monthlyCost?: number };
  /** What it is; `undefined` where it is not there. */
  before?: Amounts;
  usage?: MeasuredUsage;
  /** From today to its end; `undefined` where it has none. */
  ttlDays?: number;
}

/** Whether the operator's rules let a request go on by itself. */
export function approvalReasons(
  ask: ApprovalAsk,
  rules: readonly ApprovalRule[],
): VerdictReason[] {
  const index = rules.findIndex(({ match }) => fits(ask, match));
  const rule = rules[index];
  if (!rule) {
    return [
      needsApproval(
        'noApprovalRule',
        undefined,
        rules.length === 0
          ? 'A person has to agree to each request: eksFleet.requests.approvals has no rule that lets one go on by itself.'
          : 'A person has to agree: no rule of eksFleet.requests.approvals is for such a request.',
      ),
    ];
  }
  const name = rule.name
    ? `the rule ${rule.name}`
    : `eksFleet.requests.approvals[${index}]`;
  const why = rule.reason ? `: ${rule.reason}` : '.';
  switch (rule.approval) {
    case 'automatic':
      return [
        note(
          'automaticApproval',
          undefined,
          `It may go on by itself, says ${name}${why}`,
        ),
      ];
    case 'required':
      return [
        needsApproval(
          'approvalRequired',
          undefined,
          `A person has to agree, says ${name}${why}`,
        ),
      ];
    default:
      return increaseReasons(ask, rule.increase, name);
  }
}

function fits(ask: ApprovalAsk, match: ApprovalRule['match']): boolean {
  const isIn = <T>(list: readonly T[] | undefined, value: T) =>
    list === undefined || list.includes(value);
  return (
    isIn(match.kinds, ask.kind) &&
    isIn(match.operations, ask.operation) &&
    isIn(match.environments, ask.environment) &&
    isIn(match.owners, ask.owner) &&
    isAtMost(ask.after, match.atMost) &&
    (match.maxTtlDays === undefined ||
      (ask.ttlDays !== undefined && ask.ttlDays <= match.maxTtlDays))
  );
}

/** What is not known is more than any limit. */
function isAtMost(
  after: ApprovalAsk['after'],
  limits: ApprovalRule['match']['atMost'],
): boolean {
  return Object.entries(limits ?? {}).every(([resource, limit]) => {
    const value = after[resource as ApprovalLimit];
    return limit === undefined || (value !== undefined && value <= limit);
  });
}
