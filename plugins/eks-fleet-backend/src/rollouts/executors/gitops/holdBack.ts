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
  GitPullRequest,
  ProposalRecord,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { membersKey, type PlacedHop } from './describeTogether';
import type { HopChange, PlacedWork } from './HopChanges';
import type { GitLook } from './types';

/**
 * Of those that are proposed at once, one proposes; the others join what it has
 * made. Pure.
 *
 * @returns `undefined` for the one that is to propose it now
 */
export function holdBack(
  { work }: PlacedWork,
  members: PlacedHop[],
  { change, edits, leads, refused }: HopChange,
  { branch }: ProposalRecord,
  open: Iterable<GitPullRequest>,
): GitLook | undefined {
  const made = [...open].find(({ head }) => head.branch === branch);
  if (edits.length === 0 && !made) {
    return { kind: 'wanted' };
  }
  if (made && !leads) {
    const { head, number, state, url } = made;
    return {
      kind: 'joining',
      change,
      edits,
      record: {
        branch,
        pullRequest: { number, url, state, headSha: head.sha },
      },
      members: membersKey(members),
      rivals: [],
    };
  }
  const { behind = [] } = work.together ?? {};
  if (behind.length > 0) {
    return held(
      `It is proposed together with ${wordNames(
        behind,
      )}, which has yet to come as far`,
    );
  }
  const [refusal] = refused;
  if (refusal) {
    return held(
      `It is proposed together with ${refusal.name}, of which that is not possible: ${refusal.message}. It goes on once that has failed or is skipped`,
    );
  }
  return leads
    ? undefined
    : held(
        `It is proposed together with ${
          members.length - 1
        } more, by one of them`,
      );
}

function held(message: string): GitLook {
  return { kind: 'held', message };
}

function wordNames([first, ...more]: string[]): string {
  return more.length ? `${first} and ${more.length} more` : first;
}
