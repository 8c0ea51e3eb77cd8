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

import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ExceptionRecord } from '../store/types';
import { presentClusterRef } from './presentClusterRef';

const EXPIRING_WITHIN_MS = 14 * 86_400_000;

/** An exception, as the API gives it, with what is wrong with it. */
export function presentException(
  record: ExceptionRecord,
  now: Date,
): PolicyException {
  const { clusters, exempted, expiresAt, namespaces, policyIds } = record;
  const state = exceptionState(expiresAt, now);
  return {
    id: record.id,
    engine: record.engine,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    policies: record.policies.map(policy => ({
      ...policy,
      id: policyIds[policy.name],
    })),
    scope: record.scope || undefined,
    namespaces: namespaces?.length ? namespaces : undefined,
    reason: record.reason,
    ticket: record.ticket,
    requestedBy: record.requestedBy,
    approvedBy: record.approvedBy,
    createdAt: record.createdAt,
    expiresAt,
    state,
    flags: flagsOf(record, state),
    exempted,
    clusters: clusters.map(presentClusterRef),
  };
}

/** Whether it is over, or will be soon. */
export function exceptionState(
  expiresAt: string | undefined,
  now: Date,
): PolicyException['state'] {
  if (expiresAt === undefined) {
    return 'active';
  }
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) {
    return 'expired';
  }
  return left <= EXPIRING_WITHIN_MS ? 'expiring' : 'active';
}

function flagsOf(
  { engine, exempted, expiresAt, tooBroad }: ExceptionRecord,
  state: PolicyException['state'],
): PolicyException['flags'] {
  const flags: PolicyException['flags'] = [];
  // Gatekeeper does not say what it left out, so nothing shows that it is used;
  // and it knows no end, so that all that is there is honoured.
  const isTold = engine !== 'gatekeeper';
  if (isTold && exempted === 0) {
    flags.push('unused');
  }
  if (tooBroad) {
    flags.push('tooBroad');
  }
  if (state === 'expired' && (exempted > 0 || !isTold)) {
    flags.push('honouredAfterExpiry');
  }
  if (expiresAt === undefined) {
    flags.push('endless');
  }
  return flags;
}
