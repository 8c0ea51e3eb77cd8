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

/** A pull request of ours, as it was last seen. */
export interface SeenPullRequest {
  number: number;
  url: string;
  state: 'open' | 'merged' | 'closed';
  headSha: string;
  mergedBy?: string;
  mergedAt?: string;
  /** When it was last seen to be otherwise than before. */
  seenAt: string;
}

/** A row that is ours to take further until the lease ends. */
export interface Claim<Row> {
  record: Row;
  lease: number;
  /** Until when. ISO 8601. */
  until: string;
}

/** What happened to something, and who did it; the portal where nobody is named. */
export interface RecordedEvent {
  at: string;
  by?: string;
  message: string;
}

/** Where links of pull requests lead. */
export interface PortalAddress {
  /** `app.baseUrl`. */
  appUrl: string;
  portalPath?: string;
}
