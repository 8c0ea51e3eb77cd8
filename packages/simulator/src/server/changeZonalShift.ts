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

import type { CloudModel } from '../model';
import {
  cancelZonalShifts,
  startZonalShift,
  type ZonalShiftSpec,
} from '../model/zonalShifts';
import { onlyKeys, recordOf } from './fields';

const TYPES = [
  'ZONAL_SHIFT',
  'PRACTICE_RUN',
  'FIS_EXPERIMENT',
  'ZONAL_AUTOSHIFT',
];

/**
 * Starts a zonal shift of a cluster or cancels what is on, from untrusted data.
 *
 * @throws an Error that names the field, or the cluster that is not there
 */
export function changeZonalShift(
  model: CloudModel,
  value: unknown,
  now: Date,
): void {
  const input = recordOf(value, 'the body');
  onlyKeys(
    input,
    ['arn', 'cancel', 'awayFrom', 'type', 'comment', 'minutes'],
    '',
  );
  const { arn, cancel = false, type, minutes = 60 } = input;
  for (const key of ['arn', 'awayFrom', 'comment']) {
    const missing = key === 'arn' && arn === undefined;
    if (
      missing ||
      (input[key] !== undefined && typeof input[key] !== 'string')
    ) {
      throw new Error(`${key} must be a string`);
    }
  }
  if (typeof cancel !== 'boolean') {
    throw new Error('cancel must be true or false');
  }
  if (type !== undefined && !TYPES.includes(String(type))) {
    throw new Error(`type must be one of ${TYPES.join(', ')}`);
  }
  if (!(typeof minutes === 'number' && minutes > 0 && minutes <= 4320)) {
    throw new Error('minutes must be a number above 0, at most 4320');
  }
  const cluster = model.clusters().find(candidate => candidate.arn === arn);
  if (!cluster) {
    throw new Error(`arn: there is no cluster ${arn}`);
  }
  if (cancel) {
    cancelZonalShifts(cluster, now);
  } else {
    startZonalShift(cluster, input as ZonalShiftSpec, now);
  }
}
