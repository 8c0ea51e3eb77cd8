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

import { checkAgreement } from './checkAgreement';
import { Place } from './readers';
import { specReader } from './specReader';
import type { ClusterSpec, ClusterSpecProblem } from './types';

/**
 * Takes anything for a cluster's bill of materials: fields that may be left out
 * get what they count as. Every text is of a closed character set; `{{`, `${`
 * and control characters are refused wherever they stand.
 *
 * @returns the bill of materials, or each field that is wrong and what would be right
 * @public
 */
export function checkClusterSpec(
  value: unknown,
): { spec: ClusterSpec } | { problems: ClusterSpecProblem[] } {
  const problems: ClusterSpecProblem[] = [];
  const place = new Place('', problems);
  const spec = specReader.read(value, place);
  if (problems.length === 0) {
    checkAgreement(spec, place);
  }
  return problems.length === 0 ? { spec } : { problems };
}
