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
import type { TakenSlots } from '../engine/grantSlots';
import { waitedFor, type Wait } from '../engine/waitedFor';

type ByArn = TakenSlots['held'];

/** Which other rollouts hold clusters, by ARN. */
export async function findHeld(
  transaction: Knex,
  rolloutId: string,
  arns: string[],
): Promise<ByArn> {
  return findOthers(rolloutId, arns, () =>
    transaction('rollout_clusters')
      .join('rollouts', 'rollouts.id', 'rollout_clusters.rollout_id')
      .whereRaw('rollout_clusters.held = 1'),
  );
}

/** Clusters that others want for which this one waits elsewhere, by ARN. */
export async function findLeft(
  transaction: Knex,
  rolloutId: string,
  arns: string[],
  held: ByArn,
): Promise<ByArn> {
  if (held.size === 0) {
    return new Map();
  }
  const wanted = await findOthers(rolloutId, arns, () =>
    transaction('rollout_clusters')
      .join('rollouts', 'rollouts.id', 'rollout_clusters.rollout_id')
      .join('rollout_cells', 'rollout_cells.id', 'rollout_clusters.cell_id')
      .where('rollout_cells.state', 'queued')
      .whereRaw('rollout_clusters.held = 0'),
  );
  if (wanted.size === 0) {
    return new Map();
  }
  const waits: Wait[] = await transaction('rollout_clusters as wanted')
    .join('rollout_cells', 'rollout_cells.id', 'wanted.cell_id')
    .join('rollout_clusters as held', 'held.arn', 'wanted.arn')
    .where('rollout_cells.state', 'queued')
    .whereRaw('wanted.held = 0')
    .whereRaw('held.held = 1')
    .whereRaw('held.rollout_id <> wanted.rollout_id')
    .distinct({ by: 'wanted.rollout_id', of: 'held.rollout_id' });
  const others = waitedFor(rolloutId, waits);
  return new Map([...wanted].filter(([, { id }]) => others.has(id)));
}

async function findOthers(
  rolloutId: string,
  arns: string[],
  query: () => Knex.QueryBuilder,
): Promise<ByArn> {
  const found: ByArn = new Map();
  for (const part of chunks(arns, 400)) {
    const rows: Array<{ arn: string; id: string; title: string }> =
      await query()
        .whereNot('rollout_clusters.rollout_id', rolloutId)
        .whereIn('rollout_clusters.arn', part)
        .select('rollout_clusters.arn', 'rollouts.id', 'rollouts.title');
    rows.forEach(({ arn, ...rollout }) => found.set(arn, rollout));
  }
  return found;
}
