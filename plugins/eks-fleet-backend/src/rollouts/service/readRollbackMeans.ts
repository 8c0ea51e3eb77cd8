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

import type { RolloutExecutor } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AddonCatalogue, ObservationReader } from '../../collection/types';
import { stepBack, type RollbackMeans } from '../engine/rollbackClock';
import type { RollbackGuide } from '../executors/guided/RollbackGuide';
import type { CellClusterRecord } from '../records';

/** How an executor would take a cluster back, with what EKS said of it; or why it cannot. */
export async function readRollbackMeans(
  executor: RolloutExecutor | undefined,
  record: Pick<CellClusterRecord, 'cluster' | 'guided' | 'tracks'>,
  sources: {
    catalogue: AddonCatalogue;
    observations: ObservationReader;
    guide?: Pick<RollbackGuide, 'stepsOf'>;
  },
): Promise<RollbackMeans> {
  const { cluster, tracks } = record;
  const step = stepBack(tracks.find(({ kind }) => kind === 'controlPlane'));
  const [ability, listed, observed] = await Promise.all([
    executor?.abilityFor(cluster),
    step &&
      sources.catalogue.versions(cluster.partition, cluster.region, step.to),
    sources.observations.of(cluster.arn),
  ]);
  const known = {
    insights: observed.insights,
    addonNow: (addon: string, movedAt: string) => {
      const { document, observedAt } = observed.addons ?? {};
      return observedAt !== undefined && observedAt > movedAt
        ? document?.addons.find(({ name }) => name === addon)?.version
        : undefined;
    },
    addonFits: (addon: string, version: string) =>
      listed?.addons[addon]?.some(offered => offered.version === version),
  };
  if (executor && !executor.changesNothing && !ability?.canRollBack) {
    const steps = sources.guide?.stepsOf(record);
    if (steps) {
      return { ...known, way: 'guided', steps };
    }
  }
  if (!executor || !ability?.canRollBack) {
    return {
      ...known,
      way: 'none',
      cannot: executor?.changesNothing
        ? 'Somebody else changes these clusters, and would take them back'
        : ability?.cannot ??
          'What provisions this cluster cannot go back: stop it from reconciling, take the cluster back with EKS, change its file in Git, and let it reconcile again',
    };
  }
  return { ...known, way: executor.id === 'gitops' ? 'git' : 'direct' };
}
