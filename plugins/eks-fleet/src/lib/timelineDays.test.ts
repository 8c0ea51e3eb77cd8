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

import { DateTime, Settings } from 'luxon';
import { aTimelineEvent } from '../__testUtils__/readiness';
import { timelineDays, timeOfDay } from './timelineDays';

describe('timelineDays', () => {
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it('groups by the days of the reader, newest first as they come', () => {
    Settings.defaultZone = 'Asia/Tokyo';
    const days = timelineDays([
      aTimelineEvent({ id: '3', at: '2026-11-20T15:30:00Z' }),
      aTimelineEvent({ id: '2', at: '2026-11-20T14:30:00Z' }),
      aTimelineEvent({ id: '1', at: '2026-11-20T01:00:00Z' }),
    ]);
    expect(
      days.map(({ day, title, events }) => [
        day,
        title,
        events.map(({ id }) => id),
      ]),
    ).toEqual([
      ['2026-11-21', 'Sat 21 Nov 2026', ['3']],
      ['2026-11-20', 'Fri 20 Nov 2026', ['2', '1']],
    ]);
    expect(timeOfDay('2026-11-20T15:30:00Z')).toBe('00:30');
    expect(DateTime.now().zoneName).toBe('Asia/Tokyo');
  });
});
