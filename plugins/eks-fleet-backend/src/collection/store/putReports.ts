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
import { safeText } from '../../inventory/safeText';
import type { ObservationChange } from '../types';
import { confirmReports } from './confirmReports';
import { prepareDocument } from './prepareDocument';
import {
  clusterColumns,
  NO_ERROR,
  toCollectedCluster,
  toDocument,
  type ObservationRow,
} from './rows';
import { resetRows } from './syncRows';
import type { ReportedObservation } from './types';

/** Records what others observed; what is new, in one transaction for each cluster. */
export async function putReports(
  knex: Knex,
  reports: ReportedObservation[],
  now: Date,
): Promise<ObservationChange[]> {
  const byCluster = new Map<string, ReportedObservation[]>();
  for (const report of await confirmReports(knex, reports, now)) {
    const { arn } = report.cluster;
    byCluster.set(arn, [...(byCluster.get(arn) ?? []), report]);
  }
  const changes: ObservationChange[] = [];
  for (const own of byCluster.values()) {
    const recorded = await knex.transaction(async transaction => {
      await resetRows(transaction, clusterColumns(own[0].cluster), now);
      const result: ObservationChange[] = [];
      for (const report of own) {
        const change = await putReport(transaction, report, now);
        if (change) {
          result.push(change);
        }
      }
      return result;
    });
    changes.push(...recorded);
  }
  return changes;
}

async function putReport(
  transaction: Knex.Transaction,
  report: ReportedObservation,
  now: Date,
): Promise<ObservationChange | undefined> {
  const { cluster, kind, source } = report;
  const at = now.toISOString();
  const columns = clusterColumns(cluster);
  const where = { arn: cluster.arn, kind };
  await transaction('observations')
    .insert({ ...columns, kind })
    .onConflict(['arn', 'kind'])
    .ignore();
  const query = transaction<ObservationRow>('observations').where(where);
  const row = (await (transaction.client.config.client === 'pg'
    ? query.forUpdate().first()
    : query.first()))!;

  // A sender's clock may be ahead; what it saw is not of the future.
  const observedAt =
    report.observedAt > now ? at : report.observedAt.toISOString();
  const isLate =
    row.observed_at > observedAt ||
    (columns.cluster_created_at !== '' &&
      row.cluster_created_at > columns.cluster_created_at);
  if (isLate) {
    return undefined;
  }
  if ('error' in report) {
    const { code, message } = report.error;
    await transaction('observations')
      .where(where)
      .update({
        source: row.source || source,
        attempted_at: at,
        error_code: code,
        error_message: safeText(message, 4000),
        error_since: row.error_code === code ? row.error_since : observedAt,
      });
    return undefined;
  }

  const { text, hash } = prepareDocument(report.document);
  const isNew = hash !== row.document_hash;
  await transaction('observations')
    .where(where)
    .update({
      ...NO_ERROR,
      source,
      attempted_at: at,
      observed_at: observedAt,
      fresh_until: report.freshUntil.toISOString(),
      ...(columns.cluster_created_at && {
        cluster_created_at: columns.cluster_created_at,
      }),
      ...(isNew && { document: text, document_hash: hash }),
    });
  return isNew
    ? {
        cluster: {
          ...toCollectedCluster(row),
          createdAt: cluster.createdAt ?? toCollectedCluster(row).createdAt,
        },
        kind,
        source,
        before: toDocument(row),
        after: report.document,
        at: observedAt,
      }
    : undefined;
}
