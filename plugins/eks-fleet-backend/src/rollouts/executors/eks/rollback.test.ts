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

import {
  UpdateAddonCommand,
  UpdateNodegroupVersionCommand,
} from '@aws-sdk/client-eks';
import { startEks, TRACKS, type StartedEks } from './__testUtils__/startEks';

jest.setTimeout(30_000);

const { controlPlane, nodes, twoMinors } = TRACKS;

describe('taking a cluster back by the eks executor', () => {
  let eks: StartedEks;

  afterEach(async () => {
    await eks.stop();
  });

  const reached = (state: string) =>
    eks.until(cell => cell.state === state, 150);

  /** One asks, another one agrees. */
  async function agree(more: { force?: boolean } = {}) {
    await eks.act('jane', { act: 'rollBack', reason: 'it is slow', ...more });
    const secondPerson = (await eks.cell()).clusters[0].backAsked!.id;
    await eks.act('omar', { act: 'rollBack', secondPerson, ...more });
  }

  /** What was asked of EKS since then, in order. */
  async function asked(): Promise<string[]> {
    const log = await eks.log();
    return log
      .slice(log.findIndex(line => line.startsWith('cell.rollBack ')))
      .filter(line => line.startsWith('call'));
  }

  it('goes without touching nodes while these still run the minor before', async () => {
    eks = await startEks({ tracks: [controlPlane] });
    await reached('succeeded');
    await eks.step(5 * 24 * 3600);
    await agree();
    const { waiting } = await eks.until(
      cell => cell.waiting?.code === 'update.inProgress',
    );
    expect(waiting!.message).toBe(
      'EKS is moving the control plane of alpha to 1.33',
    );
    await reached('rolledBack');
    expect(eks.cluster()).toMatchObject({
      version: '1.33',
      nodegroups: [{ version: '1.33' }],
    });
    expect(eks.cluster()!.updates.map(({ type }) => type)).toEqual([
      'VersionUpdate',
      'VersionRollback',
    ]);
  });

  it('takes nodes back before the control plane, each by one call', async () => {
    eks = await startEks({ tracks: [controlPlane, { ...nodes, order: [2] }] });
    await reached('succeeded');
    expect(eks.cluster()!.nodegroups[0].version).toBe('1.34');
    await agree();
    await reached('rolledBack');
    expect(await asked()).toEqual([
      'call Asks EKS to move the node group system of alpha from 1.34 to 1.33',
      'call Asks EKS to move the control plane of alpha from 1.34 to 1.33',
    ]);
    expect(eks.cluster()).toMatchObject({
      version: '1.33',
      nodegroups: [{ version: '1.33' }],
    });
  });

  it.each(['UpdateNodegroupVersion', 'UpdateClusterVersion'])(
    'looks where the answer to %s is lost on the way back, and asks once',
    async operation => {
      eks = await startEks({
        tracks: [controlPlane, { ...nodes, order: [2] }],
      });
      await reached('succeeded');
      const before = eks.calls(operation);
      eks.fault({
        match: { service: 'eks', operation },
        effect: 'lostAnswer',
        times: 1,
      });
      await agree();
      await reached('rolledBack');
      expect(eks.calls(operation) - before).toBe(1);
    },
  );

  it('takes back the last of two minors, and no more', async () => {
    eks = await startEks({ tracks: [twoMinors] });
    await reached('succeeded');
    await agree();
    await reached('rolledBack');
    expect(eks.cluster()!.version).toBe('1.34');
    await expect(agree()).rejects.toThrow(
      'alpha is rolledBack; only what was moved and is at rest is taken back',
    );
  });

  it('goes back from the minor that it has where the next one failed', async () => {
    eks = await startEks({ tracks: [twoMinors], retries: 0 });
    eks.fault({
      match: { service: 'eks', operation: 'UpdateClusterVersion' },
      effect: 'failUpdate',
      error: { code: 'IpNotAvailable' },
      after: 1,
      times: 1,
    });
    await reached('failed');
    expect(eks.cluster()!.version).toBe('1.34');
    await agree();
    await reached('rolledBack');
    expect(eks.cluster()!.version).toBe('1.33');
  });

  it('does not begin while the next minor is under way', async () => {
    eks = await startEks({ tracks: [twoMinors] });
    await eks.until(({ clusters: [{ tracks }] }) => tracks[0].done === 1);
    await eks.step();
    await expect(agree()).rejects.toThrow(
      'alpha is running; only what was moved and is at rest is taken back',
    );
  });

  it('is refused after seven days, and by EKS as well where somebody had agreed just before', async () => {
    eks = await startEks({ tracks: [controlPlane] });
    await reached('succeeded');
    await eks.step(7 * 24 * 3600 - 120);
    await agree();
    eks.clock.advance(600);
    expect((await reached('failed')).error).toMatchObject({
      code: 'InvalidRequestException',
      message: expect.stringContaining(
        'it was not upgraded to 1.34 in place within the last 7 days',
      ),
      advice:
        'EKS does not do this as the cluster is now; mend what it names and retry',
    });
    await expect(agree()).rejects.toThrow(
      /alpha: not possible, because: EKS took it back until .*, seven days after it came to 1\.34/,
    );
  });

  it('fails where insights stand against it, names them, and goes once two agree to force', async () => {
    eks = await startEks({
      tracks: [controlPlane],
      cluster: {
        insights: [
          {
            name: 'Incompatible API usage',
            category: 'ROLLBACK_READINESS',
            status: 'UNKNOWN',
            reason: 'audit logs cannot be read',
          },
        ],
      },
    });
    await reached('succeeded');
    await agree();
    expect((await reached('failed')).error).toMatchObject({
      code: 'InvalidStateException',
      message:
        'insights of EKS stand against it: Incompatible API usage (audit logs cannot be read)',
    });
    await agree({ force: true });
    await reached('rolledBack');
    expect((await asked()).at(-1)).toBe(
      'call Asks EKS to move the control plane of alpha from 1.34 to 1.33 with force',
    );
    expect((await eks.cell()).clusters[0].forced).toMatchObject({
      askedBy: 'user:default/jane',
      agreedBy: 'user:default/omar',
    });
  });

  it('fails with an add-on past the overlap, and goes once that is moved back', async () => {
    eks = await startEks({
      tracks: [{ ...controlPlane, from: '1.32', to: '1.33', hops: ['1.33'] }],
      cluster: {
        version: '1.32',
        addons: [{ name: 'coredns', version: 'v1.12.4-eksbuild.1' }],
      },
    });
    await reached('succeeded');
    const move = (addonVersion: string) =>
      eks.outside().send(
        new UpdateAddonCommand({
          clusterName: 'alpha',
          addonName: 'coredns',
          addonVersion,
        }),
      );
    await move('v1.13.2-eksbuild.1');
    await eks.step(300);
    await agree();
    expect((await reached('failed')).error!.message).toBe(
      'insights of EKS stand against it: EKS add-on version rollback compatibility (Some installed EKS add-on versions do not run on the version to go back to.)',
    );
    await move('v1.12.4-eksbuild.1');
    await eks.step(300);
    await eks.act('jane', { act: 'retry' });
    await reached('rolledBack');
  });

  it('takes back nodes that somebody else took along, once EKS names them', async () => {
    eks = await startEks({ tracks: [controlPlane] });
    await reached('succeeded');
    const roll = (version: string) =>
      eks.outside().send(
        new UpdateNodegroupVersionCommand({
          clusterName: 'alpha',
          nodegroupName: 'system',
          version,
        }),
      );
    await roll('1.34');
    await eks.step(3600);
    await agree();
    expect((await reached('failed')).error!.message).toBe(
      'insights of EKS stand against it: Kubelet version rollback compatibility (Some nodes run kubelet versions newer than the version to go back to.)',
    );
    await roll('1.33');
    await eks.step(3600);
    await eks.act('jane', { act: 'retry' });
    await reached('rolledBack');
  });
});
