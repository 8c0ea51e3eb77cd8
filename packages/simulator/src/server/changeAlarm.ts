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
import type { Alarm, AlarmState } from '../model/alarms';
import { onlyKeys, recordOf } from './fields';

const STATES: AlarmState[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

/**
 * Brings an alarm into a state, from untrusted data.
 *
 * @throws an Error that names the field, or the alarm that is not there
 */
export function changeAlarm(model: CloudModel, value: unknown): Alarm {
  const input = recordOf(value, 'the body');
  onlyKeys(input, ['arn', 'state', 'reason'], '');
  const { arn, state, reason } = input;
  if (typeof arn !== 'string') {
    throw new Error('arn must be a string');
  }
  const known = STATES.find(candidate => candidate === state);
  if (!known) {
    throw new Error(`state must be one of ${STATES.join(', ')}`);
  }
  if (reason !== undefined && typeof reason !== 'string') {
    throw new Error('reason must be a string');
  }
  return model.alarms.setState(arn, known, reason);
}
