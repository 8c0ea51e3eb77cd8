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

/** What was asked, in an operator's words. */
export interface Asked {
  verb: 'get' | 'list' | 'watch';
  /** Such as `deployments.apps`, or the path where it names no resource. */
  what: string;
}

/**
 * What was asked of a path: `/apis/apps/v1/deployments` and
 * `/apis/apps/v1/namespaces/a/deployments` are `deployments.apps`.
 */
export function askedOf(verb: Asked['verb'], path: string): Asked {
  const match =
    /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/(?:namespaces\/[^/]+\/)?([a-z0-9-]+)/.exec(
      path,
    );
  const [, group, resource] = match ?? [];
  const named = group ? `${resource}.${group}` : resource;
  return { verb, what: named ?? path };
}

/** An answer that is no success, as the API server words it. */
export function failureOfStatus(
  status: number,
  options: { asked: Asked; message?: string; identity?: string },
): ObservationFailure {
  const { verb, what } = options.asked;
  const said = options.message
    ? `: ${options.message.replace(/\s+/g, ' ').slice(0, 400)}`
    : '';
  const { identity = 'our token' } = options;
  const [code, text] = meaningOf(status, { verb, what, identity });
  return new ObservationFailure(code, `${text}${said}`);
}

function meaningOf(
  status: number,
  { verb, what, identity }: { verb: string; what: string; identity: string },
): [ObservationErrorCode, string] {
  switch (true) {
    case status === 401:
      return [
        'unauthenticated',
        `The API server does not accept ${identity}; an access entry or aws-auth must name it`,
      ];
    case status === 403:
      return ['forbidden', `May not ${verb} ${what}`];
    case status === 404:
      return ['notInstalled', `The API server does not serve ${what}`];
    case status === 429:
      return [
        'throttled',
        `The API server has too much to do to ${verb} ${what}`,
      ];
    case status >= 300 && status < 400:
      return [
        'invalid',
        `The API server answered ${status} to ${verb} ${what}; redirects are not followed`,
      ];
    case status >= 500:
      return [
        'unreachable',
        `The API server failed to ${verb} ${what} (${status})`,
      ];
    default:
      return [
        'invalid',
        `The API server answered ${status} to ${verb} ${what}`,
      ];
  }
}
