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

import type {
  Client,
  FinalizeHandler,
  FinalizeHandlerArguments,
} from '@smithy/types';
import type { CallLimiter } from './CallLimiter';
import type { InFlightCap } from './InFlightCap';

const THROTTLING_NAMES = new Set([
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttling',
  'ThrottledException',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/**
 * Whether an error is AWS's word that there were too many calls.
 *
 * @public
 */
export function isThrottling(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  return (
    (name !== undefined && THROTTLING_NAMES.has(name)) ||
    $metadata?.httpStatusCode === 429
  );
}

/**
 * Makes each attempt of each call of a client, retries among them, wait for
 * its turn. Sits inside the SDK's retry middleware.
 */
export function limitCalls(
  client: Pick<Client<any, any, any>, 'middlewareStack'>,
  options: { limiter?: CallLimiter; cap: InFlightCap },
): void {
  const { limiter, cap } = options;
  client.middlewareStack.addRelativeTo(
    (next: FinalizeHandler<any, any>) =>
      async (args: FinalizeHandlerArguments<any>) => {
        const call = async () => {
          try {
            return await next(args);
          } catch (error) {
            if (isThrottling(error)) {
              limiter?.throttled();
            }
            throw error;
          }
        };
        return limiter ? limiter.run(cap, call) : cap.run(call);
      },
    {
      name: 'eksFleetLimitCalls',
      relation: 'after',
      toMiddleware: 'retryMiddleware',
    },
  );
}
