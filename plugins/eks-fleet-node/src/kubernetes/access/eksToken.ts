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
import type { AwsCredentialIdentity } from '@aws-sdk/types';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsPartition } from '../../aws/types';

const DNS_SUFFIXES: Record<AwsPartition, string> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
};

/** What a token is bound to. */
export interface TokenSubject {
  partition: AwsPartition;
  region: string;
  /** The exact name in EKS. */
  clusterName: string;
}

/**
 * A bearer token for an EKS cluster: a presigned STS `GetCallerIdentity` of
 * the cluster's Region and partition, bound to its name by a signed header.
 * The API server calls it to learn who asks, within 15 minutes of `now`.
 */
export async function createEksToken(
  { partition, region, clusterName }: TokenSubject,
  credentials: AwsCredentialIdentity,
  now: Date,
): Promise<string> {
  const hostname = `sts.${region}.${DNS_SUFFIXES[partition]}`;
  const signer = new SignatureV4({
    credentials,
    region,
    service: 'sts',
    sha256: Sha256,
  });
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname,
      path: '/',
      headers: { host: hostname, 'x-k8s-aws-id': clusterName },
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    },
    { expiresIn: 60, signingDate: now },
  );
  const search = Object.entries(query)
    .map(
      ([key, value]) =>
        `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`,
    )
    .join('&');
  const url = `https://${hostname}/?${search}`;
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`;
}
