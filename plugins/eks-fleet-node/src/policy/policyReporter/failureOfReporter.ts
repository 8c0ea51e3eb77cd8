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

import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ObservationFailure } from '../../observation/ObservationFailure';

/** An answer of Policy Reporter that is no success, and what would mend it. */
export function failureOfReporter(
  status: number,
  asked: { host: string; path: string; hasPassword: boolean },
): ObservationFailure {
  const [code, text] = meaningOf(status, asked);
  return new ObservationFailure(code, `${asked.host} ${text}`);
}

function meaningOf(
  status: number,
  { hasPassword, path }: { path: string; hasPassword: boolean },
): [ObservationErrorCode, string] {
  switch (true) {
    case status === 401:
      return [
        'unauthenticated',
        hasPassword
          ? 'does not accept the username and password that `basicAuth` has for it (401)'
          : 'asks for a username and password; give them in `basicAuth` (401)',
      ];
    case status === 403:
      return ['forbidden', `does not let us read ${path} (403)`];
    case status === 404:
      return [
        'notInstalled',
        `does not serve ${path} (404); Policy Reporter 3 serves it where \`rest.enabled\` is set`,
      ];
    case status === 429:
      return ['throttled', `has too much to do to answer ${path} (429)`];
    case status === 503:
      return [
        'unreachable',
        `is not ready to answer ${path} (503); after a start it reads all reports first`,
      ];
    case status >= 300 && status < 400:
      return [
        'invalid',
        `answered ${path} with ${status}; redirects are not followed`,
      ];
    case status >= 500:
      return ['unreachable', `failed to answer ${path} (${status})`];
    default:
      return ['invalid', `answered ${path} with ${status}`];
  }
}
