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

import { NOW } from '../__testUtils__/fleet';
import { dueLook } from './findingDue';

const in_ = (days: number) =>
  new Date(NOW.getTime() + days * 86_400_000).toISOString();

it.each([
  [-1, 'overdue'],
  [0, 'soon'],
  [7, 'soon'],
  [7.1, 'later'],
])('%d days from now is %s', (days, state) => {
  expect(dueLook({ dueAt: in_(days), result: 'fail' }, NOW)?.state).toBe(state);
});

it.each([
  [{ result: 'fail' as const }],
  [{ result: 'exempt' as const, dueAt: in_(-1) }],
  [{ result: 'fail' as const, dueAt: in_(-1), resolvedAt: in_(-2) }],
  [{ result: 'fail' as const, dueAt: 'soon' }],
])('%j is due at no time', finding => {
  expect(dueLook(finding, NOW)).toBeUndefined();
});
