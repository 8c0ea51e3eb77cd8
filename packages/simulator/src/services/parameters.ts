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

import type { HttpRequest } from '../aws/types';

/** A text parameter; anything else counts as absent. */
export function textOf(
  parameters: Record<string, unknown>,
  name: string,
): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' ? value : undefined;
}

/** The body as a JSON object; `undefined` where it is none. */
export function jsonBody(
  request: HttpRequest,
): Record<string, unknown> | undefined {
  if (request.body.length === 0) {
    return {};
  }
  try {
    const value = JSON.parse(request.body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

/** The form of a Query request: body and query string together. */
export function formOf(request: HttpRequest): Record<string, string> {
  const body = request.method === 'POST' ? request.body.toString('utf8') : '';
  return Object.fromEntries([
    ...new URLSearchParams(request.query),
    ...new URLSearchParams(body),
  ]);
}

/** A whole number within bounds; `undefined` where it is not one. */
export function integerBetween(
  value: unknown,
  minimum: number,
  maximum: number,
): number | undefined {
  const number = typeof value === 'string' && value ? Number(value) : value;
  return Number.isInteger(number) &&
    Number(number) >= minimum &&
    Number(number) <= maximum
    ? Number(number)
    : undefined;
}
