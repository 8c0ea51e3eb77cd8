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

import { ObservationFailure } from '../../observation/ObservationFailure';

const UNTRUSTED = [
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

const EXPLANATIONS: Record<string, string> = {
  CERT_HAS_EXPIRED: 'the certificate it shows has expired',
  CERT_NOT_YET_VALID:
    'the certificate it shows is not valid yet; do the clocks agree?',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  EHOSTUNREACH: 'there is no route to it',
  EKS_FLEET_LOCAL_ADDRESS:
    'its name leads to a loopback or link-local address, which is refused',
  ENETUNREACH: 'there is no route to its network',
  ENOTFOUND:
    'its name is not known here; the name of a private endpoint is known in its VPC only',
  EAI_AGAIN: 'its name could not be looked up',
  EPIPE: 'the connection was broken off',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'the certificate it shows is for another name; something between may be answering in its place',
};

const NOT_OF_EKS =
  'the certificate it shows is not of the authority that EKS gives for this cluster; something between may be answering in its place, or the cluster was made again';

/**
 * What a broken connection means; a failure that knows it already stays.
 *
 * @param untrusted - what it means that nobody known has signed the certificate
 */
export function failureOfConnection(
  error: unknown,
  host: string,
  untrusted = NOT_OF_EKS,
): Error {
  if (error instanceof ObservationFailure) {
    return error;
  }
  const { code = '', message } = (error ?? {}) as {
    code?: string;
    message?: string;
  };
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') {
    return new ObservationFailure(
      'timeout',
      `${host}: the connection could not be made in time`,
      { cause: error },
    );
  }
  const explanation = UNTRUSTED.includes(code) ? untrusted : EXPLANATIONS[code];
  if (explanation) {
    return new ObservationFailure(
      'unreachable',
      `${host}: ${explanation} (${code})`,
      { cause: error },
    );
  }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return new ObservationFailure(
      'unreachable',
      `${host}: no TLS connection could be made (${code})`,
      { cause: error },
    );
  }
  if (/^Z_|^ERR_STREAM_PREMATURE_CLOSE$/.test(code)) {
    return new ObservationFailure(
      'unreachable',
      `${host}: the answer broke off (${code})`,
      { cause: error },
    );
  }
  return error instanceof Error
    ? error
    : new ObservationFailure('invalid', `${host}: ${message ?? error}`);
}
