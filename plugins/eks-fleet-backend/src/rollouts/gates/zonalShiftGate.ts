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

import type { ZonalShift } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  toObservationError,
  type AwsTarget,
  type EksFleetAwsService,
  type RolloutGate,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { parseWith } from './parseWith';

const schema = z.object({}).strict();

/**
 * Shut while traffic of one of the wave's clusters is moved away from a zone:
 * what is left of it carries more already.
 */
export function createZonalShiftGate(
  aws: Pick<EksFleetAwsService, 'listZonalShifts'>,
): RolloutGate<z.infer<typeof schema>> {
  return {
    type: 'zonalShift',
    parse: value => parseWith(schema, value),
    describe: () => 'no zonal shift is active',
    async check(_, { clusters, signal }) {
      const names = new Map(clusters.map(({ arn, name }) => [arn, name]));
      const targets = new Map<string, AwsTarget>(
        clusters.map(({ accountId, partition, region }) => [
          `${accountId}/${region}`,
          { accountId, partition, region },
        ]),
      );
      const active: ZonalShift[] = [];
      for (const [key, target] of targets) {
        try {
          const shifts = await aws.listZonalShifts(target, signal);
          active.push(
            ...shifts.filter(({ resourceArn }) => names.has(resourceArn)),
          );
        } catch (error) {
          const { message } = toObservationError(error);
          return {
            state: 'unknown',
            code: 'gate.unreadable',
            message: `Zonal shifts of ${key} cannot be read: ${message}`,
          };
        }
      }
      if (active.length === 0) {
        return { state: 'open', message: 'No zonal shift is active' };
      }
      const [{ awayFrom, expiresAt, resourceArn }] = active;
      return {
        state: 'shut',
        code: 'gate.zonalShift',
        message: `Traffic of ${names.get(
          resourceArn,
        )} is moved away from ${awayFrom}`,
        until: expiresAt,
        evidence: {
          shifts: active.map(shift => ({
            arn: shift.resourceArn,
            awayFrom: shift.awayFrom,
          })),
        },
      };
    },
  };
}
