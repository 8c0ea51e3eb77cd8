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

import { ObservationFailure } from '../../observation/ObservationFailure';
import { cleanName } from '../common/text';
import { policyOfResult } from '../reports/policyOfResult';
import type { PolicyReporterClient } from './PolicyReporterClient';
import type { FindingsDocument } from './types';

/** How many results there are of a source of results, by result. */
export interface SourceCounts {
  /** As Policy Reporter has it: it filters by this. */
  source: string;
  total: number;
  /** By word, those among them that no result can be. */
  counts: ReadonlyMap<string, number>;
}

/** Sources are engines and scanners: a dozen. */
const MAX_SOURCES = 100;
const MAX_WORDS = 20;

/**
 * What there is, by source: of policies that have one name in two of them
 * Policy Reporter makes one, and of a result it does not say which it is of.
 *
 * @throws ObservationFailure
 */
export async function readSources(
  client: PolicyReporterClient,
): Promise<SourceCounts[]> {
  const document = await client.get<FindingsDocument>('/v2/findings');
  const { counts } = document ?? {};
  // Without any result Go has no list either.
  if (!document || !(Array.isArray(counts) || (counts ?? null) === null)) {
    throw new ObservationFailure(
      'invalid',
      'What answers at /v2/findings is not Policy Reporter',
    );
  }
  const sources = (counts ?? [])
    .filter(each => each && typeof each.source === 'string')
    .map(({ source, total, counts: words }) => ({
      source: String(source),
      total: countOf(total),
      counts: new Map(
        Object.entries(words ?? {})
          .slice(0, MAX_WORDS)
          .map(([word, count]) => [word, countOf(count)]),
      ),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => (a.source < b.source ? -1 : 1));
  if (sources.length > MAX_SOURCES) {
    throw new ObservationFailure(
      'invalid',
      `Policy Reporter has results of ${sources.length} sources, of which nobody has as many`,
    );
  }
  return sources;
}

/** Keeps what is known where Policy Reporter has lost what it had, or is still reading it. */
export function refuseLost(
  previous: string | undefined,
  sources: readonly SourceCounts[],
): void {
  for (const [source, before] of Object.entries(countsOf(previous))) {
    // An engine may go on under another name, as Kyverno does with CEL.
    const goesOn = sources.some(
      each => engineOf(each.source) === engineOf(source),
    );
    if (!goesOn) {
      throw new ObservationFailure(
        'notInstalled',
        `Policy Reporter has no results of ${
          cleanName(source, 63) || 'a source without a name'
        } any more, of which it had ${before}, passing ones among them`,
      );
    }
  }
}

/** What changes by a tenth while it is read is not all there yet. */
const STILL = 0.1;
const FEW = 20;

/** @throws ObservationFailure where results came in by the heap meanwhile */
export function refuseFilling(
  before: readonly SourceCounts[],
  after: readonly SourceCounts[],
): void {
  const [first, then] = [before, after].map(sources =>
    sources.reduce((sum, { total }) => sum + total, 0),
  );
  if (Math.abs(then - first) > Math.max(FEW, first * STILL)) {
    throw new ObservationFailure(
      'timeout',
      `Policy Reporter had ${first} results when it was asked, and ${then} a moment later: it is still reading reports`,
    );
  }
}

/**
 * To have back next time: of sources that say what passes, as only those can
 * not end by everything being mended.
 */
export function stateOf(sources: readonly SourceCounts[]): string {
  const kept = sources.filter(({ counts }) => (counts.get('pass') ?? 0) > 0);
  return JSON.stringify({
    counts: Object.fromEntries(
      kept.map(({ source, total }) => [source.slice(0, 100), total]),
    ),
  }).slice(0, 4000);
}

function countsOf(state: string | undefined): Record<string, number> {
  try {
    const { counts } = JSON.parse(state ?? '{}') as {
      counts?: Record<string, number>;
    };
    return counts ?? {};
  } catch {
    return {};
  }
}

/** @returns engine of a policy, and its kind where the engine is not known */
export function engineOf(source: string): string {
  const { engine, kind } = policyOfResult({ source }).policy;
  return engine === 'other' || engine === 'trivy'
    ? `${engine} ${kind}`
    : engine;
}

function countOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}
