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

import type { CloudModel } from '../model';
import type { Principal } from './CredentialStore';

/** Why a call is not allowed, in AWS's words; `undefined` where it is allowed. */
export function denialOf(
  model: CloudModel,
  caller: Principal,
  call: { action: string; resource: string; region: string },
): string | undefined {
  const { action, resource, region } = call;
  const account = model.findAccount(caller.accountId);
  const deniedByOrganization = account?.organizationDenies.some(
    deny =>
      matchesAction(deny.actions, action) &&
      (!deny.regions || deny.regions.includes(region)),
  );
  if (deniedByOrganization) {
    return explicitDenyMessage(caller, action, resource);
  }
  const allowed = model.findRole(caller.accountId, caller.roleName)?.allow;
  if (!allowed || !matchesAction(allowed, action)) {
    return implicitDenyMessage(caller, action, resource);
  }
  return undefined;
}

export function implicitDenyMessage(
  caller: Principal,
  action: string,
  resource: string,
): string {
  return `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}

export function explicitDenyMessage(
  caller: Principal,
  action: string,
  resource: string,
): string {
  return `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in a service control policy`;
}

/** Whether one of the patterns, in which `*` stands for anything, fits. */
export function matchesAction(patterns: string[], action: string): boolean {
  return patterns.some(pattern => {
    const expression = pattern
      .split('*')
      .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*');
    return new RegExp(`^${expression}$`, 'i').test(action);
  });
}
