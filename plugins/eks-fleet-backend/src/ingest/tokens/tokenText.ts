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

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN =
  /^eksfleet_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/;

/** What a token says of itself: which one it is, and that it is the one. */
export interface TokenParts {
  id: string;
  secret: string;
}

/** 256 bits that nobody can guess. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** As it is handed out, with a beginning that scanners of secrets can look for. */
export function formatToken({ id, secret }: TokenParts): string {
  return `eksfleet_${id}_${secret}`;
}

/** Of the header `Authorization`; nothing where it is none of ours. */
export function parseAuthorization(
  authorization: string | undefined,
): TokenParts | undefined {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  const [, id, secret] = TOKEN.exec(token) ?? [];
  return id === undefined ? undefined : { id, secret };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes as long for a wrong secret as for the right one. */
export function isSameSecret(secret: string, hash: string): boolean {
  const given = Buffer.from(hashSecret(secret), 'hex');
  const known = Buffer.from(hash, 'hex');
  return given.length === known.length && timingSafeEqual(given, known);
}
