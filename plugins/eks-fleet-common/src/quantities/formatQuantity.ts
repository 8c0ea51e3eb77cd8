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

import { parseQuantity } from './parseQuantity';
import type { Quantity } from './types';

const BINARY = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'];
const DECIMAL = ['E', 'P', 'T', 'G', 'M', 'k', '', 'm', 'u', 'n'];

/**
 * An amount in the one way that Kubernetes answers it: a whole number with the
 * largest suffix that has one.
 *
 * @public
 */
export function formatQuantity({ nano, suffixes }: Quantity): string {
  if (nano === 0n) {
    return '0';
  }
  const binary =
    suffixes === 'binary' ? wholeNumberOf(nano, [...BINARY, '']) : undefined;
  return binary ?? wholeNumberOf(nano, DECIMAL)!;
}

/**
 * The same amount as {@link formatQuantity} has it.
 *
 * @returns `undefined` for what is no amount
 * @public
 */
export function normalizeQuantity(text: string): string | undefined {
  const quantity = parseQuantity(text);
  return quantity && formatQuantity(quantity);
}

function wholeNumberOf(nano: bigint, suffixes: string[]): string | undefined {
  for (const suffix of suffixes) {
    const unit = parseQuantity(`1${suffix}`)!.nano;
    if (nano % unit === 0n) {
      return `${nano / unit}${suffix}`;
    }
  }
  return undefined;
}
