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

import { OWNER_LABELS } from '../common/types';
import { cleanName } from '../common/text';

/** The value of the first of the labels that there is. */
export function ownerLabelOf(
  labels: Record<string, unknown> | undefined,
  keys: readonly string[] = OWNER_LABELS,
): string | undefined {
  for (const key of keys) {
    const value =
      labels && Object.hasOwn(labels, key) ? cleanName(labels[key]) : undefined;
    if (value) {
      return value;
    }
  }
  return undefined;
}
