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
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ServiceAccountTokenVerifier } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../../collection/types';
import { readKubernetesConfig } from '../readKubernetesConfig';
import { ReporterGate } from './ReporterGate';

/**
 * The gate for clusters' reporters; `undefined` where
 * `eksFleet.kubernetes.reporter.enabled` is not set.
 *
 * @throws InputError with one sentence that names the key
 */
export function createReporterGate(options: {
  config: RootConfigService;
  observations: Pick<ObservationReader, 'ofMany'>;
  metrics: MetricsService;
  logger: LoggerService;
  now?: () => Date;
}): ReporterGate | undefined {
  const { observations, metrics, logger, now = () => new Date() } = options;
  const { dangerouslyAllowHosts, reporter } = readKubernetesConfig(
    options.config,
  );
  if (!reporter.enabled) {
    return undefined;
  }
  const { audience, subject } = reporter;
  return new ReporterGate({
    observations,
    verifier: ServiceAccountTokenVerifier.create({
      dangerouslyAllowHosts,
      now,
    }),
    claims: { audience, subject },
    metrics,
    logger,
    now,
  });
}
