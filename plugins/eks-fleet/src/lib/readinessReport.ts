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
  Blocker,
  ReadinessItem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { verdictStates } from '../states';
import type { Translate } from '../translation';
import { toCsv, type CsvColumn } from './csv';
import { entityTitle } from './entityRefs';
import { markdownTable, markdownText } from './markdown';
import { targetText } from './targetText';
import { formatDay } from './time';

/** Where a report comes from. */
export interface ReportSource {
  target: string;
  /** The address that shows the same. */
  link: string;
  now: Date;
}

/** The causes as a table in Markdown. */
export function causesMarkdown(
  t: Translate,
  causes: Blocker[],
  source: ReportSource,
): string {
  return `${heading(t, source)}${markdownTable(
    (['cause', 'clusters', 'owners', 'since', 'clearsAt', 'fix'] as const).map(
      id => t(`causeColumn.${id}`),
    ),
    causes.map(cause => [
      cause.title,
      `${cause.clusters}`,
      cause.owners
        .map(({ owner, clusters }) => `${ownerText(t, owner)} ${clusters}`)
        .join(', '),
      formatDay(cause.since) ?? '',
      formatDay(cause.clearsAt) ?? '',
      cause.fix ?? '',
    ]),
  )}`;
}

/** The clusters with their verdicts as a table in Markdown. */
export function clustersMarkdown(
  t: Translate,
  items: ReadinessItem[],
  source: ReportSource,
): string {
  return `${heading(t, source)}${markdownTable(
    (
      [
        'name',
        'verdict',
        'version',
        'blockers',
        'firstBlocker',
        'owner',
      ] as const
    ).map(id => t(`readinessColumn.${id}`)),
    items.map(item => [
      item.name,
      t(verdictStates[item.verdict].word),
      [item.version, item.target].filter(Boolean).join(' → '),
      `${item.blockers}`,
      item.firstBlocker ?? '',
      item.owner ? entityTitle(item.owner) : '',
    ]),
  )}`;
}

const CAUSE_COLUMNS: CsvColumn<Blocker>[] = [
  ['title', cause => cause.title],
  ['code', cause => cause.code],
  ['severity', cause => cause.severity],
  ['clusters', cause => cause.clusters],
  ['waived', cause => cause.waived],
  [
    'owners',
    cause =>
      cause.owners
        .map(({ owner, clusters }) => `${owner} ${clusters}`.trim())
        .join('; '),
  ],
  ['since', cause => cause.since],
  ['clearsAt', cause => cause.clearsAt],
  ['message', cause => cause.message],
  ['fix', cause => cause.fix],
  ['causeKey', cause => cause.causeKey],
];

const CLUSTER_COLUMNS: CsvColumn<ReadinessItem>[] = [
  ['name', item => item.name],
  ['arn', item => item.arn],
  ['accountId', item => item.accountId],
  ['accountName', item => item.accountName],
  ['region', item => item.region],
  ['environment', item => item.environment],
  ['owner', item => item.owner],
  ['version', item => item.version],
  ['target', item => item.target],
  ['verdict', item => item.verdict],
  ['blockers', item => item.blockers],
  ['unknowns', item => item.unknowns],
  ['warnings', item => item.warnings],
  ['waived', item => item.waived],
  ['firstBlocker', item => item.firstBlocker],
  ['support', item => item.support.state],
  ['endOfStandardSupport', item => item.support.endOfStandardSupport],
  ['endOfExtendedSupport', item => item.support.endOfExtendedSupport],
  ['assessedAt', item => item.assessedAt],
  ['entityRef', item => item.entityRef],
];

export function causesCsv(causes: Blocker[]): string {
  return toCsv(CAUSE_COLUMNS, causes);
}

export function clustersCsv(items: ReadinessItem[]): string {
  return toCsv(CLUSTER_COLUMNS, items);
}

/** An owner for people. */
export function ownerText(t: Translate, owner: string | undefined): string {
  return owner ? entityTitle(owner) : t('readiness.nobody');
}

function heading(t: Translate, source: ReportSource): string {
  const title = t('report.title', { target: targetText(source.target, t) });
  const asOf = t('report.asOf', {
    time: source.now.toISOString().replace(/\.\d+Z$/, 'Z'),
    link: `<${source.link.replace(/[<>\s]/g, encodeURIComponent)}>`,
  });
  return `### ${markdownText(title)}\n\n${asOf}\n\n`;
}
