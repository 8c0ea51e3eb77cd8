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
  RolloutCluster,
  RolloutGateContext,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

export const NOW = new Date('2026-11-25T12:00:00Z');

export function gateCluster(
  name: string,
  over: Partial<RolloutCluster> = {},
): RolloutCluster {
  return {
    arn: `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`,
    entityRef: `resource:default/${name}`,
    name,
    partition: 'aws',
    accountId: '111111111111',
    region: 'eu-west-1',
    version: '1.33',
    labels: {},
    ...over,
  };
}

export function gateContext(
  over: Partial<RolloutGateContext> = {},
): RolloutGateContext {
  return {
    rollout: {
      id: 'r1',
      name: 'autumn',
      title: 'Autumn',
      change: { kind: 'kubernetesVersion', version: '1.34' },
      planHash: 'hash',
      environments: ['production'],
    },
    wave: { index: 1, name: 'one', production: true },
    phase: 'before',
    clusters: [gateCluster('alpha')],
    changed: [],
    since: NOW.toISOString(),
    now: NOW,
    signal: new AbortController().signal,
    ...over,
  };
}
