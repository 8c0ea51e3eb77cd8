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

import { assigneeRef } from './assigneeRef';

it.each([
  ['group:default/payments', 'group:default/payments'],
  [' group:payments ', 'group:default/payments'],
  ['ana', 'user:default/ana'],
  ['user:Ops/Ana', 'user:ops/ana'],
  ['component:default/api', undefined],
  ['', undefined],
  ['a/b/c', undefined],
  ['group:default/pay ments', undefined],
])('reads %j as %j', (text, ref) => {
  expect(assigneeRef(text)).toBe(ref);
});
