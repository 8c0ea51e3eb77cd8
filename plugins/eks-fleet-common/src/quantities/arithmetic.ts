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

import type { Quantity } from './types';

/** @public */
export const NO_QUANTITY: Quantity = { nano: 0n, suffixes: 'decimal' };

/**
 * The sum, in the suffixes of the first that is more than nothing.
 *
 * @public
 */
export function addQuantities(...quantities: readonly Quantity[]): Quantity {
  return quantities.reduce(
    (sum, each) => ({
      nano: sum.nano + each.nano,
      suffixes: (sum.nano === 0n ? each : sum).suffixes,
    }),
    NO_QUANTITY,
  );
}

/**
 * What is left of one without another; less than nothing where that is more.
 *
 * @public
 */
export function subtractQuantity(from: Quantity, what: Quantity): Quantity {
  return addQuantities(from, { ...what, nano: -what.nano });
}

/**
 * Less than 0 where the first is less, more than 0 where it is more.
 *
 * @public
 */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  if (a.nano === b.nano) {
    return 0;
  }
  return a.nano < b.nano ? -1 : 1;
}

/**
 * As a number of units, such as cores or bytes, for prices and bars. Numbers are
 * not exact: compare amounts, not these.
 *
 * @param unit - of what one is, such as that of `1Gi`; 1 without it
 * @public
 */
export function quantityAsNumber({ nano }: Quantity, unit?: Quantity): number {
  return Number(nano) / Number(unit?.nano ?? 10n ** 9n);
}
