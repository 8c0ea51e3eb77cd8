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
import type { AccessEntry } from '../../../model/access';
import type { Parameters } from './types';

/** What is at the end of a path; absent where the path is. */
export function at(value: unknown, ...path: (number | string)[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Record<number | string, unknown>)[key]
        : undefined,
    value,
  );
}

/** YAML reads an unquoted 1.34 as a number. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function texts(value: unknown): string[] {
  return list(value).flatMap(item => text(item) ?? []);
}

export function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : [];
}

/** Without what is absent. */
export function defined(fields: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}

/** `controlPlaneLogging` as EKS takes it. */
export function loggingOf(types: string[]): Parameters | undefined {
  return types.length > 0
    ? { clusterLogging: [{ types, enabled: true }] }
    : undefined;
}

/** The namespaces of an `accessScope`. */
export function scopeOf(scope: unknown): { namespaces?: string[] } {
  return at(scope, 'type') === 'namespace'
    ? { namespaces: texts(at(scope, 'namespaces')) }
    : {};
}

/** An access entry of fields that provisioners name alike but for capitals. */
export function accessEntryOf(
  fields: unknown,
  names: { principal: string; policies: string; policy: string },
): AccessEntry[] {
  const principalArn = text(at(fields, names.principal));
  return principalArn
    ? [
        {
          principalArn,
          kubernetesGroups: texts(at(fields, 'kubernetesGroups')),
          policies: list(at(fields, names.policies)).flatMap(policy => {
            const policyArn = text(at(policy, names.policy));
            return policyArn
              ? [{ policyArn, ...scopeOf(at(policy, 'accessScope')) }]
              : [];
          }),
        },
      ]
    : [];
}

/** Whether an object's annotation says that the cluster is to go. */
export function saysDeleting(document: unknown): boolean {
  return (
    at(document, 'metadata', 'annotations', 'eks-fleet.io/lifecycle') ===
    'deleting'
  );
}

/** Whether Argo CD may take an object away with its application. */
export function isFree(document: unknown): boolean {
  const options = text(
    at(document, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options'),
  );
  return !(options ?? '').split(',').includes('Delete=false');
}
