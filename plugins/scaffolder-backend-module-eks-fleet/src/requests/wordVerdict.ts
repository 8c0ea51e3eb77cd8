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
  RequestApproval,
  RequestPreflight,
  RequestVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Why something is refused, a line for each field; none where it is not. */
export function wordRefusal({
  problems,
  verdict,
}: Pick<RequestPreflight, 'problems' | 'verdict'>): string[] {
  const denied =
    verdict?.outcome === 'deny'
      ? verdict.reasons.filter(({ outcome }) => outcome === 'deny')
      : [];
  return [...problems, ...denied].map(({ field, message }) =>
    field ? `${field}: ${message}` : message,
  );
}

/** What becomes of a request, and why, in lines for the log. */
export function wordVerdict(
  { outcome, reasons }: RequestVerdict,
  approval?: Pick<RequestApproval, 'approvers' | 'message'>,
): string[] {
  const marks = {
    deny: 'Denied',
    needsApproval: 'To be agreed to',
    note: 'Note',
  };
  return [
    headline(outcome, approval),
    ...reasons.map(
      ({ field, message, outcome: kind }) =>
        `${marks[kind]}: ${field ? `${field}: ` : ''}${message}`,
    ),
  ];
}

function headline(
  outcome: RequestVerdict['outcome'],
  approval?: Pick<RequestApproval, 'approvers' | 'message'>,
): string {
  switch (outcome) {
    case 'allow':
      return 'It is allowed';
    case 'needsApproval': {
      const told = approval?.approvers?.length
        ? ` (told: ${approval.approvers.join(', ')})`
        : '';
      return `Somebody has to agree first${told}${
        approval ? `: ${approval.message}` : ''
      }`;
    }
    default:
      return 'It is denied';
  }
}

/** What something costs before and after, in lines for the log. */
export function wordCost(cost: CostEstimate): string[] {
  const { after, assumptions, before, currency, unknown } = cost;
  const atLeast = unknown.length > 0 ? 'at least ' : '';
  const amount = (value: number) => value.toFixed(2);
  return [
    `Costs a month: ${atLeast}${amount(
      after.expected,
    )} ${currency}, from ${amount(after.minimum)} to ${amount(
      after.maximum,
    )}; before: ${amount(before.expected)}`,
    ...unknown.map(
      ({ missing, name }) => `Not in it: ${name}, as ${missing} is missing`,
    ),
    ...assumptions.map(assumption => `Taken to be so: ${assumption}`),
  ];
}
