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
import type { EksLook } from '../../executors/eks/types';

interface Part {
  version: string;
  updates: Array<Update & { endsAt: number; fails: boolean; token: string }>;
}

/** How likely things go wrong; 0 to 1. */
export interface CloudFaults {
  unseen: number;
  lostAnswer: number;
  refused: number;
  failedUpdate: number;
}

export const NO_FAULTS: CloudFaults = {
  unseen: 0,
  lostAnswer: 0,
  refused: 0,
  failedUpdate: 0,
};

/** Clusters of a cloud that loses answers, refuses, and lets updates fail. */
export class RandomCloud implements RolloutExecutor<EksLook> {
  readonly id = 'eks';
  readonly title = 'A cloud';
  readonly #random: () => number;
  readonly #onCall: (work: TrackWork) => void;
  readonly parts = new Map<string, Part>();
  faults: CloudFaults = NO_FAULTS;
  #updates = 0;

  constructor(options: {
    random: () => number;
    /** Called as a call is accepted. */
    onCall: (work: TrackWork) => void;
  }) {
    this.#random = options.random;
    this.#onCall = options.onCall;
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
          error: { code: 'unreachable', message: 'no answer' },
        };
      }
      const part = this.#advance(item, now);
      const { before, updateId } = memoryOf(item);
      return {
        kind: 'seen',
        version: part.version,
        status: part.updates.some(({ status }) => status === 'InProgress')
          ? 'UPDATING'
          : 'ACTIVE',
        updateIds: part.updates.map(({ id }) => id),
        updates: part.updates.filter(({ id }) =>
          updateId === undefined
            ? before !== undefined && !before.includes(id)
            : id === updateId,
        ),
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
    _observed: EksLook,
    { now }: { now: Date },
  ): Promise<TrackNotes> {
    const memory = memoryOf(work);
    if (this.#happens('refused')) {
      return toNotes({
        ...memory,
        refused: {
          code: 'ThrottlingException',
          message: 'too fast',
          at: now.toISOString(),
        },
      });
    }
    const part = this.#advance(work, now);
    const known = part.updates.find(({ token }) => token === work.intent.key);
    if (!known) {
      this.#onCall(work);
      if (part.updates.some(({ status }) => status === 'InProgress')) {
        return toNotes({
          ...memory,
          refused: {
            code: 'ResourceInUseException',
            message: 'in use',
            at: now.toISOString(),
          },
        });
      }
      this.#updates += 1;
      part.updates.push({
        id: `update-${this.#updates}`,
        type: 'VersionUpdate',
        status: 'InProgress',
        createdAt: now.toISOString(),
        parameters: { Version: work.to },
        errors: [],
        endsAt: now.getTime() + this.#random() * 1_200_000,
        fails: this.#happens('failedUpdate'),
        token: work.intent.key,
      });
    }
    if (this.#happens('lostAnswer')) {
      throw new Error('the answer was lost');
    }
    const { id } = part.updates.find(({ token }) => token === work.intent.key)!;
    return toNotes({ ...memory, refused: undefined, updateId: id });
  }

  /** Somebody else moves a part. */
  move(key: string, version: string): void {
    const part = this.parts.get(key);
    if (part && versionRank(version) > versionRank(part.version)) {
      part.version = version;
    }
  }

  #advance({ cluster, from, kind, name }: TrackWork, now: Date): Part {
    const key = `${cluster.arn}/${kind}/${name ?? ''}`;
    const part = this.parts.get(key) ?? { version: from, updates: [] };
    this.parts.set(key, part);
    for (const update of part.updates) {
      if (update.status === 'InProgress' && update.endsAt <= now.getTime()) {
        update.status = update.fails ? 'Failed' : 'Successful';
        if (update.fails) {
          update.errors = [
            { code: 'PodEvictionFailure', message: 'a pod', resourceIds: [] },
          ];
        } else {
          part.version = update.parameters.Version;
        }
      }
    }
    return part;
  }

  #happens(fault: keyof CloudFaults): boolean {
    return this.#random() < this.faults[fault];
  }
}
