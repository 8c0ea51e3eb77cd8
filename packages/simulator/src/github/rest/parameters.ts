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

import { GithubError } from '../GithubError';

/** A text of the body that must be there. */
export function requiredText(
  body: Record<string, unknown>,
  field: string,
  resource: string,
): string {
  const value = optionalText(body, field, resource);
  if (value === undefined || value === '') {
    throw GithubError.invalid(resource, { field, code: 'missing_field' });
  }
  return value;
}

export function optionalText(
  body: Record<string, unknown>,
  field: string,
  resource: string,
): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw GithubError.invalid(resource, { field, code: 'invalid' });
  }
  return value;
}

/** Names in a list, or one name alone. */
export function textList(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
