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
  ClusterCollector,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What the collectors of AWS's own facts are made of. */
export interface AwsCollectorOptions {
  aws: Pick<EksFleetAwsService, 'eks' | 'ec2'>;
}

export function minutes(
  every: number,
  timeoutSeconds = 60,
): ClusterCollector['schedule'] {
  return { everySeconds: every * 60, timeoutSeconds };
}
