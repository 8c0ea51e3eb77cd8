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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import type {
  EksFleetAwsService,
  RolloutExecutor,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { FleetClusters } from '../../collection/FleetClusters';
import type { ObservationReader } from '../../collection/types';
import type { DatabaseRolloutStore } from '../store/DatabaseRolloutStore';
import { createEksExecutor } from './eks/createEksExecutor';
import type { EksExecutor } from './eks/EksExecutor';
import { EksLooks } from './eks/EksLooks';
import { GuidedExecutor } from './guided/GuidedExecutor';
import type { GuideLooks } from './guided/GuideLooks';
import { ObserveExecutor } from './observe/ObserveExecutor';
import { RolloutExecutors } from './RolloutExecutors';

/** `observe`, `eks` where it is configured, and what modules add; those go back by a guide where Git cannot. */
export function createExecutors(options: {
  aws: Pick<EksFleetAwsService, 'eks' | 'eksAs'>;
  config: RootConfigService;
  store: DatabaseRolloutStore;
  observations: ObservationReader;
  fleet: FleetClusters;
  want: (arns: string[]) => Promise<void>;
  /** Besides `observe` and `eks`. */
  added: RolloutExecutor[];
  guide?: GuideLooks;
  now: () => Date;
}): { executors: RolloutExecutors; eks: EksExecutor | undefined } {
  const { aws, config, fleet, guide, now, observations, store, want } = options;
  const executors = new RolloutExecutors();
  executors.add(new ObserveExecutor({ observations, fleet, want }));
  const eks = createEksExecutor({ aws, config, store, now });
  if (eks) {
    executors.add(eks);
  }
  const looks = new EksLooks({ aws, usualSeconds: async () => () => Infinity });
  options.added.forEach(executor =>
    executors.add(
      guide && executor.id === 'gitops'
        ? new GuidedExecutor({ forward: executor, guide, looks, eks })
        : executor,
    ),
  );
  return { executors, eks };
}
