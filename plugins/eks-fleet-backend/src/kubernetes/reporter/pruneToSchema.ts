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

import { spec } from '../../schema/generated/openapi';

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

const SCHEMAS = spec.components.schemas as unknown as Record<string, Schema>;

/** Without what the schema of that name does not know; the value fits it otherwise. */
export function pruneToSchema(value: unknown, name: string): unknown {
  return prune(value, SCHEMAS[name] ?? {});
}

function prune(value: unknown, schema: Schema): unknown {
  if (schema.$ref) {
    return pruneToSchema(value, schema.$ref.split('/').pop() ?? '');
  }
  const { items, properties } = schema;
  if (Array.isArray(value)) {
    return items ? value.map(item => prune(item, items)) : value;
  }
  if (typeof value !== 'object' || value === null || !properties) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => Object.hasOwn(properties, key))
      .map(([key, field]) => [key, prune(field, properties[key])]),
  );
}
