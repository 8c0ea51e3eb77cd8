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

import { authenticate } from '../aws/authenticate';
import type { CredentialStore, Principal } from '../aws/CredentialStore';
import { PARTITIONS } from '../model/partitions';
import type { Cluster } from '../model/types';

const PREFIX = 'k8s-aws-v1.';
const MAX_EXPIRES_SECONDS = 900;
/** Tokens live this long whatever X-Amz-Expires says, as on EKS. */
const LIFE_MS = 15 * 60 * 1000;

/**
 * Who a bearer token of EKS stands for: it is a presigned STS
 * GetCallerIdentity, bound to one cluster by a signed header.
 *
 * @returns `undefined` for a token that the cluster does not take
 */
export function readToken(
  token: string,
  cluster: Cluster,
  credentials: CredentialStore,
): Principal | undefined {
  const url = token.startsWith(PREFIX)
    ? parseUrl(Buffer.from(token.slice(PREFIX.length), 'base64url').toString())
    : undefined;
  if (
    url?.protocol !== 'https:' ||
    url.pathname !== '/' ||
    url.searchParams.get('Action') !== 'GetCallerIdentity'
  ) {
    return undefined;
  }
  const authentication = authenticate(
    {
      method: 'GET',
      path: url.pathname,
      query: url.search.slice(1),
      headers: { host: url.host, 'x-k8s-aws-id': cluster.name },
      body: Buffer.alloc(0),
    },
    credentials,
  );
  if ('failure' in authentication) {
    return undefined;
  }
  const { principal, signature } = authentication;
  const { dnsSuffix } = PARTITIONS[cluster.partition];
  const hosts = [
    `sts.${signature.region}.${dnsSuffix}`,
    ...(cluster.partition === 'aws' ? ['sts.amazonaws.com'] : []),
  ];
  const age = Date.now() - signature.signedAt.getTime();
  const accepted =
    signature.service === 'sts' &&
    signature.signedHeaders.includes('x-k8s-aws-id') &&
    hosts.includes(url.host) &&
    (signature.expiresSeconds ?? Infinity) <= MAX_EXPIRES_SECONDS &&
    age <= LIFE_MS;
  return accepted ? principal : undefined;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
