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

import type { Freeze } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutGate } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { nextOpening } from '../strategy/windows';
import { parseWith } from './parseWith';

const schema = z.object({}).strict();

/** Shut while a freeze of the company's calendar covers the rollout. */
export function createFreezeGate(
  calendar: Freeze[],
): RolloutGate<z.infer<typeof schema>> {
  return {
    type: 'freeze',
    parse: value => parseWith(schema, value),
    describe: () => 'no freeze',
    async check(_, { clusters, now, rollout }) {
      const environments = Array.from(
        new Set([
          ...rollout.environments,
          ...clusters.flatMap(({ environment }) => environment ?? []),
        ]),
      );
      const opening = nextOpening(undefined, calendar, environments, now);
      return opening.open
        ? { state: 'open', message: 'No freeze is on' }
        : {
            state: 'shut',
            code: 'gate.freeze',
            message: opening.message,
            until: opening.until?.toISOString(),
          };
    },
  };
}
