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

import { clustersOf, planningCluster } from '../plan/__testUtils__/planning';
import { forecast } from './__testUtils__/forecast';

const SUPPORT = [
  {
    version: '1.32',
    endOfStandardSupport: '2026-03-23T00:00:00Z',
    endOfExtendedSupport: '2027-03-23T00:00:00Z',
  },
  {
    version: '1.33',
    endOfStandardSupport: '2026-11-24T00:00:00Z',
    endOfExtendedSupport: '2027-11-24T00:00:00Z',
  },
];

describe('forecastSupport', () => {
  it('says what is left in time, and what extended support costs till then', () => {
    const clusters = [
      planningCluster('old', { version: '1.32' }),
      ...clustersOf('dev', 2),
    ];
    const { support, extendedSupportUsd } = forecast(
      { clusters, strategy: { concurrency: '1' } },
      { support: SUPPORT },
    );
    expect(support).toEqual([
      {
        version: '1.32',
        clusters: 1,
        end: '2026-03-23T00:00:00.000Z',
        state: 'after',
        // Third in the row, it has left 1.32 after half an hour.
        extendedSupportUsd: 0.25,
      },
      {
        version: '1.33',
        clusters: 2,
        end: '2026-11-24T00:00:00.000Z',
        state: 'before',
        extendedSupportUsd: 0,
      },
    ]);
    expect(extendedSupportUsd).toBe(0.25);
  });

  it.each([
    ['2026-11-23T23:49:00Z', 'before'],
    ['2026-11-23T23:50:00Z', 'after'],
  ])(
    'holds the last that leaves, from %s on, against its end',
    (notBefore, state) => {
      const before = [{ type: 'schedule', with: { notBefore } }];
      const { support } = forecast(
        { strategy: { before } },
        { support: SUPPORT },
      );
      expect(support).toMatchObject([{ version: '1.33', state }]);
    },
  );

  it('says maybe where only the quick course is in time', () => {
    const { support } = forecast(
      {
        strategy: {
          waves: [
            {
              name: 'all',
              before: [
                { type: 'approval' },
                {
                  type: 'schedule',
                  with: { notBefore: '2026-11-23T17:00:00Z' },
                },
              ],
            },
          ],
          windows: [{ days: ['mon', 'tue'], from: '17:00', to: '18:00' }],
        },
      },
      { support: SUPPORT },
    );
    expect(support).toMatchObject([{ version: '1.33', state: 'maybe' }]);
  });

  it('bills from the beginning of the day on which standard support ends', () => {
    const { support } = forecast(
      {
        strategy: {
          before: [
            { type: 'schedule', with: { notBefore: '2026-11-24T11:50:00Z' } },
          ],
        },
      },
      {
        support: [
          { ...SUPPORT[1], endOfStandardSupport: '2026-11-24T20:00:00Z' },
        ],
      },
    );
    expect(support[0].extendedSupportUsd).toBe(6);
  });

  it('knows nothing of versions without dates', () => {
    expect(forecast({}, { support: [{ version: '1.33' }] }).support).toEqual(
      [],
    );
  });

  it('warns of clusters that AWS would move first', () => {
    const { conflicts } = forecast(
      { clusters: clustersOf('dev', 2) },
      {
        support: [
          {
            version: '1.33',
            endOfStandardSupport: '2025-11-01T00:00:00Z',
            endOfExtendedSupport: '2026-11-01T00:00:00Z',
          },
        ],
      },
    );
    expect(conflicts).toEqual([
      'All support of 1.33 ends before 2 clusters have left it: AWS may move them at any time',
    ]);
  });
});
