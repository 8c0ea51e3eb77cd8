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
import type { AwsCall } from './types';

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

  it('tells of each attempt what it was, what became of it and how long it waited', async () => {
    const answers = [
      [429, 'ThrottlingException'],
      [200, undefined],
    ] as const;
    let attempt = 0;
    const client = new EKSClient({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      requestHandler: {
        handle: async () => {
          const [statusCode, error] = answers[attempt];
          attempt += 1;
          return {
            response: {
              statusCode,
              headers: {
                'content-type': 'application/json',
                ...(error && { 'x-amzn-errortype': error }),
              },
              body: new TextEncoder().encode('{"clusters":[]}'),
            } as never,
          };
        },
      },
    });
    const told: AwsCall[] = [];
    limitCalls(client, {
      limiter: new CallLimiter({ requestsPerSecond: 1, burst: 1 }),
      cap: new InFlightCap(64),
      onCall: call => told.push(call),
    });
    let over = false;
    const calling = client.send(new ListClustersCommand({})).then(() => {
      over = true;
    });
    while (!over) {
      await jest.advanceTimersByTimeAsync(500);
      await new Promise(setImmediate);
    }
    await calling;
    expect(told.map(({ waitedSeconds: _, ...call }) => call)).toEqual([
      { service: 'eks', operation: 'ListClusters', result: 'throttled' },
      { service: 'eks', operation: 'ListClusters', result: 'success' },
    ]);
    // The bucket of one is empty, and fills at half its pace after a refusal.
    expect(told[0].waitedSeconds).toBe(0);
    expect(told[1].waitedSeconds).toBeGreaterThanOrEqual(1);
  });
});
