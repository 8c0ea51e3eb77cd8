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

import type { FleetRepository } from '../config/types';
import type { GitHostState, GitRepository } from '../hosts/types';
import type { PullRequestFollower } from '../proposals/PullRequestFollower';
import type { GitEvent, WebhookRequest } from '../webhooks/types';

/**
 * Git hosts of fleet repositories, one for the whole process: whoever reads and
 * proposes shares what was read, and the hosts' limits.
 *
 * Hosts and credentials come from `integrations`, repositories from
 * `eksFleet.fleetRepositories`.
 *
 * @public
 */
export interface EksFleetGitService {
  /** `eksFleet.writes`; while it is `off`, whatever would write is refused with `writesOff`. */
  readonly writes: 'off' | 'on';
  readonly repositories: readonly FleetRepository[];
  /**
   * A configured repository.
   *
   * @param id - as in `eksFleet.fleetRepositories[].id`
   * @param asks - who asks, such as `rollout:<id>` or a user's entity reference; each that asks is served in turn
   * @throws NotFoundError where there is none
   */
  repository(id: string, asks: string): GitRepository;
  /**
   * Follows the pull requests of a repository; one for all who ask.
   *
   * @throws NotFoundError where there is none
   */
  follower(id: string): PullRequestFollower;
  /**
   * Reads what a Git host tells, and lets the follower look at once.
   *
   * @returns `undefined` for events of other kinds than pull requests and pushes
   * @throws AuthenticationError for what is not signed with `eksFleet.fleetRepositories[].webhookSecret`, InputError for what is no event
   */
  receiveWebhook(request: WebhookRequest): GitEvent | undefined;
  /** How the hosts do that were asked so far. */
  hosts(): GitHostState[];
}
