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
import { startSimulator } from '@eks-fleet/simulator';

/**
 * Starts the simulated cloud in this process and points the AWS SDK at it by
 * the environment, as one would by hand.
 */
export async function startDemoCloud(
  config: Config,
  logger: RootLoggerService,
): Promise<void> {
  const simulator = await startSimulator({
    fleet: (config.getOptionalString('fleet') ?? 'demo') as 'demo',
    port: config.getOptionalNumber('port'),
    kubernetesPort: config.getOptionalNumber('kubernetesPort'),
    githubPort: config.getOptionalNumber('githubPort'),
    latencyMs: config.getOptionalNumber('latencyMs'),
    settings: { speed: config.getOptionalNumber('speed') ?? 1 },
  });
  Object.assign(process.env, simulator.environment());
  logger.info(
    `The simulated cloud answers at ${simulator.url}, its Kubernetes API servers at ${simulator.kubernetesUrl}, its Git host at ${simulator.github.url}`,
  );
}
