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
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { askKubernetes } from '../__testUtils__/askKubernetes';
import { readerOf } from '../__testUtils__/clients';
import { startSimulator } from '../server/startSimulator';
import type { Simulator } from '../server/types';

const PROD = '444455556666';

describe('the hub of the demo', () => {
  let simulator: Simulator;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    simulator = await startSimulator({ limits: 'off' });
    environment = process.env;
    process.env = { ...environment, ...simulator.environment() };
  });

  afterAll(async () => {
    process.env = environment;
    await simulator.stop();
  });

  it('shows the applications of the fleet to the role of the portal', async () => {
    const { eks } = await readerOf(simulator, PROD);
    const { cluster } = await eks.send(
      new DescribeClusterCommand({ name: 'platform-tools' }),
    );
    expect(cluster!.arn).toBe(simulator.argocd.hubArn);
    const credential = await new AwsIamStrategy({
      config: new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    }).getCredential({
      name: 'platform-tools',
      url: cluster!.endpoint!,
      authMetadata: {
        'kubernetes.io/x-k8s-aws-id': 'platform-tools',
        'kubernetes.io/aws-assume-role': `arn:aws:iam::${PROD}:role/eks-fleet-kubernetes`,
      },
    });
    const { status, body } = await askKubernetes(
      `${cluster!.endpoint}/apis/argoproj.io/v1alpha1/applications?limit=20`,
      {
        token: (credential as { token: string }).token,
        ca: Buffer.from(cluster!.certificateAuthority!.data!, 'base64'),
      },
    );
    expect(status).toBe(200);
    expect(body.items).toHaveLength(20);
    expect(body.metadata).toMatchObject({
      remainingItemCount: 36,
      resourceVersion: expect.stringMatching(/^\d+$/),
    });
    const kinds = body.items.map(({ spec }: any) => {
      const { name, server } = spec.destination;
      return name ? 'name' : server.split(':')[0];
    });
    expect(new Set(kinds)).toEqual(new Set(['arn', 'https', 'name']));
  });
});
