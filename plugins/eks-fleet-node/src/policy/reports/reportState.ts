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
import { ObservationFailure } from '../../observation/ObservationFailure';
import { resourceName } from '../common/allowed';
import type { ServedApis, ServedKind } from '../common/servedApis';
import type { ReportPlan } from './planReports';
import { hasEngine } from './reportKinds';

/** A kind of reports and what to read of it; nothing where it may not be listed. */
export interface PlannedKind {
  kind: ServedKind;
  plan?: ReportPlan;
}

/** Counts up when the same reports are read in another way. */
const READING = 1;

interface ReportState {
  reading: number;
  hash: string;
  /** How many there were of each kind. */
  counts: Record<string, number>;
  /** Who wrote of what does not pass, by kind; each in short. */
  writers?: Record<string, string[]>;
}

/** Who wrote reports, by kind. */
export type ReportWriters = ReadonlyMap<string, ReadonlySet<string>>;

const MOST_WRITERS = 40;

/**
 * Names what is there of reports, in whichever order it was listed.
 *
 * @param beside - what else outcomes depend on
 */
export function stateOf(kinds: PlannedKind[], beside: unknown): string {
  const hashes = kinds
    .map(({ kind, plan }) => `${resourceName(kind)} ${plan?.hash ?? ''}`)
    .sort();
  const counts = kinds
    .filter(({ plan }) => plan)
    .map(({ kind, plan }) => [resourceName(kind), plan!.rows] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const state: ReportState = {
    reading: READING,
    hash: createHash('sha256')
      .update(JSON.stringify([hashes, beside]))
      .digest('base64url'),
    counts: Object.fromEntries(counts),
  };
  return JSON.stringify(state);
}

/** With who wrote of what does not pass, to have back next time. */
export function withWriters(state: string, writers: ReportWriters): string {
  return JSON.stringify({
    ...parseState(state),
    writers: Object.fromEntries(
      [...writers].sort().map(([name, of]) => [name, shortened(of)]),
    ),
  });
}

/** Whether the same reports are there, whoever wrote them. */
export function isSameState(
  previous: string | undefined,
  state: string,
): boolean {
  const { writers: _writers, ...before } = parseState(previous);
  return JSON.stringify(before) === state;
}

/**
 * Keeps what is known of reports that went away with their API, where no other
 * kind has reports of all who wrote them: one API after the other is
 * uninstalled, and nothing is mended by that.
 *
 * @throws ObservationFailure
 */
export function refuseOrphaned(
  previous: string | undefined,
  kinds: PlannedKind[],
  writers: ReportWriters,
): void {
  const before = parseState(previous);
  for (const [name, wrote] of Object.entries(before.writers ?? {})) {
    const isServed = kinds.some(({ kind }) => resourceName(kind) === name);
    const others = [...writers]
      .filter(([other]) => isOfCluster(other) === isOfCluster(name))
      .flatMap(([, of]) => shortened(of));
    if (!isServed && wrote.some(writer => !others.includes(writer))) {
      throw new ObservationFailure(
        'notInstalled',
        `The API server does not serve ${name} any more, of which there were ${
          before.counts?.[name] ?? 'some'
        }, and no other reports are of the same engine`,
      );
    }
  }
}

function shortened(writers: ReadonlySet<string>): string[] {
  return [...writers]
    .map(writer =>
      createHash('sha256').update(writer).digest('base64url').slice(0, 8),
    )
    .sort()
    .slice(0, MOST_WRITERS);
}

function isOfCluster(name: string): boolean {
  return name.startsWith('cluster');
}

/**
 * Keeps what is known where reports are not there any more for another reason
 * than that nothing is broken.
 *
 * @throws ObservationFailure
 */
export function refuseVanished(
  previous: string | undefined,
  kinds: PlannedKind[],
  apis: ServedApis,
): void {
  for (const [name, before] of Object.entries(countsOf(previous))) {
    const now = kinds.find(({ kind }) => resourceName(kind) === name);
    if (before === 0 || now?.plan?.rows) {
      continue;
    }
    if (now && !now.plan) {
      throw new ObservationFailure(
        'forbidden',
        `May no longer list ${name}, of which there were ${before}`,
      );
    }
    const isMoved = kinds.some(
      ({ kind, plan }) =>
        isOfCluster(resourceName(kind)) === isOfCluster(name) &&
        resourceName(kind) !== name &&
        plan?.rows,
    );
    const isEmptied = now !== undefined && hasEngine(apis);
    if (!isMoved && !isEmptied) {
      throw new ObservationFailure(
        'notInstalled',
        `There are no ${name} any more, of which there were ${before}, nor an engine that writes them`,
      );
    }
  }
}

function countsOf(state: string | undefined): Record<string, number> {
  return parseState(state).counts ?? {};
}

function parseState(state: string | undefined): Partial<ReportState> {
  try {
    return (JSON.parse(state ?? '{}') ?? {}) as Partial<ReportState>;
  } catch {
    return {};
  }
}
