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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservationReader } from '../../collection/types';
import type { CellClusterRecord } from '../records';
import type { RolloutClaim, EngineStore } from '../store/types';

interface Moved {
  cellId: string;
  arn: string;
  movedOutside: CellClusterRecord['movedOutside'];
}

const EVERY_MS = 5 * 60_000;

/**
 * Holds a rollout against the fleet as it is: clusters that somebody else
 * moved before it was their turn, and clusters that fit its selection by now.
 */
export class RolloutSweeper {
  readonly #store: Pick<EngineStore, 'waitingClusters' | 'markMoved'>;
  readonly #observations: ObservationReader;
  readonly #findUnassigned: (claim: RolloutClaim) => Promise<string[]>;

  constructor(options: {
    store: Pick<EngineStore, 'waitingClusters' | 'markMoved'>;
    observations: ObservationReader;
    /** ARNs of clusters that fit its selection and are in no wave of it. */
    findUnassigned: (claim: RolloutClaim) => Promise<string[]>;
  }) {
    this.#store = options.store;
    this.#observations = options.observations;
    this.#findUnassigned = options.findUnassigned;
  }

  /** @returns what is unassigned; `undefined` where it is not time to look */
  async sweep(claim: RolloutClaim, now: Date): Promise<string[] | undefined> {
    const { id, lifecycle, sweptAt } = claim.rollout;
    if (
      (lifecycle !== 'running' && lifecycle !== 'paused') ||
      (sweptAt && now.getTime() - Date.parse(sweptAt) < EVERY_MS)
    ) {
      return undefined;
    }
    await this.#findMoved(id, now);
    return this.#findUnassigned(claim);
  }

  async #findMoved(rolloutId: string, now: Date): Promise<void> {
    const waiting = await this.#store.waitingClusters(rolloutId);
    const observed = await this.#observations.ofMany(
      waiting.map(({ cluster }) => cluster.cluster.arn),
      ['controlPlane'],
    );
    const moved = waiting.flatMap(({ cellId, cluster }): Moved[] => {
      const { arn, name } = cluster.cluster;
      const runs = observed.get(arn)?.controlPlane?.document?.version;
      const from = cluster.tracks.find(
        ({ kind }) => kind === 'controlPlane',
      )?.from;
      if (!runs || !from || versionRank(runs) === versionRank(from)) {
        return cluster.movedOutside
          ? [{ cellId, arn, movedOutside: undefined }]
          : [];
      }
      const message = `${name} runs ${runs} by now; it was planned from ${from}`;
      return cluster.movedOutside?.message === message
        ? []
        : [
            {
              cellId,
              arn,
              movedOutside: { at: now.toISOString(), message },
            },
          ];
    });
    if (moved.length > 0) {
      await this.#store.markMoved(rolloutId, moved);
    }
  }
}
