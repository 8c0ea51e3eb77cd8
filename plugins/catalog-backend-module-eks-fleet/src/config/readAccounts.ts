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

/** Reads a list of account ids. */
export function readAccounts(
  key: string,
  config: Config,
  field: string,
): string[] {
  const values = config.getOptional<unknown>(field) ?? [];
  if (!Array.isArray(values)) {
    throw new InputError(`${key} must be a list of AWS account ids`);
  }
  return [
    ...new Set(values.map((value, i) => accountId(`${key}[${i}]`, value))),
  ];
}

function accountId(key: string, value: unknown): string {
  if (typeof value === 'number') {
    throw new InputError(
      `${key} is the number ${value}; put account ids in quotes, as YAML drops leading zeros`,
    );
  }
  if (typeof value !== 'string' || !/^\d{12}$/.test(value)) {
    throw new InputError(
      `${key} is "${String(
        value,
      )}", which is no AWS account id: those have twelve digits`,
    );
  }
  return value;
}

/** Reads whose organization is asked for accounts, and which of them count. */
export function readOrganization(
  key: string,
  config: Config,
): EksFleetProviderConfig['organization'] {
  if (!config.has('organization')) {
    return undefined;
  }
  const organization = config.getConfig('organization');
  const organizationalUnits =
    organization.getOptionalStringArray('organizationalUnits') ?? [];
  organizationalUnits.forEach((unit, i) => {
    if (!/^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$/.test(unit)) {
      throw new InputError(
        `${key}.organization.organizationalUnits[${i}] is "${unit}"; an organizational unit's id looks like ou-ab12-34cd56ef`,
      );
    }
  });
  return {
    accountId: accountId(
      `${key}.organization.accountId`,
      organization.getOptional('accountId') ?? '',
    ),
    organizationalUnits,
    excludeAccounts: readAccounts(
      `${key}.organization.excludeAccounts`,
      organization,
      'excludeAccounts',
    ),
  };
}
