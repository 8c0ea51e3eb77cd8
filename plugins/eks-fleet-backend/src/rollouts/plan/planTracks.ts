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

import type { PlanningCluster } from '../types';
import { planAddonTracks } from './planAddonTracks';
import { planImageTracks } from './planImageTracks';
import { planVersionTracks } from './planVersionTracks';
import type { TrackContext } from './TrackContext';
import type { TrackPlan } from './trackPlan';

/** What is to be done with one cluster, part by part, hop by hop. */
export function planTracks(
  cluster: PlanningCluster,
  context: TrackContext,
): TrackPlan {
  if (cluster.foreign) {
    return {
      skip: {
        code: 'foreign',
        reason:
          'Another source of the catalog tells of it; EKS Fleet never changes it',
      },
    };
  }
  if (cluster.ability.cannot !== undefined) {
    return { skip: { code: 'noExecutor', reason: cluster.ability.cannot } };
  }
  switch (context.change.kind) {
    case 'addons':
      return planAddonTracks(cluster, context);
    case 'nodeImages':
      return planImageTracks(cluster, context);
    default:
      return planVersionTracks(cluster, context);
  }
}
