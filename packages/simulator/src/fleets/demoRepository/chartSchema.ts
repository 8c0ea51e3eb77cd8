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

import { POLICY_LIBRARY } from '../../kubernetes/policies/library';

type Schema = Record<string, unknown>;

/** What the chart's values may be, as its `values.schema.json` says. */
export function chartSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    definitions: {
      mode: { enum: ['audit', 'warn', 'enforce'] },
      exclude: closed({
        namespaces: listOf({ type: 'string', pattern: '^[a-z0-9*-]{1,63}$' }),
        resources: listOf(
          closed({
            kind: { type: 'string' },
            namespace: { type: 'string' },
            name: { type: 'string' },
          }),
        ),
      }),
    },
    ...closed({
      engine: { enum: ['kyverno', 'gatekeeper'] },
      policies: closed(
        Object.fromEntries(
          POLICY_LIBRARY.map(({ name, defaults: { parameters } }) => [
            name,
            closed({
              enabled: { type: 'boolean' },
              mode: { $ref: '#/definitions/mode' },
              parameters: schemaOf(parameters ?? {}),
              exclude: { $ref: '#/definitions/exclude' },
            }),
          ]),
        ),
      ),
      exceptions: { type: 'object' },
    }),
  };
}

/** Of values like this one. */
function schemaOf(value: unknown): Schema {
  if (Array.isArray(value)) {
    return listOf(value.length > 0 ? schemaOf(value[0]) : {});
  }
  if (typeof value === 'object' && value !== null) {
    return closed(
      Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, schemaOf(inner)]),
      ),
    );
  }
  return { type: typeof value };
}

function closed(properties: Record<string, Schema>): Schema {
  return { type: 'object', additionalProperties: false, properties };
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}
