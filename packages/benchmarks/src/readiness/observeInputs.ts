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

import { ConfigReader } from '@backstage/config';
import type { CloudOptions } from '../cloud/SimulatorProcess';
import type { BenchDatabase } from '../inventory/benchDatabases';
import { describeClusters, type DescribedTarget } from './describeClusters';
import {
  AssessmentInputs,
  DatabaseAddonCatalogue,
  DatabaseObservationStore,
  DatabaseReadinessStore,
  DatabaseVersionStore,
  DatabaseWaiverStore,
  readReadinessConfig,
  type AssessmentInput,
} from './internals';
import { AWS_KINDS, collectAll } from './measureCollection';
import { startPortal } from './startPortal';

const KUBERNETES_KINDS = [
  'kubernetesNodes',
  'kubernetesDisruption',
  'kubernetesDeprecatedApis',
  'kubernetesAdmission',
  'kubernetesAddons',
];

/**
 * What verdicts on each cluster of a cloud depend on, once all kinds of facts
 * were collected, those of the clusters' own APIs among them.
 *
 * @param options - `targets` says for how many versions at most
 */
export async function observeInputs(options: {
  cloud: CloudOptions;
  database: BenchDatabase;
  targets: number;
}): Promise<AssessmentInput[][]> {
  const described = await describeClusters(options.cloud);
  const portal = await startPortal({
    database: options.database,
    targets: described,
    eksFleet: {
      kubernetes: {
        enabled: true,
        dangerouslyAllowHosts: hostsOf(described),
      },
    },
  });
  try {
    const { knex, tasks } = portal;
    const arns = described.flatMap(({ clusters }) =>
      clusters.map(({ arn }) => arn!),
    );
    await collectAll(portal, arns.length, [...AWS_KINDS, ...KUBERNETES_KINDS]);
    await tasks.run('eks-fleet-versions');
    await tasks.run('eks-fleet-addon-versions');

    const inputs = new AssessmentInputs({
      observations: new DatabaseObservationStore(knex),
      addons: new DatabaseAddonCatalogue(knex),
      versions: new DatabaseVersionStore(knex),
      waivers: new DatabaseWaiverStore(knex),
      config: readReadinessConfig(new ConfigReader({})),
    });
    const round = await inputs.begin(new Date());
    const found = await new DatabaseReadinessStore(knex).find(arns);
    const known = await inputs.gather(
      found.map(({ facts }) => facts),
      round.now,
    );
    return await Promise.all(
      known.map(cluster =>
        Promise.all(
          inputs
            .targets(cluster, round)
            .slice(0, options.targets)
            .map(target => inputs.forTarget(cluster, target, round)),
        ),
      ),
    );
  } finally {
    await portal.stop();
  }
}

/** A simulated cloud's API servers, on loopback. */
function hostsOf(targets: DescribedTarget[]): string[] {
  const hosts = targets.flatMap(({ clusters }) =>
    clusters.map(({ endpoint }) => new URL(endpoint!).host),
  );
  return [...new Set(hosts)];
}
