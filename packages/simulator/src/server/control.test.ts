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

import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import { ManualClock, type Clock } from '../clock';
import { clientsOf } from '../__testUtils__/clients';
import { startSimulator } from './startSimulator';
import type { Simulator } from './types';

describe('the control endpoints', () => {
  let simulator: Simulator;

  const start = async (clock: Clock) => {
    simulator = await startSimulator({ clock });
  };
  const control = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${simulator.url}/_sim/${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const listAccounts = () =>
    clientsOf(simulator, { region: 'us-east-1' }).organizations.send(
      new ListAccountsCommand({}),
    );

  beforeEach(() => start(new ManualClock('2026-11-23T09:00:00Z')));
  afterEach(() => simulator.stop());

  it('count calls and forget them', async () => {
    await listAccounts();
    expect((await control('GET', 'calls')).body).toEqual({
      calls: [
        {
          service: 'organizations',
          operation: 'ListAccounts',
          accountId: '999988887777',
          region: 'us-east-1',
          status: 200,
          count: 1,
        },
      ],
      peakInFlight: 1,
    });
    await control('DELETE', 'calls');
    expect((await control('GET', 'calls')).body.calls).toEqual([]);
  });

  it('add faults and clear them', async () => {
    await control('POST', 'faults', {
      match: { service: 'organizations' },
      effect: 'throttle',
    });
    await expect(listAccounts()).rejects.toMatchObject({
      name: 'TooManyRequestsException',
    });
    await control('DELETE', 'faults');
    await listAccounts();
  });

  it.each([
    [[], 'the body'],
    [{ effect: 'explode' }, 'effect must be one of throttle'],
    [{ effect: 'deny', match: { acount: '1' } }, 'match.acount is not known'],
    [{ effect: 'deny', match: { region: 1 } }, 'match.region must be a string'],
    [{ effect: 'deny', times: -1 }, 'times'],
    [{ effect: 'deny', probability: 2 }, 'probability'],
    [{ effect: 'reset', at: 'end' }, 'at must be'],
    [{ effect: 'deny', often: 1 }, 'often is not known'],
    [{ effect: 'deny', every: 0 }, 'every must be 1 or more'],
    [{ effect: 'failUpdate' }, 'error must be an object'],
    [{ effect: 'failUpdate', error: { code: 'Bad' } }, 'error.code'],
    [{ effect: 'failUpdate', error: { text: 'x' } }, 'error.text is not known'],
    [
      { effect: 'failUpdate', error: { code: 'Unknown', message: 1 } },
      'error.message must be a string',
    ],
    [
      { effect: 'failUpdate', error: { code: 'Unknown', resourceIds: [1] } },
      'error.resourceIds must be',
    ],
  ])('refuse the fault %j by the name of its field', async (fault, message) => {
    expect(await control('POST', 'faults', fault)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(message) },
    });
  });

  it('move the clock, and only forwards', async () => {
    const { body } = await control('POST', 'clock', { advanceSeconds: 3600 });
    expect(body).toEqual({ now: '2026-11-23T10:00:00.000Z' });
    expect(await control('POST', 'clock', { advanceSeconds: -1 })).toEqual({
      status: 400,
      body: { error: expect.stringContaining('advanceSeconds') },
    });
  });

  it('leave a clock alone that nobody may move', async () => {
    await simulator.stop();
    await start({ now: () => new Date('2026-11-23T09:00:00Z') });
    expect(await control('POST', 'clock', { advanceSeconds: 1 })).toMatchObject(
      { status: 409 },
    );
  });

  it('refuse web pages', async () => {
    expect(
      await control('DELETE', 'faults', undefined, {
        origin: 'https://evil.example',
      }),
    ).toMatchObject({ status: 403 });
  });
});
