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

import type { Place, Reader } from '../clusterSpec/readers';
import { compareQuantities } from '../quantities/arithmetic';
import { formatQuantity } from '../quantities/formatQuantity';
import { parseQuantity } from '../quantities/parseQuantity';
import type { Quantity } from '../quantities/types';

/** CPU, from nothing to 100,000 cores; no finer than a thousandth. */
export const cpu = amount('1m', '100k', 'of CPU, such as 500m or 2');

/** Memory or storage, from nothing to 4 PiB; no finer than a byte. */
export const bytes = amount('1', '4Pi', 'of bytes, such as 512Mi or 1.5Gi');

/** Amounts that are written in one way only. */
function amount(step: string, most: string, right: string): Reader<string> {
  const least = parseQuantity(step)!.nano;
  const limit = parseQuantity(most)!;
  return {
    read(value, place: Place) {
      const quantity =
        typeof value === 'string' && value.length <= 40
          ? parseQuantity(value)
          : undefined;
      if (!quantity) {
        place.wrong(`must be an amount ${right}, in quotes`);
        return '0';
      }
      const problem = problemOf(quantity, least, limit);
      if (problem) {
        place.wrong(problem);
      }
      return formatQuantity(quantity);
    },
  };
}

function problemOf(
  quantity: Quantity,
  least: bigint,
  limit: Quantity,
): string | undefined {
  if (quantity.nano < 0n || compareQuantities(quantity, limit) > 0) {
    return `must be from 0 to ${formatQuantity(limit)}`;
  }
  return quantity.nano % least === 0n
    ? undefined
    : `must be a multiple of ${formatQuantity({
        nano: least,
        suffixes: 'decimal',
      })}`;
}
