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
  RolloutDraft,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../inventory/types';
import { previewOf } from '../plan/previewOf';
import type { NewLogEntry } from '../records';
import type { RolloutStore } from '../store/types';
import { assignCells } from './assignCells';
import type { ClusterSelector } from './ClusterSelector';
import { findRollout } from './findRollout';
import { leftoversOf } from './leftoversOf';
import { newRollout } from './newRollout';
import { plannedOf, wordPlan } from './plannedOf';
import { planRecords } from './planRecords';
import type { Reader } from './readerOf';
import { refuseStale } from './refuseStale';
import type { RolloutPlanner } from './RolloutPlanner';
import { subjectsOf } from './subjectsOf';

/** Makes rollouts, and plans of them. */
export class RolloutDrafts {
  readonly #store: RolloutStore;
  readonly #planner: RolloutPlanner;
  readonly #selector: ClusterSelector;
  readonly #onChanged: (ids: string[]) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: RolloutStore;
    planner: RolloutPlanner;
    selector: ClusterSelector;
    /** Called after each change. */
    onChanged: (ids: string[]) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#selector = options.selector;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  async preview(
    clusters: ClusterScope,
    draft: RolloutDraft,
  ): Promise<RolloutPreview> {
    const { forecast, plan } = await this.#planner.plan(clusters, draft);
    return previewOf(plan, forecast, draft.strategy);
  }

  async create(
    reader: Reader,
    by: string,
    given: RolloutDraft,
    stragglersOf?: string,
  ): Promise<string> {
    const draft = this.#planner.check(given);
    const clusters = await this.#selector.select(reader.clusters, draft);
    const at = this.#now().toISOString();
    const rollout = newRollout(draft, { at, by, clusters, stragglersOf });
    await this.#store.create(rollout, [
      entry(by, at, 'create', `Made a draft: ${draft.title}`),
    ]);
    this.#onChanged([rollout.id]);
    return rollout.id;
  }

  async edit(
    reader: Reader,
    by: string,
    id: string,
    given: RolloutDraft,
  ): Promise<void> {
    const { revision, ...draft } = this.#planner.check(given);
    const clusters = await this.#selector.select(reader.clusters, draft);
    const at = this.#now().toISOString();
    await this.#store.edit(id, before => {
      refuseStale(before, revision);
      return {
        rollout: {
          ...before,
          ...draft,
          ...subjectsOf(clusters, before.createdBy),
          revision: before.revision + 1,
          lifecycle: 'draft',
          plan: undefined,
          planHash: '',
          waiting: undefined,
          updatedBy: by,
          updatedAt: at,
        },
        log: [
          entry(
            by,
            at,
            'edit',
            'Edited it; what was planned and approved is void',
          ),
        ],
      };
    });
    this.#onChanged([id]);
  }

  async plan(
    reader: Reader,
    by: string,
    id: string,
    revision: number | undefined,
  ): Promise<void> {
    const { rollout } = await findRollout(this.#store, 'all', id);
    const made = await this.#planner.plan(reader.clusters, {
      title: rollout.title,
      change: rollout.change,
      selection: rollout.selection,
      strategy: rollout.strategy,
      executor: rollout.executor,
    });
    const at = this.#now().toISOString();
    await this.#store.edit(id, before => {
      refuseStale(before, revision ?? rollout.revision);
      return {
        rollout: {
          ...before,
          ...plannedOf(made, before, at),
          revision: before.revision + 1,
          lifecycle: 'planned',
        },
        plan: planRecords(id, made.plan, before.strategy, made.forecast),
        log: [entry(by, at, 'plan', wordPlan(made))],
      };
    });
    this.#onChanged([id]);
  }

  /** The last wave takes clusters that fit the selection by now. */
  async assign(
    reader: Reader,
    by: string,
    id: string,
    arns: string[],
  ): Promise<void> {
    const snapshot = await findRollout(this.#store, 'all', id);
    const { cells, change } = await assignCells({
      snapshot,
      arns,
      by,
      now: this.#now(),
      planner: this.#planner,
      scope: reader.clusters,
    });
    await this.#store.addCells(id, cells, change);
    this.#onChanged([id]);
  }

  /** @returns the id of the plan; asked twice it is the same */
  async stragglers(reader: Reader, by: string, id: string): Promise<string> {
    const present = await this.#store.stragglersOf(id);
    if (present !== undefined) {
      return present;
    }
    const { rollout } = await findRollout(this.#store, 'all', id);
    const clusters = await leftoversOf(this.#store, rollout, reader.clusters);
    const made = await this.create(
      reader,
      by,
      {
        title: `Stragglers of ${rollout.title}`.slice(0, 120),
        change: rollout.change,
        selection: { clusters },
        strategy: rollout.strategy,
        executor: rollout.executor,
      },
      id,
    );
    await this.plan(reader, by, made, undefined);
    return made;
  }
}

function entry(
  actor: string,
  at: string,
  code: string,
  message: string,
): NewLogEntry {
  return { at, actor, code, message, level: 'info' };
}
