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

import { ENGINE, type RolloutChanges, type RolloutSnapshot } from '../records';

/** Pauses a rollout in which somebody moved a cluster whose turn it was not. Pure. */
export function applyPause(
  { rollout }: RolloutSnapshot,
  message: string,
  now: Date,
): RolloutChanges {
  if (rollout.lifecycle !== 'running') {
    return {};
  }
  const at = now.toISOString();
  const paused = {
    code: 'cluster.movedOutside' as const,
    message,
    by: ENGINE,
    at,
  };
  return {
    revises: true,
    rollout: {
      lifecycle: 'paused',
      control: { ...rollout.control, paused },
      waiting: { code: paused.code, message, since: at },
    },
    log: [
      {
        at,
        actor: ENGINE,
        code: paused.code,
        message: `${message}. It is paused until somebody resumes it`,
        level: 'error',
      },
    ],
    nextAt: at,
  };
}
