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

import { setImmediate } from 'node:timers/promises';
import type {
  PassCount,
  PolicyEngine,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ObservedException,
  ObservedPolicy,
  PolicyOutcome,
  PolicySink,
  PolicyTally,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { policyKey } from '../store/policyKey';
import type { NewFinding, PolicyTallies } from '../types';
import { addTally } from './addTally';
import { cleanException, cleanPolicy } from './cleanSnapshot';
import { cleanName, toFinding, type ResolvedOwner } from './toFinding';

/** What a feed last read, in short; the same for the same facts. */
export interface PolicyFeedDocument {
  engines: PolicyEngine[];
  policies: number;
  exceptions: number;
  fail: number;
  warn: number;
  error: number;
  exempt: number;
  passes?: PassCount;
  truncated: boolean;
  notes: string[];
}

/** More of them are nobody's doing by hand. */
const MOST_POLICIES = 5_000;
const MOST_EXCEPTIONS = 5_000;
/** Between as many, whatever else waits gets its turn. */
const OUTCOMES_AT_ONCE = 200;

/** Takes what a source reads, cleans it, and hands findings on as they come. */
export class SnapshotSink implements PolicySink {
  readonly #add: (findings: NewFinding[]) => Promise<void>;
  readonly #arn: string;
  readonly #resolve: (outcomes: PolicyOutcome[]) => Promise<ResolvedOwner[]>;
  readonly #signal: AbortSignal;
  readonly #policies = new Map<string, ObservedPolicy>();
  readonly #tallies = new Map<string, PolicyTallies>();
  readonly #exceptions = new Map<string, ObservedException>();
  readonly #counts = { fail: 0, warn: 0, error: 0, exempt: 0 };
  #isCut = false;
  /** Findings are written one batch after the other, whoever waits for it. */
  #writing: Promise<void> = Promise.resolve();

  constructor(options: {
    add: (findings: NewFinding[]) => Promise<void>;
    arn: string;
    resolve: (outcomes: PolicyOutcome[]) => Promise<ResolvedOwner[]>;
    signal: AbortSignal;
  }) {
    this.#add = options.add;
    this.#arn = options.arn;
    this.#resolve = options.resolve;
    this.#signal = options.signal;
  }

  get policies(): ObservedPolicy[] {
    return [...this.#policies.values()];
  }

  get tallies(): PolicyTallies[] {
    return [...this.#tallies.values()];
  }

  get exceptions(): ObservedException[] {
    return [...this.#exceptions.values()];
  }

  get notes(): string[] {
    return this.#isCut
      ? [
          `Only the first ${MOST_POLICIES} policies and ${MOST_EXCEPTIONS} exceptions were taken.`,
        ]
      : [];
  }

  policy(policy: ObservedPolicy): void {
    const clean = cleanPolicy(policy);
    this.#put(this.#policies, policyKey(clean), clean, MOST_POLICIES);
  }

  outcomes(outcomes: PolicyOutcome[]): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write(outcomes));
    // Whoever does not wait gets to know of a failure when all is settled.
    this.#writing.catch(() => {});
    return this.#writing;
  }

  tally(tally: PolicyTally): void {
    const policy = cleanName(tally.policy);
    const key = policyKey(policy);
    const known = this.#tallies.get(key);
    this.#put(
      this.#tallies,
      key,
      addTally(known, { ...tally, policy }),
      MOST_POLICIES,
    );
  }

  exception(exception: ObservedException): void {
    const clean = cleanException(exception);
    const { engine, kind, name, namespace } = clean;
    this.#put(
      this.#exceptions,
      JSON.stringify([engine, kind, namespace, name]),
      clean,
      MOST_EXCEPTIONS,
    );
  }

  /** Resolves when all that was given is with the store. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  document(
    read: Pick<
      PolicyFeedDocument,
      'engines' | 'notes' | 'passes' | 'truncated'
    >,
  ): PolicyFeedDocument {
    return {
      ...read,
      policies: new Set([...this.#policies.keys(), ...this.#tallies.keys()])
        .size,
      exceptions: this.#exceptions.size,
      ...this.#counts,
    };
  }

  async #write(outcomes: PolicyOutcome[]): Promise<void> {
    for (let begin = 0; begin < outcomes.length; begin += OUTCOMES_AT_ONCE) {
      // Of a source that does not mind its signal nothing more is written.
      this.#signal.throwIfAborted();
      const some = outcomes.slice(begin, begin + OUTCOMES_AT_ONCE);
      const owners = await this.#resolve(some);
      for (const { result } of some) {
        this.#counts[result] += 1;
      }
      await setImmediate();
      await this.#add(
        some.map((outcome, index) =>
          toFinding(this.#arn, outcome, owners[index]),
        ),
      );
    }
  }

  #put<T>(items: Map<string, T>, key: string, item: T, most: number): void {
    if (items.size < most || items.has(key)) {
      items.set(key, item);
    } else {
      this.#isCut = true;
    }
  }
}
