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

import { aCluster, NOW } from '../__testUtils__/fleet';
import { supportCalendar } from './supportCalendar';

describe('supportCalendar', () => {
  it('lays the spans end to end over the whole width', () => {
    const calendar = supportCalendar(aCluster().support, NOW)!;
    const [standard, extended, unsupported] = calendar.spans;
    expect(standard.start).toBe(0);
    expect(extended.start).toBe(standard.end);
    expect(unsupported.start).toBe(extended.end);
    expect(unsupported.end).toBe(100);
  });

  it.each([
    ['standard', '2026-11-23', 0],
    ['extended', '2027-10-01', 1],
    ['unsupported', '2030-01-01', 2],
  ])('puts now into %s', (_, day, index) => {
    const { spans, now } = supportCalendar(aCluster().support, new Date(day))!;
    expect(now).toBeGreaterThan(spans[index].start);
    expect(now).toBeLessThan(spans[index].end);
  });

  it('says nothing without dates', () => {
    expect(supportCalendar({ state: 'unknown' }, NOW)).toBeUndefined();
  });
});
