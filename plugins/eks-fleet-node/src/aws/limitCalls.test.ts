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

import { EKSClient, ListClustersCommand } from '@aws-sdk/client-eks';
import { AwsBucket } from './__testUtils__/AwsBucket';
import { CallLimiter } from './CallLimiter';
import { InFlightCap } from './InFlightCap';
import { limitCalls } from './limitCalls';

const LIMITS = { requestsPerSecond: 10, burst: 20 };

describe('limitCalls', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('lets calls that waited for credentials go at the pace of their target', async () => {
    const aws = new AwsBucket(LIMITS);
    const client = new EKSClient({
      region: 'eu-west-1',
      credentials: async () => {
        await new Promise(resolve => {
          setTimeout(resolve, 30_000);
        });
        return { accessKeyId: 'key', secretAccessKey: 'secret' };
      },
      requestHandler: {
        handle: async () => {
          aws.arrive();
          return {
            response: {
              statusCode: 200,
              headers: { 'content-type': 'application/json' },
              body: new TextEncoder().encode('{"clusters":[]}'),
            } as never,
          };
        },
      },
    });
    limitCalls(client, {
      limiter: new CallLimiter(LIMITS),
      cap: new InFlightCap(64),
    });
    const calls = Promise.all(
      Array.from({ length: 60 }, () =>
        client.send(new ListClustersCommand({})),
      ),
    );
    await jest.advanceTimersByTimeAsync(29_000);
    expect(aws.arrived).toBe(0);
    while (aws.arrived < 60) {
      await jest.advanceTimersByTimeAsync(100);
      await new Promise(setImmediate);
    }
    await calls;
    expect(aws.refused).toBe(0);
  });
});
