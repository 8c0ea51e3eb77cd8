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
  PolicyCell,
  PolicyEditOutcome,
  PolicySetting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { wordClusters } from '../../../proposals/wordClusters';
import type { ClusterEffect } from '../types';

/** What an edit does on a cluster, and what is known of the policy there. */
export interface JudgedCluster extends ClusterEffect {
  environment: string;
  /** Left out where the policy was never seen there. */
  cell?: PolicyCell;
}

/** How the policy stands on a cluster that the edit does not reach. */
export interface OtherCluster {
  environment: string;
  cell: PolicyCell;
}

/** Findings of things that are looked at no more, where exclusions change. */
export interface ExcludedCount {
  count: number;
  isAtLeast: boolean;
}

/**
 * What becomes of findings, as far as it is known. Pure: what was never
 * evaluated is said to be not known, never to be nothing.
 */
export function outcomesOf(
  clusters: JudgedCluster[],
  others: OtherCluster[],
  excluded?: ExcludedCount,
): PolicyEditOutcome[] {
  const changing = clusters.filter(({ effect }) => effect === 'changes');
  if (changing.length === 0) {
    return [
      {
        code: 'nothing',
        message: 'Nothing changes on any cluster',
        clusters: 0,
      },
    ];
  }
  const where = (
    test: (before: PolicySetting, after: PolicySetting) => boolean,
  ) =>
    changing.filter(
      ({ after, before }) => before && after && test(before, after),
    );
  const outcomes = [
    ...switchedOff(where((before, after) => isOff(after) && !isOff(before))),
    ...switchedOn(
      where((before, after) => isOff(before) && !isOff(after)),
      others,
    ),
    ...raised(
      where(
        (before, after) =>
          after.mode === 'enforce' &&
          !isOff(before) &&
          before.mode !== 'enforce',
      ),
    ),
    ...letIn(
      where(
        (before, after) =>
          before.mode === 'enforce' && after.mode !== 'enforce',
      ),
    ),
    ...leftOut(
      where((_, after) => after.exclude !== undefined),
      excluded,
    ),
    ...judgedAnew(where((_, after) => after.parameters !== undefined)),
  ];
  return outcomes.length > 0
    ? outcomes
    : [
        {
          code: 'unchanged',
          message: 'Findings stay as they are: nothing is looked at otherwise',
          clusters: changing.length,
        },
      ];
}

function switchedOff(clusters: JudgedCluster[]): PolicyEditOutcome[] {
  if (clusters.length === 0) {
    return [];
  }
  const broken = brokenOn(clusters);
  return [
    {
      code: 'findingsGo',
      ...broken,
      clusters: clusters.length,
      message: `${wordFindings(broken)} of today ${
        broken.count === 1 ? 'goes' : 'go'
      } on ${wordClusters(
        clusters.length,
      )}: what fails is not looked at any more, not mended`,
    },
  ];
}

function switchedOn(
  clusters: JudgedCluster[],
  others: OtherCluster[],
): PolicyEditOutcome[] {
  if (clusters.length === 0) {
    return [];
  }
  const enforced = clusters.filter(({ after }) => after?.mode === 'enforce');
  const hints = hintsFor(clusters, others);
  return [
    {
      code: 'notKnown',
      clusters: clusters.length,
      message: `What fails on ${wordClusters(
        clusters.length,
      )} is not known before it runs there${
        enforced.length > 0
          ? `; on ${
              enforced.length === clusters.length
                ? 'all of them'
                : wordClusters(enforced.length)
            } it would refuse at once`
          : ''
      }`,
      ...(hints.length > 0 && { hints }),
    },
  ];
}

function raised(clusters: JudgedCluster[]): PolicyEditOutcome[] {
  if (clusters.length === 0) {
    return [];
  }
  const broken = brokenOn(clusters);
  const unseen = clusters.filter(({ cell }) => !isEvaluated(cell)).length;
  const doubt =
    unseen > 0
      ? `; on ${wordClusters(unseen)} nothing is known of what it would refuse`
      : '';
  return [
    {
      code: 'refused',
      ...broken,
      clusters: clusters.length,
      message:
        broken.count > 0
          ? `Admission will refuse ${wordFindings(broken, 'resource')} that ${
              broken.count === 1 ? 'fails' : 'fail'
            } today at the next change, on ${wordClusters(
              clusters.filter(({ cell }) => brokenIn(cell) > 0).length,
            )}${doubt}`
          : `Nothing that is known would be refused on ${wordClusters(
              clusters.length - unseen,
            )}${doubt}`,
    },
  ];
}

function letIn(clusters: JudgedCluster[]): PolicyEditOutcome[] {
  return clusters.length === 0
    ? []
    : [
        {
          code: 'letIn',
          clusters: clusters.length,
          message: `What breaks it is let in again on ${wordClusters(
            clusters.length,
          )}`,
        },
      ];
}

function leftOut(
  clusters: JudgedCluster[],
  excluded: ExcludedCount | undefined,
): PolicyEditOutcome[] {
  if (clusters.length === 0) {
    return [];
  }
  const found = excluded ?? { count: 0, isAtLeast: false };
  const outcomes: PolicyEditOutcome[] = [
    {
      code: 'findingsGo',
      ...toCount(found),
      clusters: clusters.length,
      message: `${wordFindings(toCount(found))} of today ${
        found.count === 1 ? 'is' : 'are'
      } of what is left out then, on ${wordClusters(clusters.length)}`,
    },
  ];
  if (clusters.some(looksAtMore)) {
    outcomes.push({
      code: 'judgedAnew',
      clusters: clusters.filter(looksAtMore).length,
      message:
        'What was left out is looked at again: what of it fails is not known before it runs',
    });
  }
  return outcomes;
}

function judgedAnew(clusters: JudgedCluster[]): PolicyEditOutcome[] {
  return clusters.length === 0
    ? []
    : [
        {
          code: 'judgedAnew',
          clusters: clusters.length,
          message: `By other parameters everything is judged anew on ${wordClusters(
            clusters.length,
          )}: which findings come or go is not known before it runs`,
        },
      ];
}

/** Whether something that was left out is not any more. */
function looksAtMore({ after, before }: JudgedCluster): boolean {
  const texts = (setting: PolicySetting | undefined) =>
    [
      ...(setting?.exclude?.namespaces ?? []),
      ...(setting?.exclude?.resources ?? []).map(each => JSON.stringify(each)),
    ] as string[];
  const then = texts(after);
  return texts(before).some(each => !then.includes(each));
}

function hintsFor(
  clusters: JudgedCluster[],
  others: OtherCluster[],
): NonNullable<PolicyEditOutcome['hints']> {
  const environments = new Set(clusters.map(({ environment }) => environment));
  return [...environments]
    .filter(environment => environment !== '')
    .sort()
    .flatMap(environment => {
      const like = others.filter(
        other => other.environment === environment && isEvaluated(other.cell),
      );
      return like.length === 0
        ? []
        : [
            {
              environment,
              clusters: like.length,
              findings: like.reduce((all, { cell }) => all + brokenIn(cell), 0),
            },
          ];
    });
}

function isOff({ mode }: PolicySetting): boolean {
  return mode === 'off';
}

function isEvaluated(cell: PolicyCell | undefined): boolean {
  return (
    cell !== undefined &&
    (cell.state === 'deployed' || cell.state === 'reported') &&
    !cell.stale &&
    brokenIn(cell) + (cell.pass ?? 0) + (cell.exempt ?? 0) > 0
  );
}

function brokenIn(cell: PolicyCell | undefined): number {
  const { error = 0, fail = 0, warn = 0 } = cell ?? {};
  return fail + warn + error;
}

function brokenOn(clusters: JudgedCluster[]) {
  return toCount({
    count: clusters.reduce((all, { cell }) => all + brokenIn(cell), 0),
    isAtLeast: clusters.some(({ cell }) => cell?.atLeast),
  });
}

function toCount({ count, isAtLeast }: ExcludedCount): {
  count: number;
  isAtLeast?: true;
} {
  return { count, ...(isAtLeast && { isAtLeast }) };
}

function wordFindings(
  { count, isAtLeast }: { count: number; isAtLeast?: boolean },
  what = 'finding',
): string {
  return `${isAtLeast ? 'At least ' : ''}${count} ${what}${
    count === 1 ? '' : 's'
  }`;
}
