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
  PolicyChange,
  PolicyEditProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ChartSchema } from './ChartSchema';

/** What is wrong with a change by itself. Pure. */
export function problemsOfChange(
  policy: string,
  change: PolicyChange,
  schema: ChartSchema | undefined,
): PolicyEditProblem[] {
  const { exclude, leave = [], mode, parameters = {} } = change;
  const set = [
    ...(mode === undefined ? [] : ['mode']),
    ...Object.keys(parameters).map(name => `parameters.${name}`),
    ...(exclude?.namespaces ? ['exclude.namespaces'] : []),
    ...(exclude?.resources ? ['exclude.resources'] : []),
  ];
  if (set.length + leave.length === 0) {
    return [{ field: 'change', message: 'is missing: nothing would change' }];
  }
  const problems = set
    .filter(field => leave.includes(field as (typeof leave)[number]))
    .map(field => ({
      field: `change.${field}`,
      message: 'is set, and left to the layers below too',
    }));
  const beyondMode = [...set, ...leave].filter(field => field !== 'mode');
  if (!schema && beyondMode.length > 0) {
    problems.push({
      field: `change.${beyondMode[0]}`,
      message:
        'cannot be checked, as the chart has no values.schema.json; only the mode can be switched here',
    });
  }
  const known = schema?.parametersOf(policy).map(({ name }) => name) ?? [];
  for (const field of schema ? beyondMode : []) {
    const name = field.slice('parameters.'.length);
    if (field.startsWith('parameters.') && !known.includes(name)) {
      problems.push({
        field: `change.${field}`,
        message: known.length
          ? `is no parameter of ${policy}; there are ${known.join(', ')}`
          : `is no parameter of ${policy}, which has none`,
      });
    }
  }
  return problems;
}
