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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { EksFleetProviderConfig } from './types';

/** A role's name, with its path if it has one. */
export function isRoleName(value: string): boolean {
  return /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/.test(value);
}

/** Checks the roles of the `aws` section, which discovery assumes. */
export function checkRoleNames(config: Config): void {
  const check = (key: string, value: string | undefined) => {
    if (value !== undefined && !isRoleName(value)) {
      throw new InputError(
        `${key} is "${value}", which is no IAM role name: give the name alone, not an ARN`,
      );
    }
  };
  check(
    'aws.accountDefaults.roleName',
    config.getOptionalString('aws.accountDefaults.roleName'),
  );
  config.getOptionalConfigArray('aws.accounts')?.forEach((account, i) => {
    check(`aws.accounts[${i}].roleName`, account.getOptionalString('roleName'));
  });
}

/**
 * The kubernetes plugin assumes the role of the `aws` section first, and the
 * annotated one from it: no role may stand in both places, as a role does not
 * trust itself.
 */
export function checkKubernetesRoles(
  config: Config,
  providers: EksFleetProviderConfig[],
): void {
  const accounts = config.getOptionalConfigArray('aws.accounts') ?? [];
  const roles = [
    [
      'aws.accountDefaults.roleName',
      config.getOptionalString('aws.accountDefaults.roleName'),
    ],
    ...accounts.map((account, i) => [
      `aws.accounts[${i}].roleName`,
      account.getOptionalString('roleName'),
    ]),
  ];
  for (const { id, kubernetesPlugin } of providers) {
    const { roleName } = kubernetesPlugin;
    const [same] = roles.find(([, role]) => role && role === roleName) ?? [];
    if (same) {
      throw new InputError(
        `catalog.providers.eksFleet.${id}.kubernetesPlugin.roleName is "${roleName}", which ${same} assumes already: leave it out, or name a second role that trusts the first`,
      );
    }
  }
}
