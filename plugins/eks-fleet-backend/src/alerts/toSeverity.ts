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

import type { AlertSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const WORDS: Record<string, AlertSeverity> = {
  critical: 'critical',
  page: 'critical',
  emergency: 'critical',
  error: 'critical',
  high: 'critical',
  warning: 'warning',
  warn: 'warning',
  medium: 'warning',
  info: 'info',
  informational: 'info',
  none: 'info',
  low: 'info',
};

/** What the label `severity` means; nobody has agreed on its words. */
export function toSeverity(word: string | undefined): AlertSeverity {
  const key = word?.toLocaleLowerCase('en-US') ?? '';
  return Object.hasOwn(WORDS, key) ? WORDS[key] : 'unknown';
}
