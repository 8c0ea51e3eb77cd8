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

import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ClusterRollouts,
  FleetStop,
  GateDecision,
  Rollout,
  RolloutAct,
  RolloutCellAct,
  RolloutCellDetail,
  RolloutCellList,
  RolloutDraft,
  RolloutList,
  RolloutLog,
  RolloutPreview,
  RolloutRights,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ClusterScope } from '../../inventory/types';
import { applyAct } from '../engine/applyAct';
import { rollbackClock } from '../engine/rollbackClock';
import { previewOf } from '../plan/previewOf';
import type {
  GateRecord,
  NewLogEntry,
  RolloutRecord,
  RolloutSnapshot,
} from '../records';
import type {
  CellSelection,
  RolloutFilterKey,
  RolloutScope,
  RolloutStore,
} from '../store/types';
import type { StrategyLibrary } from '../strategy/StrategyLibrary';
import { applyCellAct } from './applyCellAct';
import { assignCells } from './assignCells';
import { decideGate, type Decider } from './decideGate';
import { hasPart } from './hasPart';
import { inRolloutScope } from './inRolloutScope';
import { planRecords } from './planRecords';
import { presentCell, presentRollout } from './presentRollout';
import type { Reader } from './readerOf';
import { refuseRollback } from './refuseRollback';
import type { MadePlan, RolloutPlanner } from './RolloutPlanner';

const DEFAULT_LIMIT = 50;
const DEFAULT_CELLS = 500;
const CELL_LOG = 200;
const MAX_STRAGGLERS = 5000;

/** Answers questions about rollouts, and keeps what people decide. */
export class RolloutService {
  readonly #store: RolloutStore;
  readonly #planner: RolloutPlanner;
  readonly #strategies: StrategyLibrary;
  readonly #mayStart: (executor: string) => string | undefined;
  readonly #onChanged: (ids: string[]) => void;
  readonly #now: () => Date;

  constructor(options: {
    store: RolloutStore;
    planner: RolloutPlanner;
    strategies: StrategyLibrary;
    /** Why nothing may be started with this executor, where nothing may. */
    mayStart: (executor: string) => string | undefined;
    /** Called after each change. */
    onChanged: (ids: string[]) => void;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#planner = options.planner;
    this.#strategies = options.strategies;
    this.#mayStart = options.mayStart;
    this.#onChanged = options.onChanged;
    this.#now = options.now;
  }

  async list(
    reader: Reader,
    query: {
      filter: Map<RolloutFilterKey, string[]>;
      text?: string;
      limit?: number;
      cursor?: string;
    },
  ): Promise<RolloutList> {
    const filter = new Map(query.filter);
    const arns = filter.get('cluster');
    if (arns) {
      filter.set('cluster', [
        ...(await this.#store.readable(arns, reader.clusters)),
      ]);
    }
    const page = await this.#store.list(
      { scope: reader.rollouts, filter, text: query.text },
      { limit: query.limit ?? DEFAULT_LIMIT, after: query.cursor },
    );
    return {
      items: await this.#present(reader, page.rollouts),
      totalItems: page.total,
      counts: page.counts as Record<string, number>,
      pageInfo: { nextCursor: page.next },
    };
  }

  async get(reader: Reader, id: string): Promise<Rollout> {
    const [rollout] = await this.#present(reader, [
      await this.find(reader.rollouts, id),
    ]);
    return rollout;
  }

  /** @throws NotFoundError for what is not there and what the scope leaves out, in the same words */
  async find(scope: RolloutScope, id: string): Promise<RolloutSnapshot> {
    const snapshot = await this.#store.get(scope, id);
    if (!snapshot) {
      throw new NotFoundError(`No rollout ${id}`);
    }
    return snapshot;
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
    const { revision, ...draft } = this.#planner.check(given);
    const clusters = await this.#planner.select(reader.clusters, draft);
    const at = this.#now().toISOString();
    const rollout: RolloutRecord = {
      ...draft,
      id: randomUUID(),
      name: nameOf(draft),
      revision: 1,
      changes: 0,
      lifecycle: 'draft',
      planHash: '',
      control: {},
      unassigned: [],
      stragglersOf,
      ...subjectsOf(clusters, by),
      createdBy: by,
      createdAt: at,
    };
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
    const clusters = await this.#planner.select(reader.clusters, draft);
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

  async act(
    reader: Reader,
    by: string,
    id: string,
    { act, clusters = [], reason, revision, wave }: RolloutAct,
  ): Promise<void> {
    if (act === 'plan') {
      await this.#plan(reader, by, id, revision);
    } else if (act === 'assign') {
      await this.#assign(reader, by, id, clusters);
    } else {
      await this.#store.act(id, snapshot => {
        refuseStale(snapshot.rollout, revision);
        const refusal =
          act === 'start'
            ? this.#mayStart(snapshot.rollout.executor)
            : undefined;
        if (refusal) {
          throw new ConflictError(refusal);
        }
        return applyAct(snapshot, act, { by, reason, wave, now: this.#now() });
      });
    }
    this.#onChanged([id]);
  }

  async actOnCell(
    by: string,
    id: string,
    cellId: string,
    act: RolloutCellAct,
  ): Promise<void> {
    if (act.act === 'rollBack') {
      await this.#demandMeans(id, cellId, act);
    }
    await this.#store.actOnCell(id, cellId, (cell, snapshot) =>
      applyCellAct(cell, snapshot, act, { by, now: this.#now() }),
    );
    this.#onChanged([id]);
  }

  /** @throws ConflictError that says why it cannot be taken back */
  async #demandMeans(
    id: string,
    cellId: string,
    { force }: RolloutCellAct,
  ): Promise<void> {
    const { rollout } = await this.find('all', id);
    const cell = await this.#store.cell(id, cellId, 'all');
    for (const record of cell?.clusters ?? []) {
      refuseRollback(
        record,
        await this.#planner.rollbackMeans(rollout.executor, record),
        { force, now: this.#now() },
      );
    }
  }

  async decide(
    decider: Decider,
    id: string,
    gateId: string,
    decision: GateDecision,
  ): Promise<void> {
    await this.#store.decide(id, gateId, (gate, snapshot) =>
      decideGate(gate, snapshot, decision, decider, this.#now()),
    );
    this.#onChanged([id]);
  }

  /** @returns the id of the plan; asked twice it is the same */
  async stragglers(reader: Reader, by: string, id: string): Promise<string> {
    const present = await this.#store.stragglersOf(id);
    if (present !== undefined) {
      return present;
    }
    const { rollout } = await this.find('all', id);
    if (rollout.lifecycle !== 'done' && rollout.lifecycle !== 'cancelled') {
      throw new ConflictError(
        `It is ${rollout.lifecycle}; stragglers are what is left over of a rollout that is over`,
      );
    }
    const { cells } = await this.#store.cells(
      id,
      {
        states: ['failed', 'skipped', 'planned', 'queued'],
        clusters: reader.clusters,
      },
      { limit: MAX_STRAGGLERS },
    );
    const arns = cells.flatMap(({ clusters }) =>
      clusters
        .filter(({ vanished }) => !vanished)
        .map(({ cluster }) => cluster.arn),
    );
    if (arns.length === 0) {
      throw new ConflictError('Nothing of it is left over');
    }
    const made = await this.create(
      reader,
      by,
      {
        title: `Stragglers of ${rollout.title}`.slice(0, 120),
        change: rollout.change,
        selection: { clusters: arns },
        strategy: rollout.strategy,
        executor: rollout.executor,
      },
      id,
    );
    await this.#plan(reader, by, made, undefined);
    this.#onChanged([made]);
    return made;
  }

  async fleetStop(): Promise<FleetStop> {
    return this.#store.fleetStop();
  }

  async setFleetStop(
    by: string,
    stopped: boolean,
    reason: string,
  ): Promise<void> {
    await this.#store.setFleetStop({
      stopped,
      by,
      at: this.#now().toISOString(),
      reason,
    });
    this.#onChanged([]);
  }

  async cells(
    reader: Reader,
    id: string,
    query: Omit<CellSelection, 'clusters'> & {
      limit?: number;
      cursor?: string;
    },
  ): Promise<RolloutCellList> {
    const { rollout } = await this.find(reader.rollouts, id);
    const { cursor, limit, ...selection } = query;
    const page = await this.#store.cells(
      id,
      { ...selection, clusters: reader.clusters },
      { limit: limit ?? DEFAULT_CELLS, after: cursor },
    );
    const readable = await this.#readableOf(
      reader,
      page.cells.flatMap(({ clusters }) =>
        clusters.map(({ cluster }) => cluster.arn),
      ),
    );
    return {
      items: page.cells.map(cell => presentCell(cell, readable)),
      totalItems: page.total,
      pageInfo: { nextCursor: page.next },
      revision: rollout.changes,
    };
  }

  async cell(
    reader: Reader,
    id: string,
    cellId: string,
  ): Promise<RolloutCellDetail> {
    const { rollout } = await this.find(reader.rollouts, id);
    const cell = await this.#store.cell(id, cellId, reader.clusters);
    if (!cell) {
      throw new NotFoundError(`No cell ${cellId}`);
    }
    const readable = await this.#readableOf(
      reader,
      cell.clusters.map(({ cluster }) => cluster.arn),
    );
    const { entries } = await this.#store.log(
      id,
      { cellId, clusters: reader.clusters },
      { limit: CELL_LOG },
    );
    const shown = presentCell(cell, readable);
    const now = this.#now();
    for (const record of cell.clusters) {
      const own = shown.clusters.find(({ arn }) => arn === record.cluster.arn);
      if (own) {
        own.rollback = rollbackClock(
          record,
          await this.#planner.rollbackMeans(rollout.executor, record),
          now,
        );
      }
    }
    return {
      cell: shown,
      log: entries.map(({ arn, ...rest }) => ({ ...rest, cluster: arn })),
      may: rightsOf(reader, rollout),
    };
  }

  async log(
    reader: Reader,
    id: string,
    page: { cell?: string; limit?: number; cursor?: string },
  ): Promise<RolloutLog> {
    await this.find(reader.rollouts, id);
    const { entries, next } = await this.#store.log(
      id,
      { cellId: page.cell, clusters: reader.clusters },
      {
        limit: page.limit ?? DEFAULT_LIMIT,
        before: page.cursor === undefined ? undefined : Number(page.cursor),
      },
    );
    return {
      items: entries.map(({ arn, ...rest }) => ({ ...rest, cluster: arn })),
      pageInfo: { nextCursor: next === undefined ? undefined : String(next) },
    };
  }

  async ofCluster(reader: Reader, arn: string): Promise<ClusterRollouts> {
    const found = await this.#store.cellsOfCluster(reader.rollouts, arn);
    const readable = await this.#readableOf(
      reader,
      found.flatMap(({ cell }) =>
        cell.clusters.map(({ cluster }) => cluster.arn),
      ),
    );
    return {
      items: found.map(({ cell, snapshot }) => {
        const { id, lifecycle, name, title } = snapshot.rollout;
        const wave = snapshot.waves.find(({ index }) => index === cell.wave);
        return {
          rollout: { id, name, title, lifecycle },
          wave: wave && {
            index: wave.index,
            name: wave.name,
            lifecycle: wave.lifecycle,
          },
          cell: presentCell(cell, readable),
        };
      }),
    };
  }

  async #plan(
    reader: Reader,
    by: string,
    id: string,
    revision: number | undefined,
  ): Promise<void> {
    const { rollout } = await this.find('all', id);
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
  }

  /** The last wave takes clusters that fit the selection by now. */
  async #assign(
    reader: Reader,
    by: string,
    id: string,
    arns: string[],
  ): Promise<void> {
    const snapshot = await this.find('all', id);
    const { cells, change } = await assignCells({
      snapshot,
      arns,
      by,
      now: this.#now(),
      planner: this.#planner,
      scope: reader.clusters,
    });
    await this.#store.addCells(id, cells, change);
  }

  async #present(
    reader: Reader,
    snapshots: RolloutSnapshot[],
  ): Promise<Rollout[]> {
    const ids = snapshots.map(({ rollout }) => rollout.id);
    const limited = reader.clusters !== 'all';
    const [counts, moved, strategies] = await Promise.all([
      limited ? this.#store.countCells(ids, reader.clusters) : undefined,
      this.#store.countMoved(ids, reader.clusters),
      this.#strategies.list(),
    ]);
    return Promise.all(
      snapshots.map(async snapshot => {
        const { rollout } = snapshot;
        const same = strategies.find(
          ({ strategy }) => strategy.name === rollout.strategy.name,
        );
        const may = rightsOf(reader, rollout);
        return presentRollout(snapshot, {
          may,
          counts: counts?.get(rollout.id),
          readable: await this.#readableOf(reader, arnsOf(snapshot)),
          readableCells: limited
            ? await this.#readableCells(reader, snapshot)
            : undefined,
          movedOutside: moved.get(rollout.id) ?? 0,
          strategyChanged:
            same !== undefined &&
            JSON.stringify(same.strategy) !== JSON.stringify(rollout.strategy),
          mayDecide: gate => mayDecide(gate, may, rollout, reader.user),
        });
      }),
    );
  }

  async #readableOf(
    reader: Reader,
    arns: string[],
  ): Promise<Set<string> | undefined> {
    return reader.clusters === 'all'
      ? undefined
      : this.#store.readable(arns, reader.clusters);
  }

  async #readableCells(
    reader: Reader,
    { gates, rollout, waves }: RolloutSnapshot,
  ): Promise<Set<string>> {
    const ids = [rollout, ...waves, ...gates].flatMap(
      ({ waiting }) => waiting?.cellId ?? [],
    );
    const readable = new Set<string>();
    for (const id of new Set(ids)) {
      if (await this.#store.cell(rollout.id, id, reader.clusters)) {
        readable.add(id);
      }
    }
    return readable;
  }
}

function arnsOf({ rollout }: RolloutSnapshot): string[] {
  const { plan, selection, unassigned } = rollout;
  return [
    ...unassigned,
    ...(selection.clusters ?? []),
    ...(selection.exclude ?? []),
    ...(plan?.problems.flatMap(({ clusters }) => clusters ?? []) ?? []),
  ];
}

export function rightsOf(
  { plan, rights, user }: Reader,
  rollout: RolloutRecord,
): RolloutRights {
  const may = (scope: RolloutScope) =>
    user !== undefined && inRolloutScope(rollout, scope);
  return {
    edit: user !== undefined && plan,
    start: may(rights.start),
    pause: may(rights.pause),
    approve: may(rights.approve),
    force: may(rights.force),
    rollback: may(rights.rollback),
  };
}

function mayDecide(
  gate: GateRecord,
  may: RolloutRights,
  rollout: RolloutRecord,
  user: string | undefined,
): boolean {
  return (
    user !== undefined &&
    may.approve &&
    (gate.type === 'hold' ||
      (gate.type === 'approval' && !hasPart(rollout, user)))
  );
}

function plannedOf(
  { forecast, plan }: MadePlan,
  before: RolloutRecord,
  at: string,
): Partial<RolloutRecord> {
  const clusters = plan.waves.flatMap(({ cells }) =>
    cells.flatMap(cell => cell.clusters),
  );
  const { waves, ...whole } = forecast;
  return {
    planHash: plan.hash,
    plan: {
      madeAt: at,
      problems: plan.problems,
      skipped: plan.skipped,
      from: [
        ...new Set(
          clusters.flatMap(
            ({ tracks }) =>
              tracks.find(({ kind }) => kind === 'controlPlane')?.from ?? [],
          ),
        ),
      ].sort(),
      rolloutFailureBudget: plan.rolloutFailureBudget,
      forecast: whole,
    },
    unassigned: plan.unassigned.map(({ cluster }) => cluster.arn),
    ...subjectsOf(
      clusters.map(({ cluster }) => cluster),
      before.createdBy,
    ),
  };
}

function wordPlan({ plan }: MadePlan): string {
  const cells = plan.waves.reduce((sum, wave) => sum + wave.cells.length, 0);
  return `Planned ${cells} cells in ${plan.waves.length} waves`;
}

/** What permissions ask about. A rollout over nothing belongs to who made it. */
function subjectsOf(
  clusters: Array<{ owner?: string; environment?: string }>,
  by: string,
): Pick<RolloutRecord, 'owners' | 'environments'> {
  const unique = (values: string[]) => [...new Set(values)].sort();
  return {
    owners:
      clusters.length > 0
        ? unique(clusters.map(({ owner = '' }) => owner))
        : [by],
    environments: unique(clusters.map(({ environment = '' }) => environment)),
  };
}

function nameOf({ change }: RolloutDraft): string {
  const what =
    change.kind === 'kubernetesVersion'
      ? change.version!.replace('.', '-')
      : { addons: 'addons', nodeImages: 'node-images' }[change.kind];
  return `${what}-${randomBytes(3).toString('hex')}`;
}

function refuseStale(
  { revision }: RolloutRecord,
  asked: number | undefined,
): void {
  if (asked !== undefined && asked !== revision) {
    throw new ConflictError(
      `Somebody changed it meanwhile: it is at revision ${revision}, and you looked at ${asked}. Look again`,
    );
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
