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
import type { KubernetesReader } from '../../kubernetes/client/types';
import type {
  PolicyOutcome,
  PolicySnapshot,
  PolicyTally,
} from '../../extensions/policySources';
import { CLOCK_TOLERANCE_MS } from '../common/clockTolerance';
import type { PolicyReadContext } from '../common/types';
import type { ExceptionNames } from '../kyverno/readExceptionNames';
import { Locator } from '../resources/Locator';
import type { ReportDocument } from './documents';
import { readReport, type ReadResult } from './readReport';
import type { ReportWriters } from './reportState';
import { ResultMerger } from './ResultMerger';

const MAX_STRANGE = 5;

/** What was read of reports, located and merged. */
export class ReportResults {
  readonly #exceptions: ExceptionNames;
  readonly #locator: Locator;
  readonly #merger = new ResultMerger();
  readonly #strange = new Map<string, number>();
  readonly #writers = new Map<string, Set<string>>();
  readonly #breaking = new Map<string, Set<string>>();
  #truncated = false;
  /** The latest time that a result has. */
  #latest = '';

  constructor(options: {
    reader: KubernetesReader;
    context: PolicyReadContext;
    exceptions: ExceptionNames;
    namespaces: Map<string, string> | 'forbidden';
  }) {
    this.#exceptions = options.exceptions;
    const { reader, context, namespaces } = options;
    this.#locator = new Locator(reader, context, namespaces);
  }

  /** Who wrote what was read, by kind: each engine, and of others each source. */
  get writers(): ReportWriters {
    return this.#writers;
  }

  /** Of them, those who wrote of anything that does not pass. */
  get breaking(): ReportWriters {
    return this.#breaking;
  }

  /**
   * @param kind - that the reports are of
   * @throws ObservationFailure
   */
  async add(kind: string, reports: ReportDocument[]): Promise<void> {
    for (const document of reports) {
      const report = readReport(document);
      report.results.forEach(result => this.#noteWriter(kind, result));
      this.#truncated ||= report.truncated;
      for (const word of report.strange) {
        this.#strange.set(word, (this.#strange.get(word) ?? 0) + 1);
      }
      for (const result of await this.#locator.locate(report.results)) {
        const { evaluatedAt = '' } = result;
        this.#latest = evaluatedAt > this.#latest ? evaluatedAt : this.#latest;
        this.#merger.add(this.#named(result), report.passesLeftOut);
      }
    }
  }

  /** Findings that are ready to be written. */
  take(options?: { all?: boolean }): PolicyOutcome[] {
    return this.#merger.take(options);
  }

  /**
   * What is known besides the findings. When the engine last looked is not
   * among it: a report that says the same as before keeps its old times.
   */
  summarize(options: { complete: boolean; nonePass: boolean; now: Date }): {
    tallies: PolicyTally[];
    notes: string[];
  } & Pick<PolicySnapshot, 'passes' | 'truncated'> {
    const tallies = this.#merger.tallies(options);
    const ahead = Date.parse(this.#latest) - options.now.getTime();
    const notes = [
      ...this.#locator.notes,
      ...this.#strangeNotes(),
      ...(ahead > CLOCK_TOLERANCE_MS
        ? ['Reports are dated later than now: a clock is wrong.']
        : []),
    ];
    return {
      tallies,
      passes: passesOf(tallies),
      truncated: this.#truncated,
      notes,
    };
  }

  #noteWriter(kind: string, { policy, source, verdict }: ReadResult): void {
    const writer = policy.engine === 'other' ? source : policy.engine;
    const isBroken = verdict !== 'pass' && verdict !== 'skip';
    for (const of of isBroken
      ? [this.#writers, this.#breaking]
      : [this.#writers]) {
      const known = of.get(kind) ?? new Set();
      of.set(kind, known.add(writer));
    }
  }

  #strangeNotes(): string[] {
    return [...this.#strange]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, MAX_STRANGE)
      .map(
        ([word, count]) =>
          `${count} results are “${word}”, which says neither that they pass nor that they do not.`,
      );
  }

  #named(result: ReadResult): ReadResult {
    const { exceptions } = result;
    return exceptions
      ? { ...result, exceptions: exceptions.map(this.#exceptionKey) }
      : result;
  }

  readonly #exceptionKey = (name: string): string => {
    const keys = this.#exceptions.keys.get(name);
    return keys?.length === 1 ? keys[0] : name;
  };
}

function passesOf(tallies: PolicyTally[]): PassCount | undefined {
  const counts = new Set(tallies.map(({ passes }) => passes));
  if (counts.size > 1) {
    return 'atLeast';
  }
  return [...counts][0];
}
