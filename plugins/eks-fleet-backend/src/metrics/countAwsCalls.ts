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

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type {
  AwsCall,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** Counts all calls of AWS that this process makes, discovery's among them. */
export function countAwsCalls(
  metrics: MetricsService,
  aws: Pick<EksFleetAwsService, 'onCall'>,
): void {
  const calls = metrics.createCounter<
    Pick<AwsCall, 'service' | 'operation' | 'result'>
  >('eks_fleet.aws.calls', {
    description: 'Attempts of calls of AWS by service, operation and result',
    unit: '{call}',
  });
  const waits = metrics.createHistogram<Pick<AwsCall, 'service'>>(
    'eks_fleet.aws.limiter.wait',
    { description: 'Time that calls of AWS waited for their turn', unit: 's' },
  );
  aws.onCall?.(({ operation, result, service, waitedSeconds }) => {
    calls.add(1, { service, operation, result });
    waits.record(waitedSeconds, { service });
  });
}
