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

import type { Cluster } from '../types';
import type { Update, UpdateError } from '../updates';
import { replaceAutoModeNodes, sendAutoModeNodes } from './autoModeNodes';
import { controlPlaneUpgrade } from './controlPlaneUpgrade';
import type { UpdateWork } from './UpdateRuns';

/**
 * Takes a control plane back to the version before. The nodes of Auto Mode go
 * first, and until they are there the cluster is `ACTIVE` and the update can be
 * cancelled.
 */
export function* controlPlaneRollback(
  cluster: Cluster,
  update: Update,
  options: {
    previous: string;
    timeoutSeconds: number;
    failure?: UpdateError;
    /** Told where it was cancelled, or took too long. */
    turnedBack(at: Date): void;
  },
  startedAt: Date,
): UpdateWork {
  const { previous, timeoutSeconds, failure, turnedBack } = options;
  if (cluster.autoMode) {
    sendAutoModeNodes(cluster, previous);
    const replacing = replaceAutoModeNodes(
      cluster,
      waited => !update.cancellation && waited < timeoutSeconds,
    );
    let at = startedAt;
    let step = replacing.next();
    while (!step.done) {
      at = yield step.value;
      step = replacing.next(at);
    }
    if (!step.value) {
      update.cancellation = {
        status: 'Successful',
        reason:
          update.cancellation?.reason ??
          'The nodes were not rolled back within the time that was given.',
      };
      turnedBack(at);
      return 'cancelled';
    }
  }
  return yield* controlPlaneUpgrade(cluster, previous, { failure });
}
