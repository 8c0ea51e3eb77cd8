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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** A queued cell, by what its slots are counted. */
export interface SlotCandidate {
  id: string;
  clusters: Array<{
    arn: string;
    name: string;
    accountId: string;
    region: string;
    queue: string;
  }>;
}

/** What is taken just now, over all rollouts. */
export interface TakenSlots {
  /** By `accountId/region`. */
  places: Map<string, number>;
  /** By name of the queue. */
  queues: Map<string, number>;
  /** ARNs that another rollout is changing, with its title. */
  held: Map<string, { id: string; title: string }>;
  /**
   * ARNs that another rollout wants too which this one waits for elsewhere: if
   * it took them, each would wait for the other for ever.
   */
  left: Map<string, { id: string; title: string }>;
}

export interface Slots {
  granted: string[];
  /** Cells that could start but for something outside of their wave. */
  waiting: Map<string, Omit<Waiting, 'since'>>;
}

/**
 * Which cells start, in their order. A cell that is larger than a cap starts
 * where nothing else takes of it, as it could never start else. Pure.
 */
export function grantSlots(
  candidates: SlotCandidate[],
  free: number,
  taken: TakenSlots,
  caps: { perAccountAndRegion: number; perQueue: number },
): Slots {
  const places = new Map(taken.places);
  const queues = new Map(taken.queues);
  const granted: string[] = [];
  const waiting = new Map<string, Omit<Waiting, 'since'>>();
  for (const candidate of candidates) {
    if (granted.length >= free) {
      break;
    }
    const byPlace = countBy(
      candidate.clusters.map(
        ({ accountId, region }) => `${accountId}/${region}`,
      ),
    );
    const byQueue = countBy(
      candidate.clusters.flatMap(({ queue }) => queue || []),
    );
    const full = (
      counts: Map<string, number>,
      present: Map<string, number>,
      cap: number,
    ) =>
      [...counts].find(([key, count]) => {
        const there = present.get(key) ?? 0;
        return there > 0 && there + count > cap;
      })?.[0];
    const other = candidate.clusters.find(({ arn }) => taken.held.has(arn));
    const left = candidate.clusters.find(({ arn }) => taken.left.has(arn));
    const place = full(byPlace, places, caps.perAccountAndRegion);
    const queue = full(byQueue, queues, caps.perQueue);
    if (other) {
      waiting.set(candidate.id, {
        code: 'cluster.otherRollout',
        message: `${other.name} is being changed by the rollout ${
          taken.held.get(other.arn)!.title
        }; it follows once that is done with it, or skip it in one of the two`,
      });
    } else if (left) {
      waiting.set(candidate.id, {
        code: 'cluster.otherRollout',
        message: `${left.name} is left to the rollout ${
          taken.left.get(left.arn)!.title
        }, which this one waits for already; it follows once that is done with it`,
      });
    } else if (place !== undefined) {
      const [account, region] = place.split('/');
      waiting.set(candidate.id, {
        code: 'slot.account',
        message: `In account ${account}, ${region}, ${places.get(
          place,
        )} clusters are being changed, and ${
          caps.perAccountAndRegion
        } may be at once`,
      });
    } else if (queue !== undefined) {
      waiting.set(candidate.id, {
        code: 'slot.repository',
        message: `${queues.get(queue)} changes are under way in ${queue}, and ${
          caps.perQueue
        } may be at once`,
      });
    } else {
      granted.push(candidate.id);
      add(places, byPlace);
      add(queues, byQueue);
    }
  }
  return { granted, waiting };
}

function countBy(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function add(to: Map<string, number>, counts: Map<string, number>): void {
  for (const [key, count] of counts) {
    to.set(key, (to.get(key) ?? 0) + count);
  }
}
