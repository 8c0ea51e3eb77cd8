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

import { Sha256 } from '@aws-crypto/sha256-js';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@aws-sdk/types';
import type { Simulator } from '@eks-fleet/simulator';
import { SignatureV4 } from '@smithy/signature-v4';

/**
 * A token that the simulated API server takes. It knows IAM roles only, so the
 * reporter comes as the role that has an access entry.
 */
export async function createApiToken(
  simulator: Simulator,
  cluster: { accountId: string; region: string; name: string },
): Promise<string> {
  const { accountId, region, name } = cluster;
  const env = simulator.environment();
  let credentials: AwsCredentialIdentity = {
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
  };
  for (const role of ['eks-fleet-reader', 'eks-fleet-kubernetes']) {
    const sts = new STSClient({ region, credentials, endpoint: simulator.url });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${accountId}:role/${role}`,
        RoleSessionName: 'test',
      }),
    );
    credentials = {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken,
    };
  }
  const hostname = `sts.${region}.amazonaws.com`;
  const { query = {} } = await new SignatureV4({
    credentials,
    region,
    service: 'sts',
    sha256: Sha256,
  }).presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname,
      path: '/',
      headers: { host: hostname, 'x-k8s-aws-id': name },
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    },
    { expiresIn: 60 },
  );
  const search = new URLSearchParams(query as Record<string, string>);
  return `k8s-aws-v1.${Buffer.from(`https://${hostname}/?${search}`).toString(
    'base64url',
  )}`;
}
