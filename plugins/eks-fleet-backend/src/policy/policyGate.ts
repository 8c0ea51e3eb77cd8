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
  Policy,
  PolicyCell,
  PolicyMatrix,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutCluster,
  RolloutGate,
  RolloutGateResult,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { parseWith } from '../rollouts/gates/parseWith';
import type { PolicyViews } from './service/PolicyViews';

const schema = z
  .object({
    /** Policies of these categories are looked at. */
    categories: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(20)
      .default(['upgrade-safety']),
    /** Only policies as bad as these; all where left out. */
    severities: z
      .array(z.enum(['critical', 'high', 'medium', 'low', 'info', 'unknown']))
      .min(1)
      .optional(),
    /** `clusters` of the wave, or also those that were `changed` before. */
    of: z.enum(['clusters', 'changed']).default('clusters'),
    /** Whether a cluster without such a policy, or without an engine, is accepted. */
    acceptNone: z.boolean().default(false),
  })
  .strict();

type Asked = z.infer<typeof schema>;

const NAMED = 3;

/** Opens while no policy of these categories is broken on the cells' clusters. */
export function createPolicyGate(options: {
  views: Pick<PolicyViews, 'matrix'>;
  /** Has clusters looked at soon. */
  want: (arns: string[]) => Promise<void>;
}): RolloutGate<Asked> {
  const { views, want } = options;
  return {
    type: 'policy',
    parse: value => parseWith(schema, value),
    describe: ({ categories }) =>
      `no policy of ${categories.join(' or ')} is broken`,
    async check(asked, { changed, clusters }) {
      const all = asked.of === 'changed' ? [...changed, ...clusters] : clusters;
      const byArn = new Map(all.map(cluster => [cluster.arn, cluster]));
      const filter = [
        ...asked.categories.map(category => `category=${category}`),
        ...(asked.severities ?? []).map(severity => `severity=${severity}`),
        ...[...byArn.keys()].map(arn => `cluster=${arn}`),
      ].join(',');
      // The engine asks for all clusters of the rollout, whoever looks at it.
      const matrix = await views.matrix('all', { filter: [filter] });
      const result = judgePolicies(asked, [...byArn.values()], matrix);
      if (result.state === 'unknown') {
        await want([...byArn.keys()]);
      }
      return result;
    },
  };
}

/** Pure. What is stale or was never read opens nothing. */
export function judgePolicies(
  asked: Pick<Asked, 'acceptNone' | 'categories'>,
  clusters: RolloutCluster[],
  matrix: PolicyMatrix,
): RolloutGateResult {
  const broken: string[] = [];
  const doubtful: string[] = [];
  const evidence: Array<Record<string, string | number>> = [];
  for (const cluster of clusters) {
    const at = matrix.columns.findIndex(({ key }) => key === cluster.arn);
    const here = matrix.rows.flatMap(({ policy, cells }) =>
      at >= 0 && isThere(cells[at]) ? [{ policy, cell: cells[at] }] : [],
    );
    for (const { policy, cell } of here) {
      const failing = countOf(cell);
      evidence.push({
        cluster: cluster.arn,
        policy: policy.name,
        failing,
        observedAt: cell.observedAt ?? '',
      });
      if (failing > 0) {
        broken.push(wordBroken(policy, cluster, failing));
      } else if (cell.stale || cell.ready === false) {
        doubtful.push(
          `${policy.name} on ${cluster.name} ${
            cell.stale ? 'was not read lately' : 'is not evaluated'
          }`,
        );
      }
    }
    if (here.length === 0 && !asked.acceptNone) {
      doubtful.push(
        `${cluster.name} has no policy of ${asked.categories.join(' or ')}`,
      );
    }
  }
  if (broken.length > 0) {
    return {
      state: 'shut',
      code: 'gate.policy',
      message: list(broken),
      evidence: { policies: evidence },
    };
  }
  if (doubtful.length > 0) {
    return {
      state: 'unknown',
      code: 'gate.policy',
      message: list(doubtful),
      evidence: { policies: evidence },
    };
  }
  return {
    state: 'open',
    message: `No policy of ${asked.categories.join(' or ')} is broken`,
    evidence: { policies: evidence },
  };
}

function isThere({ state }: PolicyCell): boolean {
  return state === 'deployed' || state === 'reported';
}

function countOf({ fail = 0, warn = 0, error = 0 }: PolicyCell): number {
  return fail + warn + error;
}

function wordBroken(
  { name }: Policy,
  cluster: RolloutCluster,
  failing: number,
): string {
  return `${failing} ${
    failing === 1 ? 'resource breaks' : 'resources break'
  } ${name} on ${cluster.name}`;
}

function list(words: string[]): string {
  const more = words.length - NAMED;
  const named = words.slice(0, NAMED).join('; ');
  return more > 0 ? `${named}; and ${more} more` : named;
}
