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

import { randomUUID } from 'node:crypto';
import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  HubFinding,
  HubStream,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { known } from '../../database/text';
import { toMark, toRow, type HubFindingRow } from './findingRows';
import { laterKnown } from './planPass';
import { fromStreamRow, newStreamRow, type StreamRow } from './streamRows';
import type {
  ClaimedPass,
  HubMark,
  HubMisfits,
  HubPass,
  HubStore,
  HubStreamState,
  KeptFinding,
} from './types';

const ROWS_PER_STATEMENT = 50;

/** {@link HubStore} on PostgreSQL or SQLite. */
export class DatabaseHubStore implements HubStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async states(): Promise<HubStreamState[]> {
    const rows = await this.#knex<StreamRow>('policy_hub_streams').orderBy(
      'stream',
    );
    return rows.map(fromStreamRow);
  }

  async claim(
    stream: HubStream,
    options: {
      scope: string;
      now: Date;
      plan: (state: HubStreamState) => HubPass | undefined;
    },
  ): Promise<ClaimedPass | undefined> {
    const { now, plan, scope } = options;
    await this.#knex<StreamRow>('policy_hub_streams')
      .insert(newStreamRow(stream, scope))
      .onConflict('stream')
      .ignore();
    return this.#knex.transaction(async transaction => {
      let row = (await lockStream(transaction, stream))!;
      if (row.scope !== scope) {
        await transaction<HubFindingRow>('policy_hub_findings')
          .where({ stream })
          .delete();
        row = newStreamRow(stream, scope);
      }
      const pass = plan(fromStreamRow(row));
      if (!pass) {
        return undefined;
      }
      const claimed = { ...pass, stream, claim: randomUUID() };
      await transaction<StreamRow>('policy_hub_streams')
        .where({ stream })
        .update({
          ...row,
          claim: claimed.claim,
          pass: pass.pass,
          attempted_at: now.toISOString(),
          ...(pass.kind === 'full' && {
            full_started_at: pass.startedAt,
            full_cursor: pass.from ?? '',
          }),
        });
      return claimed;
    });
  }

  async put(
    pass: ClaimedPass,
    findings: HubFinding[],
    cursor: string | undefined,
  ): Promise<boolean> {
    // Of the same one twice the later counts.
    const latest = [
      ...new Map(findings.map(finding => [finding.key, finding])).values(),
    ];
    const over = latest.filter(({ isOver }) => isOver).map(({ key }) => key);
    const present = latest.filter(({ isOver }) => !isOver);
    return this.#own(pass, async transaction => {
      if (over.length > 0) {
        await transaction<HubFindingRow>('policy_hub_findings')
          .whereIn('key', over)
          .delete();
      }
      for (const part of chunks(present, ROWS_PER_STATEMENT)) {
        await transaction<HubFindingRow>('policy_hub_findings')
          .insert(part.map(finding => toRow(finding, pass.pass)))
          .onConflict('key')
          .merge();
      }
      return pass.kind === 'full' ? { full_cursor: cursor ?? '' } : {};
    });
  }

  async complete(
    pass: ClaimedPass,
    reached: string | undefined,
  ): Promise<boolean> {
    const { kind, startedAt, stream } = pass;
    return this.#own(pass, async (transaction, row) => {
      if (kind === 'full') {
        await transaction<HubFindingRow>('policy_hub_findings')
          .where({ stream })
          .where('pass', '<>', pass.pass)
          .delete();
      }
      const at = row.attempted_at;
      return {
        claim: '',
        watermark: laterKnown(known(row.watermark), reached, at) ?? '',
        completed_at: laterKnown(known(row.completed_at), startedAt, at),
        ...(kind === 'full' && {
          full_at: startedAt,
          full_started_at: '',
          full_cursor: '',
        }),
        error_code: '',
        error_message: '',
        error_since: '',
      };
    });
  }

  async fail(
    pass: ClaimedPass,
    failure: { code: ObservationError['code']; message: string; at: Date },
  ): Promise<boolean> {
    let isNew = false;
    await this.#own(pass, async (_, { error_code, error_since }) => {
      isNew = error_code !== failure.code;
      return {
        claim: '',
        error_code: failure.code,
        error_message: failure.message,
        error_since: error_since || failure.at.toISOString(),
      };
    });
    return isNew;
  }

  async marks(arn: string): Promise<HubMark[]> {
    const rows = await this.#knex<HubFindingRow>('policy_hub_findings')
      .where({ arn })
      .select('key', 'stream', 'content_hash', 'observed_at')
      .orderBy('key');
    return rows.map(toMark);
  }

  async findings(
    arn: string,
    page: { stream: HubStream; after?: string; limit: number },
  ): Promise<KeptFinding[]> {
    const { after = '', limit, stream } = page;
    const rows = await this.#knex<HubFindingRow>('policy_hub_findings')
      .where({ arn, stream })
      .where('key', '>', after)
      .orderBy('key')
      .limit(limit);
    return rows.map(row => ({ ...toMark(row), ...JSON.parse(row.document) }));
  }

  async misfits(): Promise<HubMisfits> {
    const why = this.#knex.raw(
      `case when found.misfit <> '' then found.misfit else 'unknownCluster' end`,
    );
    const rows: Array<{ misfit: string; findings: number | string }> =
      await this.#knex('policy_hub_findings as found')
        .leftJoin('clusters', on =>
          on
            .on('clusters.arn', 'found.arn')
            .andOnVal('clusters.origin', 'eks-fleet'),
        )
        .whereNull('clusters.arn')
        .select({ misfit: why })
        .count({ findings: '*' })
        .groupBy(why);
    return Object.fromEntries(
      rows.map(({ findings, misfit }) => [misfit, Number(findings)]),
    );
  }

  /** Changes something unless another has taken the stream over. */
  async #own(
    { claim, stream }: ClaimedPass,
    change: (
      transaction: Knex.Transaction,
      row: StreamRow,
    ) => Promise<Partial<StreamRow>>,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const row = await lockStream(transaction, stream);
      if (row?.claim !== claim) {
        return false;
      }
      const changed = await change(transaction, row);
      if (Object.keys(changed).length > 0) {
        await transaction<StreamRow>('policy_hub_streams')
          .where({ stream })
          .update(changed);
      }
      return true;
    });
  }
}

async function lockStream(
  transaction: Knex.Transaction,
  stream: HubStream,
): Promise<StreamRow | undefined> {
  const query = transaction<StreamRow>('policy_hub_streams').where({ stream });
  const [row]: StreamRow[] = await (transaction.client.config.client === 'pg'
    ? query.forUpdate()
    : query);
  return row;
}
