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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { TrackDecision } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Place, SeenFailure } from './types';

/** A decision to wait. */
export type Wait = Extract<TrackDecision, { kind: 'wait' }>;

/** A call that the host refused is not made again before. */
export const REFUSED_SECONDS = 60;

export function wait(
  code: Waiting['code'],
  message: string,
  more: Omit<Waiting, 'code' | 'message' | 'since'> & { slow?: boolean } = {},
): Wait {
  const { slow, ...rest } = more;
  return {
    kind: 'wait',
    waiting: { code, message, ...rest },
    ...(slow && { slow }),
  };
}

/** What a Git host's failure lets a hop wait for. */
export function waitForHost(
  { file: { repository } }: Place,
  { message, reason, retryAfterSeconds }: SeenFailure,
  now: Date,
): Wait {
  const host = new URL(repository.url).host;
  const until = later(now, retryAfterSeconds ?? REFUSED_SECONDS);
  switch (reason) {
    case 'throttled':
      return wait(
        'source.throttled',
        `${host} asks to be left alone for a while: ${message}`,
        { until },
      );
    case 'writesOff':
      return wait(
        'fleet.stop',
        'eksFleet.writes is off in the configuration, so nothing is proposed',
      );
    case 'unauthenticated':
    case 'forbidden':
    case 'notFound':
      return wait(
        'source.unreachable',
        `${host} does not let the portal do it: ${message}. Look at its token and what it may do in ${repository.url}`,
        { until },
      );
    case 'conflict':
      return wait(
        'pullRequest.foreign',
        `${message}. Somebody else has made it: look at it, and delete it where it is nobody's`,
        { until },
      );
    case 'notReady':
      return wait(
        'pullRequest.checks',
        `${host} does not merge yet: ${message}`,
      );
    case 'unreachable':
    case 'timeout':
      return wait(
        'source.unreachable',
        `${host} does not answer: ${message}. It goes on by itself once it does`,
      );
    default:
      return wait('source.unreachable', `${host}: ${message}`, { until });
  }
}

export function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

/** Whoever may merge, as far as the portal can tell. */
export function mergers({ file: { repository } }: Place): Waiting['who'] {
  return [
    {
      kind: 'system',
      name: `whoever reviews ${new URL(repository.url).pathname.slice(1)}`,
    },
  ];
}
