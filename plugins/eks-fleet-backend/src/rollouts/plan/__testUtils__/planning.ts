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
  Addon,
  Nodegroup,
  ObservationDocuments,
  RolloutChange,
  RolloutStrategy,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  healthyDocuments,
  nodegroup,
  observed,
} from '../../../readiness/__testUtils__/assessment';
import type { PlanInput, PlanningCluster, RolloutPlan } from '../../types';

export const TO_134: RolloutChange = {
  kind: 'kubernetesVersion',
  version: '1.34',
};

export const ABLE = {
  canRollBack: true,
  nodesApart: true,
  walksMinorsAlone: false,
};

/** A cluster of 1.33 with one node group, of which all is observed. */
export function planningCluster(
  name: string,
  change: Partial<Omit<PlanningCluster, 'name'>> & {
    documents?: Partial<ObservationDocuments>;
    version?: string;
    nodegroups?: Array<Partial<Nodegroup>>;
    addons?: Addon[];
  } = {},
): PlanningCluster {
  const { documents, version = '1.33', nodegroups, addons, ...rest } = change;
  const base = healthyDocuments();
  const all: Partial<ObservationDocuments> = {
    controlPlane: { ...base.controlPlane, name, version },
    nodegroups: {
      nodegroups: (nodegroups ?? [{ version }]).map(nodegroup),
      unreadable: [],
    },
    addons: { addons: addons ?? [], unreadable: [] },
    ...documents,
  };
  const region = rest.region ?? 'eu-west-1';
  const accountId = rest.accountId ?? '111122223333';
  return {
    partition: 'aws',
    accountId,
    region,
    arn: `arn:aws:eks:${region}:${accountId}:cluster/${name}`,
    entityRef: `resource:default/${name.toLowerCase()}`,
    name,
    version,
    labels: {},
    ability: ABLE,
    ...rest,
    observations:
      rest.observations ??
      Object.fromEntries(
        Object.entries(all)
          .filter(([, document]) => document !== undefined)
          .map(([kind, document]) => [kind, observed(document)]),
      ),
  };
}

/** So many clusters of an environment. */
export function clustersOf(
  environment: string,
  count: number,
  change: Parameters<typeof planningCluster>[1] = {},
): PlanningCluster[] {
  return Array.from({ length: count }, (_, index) =>
    planningCluster(`${environment}-${String(index + 1).padStart(2, '0')}`, {
      environment,
      labels: { environment },
      ...change,
    }),
  );
}

export function strategyOf(
  change: Partial<RolloutStrategy> = {},
): RolloutStrategy {
  return { name: 'test', waves: [{ name: 'all' }], ...change };
}

export function planInput(change: Partial<PlanInput> = {}): PlanInput {
  return {
    change: TO_134,
    selection: {},
    strategy: strategyOf(),
    clusters: [planningCluster('payments')],
    productionEnvironments: ['production', 'prod', 'live'],
    ...change,
  };
}

/** As in `dev: dev-01 dev-02`, a line a wave. */
export function wordWaves({ waves }: RolloutPlan): string[] {
  return waves.map(
    ({ name, cells }) => `${name}: ${cells.map(cell => cell.name).join(' ')}`,
  );
}
