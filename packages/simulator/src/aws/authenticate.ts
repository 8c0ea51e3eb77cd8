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

import type { CredentialStore, Principal } from './CredentialStore';
import {
  readSignature,
  matchesSecret,
  type Signature,
  type SignedMessage,
} from './signature';

const MAX_SKEW_MS = 15 * 60 * 1000;

export type AuthenticationFailure =
  | 'missingAuthentication'
  | 'unknownCredentials'
  | 'expiredCredentials'
  | 'invalidSignature';

export type Authentication =
  | { principal: Principal; signature: Signature }
  | { failure: AuthenticationFailure };

/** Who signed the message, by real time. */
export function authenticate(
  message: SignedMessage,
  credentials: CredentialStore,
): Authentication {
  const signature = readSignature(message);
  if (!signature) {
    return { failure: 'missingAuthentication' };
  }
  const issued = credentials.find(signature.accessKeyId);
  if (!issued || issued.sessionToken !== signature.sessionToken) {
    return { failure: 'unknownCredentials' };
  }
  const now = Date.now();
  if (issued.expiresAt && issued.expiresAt.getTime() <= now) {
    return { failure: 'expiredCredentials' };
  }
  if (
    Math.abs(now - signature.signedAt.getTime()) > MAX_SKEW_MS ||
    !matchesSecret(message, signature, issued.secretAccessKey)
  ) {
    return { failure: 'invalidSignature' };
  }
  return { principal: issued.principal, signature };
}
