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
import type { PolicyName } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { NewFinding } from '../../types';
import { RESULTS, resultCode, severityCode } from '../codes';
import { keyOf, policyKey } from '../policyKey';
import type { Counts } from '../rows';

/** A cluster of which one source names more is not read to its end. */
export const MOST_POLICIES = 5_000;

/** What is remembered of a finding that was taken. */
export interface TakenFinding {
  hash: string;
  result: number;
  severity: number;
  policy: string;
}

/** Open findings of one policy, by severity's code. */
export type CountsBySeverity = Map<number, Counts>;

/** What differs where two scans find the same in other words, or owned by others. */
export function findingHash(finding: NewFinding): string {
  return keyOf(
    [
      finding.result,
      finding.severity,
      finding.message,
      finding.apiVersion,
      finding.owner,
      finding.ownerFrom,
      finding.exceptions,
      Object.entries(finding.properties).sort(([a], [b]) => (a < b ? -1 : 1)),
    ],
    16,
  );
}

/**
 * Which findings a snapshot has, each once, without their texts: of two with
 * one fingerprint the worse stays, in whatever order they come.
 */
export class SnapshotContents {
  readonly #taken = new Map<string, TakenFinding>();
  readonly #policies = new Map<string, PolicyName>();
  readonly #keys = new Map<string, string>();
  readonly #truncated = new Set<string>();
  #dropped = 0;

  get taken(): ReadonlyMap<string, TakenFinding> {
    return this.#taken;
  }

  /** By their keys. */
  get policies(): ReadonlyMap<string, PolicyName> {
    return this.#policies;
  }

  /** Keys of policies of which something was left out. */
  get truncated(): ReadonlySet<string> {
    return this.#truncated;
  }

  /** How many were left out. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Whether it is to be written: new in this snapshot, or worse than its like. */
  take(finding: NewFinding): boolean {
    const policy = this.#keyOf(finding.policy);
    if (!this.#policies.has(policy)) {
      if (this.#policies.size >= MOST_POLICIES) {
        this.#dropped += 1;
        return false;
      }
      this.#policies.set(policy, finding.policy);
    }
    const next = {
      hash: findingHash(finding),
      result: resultCode(finding.result),
      severity: severityCode(finding.severity),
      policy,
    };
    const before = this.#taken.get(finding.fingerprint);
    if (before && !isWorse(next, before)) {
      return false;
    }
    this.#taken.set(finding.fingerprint, next);
    return true;
  }

  /** Most findings are of few policies. */
  #keyOf(policy: PolicyName): string {
    const { engine, kind, namespace = '', name } = policy;
    const text = JSON.stringify([engine, kind, namespace, name]);
    const key = this.#keys.get(text) ?? policyKey(policy);
    if (this.#keys.size < MOST_POLICIES) {
      this.#keys.set(text, key);
    }
    return key;
  }

  /** Leaves out what there is no room for. */
  drop(fingerprint: string): void {
    const finding = this.#taken.get(fingerprint);
    if (finding) {
      this.#taken.delete(fingerprint);
      this.#truncated.add(finding.policy);
      this.#dropped += 1;
    }
  }

  /** By the policies' keys. */
  counts(): Map<string, CountsBySeverity> {
    const counts = new Map<string, CountsBySeverity>();
    for (const { policy, result, severity } of this.#taken.values()) {
      const bySeverity = counts.get(policy) ?? new Map<number, Counts>();
      const of = bySeverity.get(severity) ?? noCounts();
      of[RESULTS[result]] += 1;
      bySeverity.set(severity, of);
      counts.set(policy, bySeverity);
    }
    return counts;
  }

  /** The same for the same findings in any order. */
  digest(): string {
    const hash = createHash('sha256');
    for (const fingerprint of [...this.#taken.keys()].sort()) {
      hash.update(`${fingerprint}${this.#taken.get(fingerprint)!.hash}`);
    }
    return hash.digest('hex');
  }
}

export function noCounts(): Counts {
  return { fail: 0, warn: 0, error: 0, exempt: 0 };
}

/** The worst code among what is not exempt. */
export function worstSeverity(bySeverity: CountsBySeverity): number {
  return Math.max(
    0,
    ...Array.from(bySeverity, ([severity, { fail, warn, error }]) =>
      fail + warn + error > 0 ? severity : 0,
    ),
  );
}

function isWorse(next: TakenFinding, before: TakenFinding): boolean {
  return next.result === before.result
    ? next.hash < before.hash
    : next.result > before.result;
}
