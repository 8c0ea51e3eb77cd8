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

import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { overBudget } from '../engine/failureBudget';
import { grantSlots, type SlotCandidate } from '../engine/grantSlots';
import { keepSince } from '../engine/sameWaiting';
import { againWhereTaken } from './againWhereTaken';
import { refreshCounts } from './applyChanges';
import { locked } from './claimLeases';
import { findHeld, findLeft } from './otherRollouts';
import { readSnapshots } from './readRollouts';
import {
  fromJson,
  toJson,
  type CellClusterRow,
  type CellRow,
  type EngineRow,
  type RolloutRow,
} from './rows';
import type { GrantRequest, GrantResult, RolloutClaim } from './types';

const NOTHING: GrantResult = { granted: 0 };
/** More cells of one wave than this wait for those before them. */
const MAX_CANDIDATES = 2000;

type Candidate = SlotCandidate & { waiting: string };

/** See {@link EngineStore.grantCells}. */
export async function grantCells(
  knex: Knex,
  claim: Pick<RolloutClaim, 'lease' | 'rollout'>,
  request: GrantRequest,
): Promise<GrantResult> {
  return againWhereTaken(() => tryToGrant(knex, claim, request));
}

async function tryToGrant(
  knex: Knex,
  { lease, rollout }: Pick<RolloutClaim, 'lease' | 'rollout'>,
  request: GrantRequest,
): Promise<GrantResult> {
  return knex.transaction(async transaction => {
    // One at a time over all replicas: what is free is counted, then taken.
    const [engine]: EngineRow[] = await locked(
      transaction,
      transaction('rollout_engine').where('id', 1),
    );
    const [row]: RolloutRow[] = await locked(
      transaction,
      transaction('rollouts').where({
        id: rollout.id,
        lease: lease.number,
        lease_owner: lease.owner,
        revision: rollout.revision,
        lifecycle: 'running',
      }),
    );
    if (engine.stopped === 1 || !row) {
      return NOTHING;
    }
    const [snapshot] = await readSnapshots(transaction, [row]);
    const wave = snapshot.waves.find(({ index }) => index === request.wave);
    if (
      !wave ||
      wave.lifecycle !== 'running' ||
      overBudget(snapshot.rollout, snapshot.waves, wave)
    ) {
      return NOTHING;
    }
    const { concurrency } = wave.plan;
    const free =
      concurrency.resolved - wave.counts.running - wave.counts.rollingBack;
    if (free <= 0) {
      return NOTHING;
    }
    const candidates = await findCandidates(transaction, row.id, wave.index);
    const arns = candidates.flatMap(({ clusters }) =>
      clusters.map(({ arn }) => arn),
    );
    const held = await findHeld(transaction, row.id, arns);
    const slots = grantSlots(
      candidates,
      free,
      {
        ...(await countTaken(transaction)),
        held,
        left: await findLeft(transaction, row.id, arns, held),
      },
      request.caps,
    );
    const changes = row.changes + 1;
    await start(transaction, slots.granted, changes, request.now);
    const granted = new Set(slots.granted);
    const reworded = candidates.flatMap(({ id, waiting }) => {
      const words = slots.waiting.get(id);
      const next = toJson(
        keepSince(
          words && { ...words, cellId: id },
          fromJson(waiting),
          request.now,
        ),
      );
      return granted.has(id) || next === waiting ? [] : [{ id, next }];
    });
    for (const { id, next } of reworded) {
      await transaction<CellRow>('rollout_cells')
        .where('id', id)
        .update({ waiting: next, changed: changes });
    }
    // Where nothing is other than before, nobody needs to look again at once.
    if (granted.size + reworded.length > 0) {
      await transaction<RolloutRow>('rollouts')
        .where('id', row.id)
        .update({ changes });
    }
    if (granted.size > 0) {
      await refreshCounts(transaction, row.id, [wave.index]);
    }
    const [first] = slots.waiting;
    return {
      granted: slots.granted.length,
      ...(first && { waiting: { ...first[1], cellId: first[0] } }),
    };
  });
}

async function findCandidates(
  transaction: Knex.Transaction,
  rolloutId: string,
  wave: number,
): Promise<Candidate[]> {
  const cells: CellRow[] = await transaction('rollout_cells')
    .where({ rollout_id: rolloutId, wave, state: 'queued' })
    .orderBy('place')
    .limit(MAX_CANDIDATES)
    .select('id', 'waiting');
  const byCell = new Map<string, Candidate>(
    cells.map(({ id, waiting }) => [id, { id, waiting, clusters: [] }]),
  );
  for (const part of chunks(cells, 400)) {
    const clusters: CellClusterRow[] = await transaction('rollout_clusters')
      .whereIn(
        'cell_id',
        part.map(({ id }) => id),
      )
      .select('cell_id', 'arn', 'account_id', 'region', 'queue');
    for (const { account_id, arn, cell_id, queue, region } of clusters) {
      byCell.get(cell_id)!.clusters.push({
        arn,
        name: arn.split('/').at(-1) ?? arn,
        accountId: account_id,
        region,
        queue,
      });
    }
  }
  return [...byCell.values()];
}

async function countTaken(transaction: Knex.Transaction) {
  const rows: Array<{
    account_id: string;
    region: string;
    queue: string;
    count: number | string;
  }> = await transaction('rollout_clusters')
    .whereRaw('in_flight = 1')
    .groupBy('account_id', 'region', 'queue')
    .select('account_id', 'region', 'queue')
    .count({ count: '*' });
  const places = new Map<string, number>();
  const queues = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, count: number) =>
    to.set(key, (to.get(key) ?? 0) + count);
  for (const { account_id, count, queue, region } of rows) {
    add(places, `${account_id}/${region}`, Number(count));
    if (queue !== '') {
      add(queues, queue, Number(count));
    }
  }
  return { places, queues };
}

async function start(
  transaction: Knex.Transaction,
  ids: string[],
  changed: number,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  for (const part of chunks(ids, 400)) {
    await transaction('rollout_cells')
      .whereIn('id', part)
      .update({
        state: 'running',
        waiting: '',
        changed,
        next_at: at,
        lease_until: '',
        started_at: transaction.raw(
          `case when started_at = '' then ? else started_at end`,
          [at],
        ),
      });
    await transaction('rollout_clusters')
      .whereIn('cell_id', part)
      .update({ in_flight: 1, held: 1 });
  }
}
