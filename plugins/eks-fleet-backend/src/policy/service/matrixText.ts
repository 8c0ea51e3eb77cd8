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
  PolicyCell,
  PolicyMatrix,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

const texts = new WeakMap<PolicyCell, string>();

/**
 * A matrix as JSON. Cells are the same again for as long as they stand so, and
 * tens of thousands of them are most of it.
 */
export function matrixText({ rows, ...matrix }: PolicyMatrix): string {
  const written = rows.map(({ cells, ...row }) =>
    withField(row, 'cells', cells.map(cellText)),
  );
  return withField(matrix, 'rows', written);
}

function cellText(cell: PolicyCell): string {
  const known = texts.get(cell);
  if (known !== undefined) {
    return known;
  }
  const text = JSON.stringify(cell);
  texts.set(cell, text);
  return text;
}

function withField(object: object, key: string, items: string[]): string {
  const fields = JSON.stringify(object).slice(1, -1);
  return `{${fields},"${key}":[${items.join(',')}]}`;
}
