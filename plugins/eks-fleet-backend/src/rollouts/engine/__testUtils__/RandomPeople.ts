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

import type { RolloutCellAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord } from '../../records';
import { applyCellAct } from '../../service/applyCellAct';
import { demandOpenWave } from '../../service/assignCells';
import { decideGate } from '../../service/decideGate';
import { applyAct, type SimpleAct } from '../applyAct';
import { Broken } from './demand';
import type { MemoryRolloutStore } from './MemoryRolloutStore';
import type { ModelClocks } from './ModelClocks';
import type { ModelMonitor } from './ModelMonitor';
import { randomRollout } from './randomRollout';

const ACTS: SimpleAct[] = [
  'pause',
  'resume',
  'resume',
  'resume',
  'stop',
  'skipWave',
];

/** People who do what the page lets them, at any time; what is refused is refused. */
export class RandomPeople {
  readonly #store: MemoryRolloutStore;
  readonly #monitor: ModelMonitor;
  readonly #clocks: ModelClocks;
  readonly #random: () => number;

  constructor(options: {
    store: MemoryRolloutStore;
    monitor: ModelMonitor;
    clocks: ModelClocks;
    random: () => number;
  }) {
    this.#store = options.store;
    this.#monitor = options.monitor;
    this.#clocks = options.clocks;
    this.#random = options.random;
  }

  /** @returns whether it was taken */
  act(id: string, what: SimpleAct): boolean {
    const done = this.#attempt(() =>
      this.#store.act(id, before =>
        applyAct(before, what, {
          by: 'user:default/a',
          wave: this.#pick(before.waves).index,
          now: this.#clocks.now(),
        }),
      ),
    );
    if (done && what === 'resume') {
      this.#monitor.resumed(id);
    }
    return done;
  }

  /** Whatever comes to somebody's mind. */
  doSomething(id: string): void {
    const dice = this.#random();
    if (dice < 0.25) {
      this.act(id, this.#pick(ACTS));
    } else if (dice < 0.26) {
      this.act(id, 'cancel');
    } else if (dice < 0.6) {
      this.decide(
        id,
        this.#pick(['approve', 'approve', 'approve', 'reject', 'release']),
      );
    } else if (dice < 0.85) {
      this.#actOnCell(id, this.#pick(['retry', 'retry', 'skip']));
    } else if (dice < 0.9) {
      this.#actWithFourEyes(id, 'rollBack');
    } else if (dice < 0.95) {
      this.#actWithFourEyes(id, 'force');
    } else if (dice < 0.975) {
      this.#assign(id);
    } else {
      this.#edit(id);
    }
  }

  /** On every gate that is shut. */
  decide(
    id: string,
    decision: 'approve' | 'reject' | 'release',
    who = ['user:default/b', 'user:default/c'],
  ): void {
    const { gates } = this.#store.snapshot(id);
    for (const gate of gates) {
      if (gate.state === 'open' || gate.state === 'notStarted') {
        continue;
      }
      const user = this.#pick(who);
      this.#attempt(() =>
        this.#store.decide(id, gate.id, (one, before) =>
          decideGate(
            one,
            before,
            { decision, planHash: before.rollout.planHash },
            { user, memberOf: new Set() },
            this.#clocks.now(),
          ),
        ),
      );
    }
  }

  #actOnCell(id: string, act: RolloutCellAct['act']): void {
    this.#onCell(
      id,
      this.#pick(this.#store.cellsOf(id)),
      { act, reason: 'I say so' },
      'user:default/a',
    );
  }

  #actWithFourEyes(id: string, act: 'rollBack' | 'force'): void {
    const cell = this.#pick(this.#store.cellsOf(id));
    const force = act === 'rollBack' && this.#random() < 0.3;
    const asked = { act, reason: 'it is slow', ...(force && { force }) };
    this.#onCell(id, cell, asked, 'user:default/a');
    const [{ backAsked, forceAsked }] = this.#store.cells.get(cell.id)!.cell
      .clusters;
    const request = act === 'rollBack' ? backAsked?.id : forceAsked?.id;
    if (request !== undefined && this.#random() < 0.8) {
      this.#onCell(
        id,
        cell,
        { ...asked, secondPerson: request },
        'user:default/b',
      );
    }
  }

  #onCell(
    id: string,
    { id: cellId }: CellRecord,
    asked: RolloutCellAct,
    by: string,
  ): void {
    this.#attempt(() =>
      this.#store.actOnCell(id, cellId, (cell, before) =>
        applyCellAct(cell, before, asked, { by, now: this.#clocks.now() }),
      ),
    );
  }

  /** The last wave takes one cell more, so that it is another plan. */
  #assign(id: string): void {
    const cells = this.#store.cellsOf(id);
    const model = this.#pick(
      randomRollout(this.#random, this.#clocks.now(), id).cells,
    );
    const name = `assigned-${cells.length}`;
    this.#attempt(() => {
      const { index } = demandOpenWave(this.#store.snapshot(id));
      const cell: CellRecord = {
        ...model,
        id: `${id}-${name}`,
        name,
        wave: index,
        place: cells.length + 1,
        clusters: model.clusters.slice(0, 1).map(record => ({
          ...record,
          cluster: { ...record.cluster, arn: name, name },
        })),
      };
      this.#store.addCells(id, [cell], before => ({
        revises: true,
        rollout: { planHash: `${before.rollout.planHash}+` },
      }));
    });
  }

  #edit(id: string): void {
    const { lifecycle } = this.#store.snapshot(id).rollout;
    const done = this.#attempt(() =>
      this.#store.edit(id, ({ rollout }) => {
        this.#monitor.forget(id);
        const made = randomRollout(this.#random, this.#clocks.now(), id);
        const revision = rollout.revision + 1;
        return {
          ...made,
          snapshot: {
            ...made.snapshot,
            rollout: { ...made.snapshot.rollout, revision },
          },
        };
      }),
    );
    if (done && lifecycle !== 'planned') {
      this.#monitor.broken.push(new Broken(`edited while it is ${lifecycle}`));
    }
  }

  #attempt(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      if ((error as Error).name === 'TypeError') {
        throw error;
      }
      return false;
    }
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)];
  }
}
