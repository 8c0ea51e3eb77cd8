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
import { waiverEnd } from './waiverEnd';

describe('waiverEnd', () => {
  it.each([
    [undefined, 'waiveUntilMissing'],
    ['', 'waiveUntilMissing'],
    ['soon', 'waiveUntilMissing'],
    ['2026-11-22', 'waiveUntilPast'],
    ['2027-05-23', 'waiveUntilFar'],
  ])('does not take %s', (day, problem) => {
    expect(waiverEnd(day, NOW)).toEqual({ problem });
  });

  it.each(['2026-11-23', '2026-12-24', '2027-05-21'])(
    'ends with the day %s',
    day => {
      expect(waiverEnd(day, NOW)).toEqual({
        until: new Date(`${day}T23:59:59`).toISOString(),
      });
    },
  );
});
