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
import { prepareDocument } from './prepareDocument';
import { clusterColumns, type ObservationRow } from './rows';
import type { ReportedObservation } from './types';

const REPORTS_PER_STATEMENT = 500;

type KnownRow = Pick<
  ObservationRow,
  | 'arn'
  | 'kind'
  | 'cluster_created_at'
  | 'document_hash'
  | 'error_code'
  | 'observed_at'
  | 'source'
>;

/**
 * Records of all reports at once that what is known still holds: a fleet in
 * which nothing has changed costs a few statements, not some for each cluster.
 *
 * @returns the reports that say something new
 */
export async function confirmReports(
  knex: Knex,
  reports: ReportedObservation[],
  now: Date,
): Promise<ReportedObservation[]> {
  const news: ReportedObservation[] = [];
  for (const part of chunks(reports, REPORTS_PER_STATEMENT)) {
    const rows: KnownRow[] = await knex<ObservationRow>('observations')
      .whereIn(
        ['arn', 'kind'],
        part.map(({ cluster, kind }) => [cluster.arn, kind]),
      )
      .select(
        'arn',
        'kind',
        'cluster_created_at',
        'document_hash',
        'error_code',
        'observed_at',
        'source',
      );
    const known = new Map(rows.map(row => [row.arn + row.kind, row]));
    const confirmed = new Map<string, ReportedObservation[]>();
    for (const report of part) {
      const row = known.get(report.cluster.arn + report.kind);
      if (row && 'document' in report && confirms(report, row, now)) {
        const { freshUntil, observedAt } = report;
        const times = `${observedAt.toISOString()} ${freshUntil.toISOString()}`;
        confirmed.set(times, [...(confirmed.get(times) ?? []), report]);
      } else {
        news.push(report);
      }
    }
    for (const [times, same] of confirmed) {
      const [observedAt, freshUntil] = times.split(' ');
      await knex<ObservationRow>('observations')
        .whereIn(
          ['arn', 'kind'],
          same.map(({ cluster, kind }) => [cluster.arn, kind]),
        )
        .where('observed_at', '<=', observedAt)
        .update({
          attempted_at: now.toISOString(),
          observed_at: observedAt,
          fresh_until: freshUntil,
        });
    }
  }
  return news;
}

function confirms(
  report: ReportedObservation & { document: unknown },
  row: KnownRow,
  now: Date,
): boolean {
  const { cluster_created_at } = clusterColumns(report.cluster);
  return (
    row.error_code === '' &&
    row.source === report.source &&
    row.cluster_created_at === cluster_created_at &&
    report.observedAt <= now &&
    row.observed_at <= report.observedAt.toISOString() &&
    row.document_hash === prepareDocument(report.document).hash
  );
}
