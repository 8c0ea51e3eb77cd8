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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RolloutGate } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { RolloutExecutors } from '../../executors/RolloutExecutors';
import { RolloutGates } from '../../gates/RolloutGates';
import { applyPause } from '../applyPause';
import { CellRunner } from '../CellRunner';
import { RolloutEngine } from '../RolloutEngine';
import { RolloutRunner } from '../RolloutRunner';
import { crashing } from './crashing';
import { demand } from './demand';
import { MemoryRolloutStore, type MemoryBackup } from './MemoryRolloutStore';
import { ModelAlarms } from './ModelAlarms';
import { HOUR_MS, ModelClocks } from './ModelClocks';
import { ModelMonitor, type MonitorBackup } from './ModelMonitor';
import { NO_FAULTS, RandomCloud } from './RandomCloud';
import { RandomPeople } from './RandomPeople';
import { randomRollout } from './randomRollout';
import { seededRandom } from './seededRandom';

const START = Date.parse('2026-11-23T12:00:00Z');
const STEPS = 60;
const STEPS_TO_THE_END = 5000;
const CAPS = { perAccountAndRegion: 2, perQueue: 5 };
const REPLICAS = 2;
/** What is not known or fires does so for longer than looks may be apart. */
const ALARM_STEADY_MS = 300_000;

const SILENT: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => SILENT,
};

class Model {
  readonly #random: () => number;
  readonly #ids = ['rollout', 'other'];
  readonly #store = new MemoryRolloutStore();
  readonly #clocks: ModelClocks;
  readonly #alarms: ModelAlarms;
  readonly #cloud: RandomCloud;
  readonly #monitor: ModelMonitor;
  readonly #people: RandomPeople;
  readonly #gates = new RolloutGates();
  readonly #replicas: RolloutEngine[];
  readonly #backups: Array<{
    time: number;
    store: MemoryBackup;
    monitor: MonitorBackup;
  }> = [];
  /** How often people do what moves it on, besides what comes to their minds. */
  readonly #helpfulness: number;
  #isCalm = false;
  #calmSince = Infinity;
  #isFine = true;
  #alarmSteadyUntil = 0;
  #nested = false;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#helpfulness = this.#pick([0.05, 0.3, 0.7]);
    this.#clocks = new ModelClocks({
      random: this.#random,
      replicas: REPLICAS,
      start: START,
      onPass: ms => this.#monitor.pass(ms, this.#alarms.quiet),
    });
    this.#alarms = new ModelAlarms(() => this.#clocks.time);
    this.#cloud = new RandomCloud({
      random: this.#random,
      time: () => this.#clocks.time,
      onCall: (_, call) => this.#monitor.called(call),
    });
    this.#monitor = new ModelMonitor({
      store: this.#store,
      clocks: this.#clocks,
      parts: this.#cloud.parts,
      caps: CAPS,
    });
    this.#people = new RandomPeople({
      store: this.#store,
      monitor: this.#monitor,
      clocks: this.#clocks,
      random: this.#random,
    });
    this.#gates.add(this.#weather());
    this.#store.onWrite = id => this.#monitor.wrote(id);
    if (this.#random() < 0.5) {
      this.#ids.pop();
    }
    for (const id of this.#ids) {
      const { cells, snapshot } = randomRollout(
        this.#random,
        this.#clocks.now(),
        id,
      );
      this.#store.add(snapshot, cells);
    }
    this.#replicas = Array.from({ length: REPLICAS }, (_, index) =>
      this.#boot(index),
    );
  }

  async troubled(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      this.#clocks.acting = Math.floor(this.#random() * REPLICAS);
      this.#passSomeTime();
      this.#trouble();
      for (const id of this.#ids) {
        if (this.#happens(this.#helpfulness)) {
          this.#helpOn(id);
        }
        if (this.#happens(0.2)) {
          this.#people.doSomething(id);
        }
      }
      this.#backups.push({
        time: this.#clocks.time,
        store: this.#store.backup(),
        monitor: this.#monitor.save(),
      });
      await this.#reconcile(this.#clocks.acting);
    }
  }

  /** Once nothing goes wrong any more, it must come to its end. */
  async quiet(): Promise<void> {
    this.#isCalm = true;
    this.#calmSince = this.#clocks.time;
    this.#isFine = true;
    this.#cloud.faults = NO_FAULTS;
    this.#cloud.blocked.clear();
    this.#clocks.setRight();
    this.#alarms.set('quiet', '');
    this.#store.stop = { stopped: false };
    for (let step = 0; step < STEPS_TO_THE_END && !this.#isOver(); step++) {
      this.#clocks.acting = step % REPLICAS;
      for (const id of this.#ids) {
        this.#helpOn(id);
      }
      // Looks are as near to each other as a bake needs, where anything moves.
      this.#clocks.pass(this.#isBusy() ? 100_000 : 600_000);
      this.#cloud.endAll(this.#clocks.time);
      await this.#reconcile(this.#clocks.acting);
    }
    for (const id of this.#ids) {
      const { lifecycle, waiting } = this.#store.snapshot(id).rollout;
      demand(
        lifecycle === 'done' || lifecycle === 'cancelled',
        `${id} never ends; it is ${lifecycle}: ${waiting?.message}`,
      );
    }
    this.#monitor.end();
  }

  /** Mostly as long as from one look to the next; or hours in which nobody looks. */
  #passSomeTime(): void {
    if (!this.#happens(0.1)) {
      this.#clocks.pass(this.#random() * 90_000);
      return;
    }
    const ms = this.#random() * 2 * HOUR_MS;
    if (this.#alarms.quiet && ms > HOUR_MS / 2 && this.#happens(0.5)) {
      // It fires and ends meanwhile, and so long ago that nothing tells of it.
      this.#alarms.set('hold', 'x');
      this.#clocks.pass(ms - HOUR_MS / 4);
      this.#alarms.set('quiet', '');
      this.#clocks.pass(HOUR_MS / 4);
    } else {
      this.#clocks.pass(ms);
    }
  }

  #isBusy(): boolean {
    return this.#ids.some(id =>
      this.#store
        .snapshot(id)
        .waves.some(
          ({ counts, lifecycle }) =>
            lifecycle === 'baking' || counts.running + counts.rollingBack > 0,
        ),
    );
  }

  #isOver(): boolean {
    return this.#ids.every(id => {
      const { rollout, waves } = this.#store.snapshot(id);
      return (
        ['done', 'cancelled'].includes(rollout.lifecycle) &&
        waves.every(({ counts }) => counts.rollingBack === 0)
      );
    });
  }

  #helpOn(id: string): void {
    const { gates, rollout } = this.#store.snapshot(id);
    if (rollout.lifecycle === 'planned' && !this.#people.act(id, 'start')) {
      // Of what was skipped before it started there is nothing to start.
      this.#people.act(id, 'cancel');
    }
    const expired = gates.some(({ state }) => state === 'expired');
    if (rollout.lifecycle === 'paused' || expired) {
      this.#people.act(id, 'resume');
    }
    for (const who of ['user:default/b', 'user:default/c']) {
      this.#people.decide(id, 'approve', [who]);
    }
    this.#people.decide(id, 'release');
  }

  /** What the world does to clusters, alarms, clocks and the database. */
  #trouble(): void {
    this.#cloud.faults = {
      unseen: 0.1,
      lostAnswer: 0.2,
      refused: 0.1,
      failedUpdate: 0.2,
      hung: 0.05,
    };
    if (this.#clocks.time >= this.#alarmSteadyUntil && this.#happens(0.1)) {
      this.#alarms.set(
        this.#pick(['quiet', 'quiet', 'hold', 'pause', 'unknown'] as const),
        this.#pick(['x', 'y']),
      );
      this.#alarmSteadyUntil = this.#clocks.time + ALARM_STEADY_MS;
    }
    if (this.#happens(0.03)) {
      this.#store.stop = { stopped: !this.#store.stop.stopped };
    }
    if (this.#happens(0.1)) {
      this.#isFine = !this.#isFine;
    }
    if (this.#happens(0.05)) {
      const by = this.#pick([0, 0, HOUR_MS, -HOUR_MS]);
      this.#clocks.set(Math.floor(this.#random() * REPLICAS), by);
    }
    this.#troubleClusters();
    if (this.#happens(0.01)) {
      this.#restore();
    }
  }

  #troubleClusters(): void {
    const keys = [...this.#cloud.parts.keys()];
    if (keys.length > 0 && this.#happens(0.03)) {
      const key = this.#pick(keys);
      const { version } = this.#cloud.parts.get(key)!;
      this.#cloud.move(key, `1.${Number(version.split('.')[1]) + 1}`);
    }
    const { arn } = this.#pick(
      this.#pick(this.#store.cellsOf(this.#ids[0])).clusters,
    ).cluster;
    if (this.#happens(0.01)) {
      this.#cloud.gone.add(arn);
    }
    if (this.#happens(0.03)) {
      this.#cloud.blocked.add(arn);
    }
  }

  /** The database of an hour ago, with replicas that go on or begin anew. */
  #restore(): void {
    const before = this.#clocks.time - HOUR_MS;
    const backup = this.#backups.findLast(({ time }) => time <= before);
    if (backup) {
      this.#store.restore(backup.store);
      this.#monitor.restore(backup.monitor);
      if (this.#happens(0.5)) {
        this.#replicas.forEach((_, index) => {
          this.#replicas[index] = this.#boot(index);
        });
      }
    }
  }

  async #reconcile(replica: number): Promise<void> {
    this.#monitor.interrupted = false;
    try {
      await this.#replicas[replica].reconcile();
    } catch {
      this.#replicas[replica] = this.#boot(replica);
    }
    const [broken] = this.#monitor.broken;
    if (broken) {
      throw broken;
    }
    // Leases of replicas that died, or whose clocks were ahead, have run out by then.
    if (this.#clocks.time > this.#calmSince + 2 * HOUR_MS) {
      this.#monitor.demandSentences();
    }
  }

  /** Just before or after a replica writes or calls: it dies, or takes its time. */
  async #between(where: string): Promise<void> {
    if (this.#isCalm) {
      return;
    }
    if (this.#happens(0.01)) {
      throw new Error(`died ${where}`);
    }
    if (!this.#nested && this.#happens(0.005)) {
      this.#nested = true;
      this.#monitor.interrupted = true;
      const mine = this.#clocks.acting;
      this.#clocks.pass(this.#random() * 200_000);
      this.#clocks.acting = 1 - mine;
      try {
        await this.#replicas[1 - mine].reconcile();
      } catch {
        this.#replicas[1 - mine] = this.#boot(1 - mine);
      }
      this.#clocks.acting = mine;
      this.#nested = false;
    }
  }

  #boot(replica: number): RolloutEngine {
    const between = (where: string) => this.#between(where);
    const executors = new RolloutExecutors();
    executors.add(crashing(this.#cloud, ['observe', 'act'], between));
    const now = () => this.#clocks.now(replica);
    const shared = {
      store: crashing(
        this.#store,
        [
          'recordRollout',
          'grantCells',
          'recordCells',
          'claimCells',
          'claimRollouts',
        ],
        between,
      ),
      executors,
      writes: true,
      logger: SILENT,
      now,
    };
    return new RolloutEngine({
      ...shared,
      rollouts: new RolloutRunner({
        ...shared,
        gates: this.#gates,
        alarms: this.#alarms,
        caps: CAPS,
      }),
      cells: new CellRunner({
        ...shared,
        pauseFor: async (rollout, message) =>
          this.#store.act(rollout, before =>
            applyPause(before, message, now()),
          ),
      }),
    });
  }

  /** A gate that is open while it is fine. */
  #weather(): RolloutGate {
    return {
      type: 'weather',
      parse: asked => asked,
      describe: () => 'it is fine',
      check: async (_, { phase, rollout, wave }) => {
        const open = this.#isFine;
        this.#monitor.gateLooked(`${rollout.id}-gate-${wave.index}-${phase}`, {
          open,
          time: this.#clocks.time,
        });
        return open
          ? { state: 'open', message: 'It is fine' }
          : { state: 'shut', message: 'It rains' };
      },
    };
  }

  #happens(chance: number): boolean {
    return this.#random() < chance;
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)];
  }
}

/**
 * Two rollouts over clusters of one cloud, carried out by two replicas among
 * crashes, faults, moved clocks and people; then all is well, and they come to
 * their end.
 *
 * @throws Error that says which promise was broken
 */
export async function modelRun(seed: number): Promise<void> {
  const model = new Model(seed);
  await model.troubled();
  await model.quiet();
}
