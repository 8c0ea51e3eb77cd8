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

import type { RollbackStep } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { stepBack } from '../../engine/rollbackClock';
import type { CellClusterRecord } from '../../records';
import type { GuideLooks } from './GuideLooks';
import { guidedSteps } from './guidedSteps';
import { mergeGuided } from './memory';

/** Tells people the steps of a guided rollback, and how far each is. It looks at nothing. */
export class RollbackGuide {
  readonly #guide: Pick<GuideLooks, 'placeOf'>;
  readonly #callsEks: boolean;

  constructor(options: {
    guide: Pick<GuideLooks, 'placeOf'>;
    /** Whether the portal calls EKS itself, by the executor `eks`. */
    callsEks: boolean;
  }) {
    this.#guide = options.guide;
    this.#callsEks = options.callsEks;
  }

  /** `undefined` where there is no such way: no file describes the cluster, or it was not moved. */
  stepsOf({
    cluster,
    guided,
    tracks,
  }: Pick<CellClusterRecord, 'cluster' | 'guided' | 'tracks'>):
    | RollbackStep[]
    | undefined {
    const controlPlane = tracks.find(({ kind }) => kind === 'controlPlane');
    const step = controlPlane?.back ?? stepBack(controlPlane);
    const place = this.#guide.placeOf(cluster);
    return step && place
      ? guidedSteps({
          cluster,
          from: step.from,
          to: step.to,
          nodegroups: tracks
            .filter(({ done, kind }) => kind === 'nodegroup' && done > 0)
            .flatMap(({ name }) => name ?? []),
          place,
          callsEks: this.#callsEks,
          confirmed: guided,
          memory: guided && mergeGuided(tracks.map(({ memory }) => memory)),
        })
      : undefined;
  }
}
