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
import type { NewFinding } from '../../types';
import { DAY_MS, NO_DUE_DATE } from '../codes';
import type { DueDates } from '../dueDates';
import type { FindingRow, FindingTextRow } from '../rows';
import type { TakenFinding } from './SnapshotContents';

/** What a finding needs to be written, besides what it says itself. */
export interface WriteContext {
  feedId: number;
  clusterId: number;
  /** Numbers of policies by their keys, and of words. */
  policyIds: Map<string, number>;
  wordIds: Map<string, number>;
  due: DueDates;
  /** When the snapshot was read. */
  observedAt: Date;
}

/** @returns the rows' numbers by fingerprint */
export async function putTexts(
  transaction: Knex,
  findings: NewFinding[],
  taken: ReadonlyMap<string, TakenFinding>,
  { feedId }: WriteContext,
): Promise<Map<string, number>> {
  const rows = await transaction<FindingTextRow>('finding_texts')
    .insert(
      findings.map(finding => ({
        feed_id: feedId,
        fingerprint: finding.fingerprint,
        content_hash: taken.get(finding.fingerprint)!.hash,
        api_version: finding.apiVersion,
        owner_from: finding.ownerFrom,
        message: finding.message,
        exceptions: JSON.stringify(finding.exceptions),
        properties: JSON.stringify(finding.properties),
      })),
    )
    .onConflict(['feed_id', 'fingerprint'])
    .merge([
      'content_hash',
      'api_version',
      'owner_from',
      'message',
      'exceptions',
      'properties',
    ])
    .returning(['id', 'fingerprint']);
  return new Map(rows.map(row => [row.fingerprint, Number(row.id)]));
}

/**
 * What was resolved and is back is the same finding, with its time, if it was
 * gone for a day at most: an engine that restarted had not mended anything.
 */
export async function putRows(
  transaction: Knex,
  findings: NewFinding[],
  ids: Map<string, number>,
  taken: ReadonlyMap<string, TakenFinding>,
  context: WriteContext,
): Promise<void> {
  const { clusterId, due, feedId, observedAt, policyIds, wordIds } = context;
  const firstSeen = observedAt.getTime();
  const isSame = `(findings.resolved_at = 0 or findings.resolved_at >= ${
    firstSeen - DAY_MS
  })`;
  await transaction<FindingRow>('findings')
    .insert(
      findings.map(finding => {
        const { policy, result, severity } = taken.get(finding.fingerprint)!;
        return {
          id: ids.get(finding.fingerprint)!,
          first_seen: firstSeen,
          due_at: due.dueAt(firstSeen, severity, result),
          resolved_at: 0,
          last_seen: 0,
          feed_id: feedId,
          cluster_id: clusterId,
          policy_id: policyIds.get(policy)!,
          name_id: wordIds.get(finding.name)!,
          rule_id: wordIds.get(finding.rule)!,
          severity,
          result,
          namespace: finding.namespace,
          kind: finding.kind,
          owner: finding.owner,
        };
      }),
    )
    .onConflict('id')
    .merge({
      ...(Object.fromEntries(
        [
          'resolved_at',
          'last_seen',
          'policy_id',
          'severity',
          'result',
          'owner',
        ].map(column => [column, transaction.raw(`excluded.${column}`)]),
      ) as object),
      first_seen: transaction.raw(
        `case when ${isSame} then findings.first_seen else excluded.first_seen end`,
      ),
      due_at: transaction.raw(
        `case when excluded.due_at = ${NO_DUE_DATE} or not ${isSame} then excluded.due_at
          else findings.first_seen + excluded.due_at - excluded.first_seen end`,
      ),
    } as never);
}
