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

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature covers. */
export interface SignedMessage {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** A Signature Version 4 as it was sent, in a header or in the query. */
export interface Signature {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedAt: Date;
  signedHeaders: string[];
  value: string;
  sessionToken?: string;
  /** Only presigned requests carry their own life time. */
  expiresSeconds?: number;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const TIMESTAMP = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** The request's signature; `undefined` where there is none that can be read. */
export function readSignature(message: SignedMessage): Signature | undefined {
  const { authorization } = message.headers;
  if (authorization) {
    const match =
      /^AWS4-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/.exec(
        authorization,
      );
    return match
      ? assemble({
          credential: match[1],
          signedHeaders: match[2],
          value: match[3],
          timestamp: message.headers['x-amz-date'],
          sessionToken: message.headers['x-amz-security-token'],
        })
      : undefined;
  }
  const query = new URLSearchParams(message.query.replace(/\+/g, '%2B'));
  if (query.get('X-Amz-Algorithm') !== ALGORITHM) {
    return undefined;
  }
  const expires = query.get('X-Amz-Expires') ?? '';
  return /^\d{1,6}$/.test(expires)
    ? assemble({
        credential: query.get('X-Amz-Credential') ?? '',
        signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
        value: query.get('X-Amz-Signature') ?? '',
        timestamp: query.get('X-Amz-Date') ?? undefined,
        sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
        expiresSeconds: Number(expires),
      })
    : undefined;
}

function assemble(parts: {
  credential: string;
  signedHeaders: string;
  value: string;
  timestamp?: string;
  sessionToken?: string;
  expiresSeconds?: number;
}): Signature | undefined {
  const [accessKeyId, date, region, service, end] = parts.credential.split('/');
  const signedAt = parseTimestamp(parts.timestamp ?? '');
  if (end !== 'aws4_request' || !signedAt) {
    return undefined;
  }
  return {
    accessKeyId,
    date,
    region,
    service,
    signedAt,
    signedHeaders: parts.signedHeaders.split(';'),
    value: parts.value,
    sessionToken: parts.sessionToken,
    expiresSeconds: parts.expiresSeconds,
  };
}

function parseTimestamp(text: string): Date | undefined {
  const date = new Date(text.replace(TIMESTAMP, '$1-$2-$3T$4:$5:$6Z'));
  return TIMESTAMP.test(text) && !Number.isNaN(date.getTime())
    ? date
    : undefined;
}

/** Whether the signature is what this secret makes of this message. */
export function matchesSecret(
  message: SignedMessage,
  signature: Signature,
  secretAccessKey: string,
): boolean {
  const { date, region, service, signedAt } = signature;
  const timestamp = signedAt.toISOString().replace(/[:-]|\.\d+/g, '');
  if (
    !signature.signedHeaders.includes('host') ||
    !timestamp.startsWith(date)
  ) {
    return false;
  }
  const toSign = [
    ALGORITHM,
    timestamp,
    `${date}/${region}/${service}/aws4_request`,
    sha256(canonicalRequest(message, signature.signedHeaders)),
  ].join('\n');
  let key: Buffer | string = `AWS4${secretAccessKey}`;
  for (const part of [date, region, service, 'aws4_request']) {
    key = createHmac('sha256', key).update(part).digest();
  }
  const expected = createHmac('sha256', key).update(toSign).digest();
  const actual = Buffer.from(signature.value, 'hex');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function canonicalRequest(
  message: SignedMessage,
  signedHeaders: string[],
): string {
  return [
    message.method,
    // Every service but S3 signs the path encoded once more.
    message.path.split('/').map(encode).join('/'),
    canonicalQuery(message.query),
    ...signedHeaders.map(
      name =>
        `${name}:${(message.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`,
    ),
    '',
    signedHeaders.join(';'),
    sha256(message.body),
  ].join('\n');
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter(pair => pair && !pair.startsWith('X-Amz-Signature='))
    .map(pair => {
      const [name, ...rest] = pair.split('=');
      return [recode(name), recode(rest.join('='))];
    })
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function recode(text: string): string {
  return encode(decodeURIComponent(text));
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
