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

import type {
  RequestPreflight,
  RequestProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * What is wrong with a field and all within it, in a sentence; a fragment such
 * as `is missing` begins with the field's label.
 *
 * @param field - such as `spec.quota` or `reason`
 */
export function problemAt(
  problems: readonly RequestProblem[],
  field: string,
  label: string,
): string | undefined {
  const messages = problems
    .filter(problem => isWithin(problem.field, field))
    .map(({ message }) => sentence(label, message));
  return messages.length > 0 ? [...new Set(messages)].join('; ') : undefined;
}

/** What is wrong with fields that nobody can fill in here. */
export function problemsBeside(
  problems: readonly RequestProblem[],
  fields: readonly string[],
): string[] {
  return problems
    .filter(({ field }) => !fields.some(each => isWithin(field, each)))
    .map(({ field, message }) =>
      sentence(field.replace(/^spec\./, ''), message),
    );
}

/** What is wrong with fields, and what of them is denied; both are told at the fields. */
export function fieldProblems(
  preflight: RequestPreflight | undefined,
): RequestProblem[] {
  return [
    ...(preflight?.problems ?? []),
    ...(preflight?.verdict?.reasons ?? [])
      .filter(({ field, outcome }) => outcome === 'deny' && field)
      .map(({ field, message }) => ({ field: `spec.${field}`, message })),
  ];
}

function isWithin(field: string, whole: string): boolean {
  return (
    field === whole ||
    field.startsWith(`${whole}.`) ||
    field.startsWith(`${whole}[`)
  );
}

/** What ends like a sentence is one, whatever name it begins with. */
function sentence(label: string, message: string): string {
  return label && /^[a-z].*[^.]$/s.test(message)
    ? `${label} ${message}`
    : message;
}
