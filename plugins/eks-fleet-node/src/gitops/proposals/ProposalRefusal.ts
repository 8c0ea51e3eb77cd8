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

/**
 * Why a proposal is not made or updated, although the Git host would do it.
 *
 * `noBase`: there is no branch to propose against. `branchTaken`: its branch is
 * there, and somebody else made it. `pushedByOthers`: somebody else's commits are
 * on its branch. `closed`, `merged`: its pull request is done with. `superseded`:
 * the base has all of it by now, and the open pull request proposes something
 * else. `behind`: its branch began before the base had what the change is about.
 * `tooManyFiles`: more than the Git host shows.
 *
 * @public
 */
export type ProposalRefusalReason =
  | 'noBase'
  | 'branchTaken'
  | 'pushedByOthers'
  | 'closed'
  | 'merged'
  | 'superseded'
  | 'behind'
  | 'tooManyFiles';

/**
 * A proposal that is not made or updated. Its message says what would mend it.
 *
 * @public
 */
export class ProposalRefusal extends Error {
  readonly reason: ProposalRefusalReason;

  constructor(reason: ProposalRefusalReason, message: string) {
    super(message);
    this.name = 'ProposalRefusal';
    this.reason = reason;
  }
}
