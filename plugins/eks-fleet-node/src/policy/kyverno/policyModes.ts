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

import type { PolicyMode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CelPolicy, KyvernoPolicy, KyvernoRule } from './documents';

/** What a policy of `kyverno.io` does; `mixed` where rules or namespaces differ. */
export function kyvernoMode({ spec = {} }: KyvernoPolicy): PolicyMode {
  const { admission, emitWarning, rules } = spec;
  const audit = emitWarning ? 'warn' : 'audit';
  const modeOf = (action: unknown): PolicyMode =>
    String(action).toLowerCase() === 'enforce' ? 'enforce' : audit;
  const all = Array.isArray(rules) ? rules : [];
  if (all.length === 0) {
    return 'off';
  }
  const modes = new Set(all.flatMap(rule => actionsOf(rule, spec)).map(modeOf));
  if (admission === false) {
    // The background scan alone looks at what is there.
    return 'audit';
  }
  if (modes.size > 1) {
    return 'mixed';
  }
  // What changes or makes things does so, and refuses nothing.
  return [...modes][0] ?? 'enforce';
}

function actionsOf(
  { validate, verifyImages }: KyvernoRule,
  {
    validationFailureAction = 'Audit',
    validationFailureActionOverrides = [],
  }: NonNullable<KyvernoPolicy['spec']>,
): unknown[] {
  if (validate) {
    const { failureAction, failureActionOverrides } = validate;
    const overrides =
      failureActionOverrides ??
      (failureAction ? [] : validationFailureActionOverrides);
    return [
      failureAction ?? validationFailureAction,
      ...overrides.map(({ action }) => action),
    ];
  }
  return (verifyImages ?? []).map(
    ({ failureAction }) => failureAction ?? validationFailureAction,
  );
}

/** What a policy of `policies.kyverno.io` does. */
export function celMode(kind: string, { spec = {} }: CelPolicy): PolicyMode {
  const { evaluation, validationActions } = spec;
  const isAdmitting = evaluation?.admission?.enabled !== false;
  const isScanning = evaluation?.background?.enabled !== false;
  if (!kind.endsWith('ValidatingPolicy')) {
    return isAdmitting || isScanning ? 'enforce' : 'off';
  }
  if (!isAdmitting) {
    return isScanning ? 'audit' : 'off';
  }
  return modeOfActions(
    validationActions?.length ? validationActions : ['Deny'],
  );
}

/** The strongest of what is done about what breaks a policy. */
export function modeOfActions(actions: readonly unknown[]): PolicyMode {
  if (actions.includes('Deny')) {
    return 'enforce';
  }
  return actions.includes('Warn') ? 'warn' : 'audit';
}
