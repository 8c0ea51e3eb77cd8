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

/** What one of each suffix is in billionths. */
const DECIMAL: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': 10n ** 9n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
};

const BINARY: Readonly<Record<string, bigint>> = Object.fromEntries(
  ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index) => [
    suffix,
    10n ** 9n * 1024n ** BigInt(index + 1),
  ]),
);

const WRITTEN =
  /^([+-]?)(\d{1,60})?(?:\.(\d{0,60}))?(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d{1,2}))?$/;

/**
 * An amount as Kubernetes writes it: `500m`, `2`, `1.5Gi`, `1e3`. What is finer
 * than a billionth counts as the next one, as Kubernetes has it.
 *
 * @returns `undefined` for what is no amount
 * @public
 */
export function parseQuantity(text: string): Quantity | undefined {
  const [found, sign, whole = '', fraction = '', suffix = '', exponent] =
    WRITTEN.exec(text) ?? [];
  if (found === undefined || (whole === '' && fraction === '')) {
    return undefined;
  }
  const unit = BINARY[suffix] ?? DECIMAL[suffix];
  const power = Number(exponent ?? 0) - fraction.length;
  const scaled = BigInt(whole + fraction) * unit;
  const nano =
    power >= 0
      ? scaled * 10n ** BigInt(power)
      : roundedUp(scaled, 10n ** BigInt(-power));
  return {
    nano: sign === '-' ? -nano : nano,
    suffixes: suffix in BINARY ? 'binary' : 'decimal',
  };
}

function roundedUp(amount: bigint, by: bigint): bigint {
  return (amount + by - 1n) / by;
}
