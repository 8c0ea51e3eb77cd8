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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AwsTarget,
  ClusterTransformer,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksFleetProviderConfig } from '../config/types';
import type { TargetReporter } from '../report/TargetReporter';
import type { DiscoveryStore } from '../state/types';
import type { EntityHandover } from './EntityHandover';
import type { TakenNames } from './TakenNames';

/** What discovering one provider's clusters is done with. */
export interface DiscoveryParts {
  config: EksFleetProviderConfig;
  aws: EksFleetAwsService;
  store: DiscoveryStore;
  reporter: TargetReporter;
  logger: LoggerService;
  takenNames: TakenNames;
  handover: EntityHandover;
  transformer?: () => ClusterTransformer | undefined;
  now: () => Date;
}

export function toTarget(record: AwsTarget): AwsTarget {
  const { partition, accountId, region } = record;
  return { partition, accountId, region };
}
