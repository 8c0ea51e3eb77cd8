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
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
} from '@aws-sdk/types';

const REFRESH_BEFORE_MS = 5 * 60 * 1000;
/** One refusal answers for all of an account's Regions in a scan. */
const FAILURE_HOLDS_MS = 5_000;

/**
 * Makes one call of a provider serve all clients of an account. The SDK
 * memoizes per client only, so that without this each client assumes the
 * account's role for itself.
 *
 * Credentials are fetched anew five minutes before they expire; whoever asks
 * meanwhile shares that one call. A failure stands for the next seconds too:
 * while the old credentials still hold, those are used; where there are none,
 * the failure is the answer.
 */
export function memoizeCredentials(
  provider: AwsCredentialIdentityProvider,
  now: () => number = Date.now,
): AwsCredentialIdentityProvider {
  let current: AwsCredentialIdentity | undefined;
  let failure: { error: unknown; at: number } | undefined;
  let pending: Promise<AwsCredentialIdentity> | undefined;

  const validFor = () =>
    current
      ? (current.expiration?.getTime() ?? Infinity) - now()
      : Number.NEGATIVE_INFINITY;

  return async properties => {
    if (current && validFor() > REFRESH_BEFORE_MS) {
      return current;
    }
    if (failure && now() - failure.at < FAILURE_HOLDS_MS) {
      if (current && validFor() > 0) {
        return current;
      }
      throw failure.error;
    }
    pending ??= provider(properties)
      .then(
        credentials => {
          current = credentials;
          failure = undefined;
          return credentials;
        },
        error => {
          failure = { error, at: now() };
          throw error;
        },
      )
      .finally(() => {
        pending = undefined;
      });
    try {
      return await pending;
    } catch (error) {
      if (current && validFor() > 0) {
        return current;
      }
      throw error;
    }
  };
}
