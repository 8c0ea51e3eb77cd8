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

import { deepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  GATES_CONTEXT,
  type FieldEdit,
  type ProposedChange,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { code, markdown } from './markdown';
import type { Place } from './types';

/** Where links of pull requests lead. */
export interface PortalAddress {
  /** `app.baseUrl`. */
  appUrl: string;
  portalPath?: string;
}

/** The pull request that a hop takes. The same hop and attempt make the same one. Pure. */
export function describeChange(
  work: TrackWork,
  { file }: Place,
  edits: FieldEdit[],
  portal: PortalAddress,
): ProposedChange {
  const { attempt, cellId, cluster, direction, kind, name, rollout, to } = work;
  const part = [kind, name].filter(Boolean).join('/');
  return {
    key: [rollout.id, cellId, cluster.arn, part, direction, to, attempt].join(
      ' ',
    ),
    subject: `${cluster.arn} ${part}`,
    base: file.repository.branch,
    files: [{ path: file.path, edits }],
    title: `${cluster.name}: ${wordHop(work)}`,
    body: bodyOf(work, portal),
    labels: ['eks-fleet'],
    actor: work.startedBy,
  };
}

/** Such as `Kubernetes 1.33 to 1.34`. */
export function wordHop({ from, kind, name, to }: TrackWork): string {
  const way = from ? `${from} to ${to}` : to;
  switch (kind) {
    case 'controlPlane':
      return `Kubernetes ${way}`;
    case 'addon':
      return `add-on ${name} ${way}`;
    default:
      return `node group ${name} ${way}`;
  }
}

/** To the rollout, or one cell of it. */
export function rolloutUrl(
  { appUrl, portalPath }: PortalAddress,
  rollout: string,
  cell?: string,
): string {
  return `${appUrl.replace(/\/+$/, '')}${deepLink(
    { rollout, cell },
    portalPath,
  )}`;
}

function bodyOf(work: TrackWork, portal: PortalAddress): string {
  const { approvedBy, attempt, cellId, cluster, force, rollout, wave } = work;
  const rolloutLink = rolloutUrl(portal, rollout.id);
  const cellLink = rolloutUrl(portal, rollout.id, cellId);
  const rows = [
    ['Rollout', `[${markdown(rollout.title || rollout.name)}](${rolloutLink})`],
    ['Wave', `${wave.index}: ${markdown(wave.name)}`],
    ['Cell', `[where it stands, and why](${cellLink})`],
    ['Cluster', code(cluster.arn)],
    ['Started by', code(work.startedBy)],
    ...(approvedBy.length
      ? [['Approved by', approvedBy.map(code).join(', ')]]
      : []),
    ...(force ? [['Forced', 'past what blocks it, agreed to by two']] : []),
    ...(attempt > 1 ? [['Attempt', String(attempt)]] : []),
  ];
  return [
    `Moves ${code(cluster.name)}: ${code(wordHop(work))}.`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map(([key, value]) => `| ${key} | ${value} |`),
    '',
    `It may be merged once the status ${code(
      GATES_CONTEXT,
    )} is green. Merged before, it counts as moved outside of the rollout, which then pauses. Closed unmerged, the cell counts as failed. Another commit on this branch voids what was approved.`,
    '',
  ].join('\n');
}
