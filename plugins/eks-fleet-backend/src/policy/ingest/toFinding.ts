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
  PolicyName,
  PolicyOutcome,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { safeText } from '../../inventory/safeText';
import type { NewFinding, OwnerFrom } from '../types';
import { fingerprint, subjectOf } from './fingerprint';

const MAX_NAME = 253;
const MAX_MESSAGE = 2_000;
const MAX_EXCEPTIONS = 20;
const MAX_PROPERTIES = 20;

/** Whose a finding is; an empty owner stands for the cluster's. */
export interface ResolvedOwner {
  owner: string;
  ownerFrom: OwnerFrom;
}

/**
 * A result as it is kept: cut to size, without control characters, and on what
 * would make its resource again.
 */
export function toFinding(
  arn: string,
  outcome: PolicyOutcome,
  { owner, ownerFrom }: ResolvedOwner,
): NewFinding {
  const { apiVersion, kind, namespace, name } = subjectOf(outcome);
  return {
    // Of the texts as they are: two that are cut alike stay two.
    fingerprint: fingerprint(arn, outcome),
    policy: cleanName(outcome.policy),
    rule: safeText(outcome.rule, MAX_NAME),
    result: outcome.result,
    severity: outcome.severity ?? 'unknown',
    message: safeText(outcome.message, MAX_MESSAGE),
    apiVersion: safeText(apiVersion, MAX_NAME),
    kind: safeText(kind, MAX_NAME),
    namespace: safeText(namespace, MAX_NAME),
    name: safeText(name, 2 * MAX_NAME),
    owner: safeText(owner, MAX_NAME),
    ownerFrom,
    exceptions: (outcome.exceptions ?? [])
      .slice(0, MAX_EXCEPTIONS)
      .map(exception => safeText(exception, 2 * MAX_NAME)),
    properties: Object.fromEntries(
      Object.entries(outcome.properties ?? {})
        .slice(0, MAX_PROPERTIES)
        .map(([key, value]) => [safeText(key, 100), safeText(value, 500)]),
    ),
  };
}

export function cleanName({
  engine,
  kind,
  name,
  namespace,
}: PolicyName): PolicyName {
  return {
    engine,
    kind: safeText(kind, MAX_NAME),
    namespace: safeText(namespace, MAX_NAME) || undefined,
    name: safeText(name, MAX_NAME),
  };
}
