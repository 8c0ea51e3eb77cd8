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

import type { Review, StatusState } from '../types';
import { blockersOf } from './blockersOf';

const review = (user: string, state: Review['state']) =>
  ({ user, state } as Review);
const status = (context: string, state: StatusState) => ({ context, state });

describe('what keeps a pull request from its base', () => {
  it.each<
    [
      string,
      Parameters<typeof blockersOf>[1],
      {
        reviews?: Review[];
        statuses?: ReturnType<typeof status>[];
        isBehind?: boolean;
      },
      string[],
    ]
  >([
    ['nothing on a branch that is not protected', undefined, {}, []],
    [
      'one status that is not there',
      { requiredStatusChecks: ['a'] },
      { statuses: [status('b', 'success')] },
      ['Required status check "a" is expected.'],
    ],
    [
      'several statuses',
      { requiredStatusChecks: ['a', 'b', 'c'] },
      { statuses: [status('a', 'success'), status('b', 'error')] },
      ['2 of 3 required status checks are failing or expected.'],
    ],
    [
      'two reviews of three',
      { requiredApprovingReviews: 3 },
      { reviews: [review('pat', 'APPROVED'), review('pat', 'APPROVED')] },
      [
        'At least 3 approving reviews are required by reviewers with write access.',
      ],
    ],
    [
      'nothing once a reviewer has thought again',
      { requiredApprovingReviews: 1 },
      {
        reviews: [
          review('pat', 'CHANGES_REQUESTED'),
          review('pat', 'COMMENTED'),
          review('pat', 'APPROVED'),
        ],
      },
      [],
    ],
    [
      "its author's own approval, and a stranger's",
      { requiredApprovingReviews: 1 },
      { reviews: [review('bot', 'APPROVED'), review('eve', 'APPROVED')] },
      [
        'At least 1 approving review is required by reviewers with write access.',
      ],
    ],
    ['being behind only where that counts', {}, { isBehind: true }, []],
    [
      'being behind',
      { strict: true },
      { isBehind: true },
      ['The head branch is not up to date with the base branch.'],
    ],
  ])('is %s', (_, protection, facts, expected) => {
    const { reviews = [], statuses = [], isBehind = false } = facts;
    expect(
      blockersOf({ user: 'bot', reviews }, protection, {
        statuses,
        isBehind,
        mayWrite: login => login !== 'eve',
      }),
    ).toEqual(expected);
  });
});
