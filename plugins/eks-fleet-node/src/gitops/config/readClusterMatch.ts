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
import { oneOf } from './oneOf';
import type { ClusterFileMatch } from './types';

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];

/**
 * Reads which clusters something is for; all are where nothing is given.
 *
 * @param key - of the match, for messages
 * @throws an error that begins with the field that is wrong, and says what would be right
 * @public
 */
export function readClusterMatch(
  config: Config | undefined,
  key: string,
): ClusterFileMatch {
  const match: ClusterFileMatch = {};
  const accounts = config?.getOptionalStringArray('accounts');
  accounts?.forEach((account, index) => {
    if (!/^\d{12}$/.test(account)) {
      throw new Error(`${key}.accounts[${index}]: must be 12 digits, quoted`);
    }
  });
  const partitions = config
    ?.getOptionalStringArray('partitions')
    ?.map((each, index) =>
      oneOf(each, PARTITIONS, `${key}.partitions[${index}]`),
    );
  const labels = config?.getOptionalConfig('labels');
  return Object.assign(
    match,
    partitions && { partitions },
    accounts && { accounts },
    config?.has('regions') && { regions: config.getStringArray('regions') },
    config?.has('names') && { names: config.getStringArray('names') },
    config?.has('exceptNames') && {
      exceptNames: config.getStringArray('exceptNames'),
    },
    labels && {
      labels: Object.fromEntries(
        Object.entries(labels.get<Record<string, unknown>>()).map(
          ([name, value]) => [name, readValues(value, `${key}.labels.${name}`)],
        ),
      ),
    },
  );
}

function readValues(value: unknown, key: string): string[] {
  const values = Array.isArray(value) ? value : [value];
  if (!values.every(each => typeof each === 'string')) {
    throw new Error(`${key}: must be a text, quoted, or a list of texts`);
  }
  return values;
}
