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
import type { PassCount } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  PolicyOutcome,
  PolicyTally,
} from '../../extensions/policySources';
import type { ReadResult } from './readReport';

/** From the one that counts least to the one that counts most. */
const RANKS = ['skip', 'pass', 'exempt', 'warn', 'error', 'fail'] as const;
const RANKS_PER_POLICY = 8;
const FIRST_FINDING = RANKS.indexOf('exempt');

/** How many of passes and skips are told apart; of more there are at least as many. */
const MAX_COUNTED = 500_000;
/** Findings that wait to be compared with others on the same resource. */
const MAX_HELD = 5_000;

interface SeenPolicy {
  name: PolicyOutcome['policy'];
  index: number;
  writer: string;
  passesLeftOut: boolean;
}

/**
 * Makes one outcome of all results of a rule on a resource: of both report
 * APIs, and of the pods of one workload. The worst counts, whichever comes
 * first. Holds no more than a bounded part of it.
 */
export class ResultMerger {
  readonly #policies = new Map<string, SeenPolicy>();
  /** Policy and rank in one number, by a hash of what the result is of. */
  readonly #seen = new Map<number, number>();
  /** Those of which a pass was seen. */
  readonly #passing = new Set<string>();
  readonly #held = new Map<number, PolicyOutcome>();
  #uncounted = false;

  add(result: ReadResult, passesLeftOut = false): void {
    const policy = this.#policyOf(result, passesLeftOut);
    const rank = RANKS.indexOf(result.verdict);
    if (result.verdict === 'pass') {
      this.#passing.add(policy.writer);
    }
    const key = keyOf(result);
    const before = this.#seen.get(key);
    const rankBefore = before === undefined ? -1 : before % RANKS_PER_POLICY;
    if (rank < rankBefore) {
      return;
    }
    if (before === undefined && rank < FIRST_FINDING) {
      if (this.#seen.size >= MAX_COUNTED) {
        this.#uncounted = true;
        return;
      }
    }
    this.#seen.set(key, policy.index * RANKS_PER_POLICY + rank);
    if (rank < FIRST_FINDING) {
      return;
    }
    const outcome = toOutcome(result);
    const held = this.#held.get(key);
    if (rank > rankBefore) {
      this.#held.set(key, outcome);
    } else if (held) {
      this.#held.set(key, firstOf(held, outcome));
    }
  }

  /** Findings that have to wait no longer; at the end, all of them. */
  take({ all = false } = {}): PolicyOutcome[] {
    if (this.#held.size === 0 || (!all && this.#held.size < MAX_HELD)) {
      return [];
    }
    const outcomes = [...this.#held.values()];
    this.#held.clear();
    return outcomes;
  }

  /**
   * Counts by policy.
   *
   * @param complete - whether every report has been read
   * @param nonePass - whether none of all the reports has a pass
   */
  tallies({
    complete,
    nonePass,
  }: {
    complete: boolean;
    nonePass: boolean;
  }): PolicyTally[] {
    const policies = [...this.#policies.values()];
    const counts = policies.map(() => ({ pass: 0, skip: 0 }));
    for (const seen of this.#seen.values()) {
      const rank = RANKS[seen % RANKS_PER_POLICY];
      if (rank === 'pass' || rank === 'skip') {
        counts[Math.floor(seen / RANKS_PER_POLICY)][rank] += 1;
      }
    }
    return policies.map(policy => {
      const { name, index } = policy;
      const passes = this.#passCountOf(policy, { complete, nonePass });
      return {
        policy: name,
        passes,
        ...(passes !== 'notRecorded' && { pass: counts[index].pass }),
        skip: counts[index].skip,
      };
    });
  }

  #passCountOf(
    { writer, passesLeftOut }: SeenPolicy,
    { complete, nonePass }: { complete: boolean; nonePass: boolean },
  ): PassCount {
    const none = !this.#passing.has(writer) && (complete || nonePass);
    if (passesLeftOut || none) {
      return 'notRecorded';
    }
    return complete && !this.#uncounted ? 'exact' : 'atLeast';
  }

  #policyOf(result: ReadResult, passesLeftOut: boolean): SeenPolicy {
    const { engine, kind, namespace = '', name } = result.policy;
    const key = [engine, kind, namespace, name].join('\n');
    let policy = this.#policies.get(key);
    if (!policy) {
      policy = {
        name: result.policy,
        index: this.#policies.size,
        writer: writerOf(result.policy),
        passesLeftOut: false,
      };
      this.#policies.set(key, policy);
    }
    policy.passesLeftOut ||= passesLeftOut;
    return policy;
  }
}

/** Who writes, or does not write, that a policy passes. */
function writerOf({ engine, kind }: PolicyOutcome['policy']): string {
  // Kyverno reports on the API server's own policies as well.
  return engine === 'kyverno' || engine === 'vap'
    ? 'kyverno'
    : `${engine} ${kind}`;
}

/** What a result is of: neither its message nor its result, nor which pod it was. */
function keyOf({ policy, rule, resource }: ReadResult): number {
  const { apiVersion, kind, name } = resource.controller ?? resource;
  const parts = [
    policy.engine,
    policy.kind,
    policy.namespace,
    policy.name,
    rule,
    groupOf(apiVersion),
    kind,
    resource.namespace,
    name,
  ];
  return createHash('sha256')
    .update(JSON.stringify(parts.map(part => part ?? '')))
    .digest()
    .readUIntBE(0, 6);
}

/** `apps` of `apps/v1`; nothing of `v1`. */
export function groupOf(apiVersion = ''): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function toOutcome(result: ReadResult): PolicyOutcome {
  const { source: _, evaluatedAt: __, verdict, ...outcome } = result;
  return { ...outcome, result: verdict as PolicyOutcome['result'] };
}

/** The same of two, whichever comes first. */
function firstOf(a: PolicyOutcome, b: PolicyOutcome): PolicyOutcome {
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
}
