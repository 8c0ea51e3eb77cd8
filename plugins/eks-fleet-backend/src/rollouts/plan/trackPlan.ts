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
  SkippedCluster,
  Track,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { safeText } from '../../inventory/safeText';
import type { PlanConcern, PlannedTrack } from '../types';

/** What is to be done with a cluster, or why nothing is. */
export type TrackPlan =
  | { skip: Pick<SkippedCluster, 'code' | 'reason'> }
  | {
      tracks: PlannedTrack[];
      concerns: PlanConcern[];
      /** Of its parts that no track moves; whole sentences. */
      notes: string[];
    };

/** One hop of one part. */
export interface TrackStep {
  kind: Track['kind'];
  name?: string;
  from?: string;
  to: string;
  releaseVersion?: string;
  afterBake?: boolean;
}

const KINDS: ReadonlyArray<Track['kind']> = [
  'controlPlane',
  'addon',
  'nodegroup',
];

/** Joins steps, in the order in which they are made, into one track a part. */
export function toTracks(steps: TrackStep[]): PlannedTrack[] {
  const tracks = new Map<string, PlannedTrack>();
  steps.forEach((step, index) => {
    const key = `${step.kind}/${step.name ?? ''}`;
    const track: PlannedTrack = tracks.get(key) ?? {
      kind: step.kind,
      ...(step.name !== undefined && { name: step.name }),
      ...(step.from !== undefined && { from: step.from }),
      hops: [],
      order: [],
    };
    tracks.set(key, track);
    track.to = step.to;
    track.hops.push(step.to);
    track.order.push(index + 1);
    if (step.releaseVersion !== undefined) {
      track.releaseVersion = step.releaseVersion;
    }
    if (step.afterBake) {
      track.afterBake = true;
    }
  });
  return [...tracks.values()].sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareText(a.name ?? '', b.name ?? ''),
  );
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** A name or label of a stranger, fit for a sentence. */
export function nameOf(text: string | undefined): string {
  const safe = safeText(text ?? '', 100);
  return safe === '' ? '(no name)' : safe;
}

/** `what` with its verb, as in `Its add-ons were`. */
export function notObserved(what: string): TrackPlan {
  return {
    skip: {
      code: 'notObserved',
      reason: `${what} never observed; Sources says why`,
    },
  };
}
