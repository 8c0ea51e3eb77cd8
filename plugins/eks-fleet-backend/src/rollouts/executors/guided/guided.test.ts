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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  DefaultEksFleetAwsService,
  DefaultEksFleetGitService,
  shippedProvisioners,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { DEMO_GITHUB_TOKEN, type Cluster } from '@eks-fleet/simulator';
import { createArgocd } from '../../../argocd/createArgocd';
import { EksExecutor } from '../eks/EksExecutor';
import { EksLooks } from '../eks/EksLooks';
import {
  startGitops,
  type StartedGitops,
} from '../gitops/__testUtils__/startGitops';
import { runHop } from '../gitops/__testUtils__/stepHop';
import { GuidedExecutor } from './GuidedExecutor';
import { GuideLooks } from './GuideLooks';
import { guidedOf } from './memory';

jest.setTimeout(60_000);

const PATH =
  'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.auto.tfvars.json';

describe('the guided way back, of a cluster that Terraform provisions', () => {
  let gitops: StartedGitops;
  let cluster: Cluster;
  /** A process of a portal, which has looked at nothing yet. */
  let startExecutor: () => GuidedExecutor;

  const now = () => gitops.clock.now();

  async function start(options: { callsEks: boolean }) {
    gitops = await startGitops('1x1x3');
    cluster = gitops.clusters()[1];
    const { argocd, github } = gitops.simulator;
    const aws = DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
    const [hub] = gitops.clusters().filter(({ arn }) => arn === argocd.hubArn);
    const described = await aws
      .eks(hub)
      .send(new DescribeClusterCommand({ name: hub.name }));
    const config = new ConfigReader({
      integrations: {
        github: [
          {
            host: new URL(github.url).host,
            apiBaseUrl: github.apiUrl,
            token: DEMO_GITHUB_TOKEN,
          },
        ],
      },
      eksFleet: {
        kubernetes: { dangerouslyAllowHosts: ['127.0.0.1'] },
        argocd: [{ id: 'hub', cluster: hub.arn }],
        fleetRepositories: [
          {
            id: 'fleet',
            url: `${github.url}/acme/fleet`,
            branch: 'main',
            clusters: [{ provisioner: 'terraform', path: PATH }],
          },
        ],
      },
    });
    const looks = new EksLooks({
      aws,
      usualSeconds: async () => () => 3600,
    });
    startExecutor = () =>
      new GuidedExecutor({
        forward: gitops.startExecutor(),
        guide: new GuideLooks({
          git: DefaultEksFleetGitService.fromConfig(config),
          provisioners: shippedProvisioners,
          argocd: createArgocd({
            aws,
            config,
            observations: {
              of: async () => ({
                controlPlane: {
                  source: 'discovery',
                  document: {
                    endpoint: described.cluster!.endpoint,
                    certificateAuthority:
                      described.cluster!.certificateAuthority!.data,
                  } as ControlPlaneDocument,
                },
              }),
            },
          }),
        }),
        looks,
        ...(options.callsEks && {
          eks: new EksExecutor({ aws, looks, roleName: 'eks-fleet-executor' }),
        }),
      });
    return gitops.workOf(cluster);
  }

  afterEach(async () => {
    await gitops.stop();
  });

  /** Somebody changes the version in Git. */
  async function commit(from: string, to: string) {
    const { accountId, name, region, tags } = cluster;
    const path = PATH.replace(
      '{label.environment}',
      tags.environment ?? 'other',
    )
      .replace('{account}', accountId)
      .replace('{region}', region)
      .replace('{cluster}', name);
    const text = (await gitops.simulator.github.file(path))!;
    const changed = text.replace(
      `"kubernetes_version": "${from}"`,
      `"kubernetes_version": "${to}"`,
    );
    expect(changed).not.toBe(text);
    await gitops.simulator.github.commit({
      user: 'pat',
      files: { [path]: changed },
    });
    return path;
  }

  const run = (work: TrackWork) =>
    runHop(startExecutor() as any, work, { now: now() });
  const says = async (work: TrackWork) => {
    const { decision, work: after } = await run(work);
    expect(decision).toMatchObject({
      kind: 'wait',
      waiting: { code: 'rollback.step' },
    });
    return {
      work: after,
      message: (decision as { waiting: { message: string } }).waiting.message,
    };
  };
  const version = () => gitops.clusters()[1].version;

  it('goes step by step, each ticked by what Argo CD, EKS and Git say', async () => {
    const { from: old, to: upgraded } = await start({ callsEks: true });
    await commit(old, upgraded);
    gitops.pass(3600);
    expect(version()).toBe(upgraded);
    const back = gitops.workOf(cluster, {
      direction: 'back',
      from: upgraded,
      to: old,
      confirmed: {},
    });
    const { argocd } = gitops.simulator;
    const application = (await argocd.application(cluster.arn)).name;

    const first = await says(back);
    expect(first.message).toContain(
      `turn off automated sync of its application ${application} in Argo CD`,
    );
    expect(version()).toBe(upgraded);

    await argocd.setAutomated(cluster.arn, false);
    gitops.pass(20);
    const asked = await run(first.work);
    expect(asked.calls).toEqual(['updateClusterVersion']);
    gitops.pass(3600);
    expect(version()).toBe(old);

    const taken = await says(asked.work);
    expect(taken.message).toMatch(
      new RegExp(`^Have clusters/.*json say ${old}, and see it merged; else`),
    );

    await commit(upgraded, old);
    gitops.pass(20);
    const edited = await says(taken.work);
    expect(edited.message).toContain(
      `Turn automated sync of ${application} on again`,
    );

    await argocd.setAutomated(cluster.arn, true);
    gitops.pass(20);
    const done = await run(edited.work);
    expect(done.decision).toMatchObject({ kind: 'succeeded', now: old });
    expect(Object.keys(guidedOf(done.work.memory).seen).sort()).toEqual([
      'edit',
      'resume',
      'rollBack',
      'suspend',
    ]);
    gitops.pass(3600);
    expect(version()).toBe(old);
  });

  it('follows whoever takes it back where the portal may not call EKS', async () => {
    const { from: old, to: upgraded } = await start({ callsEks: false });
    await commit(old, upgraded);
    gitops.pass(3600);
    const back = gitops.workOf(cluster, {
      direction: 'back',
      from: upgraded,
      to: old,
      confirmed: {
        suspend: { by: 'user:default/pat', at: now().toISOString() },
      },
    });
    const first = await says(back);
    expect(first.message).toBe(
      'Take back its control plane, with a role that may; the portal follows it in EKS',
    );
    const { arn } = cluster;
    await gitops.simulator.argocd.setAutomated(arn, false);
    await gitops.simulator.upgradeCluster({ arn, version: old, by: 'person' });
    const followed = await run(first.work);
    expect(followed.decision).toMatchObject({
      waiting: { code: 'cluster.otherUpdate' },
    });
    gitops.pass(3600);
    expect((await says(followed.work)).message).toContain('see it merged');
    expect(version()).toBe(old);
  });
});
