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
  StepError,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  TrackDecision,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksMemory } from './types';

/** How long a call that came at the wrong moment stands before the next one. */
const AGAIN_AFTER_SECONDS = 60;

const WAITS: Record<string, Waiting['code']> = {
  ResourceInUseException: 'cluster.otherUpdate',
  ThrottlingException: 'source.throttled',
  TooManyRequestsException: 'source.throttled',
  ServiceUnavailableException: 'source.unreachable',
  ServerException: 'source.unreachable',
};

const FAILS: Record<string, string> = {
  InvalidStateException:
    'See what the readiness of the cluster and the insights of EKS say, mend that and retry; or have somebody else agree to force it',
  InvalidParameterException:
    'EKS does not take this; look at what was planned, and plan it anew',
  InvalidRequestException:
    'EKS does not do this as the cluster is now; mend what it names and retry',
  AccessDeniedException:
    "The executor's role may not do this: compare its policy with the one in the docs",
  AccessDenied:
    "The executor's role cannot be assumed: look at its trust policy",
  ClientException: 'EKS does not take this; look at what was planned',
};

/** After these it may have begun all the same. */
const UNSURE: ReadonlySet<string> = new Set([
  'ServiceUnavailableException',
  'ServerException',
]);

/** Whether EKS said no, or at least answered that it could not. */
export function isRefusal(error: unknown): error is Error {
  const { name } = error as Error;
  return Object.hasOwn(WAITS, name) || Object.hasOwn(FAILS, name);
}

/** Whether a refusal leaves open that the call began something. */
export function isUnsure({ name }: Error): boolean {
  return UNSURE.has(name);
}

/** What becomes of a hop of which EKS refused the last call. */
export function afterRefusal(
  { cluster }: TrackWork,
  { refused }: EksMemory,
  now: Date,
): TrackDecision | undefined {
  if (!refused) {
    return undefined;
  }
  const { at, code, message } = refused;
  if (!Object.hasOwn(WAITS, code)) {
    const error: StepError = { code, message, advice: FAILS[code] };
    return { kind: 'failed', retryable: false, error };
  }
  const until = Date.parse(at) + AGAIN_AFTER_SECONDS * 1000;
  return now.getTime() < until
    ? {
        kind: 'wait',
        waiting: {
          code: WAITS[code],
          message: `EKS would not change ${
            cluster.name
          } just now: ${message.replace(
            /\.$/,
            '',
          )}; it is asked again by itself`,
          until: new Date(until).toISOString(),
        },
      }
    : undefined;
}
