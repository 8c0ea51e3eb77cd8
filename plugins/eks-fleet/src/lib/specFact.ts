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

import type { Translate } from '../translation';
import { formatDate } from './expiry';

/** What is wanted, in words: what it is called, and what it is. */
export type SpecFact = [name: string, text: string];

/** Until when it is needed. */
export function ending(t: Translate, day: unknown): SpecFact | undefined {
  return fact(
    t('spec.expiresOn'),
    typeof day === 'string' && day ? formatDate(day) ?? day : t('spec.noEnd'),
  );
}

/** Left out where there is nothing to tell. */
export function fact(
  name: string,
  text: string | undefined,
): SpecFact | undefined {
  return text ? [name, text] : undefined;
}
