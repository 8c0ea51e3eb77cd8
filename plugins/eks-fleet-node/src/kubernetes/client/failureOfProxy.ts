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

const EXPLANATIONS: Record<string, string> = {
  CERT_HAS_EXPIRED: 'the certificate it shows has expired',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to its network',
  ENOTFOUND: 'its name is not known here',
  EPIPE: 'the connection was broken off',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate it shows is for another name',
};

/** What it means that a proxy could not be spoken to. */
export function failureOfProxy(
  error: unknown,
  proxyId: string,
): ObservationFailure {
  const { code = '' } = (error ?? {}) as { code?: string };
  const why = code.startsWith('HPE_')
    ? 'what it answered is no HTTP'
    : EXPLANATIONS[code] ?? 'no connection could be made';
  return new ObservationFailure(
    code === 'ETIMEDOUT' ? 'timeout' : 'unreachable',
    `Proxy ${proxyId}: ${why}${code && ` (${code})`}`,
    { cause: error },
  );
}

/** What it means that a proxy opens no way to a host. */
export function failureOfTunnel(
  status: number,
  to: { proxyId: string; host: string; withCredentials: boolean },
): ObservationFailure {
  const { host, proxyId, withCredentials } = to;
  const say = (
    code: 'unauthenticated' | 'forbidden' | 'unreachable',
    why: string,
  ) => new ObservationFailure(code, `Proxy ${proxyId} ${why} (${status})`);
  switch (status) {
    case 407:
      return say(
        'unauthenticated',
        withCredentials
          ? 'does not accept the credentials that configuration has for it'
          : 'asks for credentials, and configuration has none for it',
      );
    case 401:
    case 403:
      return say('forbidden', `opens no way to ${host}`);
    case 502:
    case 503:
    case 504:
      return say('unreachable', `could not reach ${host}`);
    default:
      return say('unreachable', `did not open a way to ${host}`);
  }
}
