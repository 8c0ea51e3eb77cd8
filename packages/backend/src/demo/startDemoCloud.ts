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

import type { RootLoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { DemoReviewer } from './DemoReviewer';

/**
 * Starts the simulated cloud in this process and points the AWS SDK at it by
 * the environment, as one would by hand.
 */
export async function startDemoCloud(
  config: Config,
  logger: RootLoggerService,
): Promise<void> {
  const demo = config.getConfig('demo.simulator');
  const fleet = demo.getOptionalString('fleet') ?? 'demo';
  const simulator = await startSimulator({
    fleet: fleet as 'demo',
    port: demo.getOptionalNumber('port'),
    kubernetesPort: demo.getOptionalNumber('kubernetesPort'),
    githubPort: demo.getOptionalNumber('githubPort'),
    latencyMs: demo.getOptionalNumber('latencyMs'),
    settings: { speed: demo.getOptionalNumber('speed') ?? 1 },
  });
  Object.assign(process.env, simulator.environment());
  if (fleet === 'demo') {
    tellOfMerges(simulator, config);
    const user = demo.getOptionalString('reviewer');
    if (user) {
      new DemoReviewer(simulator.github, { user, logger }).start();
    }
  }
  logger.info(
    `The simulated cloud answers at ${simulator.url}, its Kubernetes API servers at ${simulator.kubernetesUrl}, its Git host at ${simulator.github.url}`,
  );
}

/** The Git host has the portal's webhook, as its people would have set it up. */
function tellOfMerges({ github }: Simulator, config: Config): void {
  const [repository] =
    config.getOptionalConfigArray('eksFleet.fleetRepositories') ?? [];
  const secret = repository?.getOptionalString('webhookSecret');
  if (secret) {
    github.addWebhook({
      url: `${config.getString('backend.baseUrl')}/api/eks-fleet/git/webhook`,
      secret,
      events: ['push', 'pull_request'],
    });
  }
}
