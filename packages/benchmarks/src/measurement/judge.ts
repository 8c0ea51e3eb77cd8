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

import type { Bar, Measurement } from './types';

/** Whether the value keeps to its bar; where there is none it does. */
export function isMet({ value, bar }: Measurement): boolean {
  if (!bar) {
    return true;
  }
  if ('atMost' in bar) {
    return value <= bar.atMost;
  }
  return 'atLeast' in bar ? value >= bar.atLeast : value === bar.exactly;
}

export function formatBar(bar: Bar): string {
  if ('atMost' in bar) {
    return `≤ ${bar.atMost}`;
  }
  return 'atLeast' in bar ? `≥ ${bar.atLeast}` : `= ${bar.exactly}`;
}
