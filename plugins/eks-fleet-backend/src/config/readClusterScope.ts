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
import type { ClusterScope } from '@eks-fleet/backstage-plugin-eks-fleet-node';

const FORMS = {
  accounts: { form: /^\d{12}$/, what: "account's id" },
  regions: { form: /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, what: 'Region' },
  clusters: {
    form: /^arn:aws[a-z-]*:eks:[a-z0-9-]+:\d{12}:cluster\/[\w-]{1,100}$/,
    what: "cluster's ARN",
  },
} as const;
/**
 * Which clusters something is for; all of them where nothing is said.
 *
 * @throws InputError with one sentence that names the key
 */
export function readClusterScope(
  config: Config | undefined,
  key: string,
): ClusterScope | undefined {
  if (!config) {
    return undefined;
  }
  const known = Object.keys(FORMS);
  const unknown = config.keys().find(name => !known.includes(name));
  if (unknown) {
    throw new InputError(`${key}.${unknown}: is none of ${known.join(', ')}`);
  }
  const list = (name: keyof typeof FORMS) => {
    const { form, what } = FORMS[name];
    const values = config.getOptionalStringArray(name);
    const wrong = values?.find(value => !form.test(value));
    if (wrong !== undefined) {
      throw new InputError(
        `${key}.${name}: ${JSON.stringify(wrong)} is no ${what}`,
      );
    }
    if (values?.length === 0) {
      throw new InputError(`${key}.${name}: must name at least one`);
    }
    return values;
  };
  return {
    accounts: list('accounts'),
    regions: list('regions'),
    clusters: list('clusters'),
  };
}
