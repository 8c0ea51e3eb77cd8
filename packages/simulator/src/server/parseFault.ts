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

import { UPDATE_ERROR_CODES } from '../model/updates';
import { FAULT_EFFECTS, type FaultEffect } from './faultEffects';
import { onlyKeys, recordOf } from './fields';
import { MATCH_KEYS, type FaultSpec } from './faults';

const FAULT_KEYS = [
  'match',
  'effect',
  'delayMs',
  'after',
  'times',
  'every',
  'probability',
  'at',
  'error',
];

/**
 * Reads a fault from untrusted data.
 *
 * @throws an Error that names the field
 */
export function parseFault(value: unknown): FaultSpec {
  const input = recordOf(value, 'the body');
  onlyKeys(input, FAULT_KEYS, '');
  const match = recordOf(input.match ?? {}, 'match');
  onlyKeys(match, MATCH_KEYS, 'match.');
  for (const key of MATCH_KEYS) {
    if (match[key] !== undefined && typeof match[key] !== 'string') {
      throw new Error(`match.${key} must be a string`);
    }
  }
  if (!FAULT_EFFECTS.includes(input.effect as FaultEffect)) {
    throw new Error(`effect must be one of ${FAULT_EFFECTS.join(', ')}`);
  }
  for (const key of ['delayMs', 'after', 'times', 'every']) {
    const number = input[key];
    if (
      number !== undefined &&
      !(Number.isInteger(number) && Number(number) >= 0)
    ) {
      throw new Error(`${key} must be a whole number, 0 or more`);
    }
  }
  const { every, probability, at } = input;
  if (every === 0) {
    throw new Error('every must be 1 or more');
  }
  if (
    probability !== undefined &&
    !(typeof probability === 'number' && probability >= 0 && probability <= 1)
  ) {
    throw new Error('probability must be a number from 0 to 1');
  }
  if (at !== undefined && at !== 'start' && at !== 'body') {
    throw new Error('at must be start or body');
  }
  if (input.effect === 'failUpdate' || input.error !== undefined) {
    checkError(recordOf(input.error, 'error'));
  }
  return { ...input, match } as unknown as FaultSpec;
}

function checkError(error: Record<string, unknown>): void {
  onlyKeys(error, ['code', 'message', 'resourceIds'], 'error.');
  const { code, message, resourceIds = [] } = error;
  if (!UPDATE_ERROR_CODES.some(known => known === code)) {
    throw new Error(
      `error.code must be one of ${UPDATE_ERROR_CODES.join(', ')}`,
    );
  }
  if (message !== undefined && typeof message !== 'string') {
    throw new Error('error.message must be a string');
  }
  if (
    !Array.isArray(resourceIds) ||
    !resourceIds.every(id => typeof id === 'string')
  ) {
    throw new Error('error.resourceIds must be an array of strings');
  }
}
