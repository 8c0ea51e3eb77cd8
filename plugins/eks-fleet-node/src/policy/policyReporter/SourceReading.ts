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

import type { PolicyName, PolicyTally } from '../../extensions/policySources';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { policyOfResult } from '../reports/policyOfResult';
import { readReport, type ReadResult } from '../reports/readReport';
import { MADE_KINDS, type PodFolder } from './PodFolder';
import type { PolicyReporterClient, Query } from './PolicyReporterClient';
import { readPages } from './readPages';
import type { SourceCounts } from './readSources';
import type { PolicyDocument, ResultItem } from './types';

const SCOPES = ['namespace-scoped', 'cluster-scoped'] as const;

/** What is asked for: what does not pass, and what an exception may have made pass or be skipped. */
const WANTED: Query[] = [
  { status: ['fail', 'warn', 'error', 'skip'] },
  { status: 'pass', rules: 'exception' },
];

/** Exempt results by policy, among passes and among skips. */
type Exempt = Map<string, { pass: number; skip: number }>;

/** Reads what Policy Reporter has of one source of results. */
export class SourceReading {
  readonly source: SourceCounts;
  readonly #client: PolicyReporterClient;
  readonly #folder: PodFolder;
  readonly #exempt: Exempt[] = [];
  #counted: Counted[] = [];
  #hasFolded = false;

  constructor(options: {
    client: PolicyReporterClient;
    folder: PodFolder;
    source: SourceCounts;
  }) {
    this.#client = options.client;
    this.#folder = options.folder;
    this.source = options.source;
  }

  /**
   * Hands over what does not pass or is exempt, page by page. Some of it may be
   * handed over again.
   *
   * @throws ObservationFailure
   */
  async findings(
    take: (results: ReadResult[]) => Promise<void>,
  ): Promise<void> {
    const { source } = this.source;
    for (const scope of SCOPES) {
      for (const wanted of WANTED.filter(query => this.#hasAny(query))) {
        const exempt: Exempt = new Map();
        this.#exempt.push(exempt);
        // Results without a resource are among those of the cluster, or of the
        // namespace of their report.
        await readPages<ResultItem>(
          this.#client,
          {
            path: `/v2/${scope}/results`,
            query: { sources: source, ...wanted },
          },
          {
            begin: () => exempt.clear(),
            take: async items => {
              const results = items.flatMap(item => readItem(item, source));
              const findings = results.filter(isFinding);
              findings.forEach(result => countExempt(exempt, result));
              await take(
                await this.#folder.fold(findings.map(({ result }) => result)),
              );
            },
          },
        );
      }
    }
  }

  /**
   * Asks for the counts of all policies. After the findings, as these say
   * whether pods are among them.
   *
   * @throws ObservationFailure
   */
  async count(): Promise<void> {
    const { source } = this.source;
    this.#hasFolded = this.#folder.takeFolded();
    const documents = await this.#client.get<PolicyDocument[] | null>(
      '/v2/policies',
      {
        sources: source,
        // Of pods that are one with what controls them, nobody counts how many
        // pass.
        ...(this.#hasFolded && {
          exclude: MADE_KINDS.map(kind => `${source}:${kind}`),
        }),
      },
    );
    this.#counted = countPolicies(documents, source);
  }

  /**
   * Counts by policy.
   *
   * @param recorded - whether the engine's passes are written at all
   * @param after - what there was of this source when all was read
   */
  tallies(recorded: boolean, after: SourceCounts | undefined): PolicyTally[] {
    const isWhole = !this.#hasFolded && this.#addsUp(after);
    return this.#counted.map(({ pass, policy, skip }) => {
      const exempt = this.#exemptOf(policy);
      return {
        policy,
        passes: recorded ? (isWhole && 'exact') || 'atLeast' : 'notRecorded',
        ...(recorded && { pass: Math.max(0, pass - exempt.pass) }),
        skip: Math.max(0, skip - exempt.skip),
      };
    });
  }

  /**
   * Whether no pass is missing among the policies, which were counted between
   * two moments: of rows that differ in severity or category Policy Reporter
   * counts the last one alone.
   */
  #addsUp(after: SourceCounts | undefined): boolean {
    const sum = this.#counted.reduce((all, { pass }) => all + pass, 0);
    const passes = [this.source, after].map(of => of?.counts.get('pass') ?? 0);
    return sum >= Math.min(...passes) && sum <= Math.max(...passes);
  }

  #hasAny({ status }: Query): boolean {
    return [status]
      .flat()
      .some(word => (this.source.counts.get(String(word)) ?? 0) > 0);
  }

  #exemptOf(policy: PolicyName): { pass: number; skip: number } {
    const key = keyOf(policy);
    return this.#exempt.reduce(
      (sum, counted) => {
        const { pass = 0, skip = 0 } = counted.get(key) ?? {};
        return { pass: sum.pass + pass, skip: sum.skip + skip };
      },
      { pass: 0, skip: 0 },
    );
  }
}

interface Counted {
  policy: PolicyName;
  pass: number;
  skip: number;
}

/** Several of them may be one, as thousands of known weaknesses are. */
function countPolicies(documents: unknown, source: string): Counted[] {
  // Without any policy Go has no list either.
  if (!Array.isArray(documents) && documents !== null) {
    throw new ObservationFailure(
      'invalid',
      'What answers at /v2/policies is no list of Policy Reporter, or too long a one',
    );
  }
  const counted = new Map<string, Counted>();
  for (const document of (documents ?? []) as PolicyDocument[]) {
    const { policy: name, results } = document ?? {};
    const { policy } = policyOfResult({ source, policy: name });
    const key = keyOf(policy);
    const { pass = 0, skip = 0 } = counted.get(key) ?? {};
    counted.set(key, {
      policy,
      pass: pass + countOf(results?.pass),
      skip: skip + countOf(results?.skip),
    });
  }
  return [...counted.values()];
}

interface Item {
  result: ReadResult;
  /** As Policy Reporter has it. */
  status: unknown;
}

function readItem(item: ResultItem, source: string): Item[] {
  const { apiVersion, kind, name, namespace, status, timestamp, ...rest } =
    item;
  const { results } = readReport({
    source,
    metadata: {
      namespace: typeof namespace === 'string' ? namespace : undefined,
    },
    results: [
      {
        ...rest,
        result: status,
        timestamp: { seconds: timestamp },
        resources: kind ? [{ apiVersion, kind, name, namespace }] : undefined,
      },
    ],
  });
  return results.map(result => ({ result, status }));
}

function isFinding({ result: { verdict } }: Item): boolean {
  return verdict !== 'pass' && verdict !== 'skip';
}

function countExempt(exempt: Exempt, { result, status }: Item): void {
  if (result.verdict === 'exempt' && (status === 'pass' || status === 'skip')) {
    const key = keyOf(result.policy);
    const counted = exempt.get(key) ?? { pass: 0, skip: 0 };
    counted[status] += 1;
    exempt.set(key, counted);
  }
}

function keyOf({ engine, kind, name, namespace }: PolicyName): string {
  return JSON.stringify([engine, kind, namespace ?? '', name]);
}

function countOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}
