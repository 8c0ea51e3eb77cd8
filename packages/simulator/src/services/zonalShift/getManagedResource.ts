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

import { AwsError } from '../../aws/errors';
import type { Operation } from '../../aws/types';
import { statusOf, zoneIdsOf } from '../../model/zonalShifts';
import { textOf } from '../parameters';
import { shiftDocument } from './listZonalShifts';

/** A cluster is one while zonal shift is enabled for it. */
export const getManagedResource: Operation = {
  action: 'arc-zonal-shift:GetManagedResource',
  resource: ({ call }) => String(call.parameters.resourceIdentifier),
  handle: ({ call, caller, region, model, clock }) => {
    const identifier = textOf(call.parameters, 'resourceIdentifier');
    const cluster = model
      .clusters({ accountId: caller.accountId, region })
      .find(({ arn }) => arn === identifier);
    if (!cluster?.zonalShift) {
      throw new AwsError(
        'ResourceNotFoundException',
        404,
        `There is no managed resource ${identifier}.`,
      );
    }
    const now = clock.now();
    const active = cluster.zonalShifts.filter(
      shift => statusOf(shift, now) === 'ACTIVE',
    );
    const isAuto = ({ type }: { type: string }) => type === 'ZONAL_AUTOSHIFT';
    return {
      arn: cluster.arn,
      name: cluster.name,
      appliedWeights: Object.fromEntries(
        zoneIdsOf(cluster).map(zone => [
          zone,
          active.some(({ awayFrom }) => awayFrom === zone) ? 0 : 1,
        ]),
      ),
      zonalShifts: active
        .filter(shift => !isAuto(shift))
        .map(shift => ({
          appliedStatus: 'APPLIED',
          ...shiftDocument(cluster, shift),
        })),
      autoshifts: active.filter(isAuto).map(({ awayFrom, startedAt }) => ({
        appliedStatus: 'APPLIED',
        awayFrom,
        startTime: startedAt.getTime() / 1000,
      })),
      zonalAutoshiftStatus: 'DISABLED',
    };
  },
};
