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
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  CellRecord,
  GateRecord,
  RolloutSnapshot,
  WaveRecord,
} from '../../records';
import type { MemoryRolloutStore } from './MemoryRolloutStore';
import type { RandomCloud } from './RandomCloud';

const OPEN: ReadonlyArray<WaveRecord['lifecycle']> = [
  'gated',
  'running',
  'baking',
];

interface Remembered {
  snapshot: RolloutSnapshot;
  cells: Map<string, CellRecord>;
}

/** Watches from outside whether an engine keeps its promises. */
export class ModelMonitor {
  readonly #store: MemoryRolloutStore;
  readonly #id: string;
  #before: Remembered;
  /** By wave and stage: when its last cell came to rest, and quiet looks since. */
  readonly #rest = new Map<string, { at: number; quietMs: number }>();
  #lookedAt?: { at: number; quiet: boolean };
  #skipped = new Set<number>();

  constructor(store: MemoryRolloutStore, id: string) {
    this.#store = store;
    this.#id = id;
    this.#before = this.#remember();
  }

  acted(what: string): void {
    if (what === 'skipWave') {
      this.#store
        .snapshot(this.#id)
        .waves.filter(({ state }) => state.skipped)
        .forEach(({ index }) => this.#skipped.add(index));
    }
  }

  /** As the cloud is about to begin an update. */
  onCall(work: TrackWork): void {
    const { rollout, waves } = this.#store.snapshot(this.#id);
    const wave = waves.find(({ index }) => index === work.wave.index)!;
    const { stop } = this.#store;
    demand(!stop.stopped, 'a call while all is stopped');
    demand(
      rollout.lifecycle === 'running' || rollout.lifecycle === 'stopping',
      `a call while it is ${rollout.lifecycle}`,
    );
    demand(
      wave.lifecycle === 'running' || wave.state.skipped !== undefined,
      `a call in a wave that is ${wave.lifecycle}`,
    );
    demand(
      waves
        .filter(({ index }) => index < wave.index)
        .every(({ lifecycle }) => lifecycle === 'done'),
      'a call before the waves before it are done',
    );
    if (work.kind === 'controlPlane') {
      demand(
        versionRank(work.to) - versionRank(work.from) === 1,
        `from ${work.from} to ${work.to} at once`,
      );
    }
    const own = this.#store.cells.get(work.cellId)!.cell;
    demand(
      work.kind !== 'nodegroup' ||
        own.stage !== 'first' ||
        !own.clusters[0].tracks[1].afterBake,
      'nodes before the bake',
    );
  }

  /** After each reconcile. */
  look(now: Date, quiet: boolean): void {
    const { cells, snapshot } = this.#before;
    const after = this.#remember();
    const { waves } = after.snapshot;
    demand(
      waves.filter(({ lifecycle }) => OPEN.includes(lifecycle)).length <= 1,
      'two waves at once',
    );
    this.#countQuiet(now, quiet);
    for (const wave of waves) {
      const was = snapshot.waves.find(({ index }) => index === wave.index)!;
      this.#lookAtWave(was, wave, after, now);
    }
    for (const [id, cell] of after.cells) {
      const was = cells.get(id)!;
      demand(
        was.state !== 'succeeded' || cell.state === 'succeeded',
        `${id} succeeded and is ${cell.state}`,
      );
    }
    this.#before = after;
  }

  end(cloud: RandomCloud): void {
    for (const [key, { updates }] of cloud.parts) {
      const byTarget = new Map<string, number>();
      for (const { parameters, status } of updates) {
        if (status !== 'Failed') {
          const count = (byTarget.get(parameters.Version) ?? 0) + 1;
          byTarget.set(parameters.Version, count);
          demand(count === 1, `${key} moved ${count} times`);
        }
      }
    }
    for (const cell of this.#store.cellsOf(this.#id)) {
      demand(
        ['succeeded', 'failed', 'skipped'].includes(cell.state),
        `${cell.id} ends ${cell.state}`,
      );
      demand(
        cell.state !== 'succeeded' ||
          cell.clusters.every(({ tracks }) =>
            tracks.every(({ done, hops }) => done === hops.length),
          ),
        `${cell.id} succeeded half done`,
      );
    }
  }

  #lookAtWave(
    was: WaveRecord,
    wave: WaveRecord,
    { cells, snapshot }: Remembered,
    now: Date,
  ): void {
    const own = [...cells.values()].filter(cell => cell.wave === wave.index);
    const running = own.filter(
      ({ stage, state }) => state === 'running' && stage !== 'parked',
    );
    demand(
      running.length <= wave.plan.concurrency.resolved,
      `${running.length} cells at once`,
    );
    const opened =
      (was.lifecycle === 'planned' || was.lifecycle === 'gated') &&
      ['running', 'baking', 'done'].includes(wave.lifecycle);
    if (opened && !wave.state.skipped) {
      const gates = snapshot.gates.filter(
        gate => gate.wave === wave.index && gate.phase === 'before',
      );
      demand(
        gates.every(gate => gate.state === 'open' && wasLetGo(gate)),
        'a wave before its gates',
      );
    }
    const started = running.filter(
      ({ id }) => this.#before.cells.get(id)?.state === 'queued',
    );
    const allowed = Math.max(
      wave.plan.failureBudget.resolved,
      was.state.acceptedFailures ?? 0,
      wave.state.acceptedFailures ?? 0,
    );
    demand(
      started.length === 0 || was.counts.failed <= allowed,
      `cells start with ${was.counts.failed} failed`,
    );
    this.#lookAtBake(was, wave, own, now);
  }

  /** Never shorter than asked, by what this monitor itself saw. */
  #lookAtBake(
    was: WaveRecord,
    wave: WaveRecord,
    own: CellRecord[],
    now: Date,
  ): void {
    const key = `${wave.index}/${wave.state.stage}`;
    const moving = own.some(
      ({ stage, state }) =>
        state === 'queued' || (state === 'running' && stage !== 'parked'),
    );
    const rest = this.#rest.get(key);
    if (moving || !rest) {
      this.#rest.set(key, { at: now.getTime(), quietMs: 0 });
    }
    const ended =
      wave.lifecycle === 'done' && was.lifecycle !== 'done'
        ? wave.state.bake
        : wave.state.baked?.at(was.state.baked?.length ?? 0);
    if (!ended || this.#skipped.has(wave.index) || wave.state.skipped) {
      return;
    }
    demand(
      ended.healthySeconds >= ended.seconds &&
        ended.samples >= ended.minimumSamples,
      `a bake of ${ended.healthySeconds} s of ${ended.seconds} s`,
    );
    demand(
      Date.parse(ended.lookedAt) - Date.parse(ended.startedAt) >=
        ended.healthySeconds * 1000 - 1,
      'a bake that counted more than went by',
    );
    const asked =
      wave.lifecycle === 'done' && wave.state.stage === 'nodes'
        ? wave.plan.nodesBakeSeconds ?? 0
        : wave.plan.bakeSeconds;
    const changed = own.some(
      ({ clusters, state }) =>
        ['succeeded', 'failed'].includes(state) ||
        clusters.some(({ touched }) => touched && state !== 'skipped'),
    );
    demand(
      ended.seconds === asked || !changed,
      `a bake of ${ended.seconds} s where ${asked} s were asked`,
    );
  }

  #countQuiet(now: Date, quiet: boolean): void {
    const at = now.getTime();
    if (this.#lookedAt?.quiet && quiet) {
      for (const rest of this.#rest.values()) {
        rest.quietMs += Math.max(at - this.#lookedAt.at, 0);
      }
    }
    this.#lookedAt = { at, quiet };
  }

  #remember() {
    return structuredClone({
      snapshot: this.#store.snapshot(this.#id),
      cells: new Map(
        this.#store.cellsOf(this.#id).map(cell => [cell.id, cell]),
      ),
    });
  }
}

/** What people said last, counted once more and otherwise than the engine does. */
function wasLetGo({ decisions, type }: GateRecord): boolean {
  if (type === 'hold') {
    return decisions.at(-1)?.decision === 'release';
  }
  const last = new Map(decisions.map(({ by, decision }) => [by, decision]));
  const words = [...last.values()];
  return words.includes('approve') && !words.includes('reject');
}

function demand(holds: boolean, broken: string): void {
  if (!holds) {
    throw new Error(`Broken: ${broken}`);
  }
}
