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
  ObservedException,
  ObservedPolicy,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { utc } from '../../database/text';
import { safeText } from '../../inventory/safeText';
import { cleanName } from './toFinding';

const MAX_NAME = 253;
const MAX_TEXT = 4_000;
const MAX_ITEMS = 100;

/** A policy as a cluster has it, fit to be kept. */
export function cleanPolicy(policy: ObservedPolicy): ObservedPolicy {
  const { documentation, mode, ready, severity } = policy;
  const argocdApplication = text(policy.origin?.argocdApplication, MAX_NAME);
  return {
    ...cleanName(policy),
    mode,
    ready,
    severity,
    title: text(policy.title, 200),
    category: text(policy.category, 100),
    description: text(policy.description, MAX_TEXT),
    remediation: text(policy.remediation, MAX_TEXT),
    documentation: isWebAddress(documentation) ? documentation : undefined,
    notReadyBecause: text(policy.notReadyBecause, 1_000),
    version: text(policy.version, 100),
    origin: argocdApplication ? { argocdApplication } : undefined,
  };
}

/** An exemption as a cluster has it, fit to be kept. */
export function cleanException(
  exception: ObservedException,
): ObservedException {
  return {
    engine: exception.engine,
    kind: safeText(exception.kind, MAX_NAME),
    apiVersion: text(exception.apiVersion, MAX_NAME),
    namespace: text(exception.namespace, MAX_NAME),
    name: safeText(exception.name, MAX_NAME),
    policies: exception.policies.slice(0, MAX_ITEMS).map(policy => ({
      kind: text(policy.kind, MAX_NAME),
      name: safeText(policy.name, 2 * MAX_NAME),
      rules: texts(policy.rules),
    })),
    scope: safeText(exception.scope, 1_000),
    namespaces: texts(exception.namespaces),
    tooBroad: exception.tooBroad,
    reason: text(exception.reason, 2_000),
    ticket: text(exception.ticket, 500),
    requestedBy: text(exception.requestedBy, MAX_NAME),
    approvedBy: text(exception.approvedBy, MAX_NAME),
    createdAt: utc(exception.createdAt) || undefined,
    expiresAt: utc(exception.expiresAt) || undefined,
  };
}

function text(value: unknown, maxLength: number): string | undefined {
  return safeText(value, maxLength) || undefined;
}

function texts(values: string[] | undefined): string[] | undefined {
  return values
    ?.slice(0, MAX_ITEMS)
    .map(value => safeText(value, MAX_NAME))
    .filter(value => value !== '');
}

function isWebAddress(address: string | undefined): address is string {
  return (
    address !== undefined &&
    address.length <= 1_000 &&
    /^https?:\/\/[^\s\p{Cc}]+$/u.test(address)
  );
}
