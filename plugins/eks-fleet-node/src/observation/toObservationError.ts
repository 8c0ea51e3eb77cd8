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
  ObservationError,
  ObservationErrorCode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isThrottling } from '../aws/isThrottling';
import { ObservationFailure } from './ObservationFailure';

const CODES_BY_NAME: Record<string, ObservationErrorCode> = {
  AccessDenied: 'forbidden',
  AccessDeniedException: 'forbidden',
  UnauthorizedOperation: 'forbidden',
  UnauthorizedException: 'forbidden',
  AuthFailure: 'unauthenticated',
  CredentialsProviderError: 'unauthenticated',
  ExpiredToken: 'unauthenticated',
  ExpiredTokenException: 'unauthenticated',
  IncompleteSignature: 'unauthenticated',
  InvalidClientTokenId: 'unauthenticated',
  InvalidSignatureException: 'unauthenticated',
  MissingAuthenticationToken: 'unauthenticated',
  RequestExpired: 'unauthenticated',
  SignatureDoesNotMatch: 'unauthenticated',
  UnrecognizedClientException: 'unauthenticated',
  // Security Hub, where nobody has switched it on.
  InvalidAccessException: 'disabled',
  OptInRequired: 'disabled',
  RegionDisabledException: 'disabled',
  ResourceNotFoundException: 'notFound',
  AbortError: 'timeout',
  TimeoutError: 'timeout',
  RequestTimeout: 'timeout',
  RequestTimeoutException: 'timeout',
};

const CODES_BY_SYSTEM_ERROR: Record<string, ObservationErrorCode> = {
  ECONNABORTED: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'timeout',
  CERT_HAS_EXPIRED: 'unreachable',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unreachable',
};

/** What is left of a system error that some layer has wrapped. */
const BROKEN_CONNECTION = /socket hang up|ECONNRE(SET|FUSED)|ENOTFOUND/;

/** A deny that an organization's own policies state. */
const ORGANIZATION_DENY =
  /explicit deny in an? (service|resource) control policy/i;

/**
 * What a failure means, in the words of the whole product: as an
 * {@link ObservationFailure} says it, or as an AWS call's error is read. The
 * message is AWS's own, shortened.
 *
 * @public
 */
export function toObservationError(error: unknown): ObservationError {
  const code = error instanceof ObservationFailure ? error.code : codeOf(error);
  const { message } = (error ?? {}) as { message?: unknown };
  const text = typeof message === 'string' && message ? message : String(error);
  return { code, message: text.slice(0, 1000) };
}

/** Layers of wrapping that are looked into. */
const DEEPEST_CAUSE = 10;

function codeOf(error: unknown, depth = 0): ObservationErrorCode {
  const { name, code, message, cause, $metadata } = (error ?? {}) as {
    name?: string;
    code?: string;
    message?: string;
    cause?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  if (isThrottling(error)) {
    return 'throttled';
  }
  // The SDK calls a broken connection a timeout; its code tells them apart.
  const known =
    (code !== undefined && CODES_BY_SYSTEM_ERROR[code]) ||
    (name !== undefined && CODES_BY_NAME[name]) ||
    (code !== undefined && CODES_BY_NAME[code]);
  if (known === 'forbidden' && ORGANIZATION_DENY.test(message ?? '')) {
    return 'notAllowed';
  }
  if (known) {
    return known;
  }
  if (cause && depth < DEEPEST_CAUSE) {
    return codeOf(cause, depth + 1);
  }
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 500 || BROKEN_CONNECTION.test(message ?? '')
    ? 'unreachable'
    : 'invalid';
}
