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

import type { RequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetBackendFor } from '../../backend/createFleetBackend';
import { waitForRequest, type WaitInput } from './waitForRequest';

describe('waitForRequest', () => {
  let now: number;
  let states: RequestState[];
  let looks: number[];

  const wait = (input: Partial<WaitInput> = {}, signal?: AbortSignal) =>
    waitForRequest(
      {
        backendFor: (() => ({
          requests: {
            getRequest: async (id: string) => {
              looks.push(now);
              const state = states.length > 1 ? states.shift() : states[0];
              return { id, state, message: 'so it is' };
            },
          },
        })) as unknown as FleetBackendFor,
        clock: {
          now: () => now,
          sleep: async ms => {
            signal?.throwIfAborted();
            now += ms;
          },
        },
      },
      {
        getInitiatorCredentials: async () => ({} as never),
        logger: { info: jest.fn(), warn: jest.fn() } as never,
        signal,
      },
      { requestId: 'r', ...input },
    );

  beforeEach(() => {
    now = 0;
    looks = [];
  });

  it.each<[RequestState[], WaitInput['until'], RequestState]>([
    [['proposed', 'merged', 'ready'], undefined, 'ready'],
    [['proposed', 'merged', 'ready'], 'merged', 'merged'],
    // It went on while nobody looked.
    [['pendingApproval', 'registered'], 'synced', 'registered'],
    [['ready'], 'merged', 'ready'],
  ])('follows %j until %s', async (line, until, state) => {
    states = [...line];
    expect(await wait({ until })).toMatchObject({
      reached: true,
      request: { state },
    });
  });

  it.each<RequestState>(['failed', 'rejected', 'cancelled', 'expired'])(
    'fails where it is %s',
    async state => {
      states = ['proposed', state];
      await expect(wait()).rejects.toThrow(
        `The request ended: ${state}: so it is`,
      );
    },
  );

  it('gives up in time, looking less and less often', async () => {
    states = ['pendingApproval'];
    expect(await wait({ timeoutMinutes: 10 })).toMatchObject({
      reached: false,
    });
    expect(now).toBe(600_000);
    expect(looks.slice(0, 3)).toEqual([0, 2000, 5000]);
    expect(looks.length).toBeLessThan(30);
  });

  it('ends with the task', async () => {
    states = ['proposed'];
    const task = new AbortController();
    task.abort(new Error('The task was cancelled'));
    await expect(wait({}, task.signal)).rejects.toThrow('was cancelled');
    expect(looks).toEqual([]);
  });
});
