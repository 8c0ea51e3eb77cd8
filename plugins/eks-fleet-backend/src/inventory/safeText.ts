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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Text from a stranger, fit for a database column and an index: without
 * control characters (PostgreSQL takes no NUL) and not longer than `maxLength`.
 *
 * @returns an empty string for what is neither text, number nor boolean
 */
export function safeText(value: unknown, maxLength: number): string {
  if (
    typeof value !== 'string' &&
    typeof value !== 'number' &&
    typeof value !== 'boolean'
  ) {
    return '';
  }
  return String(value)
    .slice(0, maxLength)
    .replace(/\p{Cc}|\p{Cs}/gu, ' ')
    .trim();
}
