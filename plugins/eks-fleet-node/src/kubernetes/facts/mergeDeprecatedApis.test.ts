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

import { mergeDeprecatedApis } from './mergeDeprecatedApis';

const NOW = new Date('2026-11-23T12:00:00Z');
const daysAgo = (days: number) =>
  new Date(NOW.getTime() - days * 86_400_000).toISOString();
const CRON_JOBS = { group: 'batch', version: 'v1beta1', resource: 'cronjobs' };
const BUDGETS = {
  group: 'policy',
  version: 'v1beta1',
  resource: 'poddisruptionbudgets',
};

describe('mergeDeprecatedApis', () => {
  it('begins with the first scrape, which proves nothing when it is clean', () => {
    expect(mergeDeprecatedApis(undefined, [], NOW)).toEqual({
      apis: [],
      scrapes: 1,
      since: NOW.toISOString(),
    });
  });

  it('says since when and until when each was seen, and keeps what this scrape does not show', () => {
    const before = {
      apis: [
        { ...CRON_JOBS, firstSeenAt: daysAgo(20), lastSeenAt: daysAgo(12) },
        { ...BUDGETS, firstSeenAt: daysAgo(9), lastSeenAt: daysAgo(1) },
      ],
      scrapes: 40,
      since: daysAgo(20),
    };
    expect(
      mergeDeprecatedApis(
        before,
        [{ ...BUDGETS, removedRelease: '1.25' }],
        NOW,
      ),
    ).toEqual({
      apis: [
        before.apis[0],
        {
          ...BUDGETS,
          removedRelease: '1.25',
          firstSeenAt: daysAgo(9),
          lastSeenAt: NOW.toISOString(),
        },
      ],
      scrapes: 41,
      since: daysAgo(20),
    });
  });

  it('forgets after 30 days', () => {
    const seen = (days: number) => ({
      apis: [
        { ...CRON_JOBS, firstSeenAt: daysAgo(90), lastSeenAt: daysAgo(days) },
      ],
      scrapes: 1,
      since: daysAgo(90),
    });
    expect(mergeDeprecatedApis(seen(30), [], NOW).apis).toHaveLength(1);
    expect(mergeDeprecatedApis(seen(30.01), [], NOW).apis).toEqual([]);
  });

  it('tells subresources and groups apart, and the same thing once', () => {
    const { apis } = mergeDeprecatedApis(
      undefined,
      [
        CRON_JOBS,
        CRON_JOBS,
        { ...CRON_JOBS, subresource: 'status' },
        { ...CRON_JOBS, group: undefined },
      ],
      NOW,
    );
    expect(apis).toHaveLength(3);
  });

  it('keeps at most 2,000', () => {
    const many = Array.from({ length: 2500 }, (_, index) => ({
      version: 'v1',
      resource: `r${index}`,
    }));
    expect(mergeDeprecatedApis(undefined, many, NOW).apis).toHaveLength(2000);
  });
});
