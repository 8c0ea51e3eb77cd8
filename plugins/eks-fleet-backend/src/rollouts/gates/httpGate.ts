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

import type { RolloutGate } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { EndpointError, type Endpoints } from '../../endpoints/Endpoints';
import { parseWith } from './parseWith';

/** Opens when a configured endpoint answers as it is expected to. */
export function createHttpGate(endpoints: Endpoints) {
  const schema = z
    .object({
      endpoint: z.string().refine(id => endpoints.has(id), {
        message: `is no id of eksFleet.endpoints; there are ${
          endpoints.ids().join(', ') || 'none'
        }`,
      }),
      path: z
        .string()
        .max(500)
        .regex(/^\/(?![/\\])/, 'is no path; it begins with one slash')
        .optional(),
      status: z.number().int().min(200).max(599).default(200),
      contains: z.string().min(1).max(500).optional(),
    })
    .strict();
  const gate: RolloutGate<z.infer<typeof schema>> = {
    type: 'http',
    parse: value => parseWith(schema, value),
    describe: ({ endpoint, status }) => `${endpoint} answers ${status}`,
    async check({ contains, endpoint, path = '', status }, { signal }) {
      try {
        const answer = await endpoints.get(endpoint, path, signal);
        const evidence = { endpoint, status: answer.status };
        if (answer.status !== status) {
          return {
            state: 'shut',
            code: 'gate.http',
            message: `${endpoint} answers with status ${answer.status} and not with ${status}`,
            evidence,
          };
        }
        if (contains !== undefined && !answer.text.includes(contains)) {
          return {
            state: 'shut',
            code: 'gate.http',
            message: `The answer of ${endpoint} does not contain ${JSON.stringify(
              contains,
            )}`,
            evidence,
          };
        }
        return {
          state: 'open',
          message: `${endpoint} answers with status ${status}`,
          evidence,
        };
      } catch (error) {
        if (error instanceof EndpointError) {
          return {
            state: 'unknown',
            code: 'gate.unreadable',
            message: error.message,
          };
        }
        throw error;
      }
    },
  };
  return gate;
}
