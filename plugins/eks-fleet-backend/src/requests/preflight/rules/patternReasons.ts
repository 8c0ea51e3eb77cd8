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

import type { VerdictReason } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { OwnerFacts } from '../ground/types';
import { deny, needsApproval } from '../verdictOf';
import { fillPattern, fitsWords, type PatternWords } from './fitsWords';

/** A name that must fit one of the operator's patterns, such as a role's ARN. */
export interface PatternedName {
  /** Path in the spec. */
  field: string;
  value: string;
}

/**
 * Whether names are the owner's to use. `team-pay-*` also fits what is
 * `team-pay-roll`'s, so a name that fits for a team with a longer name is that
 * one's.
 */
export function patternReasons(
  names: readonly PatternedName[],
  options: {
    /** For the reason's code and sentence, such as `role`. */
    what: string;
    code: string;
    patterns: readonly string[];
    words: PatternWords;
    owner: OwnerFacts;
  },
): VerdictReason[] {
  return names.flatMap(name => reasonOf(name, options) ?? []);
}

function reasonOf(
  { field, value }: PatternedName,
  options: Parameters<typeof patternReasons>[1],
): VerdictReason | undefined {
  const { code, owner, patterns, what, words } = options;
  const fitting = patterns.filter(each => fitsWords(value, each, words));
  if (fitting.length === 0) {
    const right = patterns.map(each => fillPattern(each, words)).join(' or ');
    return deny(
      code,
      field,
      `The ${what} ${value} is not for ${words.owner}; ${
        right ? `it must fit ${right}` : 'none may be named'
      }.`,
    );
  }
  const ofOwner = fitting.some(each => each.includes('{owner}'));
  if (!ofOwner || fitting.some(each => !each.includes('{owner}'))) {
    return undefined;
  }
  if (owner.longerTeams === undefined) {
    return needsApproval(
      `${code}Unread`,
      field,
      `Whether the ${what} ${value} is another team's, with a longer name, could not be read from the catalog.`,
    );
  }
  const other = owner.longerTeams.find(team =>
    patterns.some(each => fitsWords(value, each, { ...words, owner: team })),
  );
  return other === undefined
    ? undefined
    : deny(
        code,
        field,
        `The ${what} ${value} is for ${other}, not for ${words.owner}, though it fits the pattern.`,
      );
}
