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

import { UpdateNodegroupVersionCommand } from '@aws-sdk/client-eks';
import { startEks, TRACKS, type StartedEks } from './__testUtils__/startEks';

jest.setTimeout(30_000);

/** Between steps where only the end counts; the engine takes three minutes for silence. */
const LONG = 150;

describe('the eks executor, through the engine', () => {
  let eks: StartedEks;

  afterEach(async () => {
    await eks.stop();
  });

  const waitsFor = (code: string, seconds?: number) =>
    eks.until(({ waiting }) => waiting?.code === code, seconds);
  const failed = () => eks.until(({ state }) => state === 'failed', LONG);
  const succeeded = () => eks.until(({ state }) => state === 'succeeded', LONG);
  const fault = (
    operation: string,
    more: Omit<Parameters<typeof eks.fault>[0], 'match'>,
  ) => eks.fault({ match: { service: 'eks', operation }, ...more });

  it('moves control plane, add-on and nodes one after the other, by one call each', async () => {
    eks = await startEks();
    await eks.step();
    expect((await eks.step()).waiting).toMatchObject({
      code: 'update.inProgress',
      message: 'EKS is moving the control plane of alpha to 1.34',
    });

    await succeeded();

    expect(eks.cluster()).toMatchObject({
      version: '1.34',
      addons: [{ version: 'v1.34.6-eksbuild.2' }],
      nodegroups: [{ version: '1.34' }],
    });
    expect(await eks.log()).toEqual([
      'call Asks EKS to move the control plane of alpha from 1.33 to 1.34',
      'hop.done the control plane of alpha runs 1.34',
      'call Asks EKS to move the add-on kube-proxy of alpha from v1.33.3-eksbuild.4 to v1.34.6-eksbuild.2',
      'hop.done the add-on kube-proxy of alpha runs v1.34.6-eksbuild.2',
      'call Asks EKS to move the node group system of alpha from 1.33 to 1.34',
      'hop.done the node group system of alpha runs 1.34',
      'cell.succeeded alpha is done',
    ]);
    for (const operation of [
      'UpdateClusterVersion',
      'UpdateAddon',
      'UpdateNodegroupVersion',
    ]) {
      expect(eks.calls(operation)).toBe(1);
    }
  });

  it('goes on in another process after each step', async () => {
    eks = await startEks();
    for (let steps = 0; steps < 30; steps += 1) {
      await eks.step();
      eks.restart();
    }
    expect((await eks.cell()).state).toBe('succeeded');
    expect(eks.cluster()!.updates).toHaveLength(3);
  });

  it.each(['UpdateClusterVersion', 'UpdateAddon', 'UpdateNodegroupVersion'])(
    'looks where the answer to %s is lost, and does not ask again',
    async operation => {
      eks = await startEks();
      fault(operation, { effect: 'lostAnswer', times: 1 });
      const done = await succeeded();
      expect(eks.calls(operation)).toBe(1);
      expect(
        done.clusters[0].tracks.every(({ updateId }) => updateId !== undefined),
      ).toBe(true);
    },
  );

  it('says that an answer was lost, and asks again with the same token once nothing shows', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    fault('UpdateClusterVersion', { effect: 'expireCredentials', times: 1 });
    const { clusters, waiting } = await waitsFor('update.inProgress', 10);
    expect(waiting!.message).toBe(
      'EKS was asked to move the control plane of alpha to 1.34, and its answer was lost; whether it does so shows soon',
    );
    const { key } = clusters[0].tracks[0].intent!;

    const asked = await eks.until(
      ({ clusters: [{ tracks }] }) => tracks[0].updateId !== undefined,
      10,
    );
    expect(key).toMatch(/^eks-fleet-[0-9a-f]{40}$/);
    expect(asked.clusters[0].tracks[0].attempt).toBe(1);
    await succeeded();
    expect(await eks.log()).toContain(
      'call.repeated Asks EKS to move the control plane of alpha from 1.33 to 1.34',
    );
    expect(eks.cluster()!.updates).toHaveLength(1);
  });

  it('waits a minute where EKS throttles the call', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    fault('UpdateClusterVersion', { effect: 'throttle', times: 2 });
    const { waiting } = await waitsFor('source.throttled', 10);
    expect(waiting!.message).toBe(
      'EKS would not change alpha just now: Rate exceeded; it is asked again by itself',
    );
    expect(waiting!.until).toBe('2026-11-23T12:01:10.000Z');
    await succeeded();
    expect(eks.calls('UpdateClusterVersion')).toBe(3);
  });

  it('says that it cannot look while EKS throttles that, and goes on by itself', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    await eks.step();
    fault('DescribeCluster', { effect: 'throttle', times: 3 });
    expect((await waitsFor('source.throttled')).waiting!.message).toBe(
      'EKS does not say how the control plane of alpha is: Rate exceeded; nothing is begun until it does, and what is under way goes on',
    );
    await succeeded();
  });

  it('takes no server error of EKS for a no', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    fault('UpdateClusterVersion', { effect: 'error', times: 1 });
    expect((await waitsFor('source.unreachable', 10)).waiting!.message).toBe(
      'EKS would not change alpha just now: An internal error occurred; it is asked again by itself',
    );
    const done = await succeeded();
    expect(done.clusters[0].movedOutside).toBeUndefined();
  });

  it('waits for an update of a part that somebody else began', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    await eks.outside().send(
      new UpdateNodegroupVersionCommand({
        clusterName: 'alpha',
        nodegroupName: 'system',
      }),
    );
    const { waiting } = await waitsFor('cluster.otherUpdate', 10);
    expect(waiting!.message).toMatch(
      /^EKS would not change alpha just now: Cannot VersionUpdate because nodegroup system of cluster alpha currently has update .* in progress; it is asked again by itself$/,
    );
    await succeeded();
  });

  it('follows an upgrade that somebody else began, and goes on from there', async () => {
    eks = await startEks();
    eks.simulator.upgradeCluster({
      arn: eks.cluster()!.arn,
      version: '1.34',
      by: 'person',
    });
    expect((await eks.step()).waiting).toMatchObject({
      code: 'cluster.otherUpdate',
      message: 'Another update of alpha is under way; this one follows it',
    });
    const done = await succeeded();
    expect(done.clusters[0].movedOutside!.message).toBe(
      'the control plane of alpha runs 1.34 already; somebody else moved it',
    );
    expect(eks.calls('UpdateClusterVersion')).toBe(0);
    expect(eks.cluster()!.nodegroups[0].version).toBe('1.34');
  });

  it('names the insights that EKS refuses it for, and goes past them once two agree', async () => {
    eks = await startEks({
      tracks: [TRACKS.controlPlane],
      insightEnforcement: true,
      cluster: {
        addons: [],
        insights: [
          {
            name: 'Deprecated APIs removed in Kubernetes v1.34',
            category: 'UPGRADE_READINESS',
            kubernetesVersion: '1.34',
            status: 'ERROR',
            reason: 'flowcontrol v1beta3 is in use',
          },
        ],
      },
    });
    expect((await failed()).error).toEqual({
      code: 'InvalidStateException',
      message:
        'insights of EKS stand against it: Deprecated APIs removed in Kubernetes v1.34 (flowcontrol v1beta3 is in use)',
      advice:
        'See what the readiness of the cluster and the insights of EKS say, mend that and retry; or have somebody else agree to force it',
    });
    await force();
    await succeeded();
    expect(await eks.log()).toContain(
      'call Asks EKS to move the control plane of alpha from 1.33 to 1.34 with force',
    );
  });

  /** One asks and may not agree; another one agrees. */
  async function force() {
    await eks.resume();
    await eks.act('jane', { act: 'force', reason: 'the team agreed' });
    const secondPerson = (await eks.cell()).clusters[0].forceAsked!.id;
    await expect(
      eks.act('jane', { act: 'force', reason: 'I am sure', secondPerson }),
    ).rejects.toThrow('Whoever asked to force it cannot agree to it');
    await eks.act('omar', { act: 'force', reason: 'so am I', secondPerson });
    expect((await eks.cell()).clusters[0].forced).toMatchObject({
      askedBy: 'user:default/jane',
      agreedBy: 'user:default/omar',
    });
  }

  it('tries an update that failed half-way again, with another token', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    fault('UpdateClusterVersion', {
      effect: 'failUpdate',
      error: {
        code: 'IpNotAvailable',
        message: 'subnet-1 has no free address',
        resourceIds: ['subnet-1'],
      },
      times: 1,
    });
    expect((await waitsFor('retry.backoff')).waiting).toMatchObject({
      message:
        'IpNotAvailable: subnet-1 has no free address; it is tried again for the 2. time',
      until: '2026-11-23T12:11:30.000Z',
    });
    await succeeded();
    expect(eks.cluster()!.updates.map(({ status }) => status)).toEqual([
      'Failed',
      'Successful',
    ]);
  });

  it('stops after as many tries as the strategy has, and says what to do', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane], retries: 0 });
    fault('UpdateClusterVersion', {
      effect: 'failUpdate',
      error: { code: 'InsufficientFreeAddresses', message: 'none free' },
    });
    expect((await failed()).error).toMatchObject({
      code: 'InsufficientFreeAddresses',
      advice:
        'EKS needs five free addresses in the subnets of the cluster: free some, then retry',
    });
    expect(eks.cluster()!.version).toBe('1.33');
  });

  it('says that an update takes far longer than usual, for as long as it does', async () => {
    eks = await startEks({ tracks: [TRACKS.controlPlane] });
    fault('UpdateClusterVersion', { effect: 'hangUpdate', times: 1 });
    await eks.step();
    await eks.step(5 * 3600);
    expect((await eks.step()).waiting).toMatchObject({
      code: 'update.slow',
      message:
        'EKS has been moving the control plane of alpha to 1.34 for 5h1m; nine of ten take no longer than 20m. Look at its health in EKS; an update cannot be stopped, and the cell can be skipped',
    });
    eks.simulator.clearFaults();
    await succeeded();
  });

  it('tries nodes again whose pods cannot be evicted, names them, and evicts them once two agree', async () => {
    eks = await startEks({
      cluster: {
        kubernetes: {
          usualWorkloads: false,
          workloads: [{ namespace: 'shop', name: 'api', replicas: 2 }],
          budgets: [
            {
              namespace: 'shop',
              name: 'api',
              workload: 'api',
              maxUnavailable: 0,
            },
          ],
        },
      },
    });
    await waitsFor('retry.backoff');
    expect((await failed()).error).toMatchObject({
      code: 'PodEvictionFailure',
      message:
        'Reached max retries while trying to evict pods from nodes in node group system',
      advice: expect.stringContaining('budgets that allow no disruption'),
      resourceIds: [expect.stringMatching(/^ip-10-/)],
    });
    await force();
    await succeeded();
    expect(eks.cluster()!.nodegroups[0].version).toBe('1.34');
    expect(eks.calls('UpdateNodegroupVersion')).toBe(3);
  });

  it.each([
    [
      'is deleted',
      undefined,
      'EKS has no cluster alpha any more; it is skipped',
    ],
    [
      'is deleted and made anew',
      '2026-11-23T12:02:00Z',
      'alpha was made anew; it is not the cluster that was planned; it is skipped',
    ],
  ])('skips a cluster that %s in mid-wave', async (_what, createdAt, says) => {
    eks = await startEks();
    await eks.step();
    eks.removeCluster();
    if (createdAt !== undefined) {
      eks.addCluster({ createdAt });
    }
    expect((await eks.step()).state).toBe('skipped');
    expect(await eks.log()).toContain(`cluster.vanished ${says}`);
    expect(eks.calls('UpdateAddon')).toBe(0);
  });

  it('fails where a part is gone that was planned', async () => {
    eks = await startEks();
    eks.cluster()!.addons.pop();
    expect((await failed()).error).toMatchObject({
      code: 'part.gone',
      message: 'the add-on kube-proxy of alpha is there no more',
    });
  });

  it('says what its role may not do', async () => {
    eks = await startEks();
    fault('UpdateClusterVersion', { effect: 'deny' });
    expect((await failed()).error).toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining(
        'is not authorized to perform: eks:UpdateClusterVersion',
      ),
      advice:
        "The executor's role may not do this: compare its policy with the one in the docs",
    });
  });

  it('says that its role cannot be assumed', async () => {
    eks = await startEks({ roleName: 'not-there' });
    expect((await failed()).error).toMatchObject({
      code: 'AccessDenied',
      advice: "The executor's role cannot be assumed: look at its trust policy",
    });
  });
});
