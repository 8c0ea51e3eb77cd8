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

import { startSimulator } from '@eks-fleet/simulator';
import type { ChaosCloudOptions } from './ChaosCloud';

const ACCOUNTS = 6;
/** Clusters of all versions that are made for one that stays. */
const MADE_PER_CELL = 8;

/** The simulated cloud with so many clusters of one version, and a hub. */
async function main(): Promise<void> {
  const { cells, from, gitops, speed }: ChaosCloudOptions = JSON.parse(
    process.env.CHAOS_CLOUD!,
  );
  const perAccount = Math.ceil((cells * MADE_PER_CELL) / ACCOUNTS);
  const simulator = await startSimulator({
    fleet: `${ACCOUNTS}x1x${perAccount}`,
    gitops: gitops ? 'on' : 'off',
    limits: 'off',
    latencyMs: 5,
    settings: { speed },
  });
  const [hub, ...others] = simulator.model.clusters();
  const kept = others
    .filter(({ version }) => version === from)
    // From each account some.
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, cells);
  if (kept.length < cells) {
    throw new Error(`${kept.length} clusters run ${from}, not ${cells}`);
  }
  const stay = new Set([hub, ...kept]);
  for (const cluster of others.filter(each => !stay.has(each))) {
    const { accountId, name, region } = cluster;
    simulator.model.removeCluster(accountId, region, name);
  }
  const environment = {
    CHAOS_HUB: hub.arn,
    CHAOS_GIT_URL: simulator.github.url,
    CHAOS_GIT_API_URL: simulator.github.apiUrl,
    ...simulator.environment(),
  };
  process.stdout.write(
    Object.entries(environment)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join(''),
  );
}

void main();
