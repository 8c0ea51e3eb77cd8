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

import type {
  ObservedPolicy,
  PolicyName,
  PolicyOutcome,
  PolicyTally,
} from '../../extensions/policySources';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { defined } from '../common/describePolicy';
import { cleanName } from '../common/text';
import {
  CheckFolder,
  type FoldedCheck,
  type FoldedChecks,
} from './CheckFolder';
import { profileNotes } from './profileNotes';
import { readRuns } from './readRuns';

/**
 * What kube-bench printed with `--json`.
 *
 * @public
 */
export interface KubeBenchText {
  text: string;
  /** The node that it ran on; output that names one itself needs none. */
  node?: string;
}

/**
 * What kube-bench found on the nodes of one cluster: each check of a profile is
 * a policy, whose kind is the profile.
 *
 * @public
 */
export interface KubeBenchResults {
  policies: ObservedPolicy[];
  /** The worst of all nodes, which are in `properties`. */
  outcomes: PolicyOutcome[];
  tallies: PolicyTally[];
  /** Whether there was more than is taken. */
  truncated: boolean;
  notes: string[];
}

const NODES_NAMED = 10;

/**
 * Reads what kube-bench printed on the nodes of one cluster, and folds it to
 * the worst of each check, the same in whichever order the texts are.
 *
 * @throws ObservationFailure `invalid` where one of them is broken or breaks off
 * @public
 */
export function parseKubeBench(
  texts: readonly KubeBenchText[],
): KubeBenchResults {
  const folder = new CheckFolder();
  texts.forEach(text => foldText(folder, text));
  return resultsOf(folder);
}

/** @throws ObservationFailure `invalid` */
export function foldText(
  folder: CheckFolder,
  { node, text }: KubeBenchText,
): void {
  for (const run of readRuns(text)) {
    folder.add({ ...run, node: cleanName(node) ?? run.node });
  }
}

/** @throws ObservationFailure `invalid` where there is nothing */
export function resultsOf(folder: CheckFolder): KubeBenchResults {
  const { folded } = folder;
  if (folded.checks.length === 0) {
    throw new ObservationFailure(
      'invalid',
      'What kube-bench printed has no checks in it',
    );
  }
  const checks = folded.checks.sort((a, b) =>
    JSON.stringify([a.profile, a.number]) <
    JSON.stringify([b.profile, b.number])
      ? -1
      : 1,
  );
  return {
    policies: checks.map(policyOf),
    outcomes: checks.flatMap(outcomeOf),
    tallies: checks.map(tallyOf),
    truncated: folded.isCut,
    notes: notesOf(folded),
  };
}

function nameOf({ number, profile }: FoldedCheck): PolicyName {
  return { engine: 'kube-bench', kind: profile, name: number };
}

function policyOf(check: FoldedCheck): ObservedPolicy {
  const { category, remediation, title } = check;
  return defined({
    ...nameOf(check),
    // It looks, and keeps nobody from anything.
    mode: 'audit' as const,
    title,
    category,
    remediation,
  });
}

function outcomeOf(check: FoldedCheck): PolicyOutcome[] {
  const { actual, category, expected, isManual, message, verdict } = check;
  if (verdict === 'pass' || verdict === 'skip') {
    return [];
  }
  return [
    defined({
      policy: nameOf(check),
      result: verdict,
      category,
      message: message ?? check.title,
      // Nodes come and go: the finding is the cluster's.
      resource: { kind: 'Cluster' },
      properties: defined({
        nodes: nodesOf(check),
        check: isManual ? 'manual' : 'automated',
        scored: String(check.scored),
        expected,
        actual,
      }) as Record<string, string>,
    }),
  ];
}

function nodesOf({ nodes, unnamed }: FoldedCheck): string {
  const named = nodes.slice(0, NODES_NAMED);
  const more = nodes.length - named.length + unnamed;
  if (named.length === 0) {
    return `${unnamed}, without names`;
  }
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

function tallyOf(check: FoldedCheck): PolicyTally {
  return {
    policy: nameOf(check),
    passes: 'exact',
    pass: check.verdict === 'pass' ? 1 : 0,
    skip: check.verdict === 'skip' ? 1 : 0,
  };
}

function notesOf(folded: FoldedChecks): string[] {
  const { detected, isCut, strange, unnumbered } = folded;
  return [
    ...profileNotes(detected),
    ...[...strange]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 5)
      .map(
        ([word, count]) =>
          `${count} checks are “${word}”, which says neither that they pass nor that they do not.`,
      ),
    ...(unnumbered > 0
      ? [`${unnumbered} checks have no number, and are left out.`]
      : []),
    ...(isCut ? ['There are more checks than are taken.'] : []),
  ];
}
