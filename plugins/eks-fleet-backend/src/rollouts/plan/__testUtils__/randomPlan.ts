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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../../../__testUtils__/clock';
import {
  HOSTILE,
  randomOf,
} from '../../../readiness/__testUtils__/randomInput';
import { shippedStrategies } from '../../strategy/shippedStrategies';
import type { PlanInput } from '../../types';
import { planInput, planningCluster } from './planning';

/** Some fleet and some strategy, the same for the same seed. */
export function randomPlan(seed: number): PlanInput {
  const random = randomOf(seed);
  const pick = <T>(...items: T[]): T =>
    items[Math.floor(random() * items.length)];
  const maybe = <T>(value: T): T | undefined =>
    random() < 0.4 ? value : undefined;
  const text = () => pick('x', 'y', 'prod', ...HOSTILE);
  const clusters = Array.from({ length: Math.floor(random() * 30) }, (_, i) => {
    const version = pick('1.29', '1.31', '1.32', '1.33', '1.34', '1.36');
    return planningCluster(`c${i}`, {
      version,
      region: pick('eu-west-1', 'us-east-1'),
      environment: maybe(pick('dev', 'staging', 'prod', text())),
      system: maybe(pick('a', 'b', 'c', text())),
      labels: { cell: text(), pair: text() },
      nodegroups: Array.from({ length: Math.floor(random() * 4) }, (__, n) => ({
        name: `n${n}`,
        version: pick('1.29', '1.31', version, version),
        amiType: pick('AL2023_x86_64_STANDARD', 'CUSTOM'),
        desiredSize: pick(0, 3, 100),
        maxUnavailable: maybe(3),
      })),
      ability: {
        cannot: random() < 0.05 ? 'Nobody can' : undefined,
        canRollBack: true,
        nodesApart: random() < 0.8,
        walksMinorsAlone: false,
      },
    });
  });
  const share = () => pick('1', '2', '10%', '25%', '100%', '50');
  const strategy: RolloutStrategy =
    random() < 0.3
      ? pick(...shippedStrategies())
      : {
          name: 'random',
          cellBy: maybe(pick('cluster', 'label:cell')),
          concurrency: maybe(share()),
          failureBudget: maybe(share()),
          nodes: maybe('withControlPlane'),
          bake: maybe({ first: pick('1h', '20h'), floor: pick('0m', '2h') }),
          windows: maybe([
            {
              days: ['mon', 'wed', 'fri'],
              from: pick('09:00', '22:00'),
              to: '17:00',
              timeZone: pick('Europe/Berlin', 'America/New_York'),
            },
          ]),
          freezes: maybe([
            {
              name: 'f',
              from: '2026-11-24T00:00:00Z',
              to: '2026-12-01T00:00:00Z',
              environments: maybe(['prod']),
            },
          ]),
          before: maybe([{ type: 'approval' }]),
          waves: Array.from(
            { length: 1 + Math.floor(random() * 4) },
            (_, w) => ({
              name: `w${w}`,
              match: maybe({ environments: [pick('dev', 'staging', 'prod')] }),
              size: maybe(share()),
              splitBy: maybe(pick('region', 'environment', 'label:cell')),
              bake: maybe(pick('30m', '3h')),
            }),
          ),
        };
  return planInput({
    change: {
      kind: 'kubernetesVersion',
      version: pick('1.33', '1.34', '1.35'),
      nodes: maybe('leave'),
    },
    clusters,
    strategy,
    pairLabel: 'pair',
    now: NOW,
  });
}
