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

import type { TimeWindow } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutGate } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { nextOpening } from '../strategy/windows';
import { parseWith } from './parseWith';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day, as in 09:00');

const schema = z
  .object({
    notBefore: z.iso
      .datetime({
        offset: true,
        message: 'is no time, as in 2026-12-01T08:00:00Z',
      })
      .optional(),
    windows: z
      .array(
        z
          .object({
            days: z
              .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
              .min(1),
            from: time,
            to: time,
            timeZone: z
              .string()
              .refine(zone => IANAZone.isValidZone(zone), {
                message: 'is no IANA time zone, such as Europe/Berlin',
              })
              .optional(),
          })
          .strict(),
      )
      .max(50)
      .optional(),
  })
  .strict()
  .refine(({ notBefore, windows }) => notBefore || windows?.length, {
    message: 'needs `notBefore`, a time, or `windows`',
  });

type Asked = { notBefore?: string; windows?: TimeWindow[] };

/** Opens at a time, or in a window. */
export const scheduleGate: RolloutGate<Asked> = {
  type: 'schedule',
  parse: value => parseWith(schema, value),
  describe: ({ notBefore, windows }) =>
    [
      notBefore && `not before ${notBefore}`,
      windows?.length && `in ${windows.length} windows of time`,
    ]
      .filter(Boolean)
      .join(', '),
  async check({ notBefore, windows }, { now, rollout }) {
    if (notBefore && Date.parse(notBefore) > now.getTime()) {
      return {
        state: 'shut',
        code: 'gate.schedule',
        message: `It is not to begin before ${notBefore}`,
        until: new Date(notBefore).toISOString(),
      };
    }
    const opening = nextOpening(windows, undefined, rollout.environments, now);
    return opening.open
      ? { state: 'open', message: opening.message }
      : {
          state: 'shut',
          code: 'gate.schedule',
          message: opening.message,
          until: opening.until?.toISOString(),
        };
  },
};
