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

import type { ClusterSpec } from '../../model/types';

/** What one thread of the story does to clusters, by `<account>/<name>`. */
export type Thread = Record<string, Partial<ClusterSpec>>;

/** Moments before now, as ISO 8601. */
export class Past {
  readonly #now: number;

  constructor(now: Date) {
    // Whole seconds, as AWS tells the time.
    this.#now = Math.floor(now.getTime() / 1000) * 1000;
  }

  minutesAgo(minutes: number): string {
    return new Date(this.#now - minutes * 60_000).toISOString();
  }

  hoursAgo(hours: number): string {
    return this.minutesAgo(hours * 60);
  }

  daysAgo(days: number): string {
    return this.hoursAgo(days * 24);
  }
}
