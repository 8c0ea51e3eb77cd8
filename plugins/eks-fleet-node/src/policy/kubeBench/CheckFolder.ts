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

import type { PolicyResult } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cleanName, cleanText } from '../common/text';
import type {
  CheckDocument,
  ControlsDocument,
  GroupDocument,
  RunDocument,
} from './documents';

export type Verdict = Extract<PolicyResult, 'fail' | 'warn'> | 'pass' | 'skip';

/** A check of one profile, over all nodes. */
export interface FoldedCheck {
  profile: string;
  number: string;
  title?: string;
  category?: string;
  remediation?: string;
  scored: boolean;
  /** Whether only a person can tell. */
  isManual: boolean;
  /** The worst of all nodes. */
  verdict: Verdict;
  /** Of one of the nodes of which the worst is, always the same one. */
  message?: string;
  expected?: string;
  actual?: string;
  /** Nodes, as far as they have names, of which the worst is. */
  nodes: string[];
  /** How many runs that name no node came to the worst. */
  unnamed: number;
}

/** What was found on nodes, check by check. */
export interface FoldedChecks {
  checks: FoldedCheck[];
  /** Kubernetes versions by profile, as far as they are told. */
  detected: ReadonlyMap<string, ReadonlySet<string>>;
  /** Statuses that a check cannot have, with how many have them. */
  strange: ReadonlyMap<string, number>;
  /** How many had no number. */
  unnumbered: number;
  /** Whether there were more checks than are taken. */
  isCut: boolean;
}

const MAX_CHECKS = 2_000;
const MAX_STRANGE = 20;
/** From the one that counts least to the one that counts most. */
const RANKS: Verdict[] = ['skip', 'pass', 'warn', 'fail'];

/** Makes one check of what each node says of it: the worst counts. */
export class CheckFolder {
  readonly #checks = new Map<string, FoldedCheck>();
  readonly #detected = new Map<string, Set<string>>();
  readonly #strange = new Map<string, number>();
  #unnumbered = 0;
  #isCut = false;

  add({ node, controls }: RunDocument): void {
    for (const { check, group, control } of checksOf(controls)) {
      const profile = profileOf(control);
      this.#detect(profile, control.detected_version);
      const number = cleanName(check.test_number, 100);
      const verdict = verdictOf(check);
      if (!number) {
        this.#unnumbered += 1;
      } else if (!verdict) {
        this.#noteStrange(check.status);
      } else {
        const read = readCheck(check, { group, control, profile, number });
        this.#fold({
          ...read,
          verdict,
          nodes: node ? [node] : [],
          unnamed: node ? 0 : 1,
        });
      }
    }
  }

  get folded(): FoldedChecks {
    return {
      checks: [...this.#checks.values()].map(check => ({
        ...check,
        nodes: [...new Set(check.nodes)].sort(),
      })),
      detected: this.#detected,
      strange: this.#strange,
      unnumbered: this.#unnumbered,
      isCut: this.#isCut,
    };
  }

  #fold(found: FoldedCheck): void {
    const key = JSON.stringify([found.profile, found.number]);
    const known = this.#checks.get(key);
    if (known) {
      this.#checks.set(key, worstOf(known, found));
    } else if (this.#checks.size < MAX_CHECKS) {
      this.#checks.set(key, found);
    } else {
      this.#isCut = true;
    }
  }

  #detect(profile: string, detected: unknown): void {
    const version = cleanName(detected, 40);
    const versions = this.#detected.get(profile) ?? new Set<string>();
    this.#detected.set(profile, version ? versions.add(version) : versions);
  }

  #noteStrange(status: unknown): void {
    const word = cleanName(status, 40) ?? 'none';
    if (this.#strange.has(word) || this.#strange.size < MAX_STRANGE) {
      this.#strange.set(word, (this.#strange.get(word) ?? 0) + 1);
    }
  }
}

function* checksOf(controls: ControlsDocument[]): Generator<{
  control: ControlsDocument;
  group: GroupDocument;
  check: CheckDocument;
}> {
  for (const control of controls) {
    for (const group of objectsOf<GroupDocument>(control.tests)) {
      for (const check of objectsOf<CheckDocument>(group.results)) {
        yield { control, group, check };
      }
    }
  }
}

function objectsOf<T>(list: unknown): T[] {
  return (Array.isArray(list) ? list : []).filter(
    each => typeof each === 'object' && each !== null,
  );
}

/** Results under one profile say nothing of another's. */
function profileOf({ detected_version, version }: ControlsDocument): string {
  return (
    cleanName(version, 100) ?? cleanName(detected_version, 100) ?? 'unknown'
  );
}

/**
 * kube-bench warns of what a person has to look at, and gives as information
 * what it was told to skip.
 */
function verdictOf({ scored, status }: CheckDocument): Verdict | undefined {
  switch (String(status ?? '').toUpperCase()) {
    case 'PASS':
      return 'pass';
    case 'FAIL':
      return scored === false ? 'warn' : 'fail';
    case 'WARN':
      return 'warn';
    case 'INFO':
      return 'skip';
    default:
      return undefined;
  }
}

function readCheck(
  check: CheckDocument,
  of: {
    control: ControlsDocument;
    group: GroupDocument;
    profile: string;
    number: string;
  },
): Omit<FoldedCheck, 'verdict' | 'nodes' | 'unnamed'> {
  const { control, group, number, profile } = of;
  const reason = cleanText(check.reason);
  const actual = cleanText(check.actual_value, 500);
  // It warns as well of what fails and is not scored.
  const isManual =
    String(check.status ?? '').toUpperCase() === 'WARN' &&
    (check.type === 'manual' || actual === undefined);
  return {
    profile,
    number,
    title: cleanText(check.test_desc, 200)?.replace(/\s+/g, ' '),
    category: cleanName(group.desc, 100) ?? cleanName(control.text, 100),
    remediation: cleanText(check.remediation),
    scored: check.scored !== false,
    isManual,
    message: isManual
      ? `To be checked by hand${reason ? `: ${reason}` : ''}`
      : reason,
    expected: cleanText(check.expected_result, 500),
    actual,
  };
}

/** The same of two, in whichever order nodes are read. */
function worstOf(known: FoldedCheck, found: FoldedCheck): FoldedCheck {
  const rank = RANKS.indexOf(found.verdict) - RANKS.indexOf(known.verdict);
  if (rank !== 0) {
    return rank > 0 ? found : known;
  }
  const first = orderOf(known) <= orderOf(found) ? known : found;
  known.nodes.push(...found.nodes);
  const unnamed = known.unnamed + found.unnamed;
  return { ...first, nodes: known.nodes, unnamed };
}

function orderOf(check: FoldedCheck): string {
  const { actual, category, expected, message, remediation, title } = check;
  return [message, actual, expected, title, category, remediation].join('\n');
}
