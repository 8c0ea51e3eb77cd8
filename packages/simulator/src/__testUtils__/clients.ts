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

import { AccountClient } from '@aws-sdk/client-account';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Simulator } from '../server/types';

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** AWS's own clients, pointed at the simulator, without retries. */
export function clientsOf(
  simulator: Simulator,
  options: { region?: string; credentials?: Keys; maxAttempts?: number } = {},
) {
  const environment = simulator.environment();
  const config = {
    endpoint: simulator.url,
    region: options.region ?? 'eu-west-1',
    maxAttempts: options.maxAttempts ?? 1,
    credentials: options.credentials ?? {
      accessKeyId: environment.AWS_ACCESS_KEY_ID,
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    },
  };
  return {
    account: new AccountClient(config),
    cloudwatch: new CloudWatchClient(config),
    ec2: new EC2Client(config),
    eks: new EKSClient(config),
    organizations: new OrganizationsClient(config),
    securityHub: new SecurityHubClient(config),
    sts: new STSClient(config),
  };
}

/** Keys of a session of a role of the account, `eks-fleet-reader` by default. */
export async function readerKeys(
  simulator: Simulator,
  accountId: string,
  role = 'eks-fleet-reader',
): Promise<Keys> {
  const { sts } = clientsOf(simulator);
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${accountId}:role/${role}`,
      RoleSessionName: 'test',
    }),
  );
  return {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  };
}

/** The clients of an account's reader in a Region. */
export async function readerOf(
  simulator: Simulator,
  accountId: string,
  region = 'eu-west-1',
) {
  const credentials = await readerKeys(simulator, accountId);
  return clientsOf(simulator, { region, credentials });
}

/** The clients of an account's executor in a Region. */
export async function executorOf(
  simulator: Simulator,
  accountId: string,
  region = 'eu-west-1',
) {
  const credentials = await readerKeys(
    simulator,
    accountId,
    'eks-fleet-executor',
  );
  return clientsOf(simulator, { region, credentials });
}
