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

import { Place } from '../clusterSpec/readers';
import type { SpecProblem } from '../clusterSpec/types';
import { checkAgreement } from './checkAgreement';
import { specReader } from './specReader';
import type { NamespaceSpec } from './types';

/**
 * What is allowed beyond what fields are.
 *
 * @public
 */
export interface SpecCheckOptions {
  /** Hosts of repositories, with a port where there is one; any without it. */
  sourceHosts?: readonly string[];
}

/**
 * Takes anything for what is wanted of a namespace: fields that may be left out
 * get what they count as, amounts and lists are written in one way. Every text
 * is of a closed character set; `{{`, `${` and control characters are refused
 * wherever they stand. Whether the name is reserved is not asked here.
 *
 * @returns what is wanted, or each field that is wrong and what would be right
 * @public
 */
export function checkNamespaceSpec(
  value: unknown,
  options?: SpecCheckOptions,
): { spec: NamespaceSpec } | { problems: SpecProblem[] } {
  const problems: SpecProblem[] = [];
  const place = new Place('', problems);
  const spec = specReader(options?.sourceHosts).read(value, place);
  if (problems.length === 0) {
    checkAgreement(spec, place);
  }
  return problems.length === 0 ? { spec } : { problems };
}
