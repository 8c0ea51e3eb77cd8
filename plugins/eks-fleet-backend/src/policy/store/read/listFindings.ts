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
import { NO_DUE_DATE, timeOf } from '../codes';
import type {
  FindingPage,
  FindingPageRequest,
  FindingSelection,
} from '../types';
import { FindingQuestion } from './FindingQuestion';
import { readFindings, type FindingPlace } from './readFindings';
import { orderedGroups, type Group } from './orderedGroups';

/** Of so many it is cheap to take all. */
const FEW_FINDINGS = 20_000;

/** One page of findings: first which, by their short rows, then all of them. */
export async function listFindings(
  knex: Knex,
  selection: FindingSelection,
  page: FindingPageRequest,
): Promise<FindingPage> {
  const question = await FindingQuestion.of(knex, selection);
  const edge = page.after ?? page.before;
  const places = await findPlaces(question, {
    field: page.order.field,
    isAscending:
      (page.order.direction === 'asc') !== (page.before !== undefined),
    limit: page.limit + 1,
    edge: edge && {
      key: edge.key,
      id: await idOf(knex, edge.fingerprint, question),
    },
  });
  const hasMore = places.length > page.limit;
  const shown = places.slice(0, page.limit);
  if (page.before) {
    shown.reverse();
  }
  const records = await readFindings(knex, shown, question.reach);
  const positions = shown.flatMap(({ id, key }) => {
    const record = records.get(id);
    return record ? [{ key, fingerprint: record.fingerprint }] : [];
  });
  return {
    records: shown.flatMap(({ id }) => records.get(id) ?? []),
    first: positions.at(0),
    last: positions.at(-1),
    hasMore,
  };
}

interface PlaceRequest {
  field: FindingPageRequest['order']['field'];
  isAscending: boolean;
  limit: number;
  /** Where to go on; an id of 0 is before all of its key. */
  edge?: { key: string | number; id: number };
}

async function findPlaces(
  question: FindingQuestion,
  request: PlaceRequest,
): Promise<FindingPlace[]> {
  switch (request.field) {
    case 'firstSeen':
      return byColumn(question, request, 'first_seen');
    case 'due':
      return byColumn(question, request, 'due_at');
    case 'namespace':
      return byColumn(question, request, 'namespace');
    default:
      return byGroup(question, request);
  }
}

async function byColumn(
  question: FindingQuestion,
  { edge, isAscending, limit }: PlaceRequest,
  column: 'due_at' | 'first_seen' | 'namespace',
): Promise<FindingPlace[]> {
  const direction = isAscending ? 'asc' : 'desc';
  const query = question
    .findings()
    .select('findings.id', `findings.${column} as order_key`)
    .orderBy(`findings.${column}`, direction)
    .orderBy('findings.id', direction)
    .limit(limit);
  if (edge) {
    query.whereRaw(
      `(findings.${column}, findings.id) ${isAscending ? '>' : '<'} (?, ?)`,
      [column === 'namespace' ? edge.key : toMilliseconds(edge.key), edge.id],
    );
  }
  const rows: Array<{ id: number | string; order_key: number | string }> =
    await query;
  return rows.map(row => ({
    id: Number(row.id),
    key: column === 'namespace' ? row.order_key : timeOf(row.order_key),
  }));
}

function toMilliseconds(key: string | number): number {
  return Date.parse(String(key)) || NO_DUE_DATE;
}

/**
 * By what few values have: the values one after the other, some at a time, as
 * many as are known to have enough for the page.
 */
async function byGroup(
  question: FindingQuestion,
  { edge, field, isAscending, limit }: PlaceRequest,
): Promise<FindingPlace[]> {
  const { column, groups } = await orderedGroups(question, field);
  const ordered = isAscending ? groups : [...groups].reverse();
  const isBehind = (group: Group) =>
    edge === undefined ||
    (isAscending ? group.key >= edge.key : group.key <= edge.key);
  const left = ordered.filter(isBehind);
  const places: FindingPlace[] = [];
  let wanted = limit;
  while (left.length > 0 && places.length < limit) {
    const some = takeGroups(left, wanted);
    places.push(
      ...(await ofGroups(question, some, {
        column,
        edge,
        isAscending,
        limit: limit - places.length,
      })),
    );
    wanted *= 20;
  }
  return places;
}

/** The next groups that may have so many findings together. */
function takeGroups(left: Group[], wanted: number): Group[] {
  const some: Group[] = [];
  let found = 0;
  while (left.length > 0 && found < wanted) {
    const group = left.shift()!;
    some.push(group);
    found += group.findings;
  }
  return some;
}

async function ofGroups(
  question: FindingQuestion,
  groups: Group[],
  request: Omit<PlaceRequest, 'field'> & { column: string },
): Promise<FindingPlace[]> {
  const { column, edge, isAscending, limit } = request;
  const direction = isAscending ? 'asc' : 'desc';
  const at = edge && groups.find(({ key }) => key === edge.key);
  const than = isAscending ? '>' : '<';
  const place = new Map(groups.map((group, index) => [group.value, index]));
  const query = question.findings().limit(limit).select('findings.id');
  if (groups.length === 1) {
    query
      .whereRaw(`findings.${column} = ${groups[0].value}`)
      .select(`findings.${column} as value`)
      .orderByRaw(
        // Few are sorted sooner than all findings are walked in their order.
        groups[0].findings <= FEW_FINDINGS
          ? `findings.id + 0 ${direction}`
          : `findings.id ${direction}`,
      );
  } else {
    query
      .joinRaw(
        `join (select listed.column1 as value, listed.column2 as place from (values ${groups
          .map(({ value }) => `(${value}, ${place.get(value)})`)
          .join(
            ', ',
          )}) as listed) as places on places.value = findings.${column}`,
      )
      .select('places.value')
      .orderBy('places.place')
      .orderBy('findings.id', direction);
  }
  if (at) {
    query.whereRaw(
      `(findings.${column} <> ${at.value} or findings.id ${than} ?)`,
      [edge.id],
    );
  }
  const keys = new Map(groups.map(({ key, value }) => [value, key]));
  const rows: Array<{ id: number | string; value: number }> = await query;
  return rows.map(row => ({ id: Number(row.id), key: keys.get(row.value)! }));
}

/** Cursors name findings as they are named outside. */
async function idOf(
  knex: Knex,
  fingerprint: string,
  { reach }: FindingQuestion,
): Promise<number> {
  const query = knex('finding_texts as texts')
    .join('findings', 'findings.id', 'texts.id')
    .where('texts.fingerprint', fingerprint)
    .orderBy('texts.id', 'desc')
    .select('texts.id');
  reach.where(query, 'findings.cluster_id');
  const row: { id: number | string } | undefined = await query.first();
  return Number(row?.id ?? 0);
}
