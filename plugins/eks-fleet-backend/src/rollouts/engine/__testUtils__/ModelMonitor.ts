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

import type { CellRecord, RolloutSnapshot, WaveRecord } from '../../records';
import { BakeWatch } from './BakeWatch';
import type { CloudPart } from './cloudParts';
import { demand } from './demand';
import { demandCall } from './demandCall';
import { demandOpened, isOpenAt, type GateLook } from './demandGates';
import { demandStarts } from './demandStarts';
import type { MemoryRolloutStore } from './MemoryRolloutStore';
import type { ModelClocks } from './ModelClocks';
import { keyOf } from './cloudParts';
import type { CloudCall } from './RandomCloud';

const OPEN: ReadonlyArray<WaveRecord['lifecycle']> = [
  'gated',
  'running',
  'baking',
];

export interface Seen {
  snapshot: RolloutSnapshot;
  cells: Map<string, CellRecord>;
}

/** Failures that people have let a rollout go on in spite of. */
export interface Accepted {
  rollout: number;
  waves: Map<number, number>;
}

/** What goes back with the database, since the engine cannot know of it either. */
export interface MonitorBackup {
  seen: Map<string, Seen>;
  rests: ReturnType<BakeWatch['save']>;
  touched: Set<string>;
  accepted: Map<string, Accepted>;
}

/**
 * Watches from outside whether an engine keeps its promises: at each write,
 * and at each call as the cloud gets it.
 */
export class ModelMonitor {
  readonly broken: Error[] = [];
  readonly #store: MemoryRolloutStore;
  readonly #clocks: ModelClocks;
  readonly #parts: ReadonlyMap<string, CloudPart>;
  readonly #caps: { perAccountAndRegion: number };
  readonly #bakes = new BakeWatch();
  readonly #gates = new Map<string, GateLook>();
  #seen = new Map<string, Seen>();
  /** Cells of which a call was accepted. */
  #touched = new Set<string>();
  #accepted = new Map<string, Accepted>();
  /** Whether another replica went on in the middle of what is done just now. */
  interrupted = false;

  constructor(options: {
    store: MemoryRolloutStore;
    clocks: ModelClocks;
    parts: ReadonlyMap<string, CloudPart>;
    caps: { perAccountAndRegion: number };
  }) {
    this.#store = options.store;
    this.#clocks = options.clocks;
    this.#parts = options.parts;
    this.#caps = options.caps;
  }

  save(): MonitorBackup {
    return {
      seen: new Map(this.#seen),
      rests: this.#bakes.save(),
      touched: new Set(this.#touched),
      accepted: new Map(this.#accepted),
    };
  }

  restore({ accepted, rests, seen, touched }: MonitorBackup): void {
    this.#accepted = new Map(accepted);
    this.#seen = new Map(seen);
    this.#touched = new Set(touched);
    this.#bakes.restore(rests);
  }

  pass(ms: number, quiet: boolean): void {
    this.#bakes.pass(ms, quiet);
  }

  gateLooked(id: string, look: GateLook): void {
    this.#gates.set(id, look);
  }

  /** Another plan takes the place of what was there. */
  forget(id: string): void {
    this.#seen.delete(id);
  }

  /** Somebody let a rollout go on as it is. */
  resumed(id: string): void {
    const cells = this.#store.cellsOf(id);
    const { waves } = this.#store.snapshot(id);
    const failed = cells.filter(({ state }) => state === 'failed');
    this.#accepted.set(id, {
      rollout: failed.length,
      waves: new Map(
        waves.map(({ index }) => [
          index,
          failed.filter(({ wave }) => wave === index).length,
        ]),
      ),
    });
  }

  /** As the cloud gets a call. */
  called(call: CloudCall): void {
    this.#guard(() => {
      const { rollout, waves } = this.#store.snapshot(call.work.rollout.id);
      demandCall(call, {
        rollout,
        waves,
        stopped: this.#store.stop.stopped,
        cell: this.#store.cells.get(call.work.cellId)?.cell,
        interrupted: this.interrupted,
      });
      if (call.begins) {
        this.#touched.add(call.work.cellId);
      }
    });
  }

  /** After each write to a rollout. */
  wrote(id: string): void {
    const before = this.#seen.get(id);
    const after = this.#take(id);
    this.#seen.set(id, after);
    if (before) {
      this.#guard(() => this.#look(before, after));
    }
  }

  /** Whoever looks at a rollout that does not move sees why. */
  demandSentences(): void {
    for (const { snapshot } of this.#store.rollouts.values()) {
      const { rollout, waves } = snapshot;
      const busy = waves.some(({ counts }) => counts.running > 0);
      demand(
        !['running', 'paused', 'stopping'].includes(rollout.lifecycle) ||
          busy ||
          (rollout.waiting?.message ?? '') !== '',
        `${rollout.id} is ${rollout.lifecycle} and does not say why it waits`,
      );
    }
  }

  end(): void {
    for (const { cell } of this.#store.cells.values()) {
      const { lifecycle } = this.#store.snapshot(cell.rolloutId).rollout;
      const rest: Array<CellRecord['state']> = [
        'succeeded',
        'failed',
        'skipped',
        'rolledBack',
      ];
      demand(
        lifecycle === 'cancelled'
          ? [...rest, 'planned'].includes(cell.state)
          : rest.includes(cell.state),
        `${cell.id} ends ${cell.state}`,
      );
    }
  }

  #look(before: Seen, after: Seen): void {
    const { gates, rollout, waves } = after.snapshot;
    demand(
      waves.filter(({ lifecycle }) => OPEN.includes(lifecycle)).length <= 1,
      'two waves at once',
    );
    const started = [...after.cells.values()].filter(
      ({ id, state }) =>
        state === 'running' && before.cells.get(id)?.state === 'queued',
    );
    demandStarts(started, after, {
      accepted: this.#accepted.get(rollout.id),
      all: [...this.#store.cells.values()].map(({ cell }) => cell),
      perAccountAndRegion: this.#caps.perAccountAndRegion,
    });
    demand(
      started.length === 0 ||
        this.interrupted ||
        isOpenAt(rollout.strategy.windows, this.#clocks.now()),
      'cells start out of the window',
    );
    for (const wave of waves) {
      const was = before.snapshot.waves.find(
        ({ index }) => index === wave.index,
      )!;
      const own = [...after.cells.values()].filter(
        cell => cell.wave === wave.index,
      );
      const context = {
        gates: gates.filter(gate => gate.wave === wave.index),
        looks: this.#gates,
        planHash: rollout.planHash,
        time: this.#clocks.time,
      };
      demandOpened(was, wave, context);
      this.#bakes.look(was, wave, own, {
        jumps: this.#clocks.jumps,
        touched: own.some(({ id }) => this.#touched.has(id)),
      });
      demand(
        before.snapshot.rollout.lifecycle === 'running' ||
          !was.state.bake ||
          was.state.bake.startedAt !== wave.state.bake?.startedAt ||
          wave.state.bake.healthySeconds === was.state.bake.healthySeconds,
        `a bake goes on while the rollout is ${before.snapshot.rollout.lifecycle}`,
      );
    }
    this.#bakes.looked(rollout.id);
    after.cells.forEach(cell => {
      const was = before.cells.get(cell.id);
      if (was && was.state !== cell.state) {
        this.#lookAtMove(was, cell);
      }
    });
  }

  #lookAtMove(was: CellRecord, cell: CellRecord): void {
    demand(
      was.state !== 'succeeded' || cell.state === 'rollingBack',
      `${cell.id} succeeded and is ${cell.state}`,
    );
    if (cell.state !== 'succeeded') {
      return;
    }
    for (const { cluster, tracks, vanished } of cell.clusters) {
      for (const { done, hops, kind, name } of vanished ? [] : tracks) {
        demand(done === hops.length, `${cell.id} succeeded half done`);
        const part = this.#parts.get(keyOf({ cluster, kind, name }));
        const last = hops.at(-1)!;
        demand(
          part !== undefined && part.version >= last,
          `${cell.id} succeeded, and ${kind} of ${cluster.name} runs ${part?.version}`,
        );
      }
    }
  }

  #take(id: string): Seen {
    return {
      snapshot: this.#store.snapshot(id),
      cells: new Map(this.#store.cellsOf(id).map(cell => [cell.id, cell])),
    };
  }

  #guard(look: () => void): void {
    try {
      look();
    } catch (error) {
      this.broken.push(error as Error);
    }
  }
}
