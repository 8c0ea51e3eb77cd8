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

import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultSpec } from '../server/faults';
import { GithubError } from './GithubError';

/** Where an answer ends on its way. */
export type Cut = 'start' | 'body' | 'hang' | undefined;

/** Waits as long as the fault says. */
export async function waitFor(fault: FaultSpec | undefined): Promise<void> {
  if (fault?.delayMs) {
    await sleep(fault.delayMs, undefined, { ref: false });
  }
}

/** Where the fault cuts an answer off. */
export function cutOf(fault: FaultSpec | undefined): Cut {
  switch (fault?.effect) {
    case 'hang':
      return 'hang';
    case 'reset':
      return fault.at ?? 'start';
    default:
      return undefined;
  }
}

/** @throws GithubError where the fault is a refusal */
export function throwFault(fault: FaultSpec | undefined): void {
  switch (fault?.effect) {
    case 'throttle':
      throw new GithubError(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        { headers: { 'retry-after': '60' } },
      );
    case 'deny':
    case 'explicitDeny':
      throw new GithubError(
        403,
        'Resource not accessible by personal access token',
      );
    case 'error':
      throw new GithubError(502, 'Server Error');
    case 'expireCredentials':
      throw new GithubError(401, 'Bad credentials');
    default:
  }
}
