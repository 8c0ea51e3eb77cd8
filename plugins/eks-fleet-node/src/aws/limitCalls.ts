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
  HandlerExecutionContext,
} from '@smithy/types';
import type { CallLimiter } from './CallLimiter';
import { callResult } from './callResult';
import type { InFlightCap } from './InFlightCap';
import { isThrottling } from './isThrottling';
import type { AwsCall } from './types';

/**
 * Makes each attempt of each call of a client, retries among them, wait for
 * its turn. Sits inside the SDK's retry middleware.
 */
export function limitCalls(
  client: Pick<Client<any, any, any>, 'middlewareStack'>,
  options: {
    limiter?: CallLimiter;
    cap: InFlightCap;
    /** Called after each attempt. */
    onCall?: (call: AwsCall) => void;
  },
): void {
  const { cap, limiter, onCall } = options;
  client.middlewareStack.addRelativeTo(
    (next: FinalizeHandler<any, any>, context: HandlerExecutionContext) =>
      async (args: FinalizeHandlerArguments<any>) => {
        const asked = performance.now();
        const call = async () => {
          const waitedSeconds = (performance.now() - asked) / 1000;
          const tell = (result: AwsCall['result']) =>
            onCall?.({ ...namesOf(context), result, waitedSeconds });
          try {
            const answer = await next(args);
            tell('success');
            return answer;
          } catch (error) {
            if (isThrottling(error)) {
              limiter?.throttled();
            }
            tell(callResult(error));
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

/** `EKSClient` and `DescribeClusterCommand` are `eks` and `DescribeCluster`. */
function namesOf({
  clientName = 'unknown',
  commandName = 'unknown',
}: HandlerExecutionContext): Pick<AwsCall, 'service' | 'operation'> {
  return {
    service: clientName.replace(/Client$/, '').toLocaleLowerCase('en-US'),
    operation: commandName.replace(/Command$/, ''),
  };
}
