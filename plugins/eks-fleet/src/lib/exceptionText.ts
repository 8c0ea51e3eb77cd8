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
import type { Translate } from '../translation';

/** An exception as its engine names it. */
export function exceptionName({
  name,
  namespace,
}: Pick<PolicyException, 'name' | 'namespace'>): string {
  return namespace ? `${namespace}/${name}` : name;
}

/** What an exception exempts from, as `require-requests (rules a, b), no-latest`. */
export function exemptFromText(
  t: Translate,
  { policies }: Pick<PolicyException, 'policies'>,
): string {
  return policies
    .map(({ name, rules = [] }) =>
      rules.length > 0
        ? `${name} (${t('exceptions.rules', { rules: rules.join(', ') })})`
        : name,
    )
    .join(', ');
}
