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

import {
  versionRank,
  type Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ExecutorAbility,
  RolloutExecutor,
  TrackDecision,
  TrackIntent,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { memoryOf, toNotes } from '../../executors/eks/memory';
import { nextEksStep } from '../../executors/eks/nextEksStep';
import { isRefusal } from '../../executors/eks/refusals';
import type { EksLook } from '../../executors/eks/types';
import {
  advance,
  keyOf,
  refusalOf,
  underWay,
  type CloudPart,
} from './cloudParts';

/** How likely things go wrong; 0 to 1. */
export interface CloudFaults {
  unseen: number;
  lostAnswer: number;
  refused: number;
  failedUpdate: number;
  /** Updates that take hours. */
  hung: number;
}

export const NO_FAULTS: CloudFaults = {
  unseen: 0,
  lostAnswer: 0,
  refused: 0,
  failedUpdate: 0,
  hung: 0,
};

/** A call as it came in, before anything was made of it. */
export interface CloudCall {
  work: TrackWork & { intent: TrackIntent };
  /** What the caller had seen of it before. */
  seen: EksLook;
  part: CloudPart;
  /** Whether it begins an update; a repeated or refused call does not. */
  begins: boolean;
  /** Whether the same cell has had the same begun already, by another token. */
  repeats: boolean;
}

/** Clusters of a cloud that loses answers, refuses, hangs, and lets updates fail. */
export class RandomCloud implements RolloutExecutor<EksLook> {
  readonly id = 'eks';
  readonly title = 'A cloud';
  readonly #random: () => number;
  readonly #onCall: (work: TrackWork, call: CloudCall) => void;
  readonly #time?: () => number;
  readonly parts = new Map<string, CloudPart>();
  /** ARNs of clusters that are there no more. */
  readonly gone = new Set<string>();
  /** ARNs of clusters that insights say something against. */
  readonly blocked = new Set<string>();
  faults: CloudFaults = NO_FAULTS;
  #updates = 0;

  constructor(options: {
    random: () => number;
    onCall: (work: TrackWork, call: CloudCall) => void;
    /** The cloud's own; left out where the caller's is right. */
    time?: () => number;
  }) {
    this.#random = options.random;
    this.#onCall = options.onCall;
    this.#time = options.time;
  }

  async abilityFor(): Promise<ExecutorAbility> {
    return { canRollBack: true, nodesApart: true, walksMinorsAlone: false };
  }

  async observe(work: TrackWork[], { now }: { now: Date }): Promise<EksLook[]> {
    if (this.#happens('unseen')) {
      throw new Error('nobody answers');
    }
    return work.map((item): EksLook => {
      if (this.#happens('unseen')) {
        return {
          kind: 'unseen',
          error:
            this.#random() < 0.5
              ? { code: 'unreachable', message: 'no answer' }
              : { code: 'throttled', message: 'too many calls' },
        };
      }
      const { arn } = item.cluster;
      if (this.gone.has(arn)) {
        return { kind: 'gone', message: `EKS has no cluster ${arn} any more` };
      }
      const part = this.partOf(item, now);
      const { before, updateId } = memoryOf(item);
      return {
        kind: 'seen',
        version: part.version,
        status:
          underWay(part) ?? underWay(this.#controlPlane(item, now))
            ? 'UPDATING'
            : 'ACTIVE',
        updateIds: part.updates.map(({ id }) => id),
        updates: part.updates
          .filter(({ id }) =>
            updateId === undefined
              ? before !== undefined && !before.includes(id)
              : id === updateId,
          )
          .map((update): Update => ({ ...update })),
        usualSeconds: 600,
      };
    });
  }

  next(
    work: TrackWork,
    observed: EksLook,
    now: Date,
  ): TrackDecision & { notes?: TrackNotes } {
    return nextEksStep(work, observed, now);
  }

  async act(
    work: TrackWork & { intent: TrackIntent },
    seen: EksLook,
    { now }: { now: Date },
  ): Promise<TrackNotes> {
    const { before = seen.kind === 'seen' ? seen.updateIds : [], ...rest } =
      memoryOf(work);
    const memory = { ...rest, before, refused: undefined };
    try {
      const updateId = this.#call(work, seen, now);
      if (this.#happens('lostAnswer')) {
        throw new Error('the answer was lost');
      }
      return toNotes({ ...memory, updateId });
    } catch (error) {
      if (!isRefusal(error)) {
        throw error;
      }
      const { message, name: code } = error;
      const at = now.toISOString();
      return toNotes({ ...memory, refused: { code, message, at } });
    }
  }

  /** A part, made as it was planned where nobody has looked at it yet. */
  partOf(
    work: Pick<TrackWork, 'cluster' | 'kind' | 'name' | 'from'>,
    now: Date,
  ): CloudPart {
    const key = keyOf(work);
    const part = this.parts.get(key) ?? { version: work.from, updates: [] };
    this.parts.set(key, part);
    advance(part, this.#time?.() ?? now.getTime());
    return part;
  }

  /** Somebody else moves a part, if nothing moves it just now. */
  move(key: string, version: string): void {
    const part = this.parts.get(key);
    if (
      part &&
      !underWay(part) &&
      versionRank(version) > versionRank(part.version)
    ) {
      part.version = version;
    }
  }

  /** What comes to its end later than that comes to it then. */
  endAll(by: number): void {
    for (const { updates } of this.parts.values()) {
      for (const update of updates) {
        update.endsAt = Math.min(update.endsAt, by);
      }
    }
  }

  #call(
    work: TrackWork & { intent: TrackIntent },
    seen: EksLook,
    now: Date,
  ): string {
    if (this.gone.has(work.cluster.arn)) {
      throw named('ResourceNotFoundException', 'no such cluster');
    }
    if (this.#happens('refused')) {
      throw named('ThrottlingException', 'too fast');
    }
    const part = this.partOf(work, now);
    const token = work.intent.key;
    const known = part.updates.find(update => update.token === token);
    const refusal = known
      ? undefined
      : refusalOf(work, {
          part,
          controlPlane: this.#controlPlane(work, now),
          nodes: this.#nodes(work) ?? part,
          blocked: this.blocked.has(work.cluster.arn) && !work.force,
        });
    const begins = !known && !refusal;
    const repeats =
      !known &&
      part.updates.some(
        ({ cellId, parameters, status }) =>
          cellId === work.cellId &&
          parameters.Version === work.to &&
          status === 'InProgress',
      );
    this.#onCall(work, { work, seen, part, begins, repeats });
    if (known) {
      return known.id;
    }
    if (refusal) {
      throw named(refusal.code, refusal.message);
    }
    this.#updates += 1;
    const id = `update-${this.#updates}`;
    const time = this.#time?.() ?? now.getTime();
    part.updates.push({
      id,
      type: 'VersionUpdate',
      status: 'InProgress',
      createdAt: new Date(time).toISOString(),
      parameters: { Version: work.to },
      errors: [],
      endsAt:
        time + this.#random() * (this.#happens('hung') ? 6 : 0.33) * 3_600_000,
      fails: this.#happens('failedUpdate'),
      token,
      cellId: work.cellId,
    });
    return id;
  }

  #controlPlane({ cluster, from, to }: TrackWork, now: Date): CloudPart {
    return this.partOf(
      { cluster, kind: 'controlPlane', name: undefined, from: from || to },
      now,
    );
  }

  #nodes({ cluster }: TrackWork): CloudPart | undefined {
    return this.parts.get(keyOf({ cluster, kind: 'nodegroup', name: 'nodes' }));
  }

  #happens(fault: keyof CloudFaults): boolean {
    return this.#random() < this.faults[fault];
  }
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
