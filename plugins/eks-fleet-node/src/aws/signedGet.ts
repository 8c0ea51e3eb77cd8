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
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { SignatureV4 } from '@smithy/signature-v4';

const TIMEOUT_MS = 20_000;

/** An error of AWS, with what the SDK's own errors carry. */
export class SignedGetError extends Error {
  readonly $metadata: { httpStatusCode: number };

  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
  }
}

/**
 * One signed GET of a service of AWS for which there is no client here.
 *
 * @throws SignedGetError with the error's name as AWS gives it
 */
export async function signedGet(
  url: URL,
  options: {
    service: string;
    region: string;
    credentials: AwsCredentialIdentityProvider;
    signal?: AbortSignal;
  },
): Promise<unknown> {
  const { credentials, region, service, signal } = options;
  const signer = new SignatureV4({
    credentials,
    region,
    service,
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    port: url.port ? Number(url.port) : undefined,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host },
  });
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, {
    headers,
    redirect: 'error',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const body = (await response.json().catch(() => undefined)) as
    | { message?: string }
    | undefined;
  if (!response.ok) {
    const [name] = (response.headers.get('x-amzn-errortype') ?? '').split(':');
    throw new SignedGetError(
      name || 'UnknownError',
      body?.message ?? `${service} answered with status ${response.status}`,
      response.status,
    );
  }
  return body;
}
