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

import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeIf } from '../__testUtils__/describeIf';
import {
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';

const kubectlCli = spawnSync('kubectl', ['version', '--client']).status === 0;

describeIf('kubectl', kubectlCli, 'kubectl', () => {
  let started: StartedCluster;
  let home: string;

  beforeAll(async () => {
    started = await startCluster({
      nodegroups: [{ name: 'general', desiredSize: 3 }],
      kubernetes: { components: [{ name: 'karpenter' }] },
    });
    home = await mkdtemp(join(tmpdir(), 'kubectl-'));
    await writeFile(join(home, 'config'), started.kubeConfig.exportConfig());
  });

  afterAll(async () => {
    await started.simulator.stop();
    await rm(home, { recursive: true });
  });

  const kubectl = async (command: string) => {
    const { stdout } = await promisify(execFile)(
      'kubectl',
      command.split(' '),
      {
        env: {
          PATH: process.env.PATH,
          HOME: home,
          KUBECONFIG: join(home, 'config'),
        },
      },
    );
    return stdout;
  };

  it.each([
    ['nodes', 'Node'],
    ['deploy -A', 'Deployment'],
    ['pdb -A', 'PodDisruptionBudget'],
    ['endpointslices -A', 'EndpointSlice'],
    ['mutatingwebhookconfigurations', 'MutatingWebhookConfiguration'],
    ['apiservices', 'APIService'],
    ['crd --chunk-size=2', 'CustomResourceDefinition'],
  ])(
    'gets %s',
    async (what, kind) => {
      const { items } = JSON.parse(await kubectl(`get ${what} -o json`));
      expect(items.length).toBeGreaterThan(0);
      expect(items[0].kind).toBe(kind);
    },
    30_000,
  );

  it('gets one by its name, and others by their labels', async () => {
    expect(await kubectl('get deploy coredns -n kube-system -o name')).toBe(
      'deployment.apps/coredns\n',
    );
    expect(
      (await kubectl('get pods -n kube-system -l k8s-app=kube-dns -o name'))
        .trim()
        .split('\n'),
    ).toHaveLength(2);
  }, 30_000);

  it('is told what it may not', async () => {
    await expect(kubectl('get secrets -A')).rejects.toMatchObject({
      stderr: expect.stringMatching(
        /^Error from server \(Forbidden\): secrets is forbidden: User ".+" cannot list resource "secrets" in API group "" at the cluster scope/,
      ),
    });
  }, 30_000);
});
