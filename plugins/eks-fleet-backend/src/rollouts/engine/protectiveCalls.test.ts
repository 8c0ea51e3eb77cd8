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

import { rolloutOf } from '../store/__testUtils__/bigRollout';
import type { Decision, Permit } from './cellStep';
import { nextCellStep } from './nextCellStep';

const waiting = {
  code: 'fleet.stop' as const,
  message: 'Everything is halted',
};

function callsOf(permit: Permit, protects: boolean): string[] {
  const [cell] = rolloutOf('one', 1).cells;
  const [{ cluster }] = cell.clusters;
  const decision: Decision = {
    kind: 'act',
    action: 'setStatus',
    key: 'branch',
    message: 'Says so',
    ...(protects && { protects }),
  };
  const { acts } = nextCellStep(
    { ...cell, state: 'running' },
    new Map([[cluster.arn, decision]]),
    { permit, retries: 1, gatesOpen: true, now: new Date(0) },
  );
  return acts.map(({ intent }) => intent.action);
}

describe('nextCellStep', () => {
  it.each<[string, Permit, boolean, string[]]>([
    ['makes a call where it may', { may: true }, false, ['setStatus']],
    [
      'makes none while all stands',
      { may: false, mayProtect: true, waiting },
      false,
      [],
    ],
    [
      'makes the one that protects while all stands',
      { may: false, mayProtect: true, waiting },
      true,
      ['setStatus'],
    ],
    [
      'makes not even that where the installation may not write',
      { may: false, mayProtect: false, waiting },
      true,
      [],
    ],
  ])('%s', (_, permit, protects, calls) => {
    expect(callsOf(permit, protects)).toEqual(calls);
  });
});
