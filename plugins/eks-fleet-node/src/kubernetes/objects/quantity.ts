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

const FORM =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d{1,3})|([a-zA-Z]{1,2}))?$/;

/** Powers of ten. */
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** Powers of 1024. */
const BINARY: Record<string, number> = {
  Ki: 1,
  Mi: 2,
  Gi: 3,
  Ti: 4,
  Pi: 5,
  Ei: 6,
};

/** 2^63 - 1 with a thousandth's room; Kubernetes caps quantities there. */
const MAX_DIGITS = 40;

/**
 * A quantity such as `100m`, `1.5`, `128Mi` or `12e6`, in whole units, rounded
 * up as Kubernetes does.
 *
 * @param perOne - how many units make one: 1000 for thousandths of a CPU
 * @returns `undefined` for what is no quantity
 */
export function parseQuantity(
  quantity: string | number | undefined,
  perOne: 1 | 1000,
): number | undefined {
  const match = FORM.exec(String(quantity ?? '').trim());
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', exponent, suffix = ''] = match;
  const digits = whole + fraction;
  if (!digits || digits.length > MAX_DIGITS) {
    return undefined;
  }
  const powerOfTen = exponent
    ? Number(exponent.slice(1))
    : DECIMAL[suffix] ?? 0;
  const powerOf1024 = BINARY[suffix] ?? 0;
  const known = !suffix || suffix in DECIMAL || suffix in BINARY;
  if (!known || Math.abs(powerOfTen) > MAX_DIGITS) {
    return undefined;
  }
  // Whole numbers throughout: 1.1 of a CPU must not become 1,101 thousandths.
  const shift = powerOfTen - fraction.length;
  const numerator =
    BigInt(digits) *
    BigInt(perOne) *
    1024n ** BigInt(powerOf1024) *
    10n ** BigInt(Math.max(shift, 0));
  const denominator = 10n ** BigInt(Math.max(-shift, 0));
  const roundedUp =
    sign === '-'
      ? -(numerator / denominator)
      : (numerator + denominator - 1n) / denominator;
  return Number(roundedUp);
}
