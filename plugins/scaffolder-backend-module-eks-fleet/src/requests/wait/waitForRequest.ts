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

import { setTimeout as sleepFor } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import {
  REQUEST_LINE,
  isRequestOver,
  type FleetRequest,
  type RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { askBackend } from '../askBackend';
import type { RequestActionOptions, StepContext } from '../types';

/** What a step waits for. */
export interface WaitInput {
  requestId: string;
  until?: RequestState;
  timeoutMinutes?: number;
}

/** Time as it passes; tests have one of their own. */
export interface WaitClock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const REAL_CLOCK: WaitClock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleepFor(ms, undefined, { signal });
  },
};

const SHORTEST_MS = 2_000;
const LONGEST_MS = 30_000;

/**
 * Waits until a request has come as far as asked, or for as long as it may. It
 * looks less often as time goes by, and ends with the task.
 *
 * @returns the request as it was last seen, and whether it came so far
 * @throws ConflictError where it never will
 */
export async function waitForRequest(
  {
    backendFor,
    clock,
  }: Pick<RequestActionOptions, 'backendFor'> & {
    clock: WaitClock;
  },
  ctx: Pick<StepContext, 'getInitiatorCredentials' | 'logger' | 'signal'>,
  { requestId, timeoutMinutes = 30, until = 'ready' }: WaitInput,
): Promise<{ request: FleetRequest; reached: boolean }> {
  const end = clock.now() + timeoutMinutes * 60_000;
  let pause = SHORTEST_MS;
  let said: string | undefined;
  for (;;) {
    const credentials = await ctx.getInitiatorCredentials();
    const { requests } = backendFor({ credentials, signal: ctx.signal });
    const request = await askBackend(ctx, 'read that request', () =>
      requests.getRequest(requestId),
    );
    const line = `${request.state}${
      request.message ? `: ${request.message}` : ''
    }`;
    if (line !== said) {
      ctx.logger.info(line);
      said = line;
    }
    if (hasReached(request.state, until)) {
      return { request, reached: true };
    }
    if (isRequestOver(request.state)) {
      throw new ConflictError(`The request ended: ${line}`);
    }
    const left = end - clock.now();
    if (left <= 0) {
      ctx.logger.warn(
        `It did not come to ${until} within ${timeoutMinutes} minutes; the request goes on without the task`,
      );
      return { request, reached: false };
    }
    await clock.sleep(Math.min(pause, left), ctx.signal);
    pause = Math.min(pause * 1.5, LONGEST_MS);
  }
}

function hasReached(state: RequestState, until: RequestState): boolean {
  const at = REQUEST_LINE.indexOf(state);
  return at >= 0 && at >= REQUEST_LINE.indexOf(until);
}
