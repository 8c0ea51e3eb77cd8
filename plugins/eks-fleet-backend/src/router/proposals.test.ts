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

import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

describe('what proposals are made with', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  const start = async (config: JsonObject = {}) => {
    fleet = await startFleet({ config });
    return fleet;
  };
  const ground = () => fleet.get('/proposals/ground');

  afterEach(async () => {
    await fleet.stop();
  });

  it('names the installation, the same each time', async () => {
    await start({ eksFleet: { writes: 'on' } });
    const { body } = await ground().expect(200);

    expect(body).toEqual({
      installationId: expect.stringMatching(/^[a-z0-9-]{1,63}$/),
    });
    expect((await ground()).body).toEqual(body);
  });

  it('says that writes are off, as they are at first', async () => {
    await start();
    expect((await ground()).body.halted).toContain('eksFleet.writes is off');
  });

  it('says that the fleet is stopped, and by whom', async () => {
    await start({ eksFleet: { writes: 'on' } });
    await fleet.put('/fleet/stop', {
      stopped: true,
      reason: 'an outage',
      confirm: 'stop the fleet',
    });
    expect((await ground()).body.halted).toContain(
      'stopped by user:default/mock',
    );
  });

  it('answers only who may ask for changes', async () => {
    await start();
    fleet.decide({ 'eks-fleet.request.create': AuthorizeResult.DENY });
    const { body, status } = await ground();

    expect(status).toBe(403);
    expect(body.error.message).toContain('eks-fleet.request.create');
  });

  it('answers no service', async () => {
    await start();
    const answer = await ground().set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(answer.status).toBe(403);
  });

  it('answers nobody while every check answers yes', async () => {
    await start({ permission: { enabled: false } });
    const { body, status } = await ground();

    expect(status).toBe(403);
    expect(body.error.message).toContain('permission.enabled is off');
  });
});
