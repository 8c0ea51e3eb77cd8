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

import type { InsightsDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  startCloud,
  type Cloud,
} from '../../collection/__testUtils__/startCloud';
import { InsightsRefresh } from './InsightsRefresh';
import { wordInsightsAge } from './wordInsightsAge';

describe('InsightsRefresh', () => {
  let cloud: Cloud;
  let time: number;
  let wanted: string[][];

  beforeEach(async () => {
    cloud = await startCloud({ limits: 'off' });
    time = Date.parse('2026-11-23T12:00:00Z');
    wanted = [];
  });

  afterEach(async () => {
    await cloud.stop();
  });

  const cluster = (): RolloutCluster => ({ ...cloud.cluster, labels: {} });
  const hoursAgo = (hours: number) =>
    new Date(time - hours * 3600_000).toISOString();

  function start(
    lastRefreshTime: string | undefined,
    by: 'executor' | 'reader' = 'executor',
  ) {
    const document = {
      insights: lastRefreshTime
        ? [{ lastRefreshTime }, { lastRefreshTime: hoursAgo(0) }]
        : [],
      unreadable: [],
    } as unknown as InsightsDocument;
    return new InsightsRefresh({
      aws: cloud.aws,
      ...(by === 'executor' && { roleName: 'eks-fleet-executor' }),
      observations: {
        ofMany: async () =>
          new Map([
            [
              cloud.cluster.arn,
              { insights: { source: 'collector', document } },
            ],
          ]),
      },
      want: async arns => {
        wanted.push(arns);
      },
      now: () => new Date(time),
    });
  }
  const calls = () => cloud.calls().StartInsightsRefresh ?? 0;

  it('has EKS look again at what it looked at more than an hour ago, and reads that soon', async () => {
    const age = await start(hoursAgo(20)).askWhereOld([cluster()]);
    expect(age).toEqual({
      oldestAt: hoursAgo(20),
      asked: [cloud.cluster.arn],
    });
    expect(calls()).toBe(1);
    expect(cloud.state().insightsRefreshStartedAt).toBeDefined();
    expect(wanted).toEqual([[cloud.cluster.arn]]);
    expect(wordInsightsAge(age, new Date(time))).toBe(
      'EKS made its insights up to 20h ago, and it was asked to make them anew',
    );
  });

  it('asks about what EKS never looked at', async () => {
    const age = await start(undefined).askWhereOld([cluster()]);
    expect(age).toEqual({ asked: [cloud.cluster.arn] });
    expect(calls()).toBe(1);
  });

  it('leaves alone what somebody else tells of', async () => {
    const refresh = new InsightsRefresh({
      aws: cloud.aws,
      observations: { ofMany: async () => new Map() },
      want: async () => {},
      now: () => new Date(time),
    });
    expect(await refresh.askWhereOld([cluster()])).toEqual({ asked: [] });
    expect(calls()).toBe(0);
  });

  it('leaves alone what is younger', async () => {
    const age = await start(hoursAgo(0.5)).askWhereOld([cluster()]);
    expect(age).toEqual({ oldestAt: hoursAgo(0.5), asked: [] });
    expect(calls()).toBe(0);
    expect(wordInsightsAge(age, new Date(time))).toBe(
      'EKS made its insights less than an hour ago',
    );
  });

  it('asks once an hour, however often it is looked at', async () => {
    const refresh = start(hoursAgo(20));
    for (let looks = 0; looks < 5; looks += 1) {
      await refresh.askWhereOld([cluster()]);
      time += 10 * 60_000;
    }
    expect(calls()).toBe(1);
    expect(wanted).toHaveLength(1);
    time += 11 * 60_000;
    await refresh.askWhereOld([cluster()]);
    expect(calls()).toBe(2);
  });

  it('says that the reader may not ask, and does not try again for a day', async () => {
    const refresh = start(hoursAgo(20), 'reader');
    const age = await refresh.askWhereOld([cluster()]);
    expect(age).toEqual({
      oldestAt: hoursAgo(20),
      asked: [],
      refused: 'its role may not call eks:StartInsightsRefresh',
    });
    expect(wordInsightsAge(age, new Date(time))).toContain(
      'it could not be asked to make them anew: its role may not call eks:StartInsightsRefresh',
    );
    time += 23 * 3600_000;
    await refresh.askWhereOld([cluster()]);
    expect(calls()).toBe(1);
    expect(wanted).toEqual([]);
  });
});
