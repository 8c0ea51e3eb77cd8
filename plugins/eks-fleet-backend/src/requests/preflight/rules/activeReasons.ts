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

import type { VerdictReason } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestOperation } from '../config/types';
import type { ReservationIndex } from '../ground/ReservationIndex';
import { deny } from '../verdictOf';

const WORDS: Record<RequestOperation, string> = {
  create: 'for it',
  change: 'to change it',
  delete: 'to delete it',
  adopt: 'to adopt it',
  extend: 'to extend its life',
};

/** One thing has one request at a time. */
export function activeReasons(
  key: string,
  ask: { requestId?: string },
  reservations: ReservationIndex,
): VerdictReason[] {
  const active = reservations.of(key);
  return active && active.requestId !== ask.requestId
    ? [
        deny(
          'requestUnderWay',
          undefined,
          `There is a request ${WORDS[active.operation]} already (${
            active.requestId
          }); it must end or be cancelled first.`,
        ),
      ]
    : [];
}
