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
  ExecutorAbility,
  RolloutExecutor,
  TrackDecision,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  ClusterObservations,
  ObservationReader,
} from '../../../collection/types';
import type { FleetClusters } from '../../../collection/FleetClusters';
import { nextObserved } from './nextObserved';

/** What was last seen of a cluster that somebody else changes. */
export interface ObservedTrack {
  observations: ClusterObservations;
  /** Whether the fleet still has it, made when it was. */
  present: boolean;
}

const KINDS = ['controlPlane', 'nodegroups', 'addons', 'updates'];

/** Somebody else changes the clusters; this follows what is observed of them. */
export class ObserveExecutor implements RolloutExecutor<ObservedTrack> {
  readonly id = 'observe';
  readonly title = 'Somebody else';
  readonly changesNothing = true;
  readonly #observations: ObservationReader;
  readonly #fleet: Pick<FleetClusters, 'find'>;
  readonly #want: (arns: string[]) => Promise<void>;

  constructor(options: {
    observations: ObservationReader;
    fleet: Pick<FleetClusters, 'find'>;
    /** Has clusters looked at before others for a while. */
    want: (arns: string[]) => Promise<void>;
  }) {
    this.#observations = options.observations;
    this.#fleet = options.fleet;
    this.#want = options.want;
  }

  async abilityFor(): Promise<ExecutorAbility> {
    return { canRollBack: false, nodesApart: true, walksMinorsAlone: false };
  }

  async observe(work: TrackWork[]): Promise<ObservedTrack[]> {
    const arns = [...new Set(work.map(({ cluster }) => cluster.arn))];
    const [observations, present] = await Promise.all([
      this.#observations.ofMany(arns, KINDS),
      this.#fleet.find(arns),
      this.#want(arns),
    ]);
    return work.map(({ cluster }) => {
      const found = present.get(cluster.arn);
      return {
        observations: observations.get(cluster.arn) ?? {},
        present:
          found !== undefined &&
          (cluster.createdAt === undefined ||
            found.createdAt === undefined ||
            Date.parse(found.createdAt) === Date.parse(cluster.createdAt)),
      };
    });
  }

  next(
    work: TrackWork,
    observed: ObservedTrack,
    now: Date,
  ): TrackDecision & { notes?: TrackNotes } {
    return nextObserved(work, observed, now);
  }

  /** Is never asked to: {@link nextObserved} decides on no call. */
  async act(): Promise<TrackNotes> {
    throw new Error('The executor observe changes nothing');
  }
}
