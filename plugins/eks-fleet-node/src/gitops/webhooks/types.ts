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
 * Something that a Git host tells of, as far as it concerns a fleet
 * repository.
 *
 * @public
 */
export type GitEvent = {
  /** Id of the fleet repository. */
  repository: string;
  /** Login of who did it. */
  by?: string;
} & (
  | {
      kind: 'pullRequest';
      number: number;
      state: 'open' | 'merged' | 'closed';
      /** The host's own word, such as `synchronize`. */
      action: string;
      head: { branch: string; sha: string };
      base: { branch: string };
    }
  | {
      kind: 'push';
      branch: string;
      /** Left out where the branch is gone. */
      sha?: string;
      isForced: boolean;
    }
);

/**
 * A request of a Git host to the portal.
 *
 * @public
 */
export interface WebhookRequest {
  /** In lower case, as Node has them. */
  headers: Record<string, string | string[] | undefined>;
  /** As it came, byte for byte: signatures are over these. */
  body: Buffer;
}
