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
import type { Cluster } from '../../model/types';
import { statusOf, type ZonalShift } from '../../model/zonalShifts';
import { integerBetween, textOf } from '../parameters';

const MAX_PAGE = 100;
const STATUSES = ['ACTIVE', 'EXPIRED', 'CANCELED'];

/** Shifts that people or services began; autoshifts of AWS are with the resource. */
export const listZonalShifts: Operation = {
  action: 'arc-zonal-shift:ListZonalShifts',
  handle: context => {
    const { call, caller, region, model, clock, pageTokens } = context;
    const status = textOf(call.parameters, 'status');
    const resource = textOf(call.parameters, 'resourceIdentifier');
    if (status !== undefined && !STATUSES.includes(status)) {
      throw invalid(
        'InvalidStatus',
        `status must be one of ${STATUSES.join(', ')}.`,
      );
    }
    const pageSize = integerBetween(
      call.parameters.maxResults ?? MAX_PAGE,
      1,
      MAX_PAGE,
    );
    if (pageSize === undefined) {
      throw invalid(
        'MissingValue',
        `maxResults must be from 1 to ${MAX_PAGE}.`,
      );
    }
    const now = clock.now();
    const page = pageTokens.page({
      list: `arc-zonal-shift:ListZonalShifts/${caller.accountId}/${region}/${status}/${resource}`,
      items: model
        .clusters({ accountId: caller.accountId, region })
        .filter(({ arn }) => resource === undefined || arn === resource)
        .flatMap(cluster =>
          cluster.zonalShifts.map(shift => ({ cluster, shift })),
        )
        .filter(
          ({ shift }) =>
            shift.type !== 'ZONAL_AUTOSHIFT' &&
            (status === undefined || statusOf(shift, now) === status),
        )
        .sort((one, other) => (one.shift.id < other.shift.id ? -1 : 1)),
      keyOf: ({ shift }) => shift.id,
      pageSize,
      token: call.pageToken,
    });
    if (!page) {
      throw invalid('InvalidToken', 'The nextToken is invalid or has expired.');
    }
    return {
      items: page.items.map(({ cluster, shift }) => ({
        ...shiftDocument(cluster, shift),
        status: statusOf(shift, now),
      })),
      nextToken: page.nextToken,
    };
  },
};

/** What the list and the resource say alike of a shift. */
export function shiftDocument(
  cluster: Cluster,
  shift: ZonalShift,
): Record<string, unknown> {
  return {
    zonalShiftId: shift.id,
    resourceIdentifier: cluster.arn,
    awayFrom: shift.awayFrom,
    startTime: shift.startedAt.getTime() / 1000,
    expiryTime: shift.expiresAt.getTime() / 1000,
    comment: shift.comment,
    shiftType: shift.type,
  };
}

function invalid(reason: string, message: string): AwsError {
  return new AwsError('ValidationException', 400, message, { reason });
}
