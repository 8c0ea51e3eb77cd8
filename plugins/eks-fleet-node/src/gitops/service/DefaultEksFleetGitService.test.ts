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

import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { propose } from '../__testUtils__/propose';
import { startFleetHost } from '../__testUtils__/startFleetHost';
import { DefaultEksFleetGitService } from './DefaultEksFleetGitService';

const fromUrl = (url: string) =>
  DefaultEksFleetGitService.fromConfig(
    new ConfigReader({
      eksFleet: {
        fleetRepositories: [{ id: 'fleet', url, branch: 'main' }],
      },
    }),
  );

describe('DefaultEksFleetGitService', () => {
  it('needs no configuration, and writes nothing then', () => {
    const service = DefaultEksFleetGitService.fromConfig(new ConfigReader({}));
    expect(service.writes).toBe('off');
    expect(service.repositories).toEqual([]);
    expect(service.hosts()).toEqual([]);
  });

  it('knows the public hosts by themselves', () => {
    expect(
      fromUrl('https://github.com/acme/fleet').repository('fleet', 'a').kind,
    ).toBe('github');
    expect(
      fromUrl('https://gitlab.com/acme/fleet').repository('fleet', 'a').kind,
    ).toBe('gitlab');
  });

  it('refuses to start with a host that no integration has', () => {
    expect(() => fromUrl('https://git.example.com/acme/fleet')).toThrow(
      new Error(
        'eksFleet.fleetRepositories[0].url: integrations has nothing for git.example.com; add it to integrations.github, .gitlab or .gitea',
      ),
    );
  });

  it.each([0, -1])('refuses %s writes a minute', writesPerMinute => {
    const config = new ConfigReader({
      eksFleet: { gitLimits: { writesPerMinute } },
    });
    expect(() => DefaultEksFleetGitService.fromConfig(config)).toThrow(
      'eksFleet.gitLimits.writesPerMinute: must be 1 or more',
    );
  });

  it('knows no other repositories', () => {
    expect(() =>
      fromUrl('https://github.com/acme/fleet').repository('other', 'a'),
    ).toThrow(NotFoundError);
  });

  it('tells how its hosts do, and waits once the quota is used up', async () => {
    const host = await startFleetHost();
    try {
      const service = host.startService();
      await propose(service.repository('fleet', 'rollout:1'));
      expect(service.hosts()).toMatchObject([
        {
          host: new URL(host.simulator.github.url).host,
          kind: 'github',
          queued: 0,
          inFlight: 0,
          limit: 5000,
          remaining: expect.any(Number),
          lastSuccessAt: expect.any(String),
        },
      ]);

      host.simulator.github.useUpRateLimit('eks-fleet');
      const read = () =>
        service.repository('fleet', 'rollout:1').getPullRequest(1);
      await expect(read()).rejects.toMatchObject({ reason: 'throttled' });
      host.simulator.resetCalls();
      await expect(read()).rejects.toMatchObject({
        reason: 'throttled',
        retryAfterSeconds: expect.any(Number),
      });
      expect(host.simulator.calls()).toEqual([]);
      expect(service.hosts()).toMatchObject([
        {
          remaining: 0,
          pausedUntil: expect.any(String),
          lastFailure: { reason: 'throttled' },
        },
      ]);
    } finally {
      await host.stop();
    }
  });

  it('stops where the host lets nobody create more for a while', async () => {
    const host = await startFleetHost();
    try {
      const service = host.startService();
      const repository = service.repository('fleet', 'rollout:1');
      await propose(repository);
      const [{ number }] = host.simulator.github.pulls();
      for (let made = 1; made < 80; made += 1) {
        await repository.comment(number, `Look ${made}`);
      }
      const comment = () => repository.comment(number, 'One too many');
      await expect(comment()).rejects.toMatchObject({
        reason: 'throttled',
        retryAfterSeconds: expect.any(Number),
      });
      host.simulator.resetCalls();
      const refused = await comment().catch(error => error);
      expect(refused.retryAfterSeconds).toBeGreaterThan(30);
      expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
      expect(host.simulator.calls()).toEqual([]);
    } finally {
      await host.stop();
    }
  });
});
