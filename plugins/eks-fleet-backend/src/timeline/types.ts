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

import type { TimelineEvent } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** An event before it is stored. */
export interface NewEvent extends Omit<TimelineEvent, 'id'> {
  /** What makes it the same event when it is told again. */
  key: string;
}

/** A place between two events of a cluster. */
export interface TimelinePosition {
  at: string;
  id: string;
}

/** What happened to clusters. */
export interface TimelineStore {
  /** Events that are there already are left as they are. */
  add(arn: string, events: NewEvent[]): Promise<void>;
  /**
   * The newest first.
   *
   * @param page.since - when the cluster was made: what its namesake did before is not its own
   */
  list(
    arn: string,
    page: { limit: number; after?: TimelinePosition; since?: string },
  ): Promise<{ events: TimelineEvent[]; hasMore: boolean }>;
  /** @returns how many were forgotten */
  prune(before: Date): Promise<number>;
}
