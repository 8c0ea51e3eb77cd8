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

import type { AwsTarget } from '../../aws/types';

const PLACEHOLDERS = ['account', 'region', 'cluster'] as const;

/**
 * What is wrong with a template of keys: names are the same in several
 * accounts, and a cluster must not be shown what another one has.
 *
 * @param isOfOne - whether it is for one cluster alone
 * @public
 */
export function problemOfObjectKey(
  key: string,
  isOfOne: boolean,
): string | undefined {
  const names = [...key.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const unknown = names.find(
    name => !PLACEHOLDERS.some(known => known === name),
  );
  if (unknown !== undefined || /[{}]/.test(key.replace(/\{[^{}]*\}/g, ''))) {
    return `holds ${
      unknown === undefined ? 'a brace that is not closed' : `{${unknown}}`
    }; there are ${PLACEHOLDERS.map(name => `{${name}}`).join(', ')}`;
  }
  if (key === '' || key.startsWith('/') || key.length > 512) {
    return 'must be the key of an object, or a prefix that ends with a slash';
  }
  const missing = PLACEHOLDERS.filter(name => !names.includes(name));
  return missing.length > 0 && !isOfOne
    ? `must hold ${missing
        .map(name => `{${name}}`)
        .join(', ')}, so that no two clusters have one key`
    : undefined;
}

/** A template with what is known of a cluster; EKS has no slashes in names. */
export function fillObjectKey(
  template: string,
  { accountId, name, region }: AwsTarget & { name: string },
): string {
  const values: Record<string, string> = {
    account: accountId,
    region,
    cluster: name,
  };
  return template.replace(/\{([^{}]*)\}/g, (_, each: string) => values[each]);
}
