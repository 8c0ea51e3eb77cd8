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

import type { PassCount } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  PolicyOutcome,
  PolicySink,
  PolicySnapshot,
  PolicyTally,
} from '../../extensions/policySources';
import { cleanName } from '../common/text';
import type { ReadResult } from '../reports/readReport';
import { ResultMerger } from '../reports/ResultMerger';
import { PodFolder } from './PodFolder';
import type { PolicyReporterClient } from './PolicyReporterClient';
import {
  engineOf,
  readSources,
  refuseFilling,
  refuseLost,
  stateOf,
  type SourceCounts,
} from './readSources';
import { SourceReading } from './SourceReading';

const WORDS = new Set(['pass', 'fail', 'warn', 'error', 'skip']);
const MAX_STRANGE = 5;

/**
 * Reads what a Policy Reporter has of a cluster: findings in pages, and passes
 * as counts alone.
 *
 * @param owners - that labels of namespaces name, by namespace; where they are read
 * @throws ObservationFailure
 */
export async function readPolicyReporter(
  client: PolicyReporterClient,
  sink: PolicySink,
  options: {
    previous?: string;
    owners?: ReadonlyMap<string, string>;
  },
): Promise<PolicySnapshot> {
  const { owners, previous } = options;
  const sources = await readSources(client);
  refuseLost(previous, sources);
  const merger = new ResultMerger();
  const folder = new PodFolder(client);
  const readings: SourceReading[] = [];
  for (const source of sources) {
    const reading = new SourceReading({ client, folder, source });
    await reading.findings(async results => {
      results.forEach(result => merger.add(owned(result, owners)));
      await give(sink, merger.take());
    });
    await reading.count();
    readings.push(reading);
  }
  const after = await readSources(client);
  refuseFilling(sources, after);
  await give(sink, merger.take({ all: true }));
  const tallies = readings.flatMap(reading =>
    reading.tallies(
      recordsPasses(reading.source, sources),
      after.find(({ source }) => source === reading.source.source),
    ),
  );
  tallies.forEach(tally => sink.tally(tally));
  return {
    state: stateOf(sources),
    engines: [],
    passes: passesOf(tallies),
    notes: [
      ...strangeNotes(sources),
      ...(folder.hasFolded
        ? [
            'Policy Reporter has results of pods besides those of what controls them, so passes are not known whole; `uncontrolledOnly` in its `sourceFilters` leaves them out.',
          ]
        : []),
    ],
  };
}

async function give(
  sink: PolicySink,
  outcomes: PolicyOutcome[],
): Promise<void> {
  if (outcomes.length > 0) {
    await sink.outcomes(outcomes);
  }
}

function owned(
  result: ReadResult,
  owners: ReadonlyMap<string, string> | undefined,
): ReadResult {
  const { kind, name, namespace } = result.resource;
  const value = owners?.get((kind === 'Namespace' ? name : namespace) ?? '');
  return value
    ? { ...result, ownerLabel: { value, from: 'namespace' } }
    : result;
}

/** Whether whoever writes these results writes that something passes. */
function recordsPasses(
  { source }: SourceCounts,
  sources: readonly SourceCounts[],
): boolean {
  const writer = writerOf(source);
  return sources.some(
    each => writerOf(each.source) === writer && each.counts.get('pass'),
  );
}

/** Kyverno reports on the API server's own policies as well. */
function writerOf(source: string): string {
  const engine = engineOf(source);
  return engine === 'vap' ? 'kyverno' : engine;
}

function passesOf(tallies: PolicyTally[]): PassCount | undefined {
  const counts = new Set(tallies.map(({ passes }) => passes));
  return counts.size > 1 ? 'atLeast' : [...counts][0];
}

function strangeNotes(sources: readonly SourceCounts[]): string[] {
  const strange = new Map<string, number>();
  for (const { counts } of sources) {
    for (const [word, count] of counts) {
      if (!WORDS.has(word) && count > 0) {
        const name = cleanName(word, 40) ?? 'none';
        strange.set(name, (strange.get(name) ?? 0) + count);
      }
    }
  }
  return [...strange]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MAX_STRANGE)
    .map(
      ([word, count]) =>
        `${count} results are “${word}”, which says neither that they pass nor that they do not.`,
    );
}
