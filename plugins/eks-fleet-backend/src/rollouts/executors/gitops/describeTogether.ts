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
import { createHash } from 'node:crypto';
import {
  GATES_CONTEXT,
  type FieldEdit,
  type ProposedChange,
  type ProposedFile,
  type TogetherHop,
  type TogetherWork,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { rolloutUrl, wordHop, type PortalAddress } from './describeChange';
import { code, markdown } from './markdown';
import type { Place } from './types';

/** One of several hops that are proposed at once, and where its cluster is described. */
export interface PlacedHop {
  hop: TogetherHop;
  place: Place;
}

/** More than these are counted in the text of a pull request, and not named. */
const MOST_NAMED = 100;

/** Those in the file's own repository: each repository has a pull request. */
export function membersIn(
  { members }: TogetherWork,
  repository: string,
  placeOf: (hop: TogetherHop) => Place | undefined,
): PlacedHop[] {
  return members.flatMap(hop => {
    const place = placeOf(hop);
    return place?.file.repository.id === repository ? [{ hop, place }] : [];
  });
}

const KEYS = new WeakMap<PlacedHop[], string>();

/** The same as long as the same clusters are to be moved at once. */
export function membersKey(members: PlacedHop[]): string {
  const names = () =>
    members.map(({ hop }) => `${hop.cellId} ${hop.cluster.arn}`).sort();
  const key =
    KEYS.get(members) ??
    createHash('sha256').update(names().join('\n')).digest('hex').slice(0, 20);
  KEYS.set(members, key);
  return key;
}

/** Whether a hop is the one of a member. */
export function isSameHop(
  { cellId, cluster }: Pick<TogetherHop, 'cellId' | 'cluster'>,
  other: Pick<TogetherHop, 'cellId' | 'cluster'>,
): boolean {
  return cellId === other.cellId && cluster.arn === other.cluster.arn;
}

/**
 * The pull request of several hops. The same members at the same attempt make
 * the same one, whichever of them asks. Pure.
 */
export function describeTogether(
  work: TrackWork,
  { file }: Place,
  members: PlacedHop[],
  edits: ReadonlyMap<TogetherHop, FieldEdit[]>,
  portal: PortalAddress,
): ProposedChange {
  const { attempt, kind, name, rollout, to, wave } = work;
  const part = [kind, name].filter(Boolean).join('/');
  return {
    key: [rollout.id, wave.index, part, to, attempt, membersKey(members)].join(
      ' ',
    ),
    subject: `${rollout.id} wave ${wave.index} ${part} ${to}`,
    base: file.repository.branch,
    files: filesOf(members, edits),
    title: `${wave.name}: ${wordHop({ ...work, from: '' })} in ${wordCount(
      members.length,
    )}`,
    body: bodyOf(work, members, portal),
    labels: ['eks-fleet'],
    actor: work.startedBy,
  };
}

/** Several clusters may be described in one file. */
function filesOf(
  members: PlacedHop[],
  edits: ReadonlyMap<TogetherHop, FieldEdit[]>,
): ProposedFile[] {
  const byPath = new Map<string, FieldEdit[]>();
  for (const { hop, place } of members) {
    const own = edits.get(hop) ?? [];
    const { path } = place.file;
    if (own.length > 0) {
      byPath.set(path, [...(byPath.get(path) ?? []), ...own]);
    }
  }
  return [...byPath].map(([path, list]) => ({ path, edits: list }));
}

function bodyOf(
  work: TrackWork,
  members: PlacedHop[],
  portal: PortalAddress,
): string {
  const { approvedBy, attempt, rollout, startedBy, wave } = work;
  const link = rolloutUrl(portal, rollout.id);
  const rows = [
    ['Rollout', `[${markdown(rollout.title || rollout.name)}](${link})`],
    ['Wave', `${wave.index}: ${markdown(wave.name)}`],
    ['Started by', code(startedBy)],
    ...(approvedBy.length
      ? [['Approved by', approvedBy.map(code).join(', ')]]
      : []),
    ...(attempt > 1 ? [['Attempt', String(attempt)]] : []),
  ];
  const named = members.slice(0, MOST_NAMED).map(({ hop }) => {
    const cell = rolloutUrl(portal, rollout.id, hop.cellId);
    const way = wordHop({ ...work, from: hop.from });
    return `| [${markdown(hop.cluster.name)}](${cell}) | ${code(
      hop.cluster.arn,
    )} | ${code(way)} |`;
  });
  const more = members.length - named.length;
  return [
    `Moves ${wordCount(members.length)} at once.`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map(([key, value]) => `| ${key} | ${value} |`),
    '',
    '| Cell | Cluster | Change |',
    '| --- | --- | --- |',
    ...named,
    ...(more > 0 ? ['', `And ${more} more.`] : []),
    '',
    `It may be merged once the status ${code(
      GATES_CONTEXT,
    )} is green. Merged before, all of it counts as moved outside of the rollout, which then pauses. Closed unmerged, all of its cells count as failed. Another commit on this branch voids what was approved.`,
    '',
  ].join('\n');
}

function wordCount(count: number): string {
  return count === 1 ? '1 cluster' : `${count} clusters`;
}
