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
  CreateClusterCommand,
  DeleteClusterCommand,
} from '@aws-sdk/client-eks';
import type { Simulator } from '@eks-fleet/simulator';
import { startDiscovery, type Discovery } from '../__testUtils__/discovery';

const MOTO_URL = process.env.EKS_FLEET_MOTO_URL;
const ACCOUNTS = ['111122223333', '222233334444'];
const REGIONS = ['eu-west-1', 'us-east-1'];

/** A second opinion: an EKS that somebody else wrote. */
const describeWithMoto = MOTO_URL ? describe : describe.skip;

describeWithMoto('discovery against moto', () => {
  const environment = { ...process.env };
  let discovery: Discovery;
  let now = new Date('2026-11-23T09:00:00Z');

  const client = (accountId: string, region: string) =>
    discovery.aws.eks({ partition: 'aws', accountId, region });

  beforeAll(async () => {
    const moto = {
      environment: () => ({
        AWS_ENDPOINT_URL: MOTO_URL!,
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'example',
        AWS_REGION: 'us-east-1',
        AWS_EC2_METADATA_DISABLED: 'true',
      }),
      stop: async () => {},
    } as unknown as Simulator;
    discovery = await startDiscovery({
      simulator: moto,
      now: () => now,
      provider: {
        accounts: ACCOUNTS,
        regions: REGIONS,
        tags: { owner: 'team' },
        limits: { requestsPerSecond: 1000, burst: 1000 },
      },
    });
    for (const accountId of ACCOUNTS) {
      for (const region of REGIONS) {
        for (const [name, number] of [
          ['web', 1],
          ['batch', 2],
        ] as const) {
          await client(accountId, region).send(
            new CreateClusterCommand({
              name,
              version: `1.3${number}`,
              roleArn: `arn:aws:iam::${accountId}:role/cluster`,
              resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
              tags: { team: 'payments' },
            }),
          );
        }
      }
    }
  });

  afterAll(async () => {
    await discovery?.stop();
    process.env = environment;
  });

  it('finds every cluster of every account and Region', async () => {
    await discovery.provider.scan();
    expect(
      discovery
        .clusters()
        .map(entity => entity.metadata.annotations?.['amazonaws.com/arn'])
        .sort(),
    ).toEqual(
      ACCOUNTS.flatMap(account =>
        REGIONS.flatMap(region =>
          ['web', 'batch'].map(
            name => `arn:aws:eks:${region}:${account}:cluster/${name}`,
          ),
        ),
      ).sort(),
    );
    expect(discovery.clusters()[0].spec?.owner).toBe('group:default/payments');
  });

  it('removes what was deleted, after two scans', async () => {
    await client(ACCOUNTS[0], 'eu-west-1').send(
      new DeleteClusterCommand({ name: 'web' }),
    );
    for (const expected of [8, 7]) {
      now = new Date(now.getTime() + 600_000);
      await discovery.provider.scan();
      expect(discovery.clusters()).toHaveLength(expected);
    }
  });
});
