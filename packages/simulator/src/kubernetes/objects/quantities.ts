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
const FACTORS: Record<string, number> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};
const BINARY = ['Ti', 'Gi', 'Mi', 'Ki'];

/** A Kubernetes quantity as a number: cores, bytes, pieces. NaN where it is none. */
export function parseAmount(quantity: string): number {
  const [, digits, unit] =
    /^([+-]?\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(quantity) ?? [];
  return Number(digits) * (FACTORS[unit] ?? NaN);
}

/** An amount as the API server writes it: the largest unit without a remainder. */
export function formatAmount(
  amount: number,
  units: 'binary' | 'decimal',
): string {
  const milli = Math.round(amount * 1000);
  if (milli % 1000 !== 0) {
    return `${milli}m`;
  }
  const whole = milli / 1000;
  const unit =
    units === 'binary' && whole > 0
      ? BINARY.find(each => whole % FACTORS[each] === 0) ?? ''
      : '';
  return `${whole / FACTORS[unit]}${unit}`;
}
