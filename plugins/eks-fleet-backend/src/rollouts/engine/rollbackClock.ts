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
  InsightsDocument,
  RollbackClock,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Observation } from '../../collection/types';
import type { CellClusterRecord, TrackRecord } from '../records';
import { rollbackReadiness } from './rollbackReadiness';

/** EKS takes a control plane back within seven days after its upgrade. */
export const ROLLBACK_DAYS = 7;
const ROLLBACK_MS = ROLLBACK_DAYS * 24 * 3600 * 1000;

/** How this rollout's executor would take the cluster back. */
export interface RollbackMeans {
  way: NonNullable<RollbackClock['way']>;
  /** Why it cannot, where it cannot. */
  cannot?: string;
  /** What EKS says of it in its insights, as it was last read. */
  insights?: Observation<InsightsDocument>;
  /** What a person does one after the other, where the way is guided. */
  steps?: RollbackClock['steps'];
  /**
   * Whether an add-on of that version goes with a Kubernetes version;
   * `undefined` where EKS was not asked.
   */
  addonFits?: (
    addon: string,
    version: string,
    kubernetesVersion: string,
  ) => boolean | undefined;
  /** What an add-on was seen to run after this rollout moved it, where it was. */
  addonNow?: (addon: string, movedAt: string) => string | undefined;
}

/** Whether EKS may still take a control plane back, by its seven days alone. */
export function isWithinWindow(tracks: TrackRecord[], now: Date): boolean {
  const movedAt = tracks.find(({ kind }) => kind === 'controlPlane')?.movedAt;
  return (
    movedAt !== undefined && Date.parse(movedAt) + ROLLBACK_MS > now.getTime()
  );
}

/** The step back that EKS would make: one minor, to what it ran before. */
export function stepBack(
  track: TrackRecord | undefined,
): { from: string; to: string } | undefined {
  if (!track || track.done === 0) {
    return undefined;
  }
  const from = track.hops[track.done - 1];
  const to = track.done > 1 ? track.hops[track.done - 2] : track.from;
  return to === undefined ? undefined : { from, to };
}

/** The add-on, of those that this rollout moved, that does not go with a Kubernetes version. */
function addonPastOverlap(
  tracks: TrackRecord[],
  { addonFits, addonNow }: RollbackMeans,
  kubernetesVersion: string,
): { name: string; version: string } | undefined {
  return tracks
    .filter(({ done, kind }) => kind === 'addon' && done > 0)
    .map(({ done, hops, movedAt = '', name = '' }) => ({
      name,
      version: addonNow?.(name, movedAt) ?? hops[done - 1],
    }))
    .find(
      ({ name, version }) =>
        addonFits?.(name, version, kubernetesVersion) === false,
    );
}

/** Until when a cluster can go back, and what has to go first. Pure. */
export function rollbackClock(
  record: CellClusterRecord,
  means: RollbackMeans,
  now: Date,
): RollbackClock {
  const clock = clockOf(record, means, now);
  const isPossible = clock.state === 'possible' || clock.state === 'nodesFirst';
  const { steps } = means;
  // Whoever is on the way goes it to its end, whatever the clock says by now.
  return steps && (isPossible || record.guided) ? { ...clock, steps } : clock;
}

function clockOf(
  { cluster, movedOutside, tracks, vanished }: CellClusterRecord,
  means: RollbackMeans,
  now: Date,
): RollbackClock {
  const controlPlane = tracks.find(({ kind }) => kind === 'controlPlane');
  const step = stepBack(controlPlane);
  const movedAt = controlPlane?.movedAt;
  if (
    !controlPlane ||
    !step ||
    !movedAt ||
    vanished ||
    controlPlane.back?.done
  ) {
    return {
      state: 'notNeeded',
      way: 'none',
      message: controlPlane?.back?.done
        ? `${cluster.name} is back at ${controlPlane.back.to}`
        : 'Its control plane was not moved',
    };
  }
  const until = new Date(Date.parse(movedAt) + ROLLBACK_MS).toISOString();
  const past = (message: string): RollbackClock => ({
    state: 'pastPoint',
    until,
    way: 'none',
    message,
  });
  if (until <= now.toISOString()) {
    return {
      state: 'expired',
      until,
      way: 'none',
      message: `EKS took it back until ${until}, seven days after it came to ${step.from}`,
    };
  }
  if (
    controlPlane.done < controlPlane.hops.length &&
    controlPlane.hopStartedAt !== undefined &&
    !controlPlane.back &&
    // What failed left the control plane at the minor before.
    controlPlane.state !== 'failed'
  ) {
    return past(
      `Its way to ${
        controlPlane.hops[controlPlane.done]
      } has begun; EKS takes back one minor only`,
    );
  }
  if (means.cannot !== undefined) {
    return {
      state: 'notPossible',
      until,
      way: 'none',
      message: means.cannot,
    };
  }
  const addon = addonPastOverlap(tracks, means, step.to);
  if (addon) {
    return past(
      `Its add-on ${addon.name} runs ${addon.version}, which does not go with ${step.to}; move that back first`,
    );
  }
  const outside = movedOutside
    ? '. Somebody else moved it meanwhile; look at what it runs first'
    : '';
  const nodes = tracks.filter(
    ({ back, done, kind }) => kind === 'nodegroup' && done > 0 && !back?.done,
  );
  const more = {
    readiness: rollbackReadiness(means.insights, {
      movedAt,
      nodesFirst: nodes.length > 0,
      now,
    }),
  };
  return nodes.length > 0
    ? {
        ...more,
        state: 'nodesFirst',
        until,
        way: means.way,
        message: `It can go back to ${step.to} once its nodes have: ${nodes
          .map(({ name }) => name)
          .join(', ')}${outside}`,
      }
    : {
        ...more,
        state: 'possible',
        until,
        way: means.way,
        message: `It can go back to ${step.to}, and its nodes need not${outside}`,
      };
}
