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

/** Of the index that lets one rollout hold a cluster, and no other. */
const HELD_INDEX = /rollout_clusters_held_idx|rollout_clusters\.arn/;
/** Each time somebody else was quicker; more often than this it is no race. */
const MOST_TRIES = 5;

/**
 * Runs a transaction anew where another one took a cluster at the same moment:
 * neither of them saw what the other had not committed. The next look does.
 */
export async function againWhereTaken<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isTaken(error) || tries === MOST_TRIES) {
        throw error;
      }
    }
  }
}

/** Whether the database refused to let two rollouts hold one cluster. */
function isTaken(error: unknown): boolean {
  const { code, constraint, message } = error as {
    code?: string;
    constraint?: string;
    message?: string;
  };
  return (
    (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE') &&
    HELD_INDEX.test(constraint ?? message ?? '')
  );
}
