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

import { createVerify, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { GithubSpec } from './types';

/** A GitHub App: it proves itself with JSON web tokens signed by its key. */
export class AppKeys {
  readonly id: number;
  readonly slug: string;
  readonly permissions: Record<string, string>;
  #keys: Promise<{ publicKey: KeyObject; privateKey: KeyObject }> | undefined;

  constructor(spec: NonNullable<GithubSpec['app']>) {
    this.id = spec.id;
    this.slug = spec.slug;
    this.permissions = spec.permissions ?? {
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
      statuses: 'write',
    };
  }

  /** PEM (PKCS #8) of the key that the app's owner has downloaded. */
  async privateKey(): Promise<string> {
    const { privateKey } = await this.#pair();
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  }

  /** Whether a token was signed by the app, for it, and is not over. */
  async verify(token: string): Promise<boolean> {
    const [head, body, signature] = token.split('.');
    if (!this.#keys || !signature) {
      return false;
    }
    const { publicKey } = await this.#keys;
    const isSigned = createVerify('RSA-SHA256')
      .update(`${head}.${body}`)
      .verify(publicKey, signature, 'base64url');
    if (!isSigned) {
      return false;
    }
    const { iss, exp } = JSON.parse(
      Buffer.from(body, 'base64url').toString(),
    ) as { iss?: unknown; exp?: unknown };
    return String(iss) === String(this.id) && Number(exp) * 1000 > Date.now();
  }

  #pair() {
    this.#keys ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    return this.#keys;
  }
}
