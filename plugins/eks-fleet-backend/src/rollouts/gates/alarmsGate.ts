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

import type { RolloutGate } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import type { AlarmWatch } from '../../alerts/types';
import { parseWith } from './parseWith';

const schema = z
  .object({
    rules: z
      .array(
        z
          .object({
            match: z.record(z.string(), z.string()).optional(),
            then: z.enum(['hold', 'pause', 'ignore']),
          })
          .strict(),
      )
      .max(50)
      .optional(),
    quiet: z
      .string()
      .regex(
        /^(?=\d)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/,
        'is no duration, as in 10m',
      )
      .optional(),
  })
  .strict();

/** Open while no alarm fires on the wave's clusters nor on any changed before. */
export function createAlarmsGate(
  alarms: AlarmWatch,
): RolloutGate<z.infer<typeof schema>> {
  return {
    type: 'alarms',
    parse: value => parseWith(schema, value),
    describe: () => 'alarms are silent',
    async check(rules, { changed, clusters, now }) {
      const all = new Map(
        [...changed, ...clusters].map(cluster => [cluster.arn, cluster]),
      );
      const verdict = await alarms.check(Array.from(all.values()), rules, now);
      const evidence = { alerts: verdict.alerts };
      if (verdict.state === 'quiet') {
        return { state: 'open', message: 'No alarm fires', evidence };
      }
      return {
        state: verdict.state === 'unknown' ? 'unknown' : 'shut',
        code: verdict.state === 'unknown' ? 'gate.unreadable' : 'gate.alarms',
        message: verdict.message,
        until: verdict.until,
        evidence,
      };
    },
  };
}
