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

import { NotFoundError } from '@backstage/errors';
import {
  versionRank,
  type Readiness,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutCluster,
  RolloutGate,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import type { ReadinessService } from '../../readiness/ReadinessService';
import { wordSeconds } from '../strategy/durations';
import type { InsightsAge, InsightsRefresh } from '../insights/InsightsRefresh';
import { wordInsightsAge } from '../insights/wordInsightsAge';
import { duration } from './duration';
import { oldestInput } from './oldestInput';
import { parseWith } from './parseWith';

const schema = z
  .object({
    /** What the verdict rests on must not be older than this. */
    notOlderThan: duration.optional(),
    /** Whether a drain that nobody could foresee is accepted. */
    acceptDrainNotAssessed: z.boolean().default(true),
  })
  .strict();

type Asked = z.infer<typeof schema>;

interface Look {
  cluster: RolloutCluster;
  state: 'ready' | 'blocked' | 'unknown' | 'old';
  reason: string;
}

const NAMED = 3;

/** Opens when each cluster of the wave is ready at this moment. */
export function createReadinessGate(options: {
  readiness: Pick<ReadinessService, 'get'>;
  /** Has clusters looked at soon. */
  want: (arns: string[]) => Promise<void>;
  /** Has EKS make insights anew that are old; left out where nobody may ask it. */
  insights?: Pick<InsightsRefresh, 'askWhereOld'>;
}): RolloutGate<Asked> {
  const { insights, readiness, want } = options;
  return {
    type: 'readiness',
    parse: value => parseWith(schema, value),
    describe: ({ notOlderThan }) =>
      notOlderThan === undefined
        ? 'clusters are ready'
        : `clusters are ready, by what was seen within ${wordSeconds(
            notOlderThan,
          )}`,
    async check(asked, { clusters, now, rollout, signal }) {
      const { kind, version } = rollout.change;
      if (kind !== 'kubernetesVersion' || version === undefined) {
        return {
          state: 'open',
          message: 'Readiness is about Kubernetes versions, and none is moved',
        };
      }
      const age = await insights?.askWhereOld(clusters, signal);
      const wordedAge = age ? wordInsightsAge(age, now) : '';
      const looks: Look[] = [];
      for (const cluster of clusters) {
        signal.throwIfAborted();
        looks.push(await lookAt(cluster, version, asked, now));
      }
      const old = looks.filter(({ state }) => state === 'old');
      if (old.length > 0) {
        await want(old.map(({ cluster }) => cluster.arn));
      }
      const wrong =
        ofState(looks, 'blocked') ??
        ofState(looks, 'unknown') ??
        ofState(looks, 'old');
      const evidence = {
        ...(age && { insights: { ...age } }),
        clusters: looks.map(({ cluster, reason, state }) => ({
          arn: cluster.arn,
          state,
          reason,
        })),
      };
      if (wrong === undefined && age && isTooOld(age, asked, now)) {
        return {
          state: 'unknown',
          code: 'gate.readiness',
          message: `What EKS says of clusters is to be from within ${wordSeconds(
            asked.notOlderThan!,
          )}: ${wordedAge}`,
          evidence,
        };
      }
      return wrong === undefined
        ? {
            state: 'open',
            message: [
              `${looks.length} of ${looks.length} clusters are ready`,
              ...(wordedAge ? [wordedAge] : []),
            ].join('. '),
            evidence,
          }
        : {
            state: wrong[0].state === 'blocked' ? 'shut' : 'unknown',
            code: 'gate.readiness',
            message: [word(wrong), ...(wordedAge ? [wordedAge] : [])].join(
              '. ',
            ),
            evidence,
          };
    },
  };

  async function lookAt(
    cluster: RolloutCluster,
    version: string,
    asked: Asked,
    now: Date,
  ): Promise<Look> {
    const of = (state: Look['state'], reason: string) => ({
      cluster,
      state,
      reason,
    });
    let verdict: Readiness;
    try {
      verdict = await readiness.get('all', cluster.entityRef, version);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return of('unknown', error.message);
      }
      throw error;
    }
    if (verdict.verdict === 'blocked') {
      const [blocker] = verdict.findings.filter(
        ({ severity, waiver }) => severity === 'blocking' && !waiver,
      );
      return of('blocked', blocker?.message ?? 'is blocked');
    }
    if (verdict.verdict === 'unknown') {
      const [finding] = verdict.findings.filter(
        ({ severity }) => severity === 'unknown',
      );
      return of('unknown', finding?.message ?? 'is not known to be ready');
    }
    const isDrainKnown = !verdict.findings.some(
      ({ code, waiver }) => code === 'drain-not-assessed' && !waiver,
    );
    if (!asked.acceptDrainNotAssessed && !isDrainKnown) {
      return of('unknown', 'nobody could foresee its drain');
    }
    const oldest = oldestInput(verdict);
    if (
      asked.notOlderThan !== undefined &&
      now.getTime() - oldest > asked.notOlderThan * 1000
    ) {
      return of(
        'old',
        `was last seen more than ${wordSeconds(asked.notOlderThan)} ago`,
      );
    }
    return of('ready', isThere(cluster, version) ? 'is there' : 'is ready');
  }
}

function isThere({ version }: RolloutCluster, wanted: string): boolean {
  return version !== undefined && versionRank(version) >= versionRank(wanted);
}

/** It holds only while EKS makes them anew; where it may not be asked, a day is what there is. */
function isTooOld(
  { asked: anew, oldestAt }: InsightsAge,
  { notOlderThan }: Asked,
  now: Date,
): boolean {
  return (
    notOlderThan !== undefined &&
    anew.length > 0 &&
    oldestAt !== undefined &&
    now.getTime() - Date.parse(oldestAt) > notOlderThan * 1000
  );
}

function ofState(looks: Look[], state: Look['state']): Look[] | undefined {
  const found = looks.filter(look => look.state === state);
  return found.length > 0 ? found : undefined;
}

function word(looks: Look[]): string {
  const named = looks
    .slice(0, NAMED)
    .map(({ cluster, reason }) => `${cluster.name}: ${reason}`)
    .join('; ');
  const more = looks.length - NAMED;
  return more > 0 ? `${named}; and ${more} more` : named;
}
