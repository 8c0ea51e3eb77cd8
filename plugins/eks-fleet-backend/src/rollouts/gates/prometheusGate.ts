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
  RolloutGate,
  RolloutGateResult,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { EndpointError, type Endpoints } from '../../endpoints/Endpoints';
import { parseWith } from './parseWith';

const sample = z.tuple([z.number(), z.string()]);

const answerSchema = z.object({
  status: z.literal('success'),
  data: z.union([
    z.object({
      resultType: z.literal('vector'),
      result: z.array(
        z.object({
          metric: z.record(z.string(), z.string()),
          value: sample,
        }),
      ),
    }),
    z.object({ resultType: z.literal('scalar'), result: sample }),
  ]),
});

interface Sample {
  metric: Record<string, string>;
  value: number;
}

/** Opens while each sample of a query keeps to a threshold. */
export function createPrometheusGate(endpoints: Endpoints) {
  const schema = z
    .object({
      endpoint: z.string().refine(id => endpoints.has(id), {
        message: `is no id of eksFleet.endpoints; there are ${
          endpoints.ids().join(', ') || 'none'
        }`,
      }),
      /** `{{clusters}}` becomes a pattern of the names of the wave's clusters. */
      query: z.string().min(1).max(5000),
      below: z.number().optional(),
      above: z.number().optional(),
      title: z.string().max(120).optional(),
    })
    .strict()
    .refine(
      ({ above, below }) => (above === undefined) !== (below === undefined),
      { message: 'needs either `below` or `above`' },
    );
  type Asked = z.infer<typeof schema>;
  const gate: RolloutGate<Asked> = {
    type: 'prometheus',
    parse: value => parseWith(schema, value),
    describe: asked => `${asked.title ?? 'a query'} is ${wordThreshold(asked)}`,
    async check(asked, { clusters, signal }) {
      const query = asked.query.replaceAll('{{clusters}}', () =>
        namesPattern(clusters.map(({ name }) => name)),
      );
      const path = `/api/v1/query?query=${encodeURIComponent(query)}`;
      try {
        const { status, text } = await endpoints.get(
          asked.endpoint,
          path,
          signal,
        );
        return status === 200
          ? judge(asked, toSamples(text))
          : unreadable(`${asked.endpoint} answers with status ${status}`);
      } catch (error) {
        if (error instanceof EndpointError) {
          return unreadable(error.message);
        }
        throw error;
      }
    },
  };
  return gate;

  function judge(
    asked: Asked,
    samples: Sample[] | undefined,
  ): RolloutGateResult {
    if (!samples) {
      return unreadable(`${asked.endpoint} answers with something else`);
    }
    const evidence = {
      samples: samples.slice(0, 20).map(({ metric, value }) => ({
        metric,
        value: String(value),
      })),
    };
    if (
      samples.length === 0 ||
      samples.some(({ value }) => Number.isNaN(value))
    ) {
      return {
        ...unreadable(`The query has no data at ${asked.endpoint}`),
        evidence,
      };
    }
    const { above, below } = asked;
    const [worst] = samples
      .map(({ value }) => value)
      .sort((a, b) => (below === undefined ? a - b : b - a));
    const isKept =
      below === undefined ? worst > (above as number) : worst < below;
    return isKept
      ? {
          state: 'open',
          message: `${worst} is ${wordThreshold(asked)}`,
          evidence,
        }
      : {
          state: 'shut',
          code: 'gate.prometheus',
          message: `${
            asked.title ?? 'The query'
          } gives ${worst} and is to be ${wordThreshold(asked)}`,
          evidence,
        };
  }
}

function wordThreshold({ above, below }: { above?: number; below?: number }) {
  return below === undefined ? `above ${above}` : `below ${below}`;
}

function unreadable(message: string): RolloutGateResult {
  return { state: 'unknown', code: 'gate.unreadable', message };
}

function toSamples(text: string): Sample[] | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) {
    return undefined;
  }
  const { data } = parsed.data;
  return data.resultType === 'scalar'
    ? [{ metric: {}, value: Number(data.result[1]) }]
    : data.result.map(({ metric, value }) => ({
        metric,
        value: Number(value[1]),
      }));
}

/** Names stand inside a quoted pattern, and are quoted for both. */
function namesPattern(names: string[]): string {
  return names
    .map(name =>
      name
        .replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
        .replace(/\\/g, '\\\\')
        .replace(/"/g, '\\"'),
    )
    .join('|');
}
