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
  createHash,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  sign,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Cluster } from '../model/types';
import { PARTITIONS } from '../model/partitions';
import { uuidFrom } from '../model/ids';

/**
 * Whose a service-account token is, and for whom.
 *
 * @public
 */
export interface ServiceAccountTokenRequest {
  namespace: string;
  /** Of the service account. */
  name: string;
  audience: string;
  /** From now in real time; 3600 by default, and negative for one that has expired. */
  expiresInSeconds?: number;
}

type JsonWebKey = Record<string, unknown>;

interface SigningKey {
  id: string;
  privateKey: KeyObject;
  publicKey: JsonWebKey;
}

const generateKeys = promisify(generateKeyPair);

/**
 * Issues the tokens that pods get of their service accounts, and shows the keys
 * that they are signed with: one key for each cluster, made when it is asked
 * for.
 */
export class ServiceAccountTokens {
  readonly #baseUrl?: string;
  readonly #keys = new Map<string, Promise<SigningKey>>();

  /**
   * @param options - `baseUrl` where issuers are the simulator's own; without
   * it they are named as AWS names them, and nobody finds their keys there
   */
  static create(options: { baseUrl?: string }): ServiceAccountTokens {
    return new ServiceAccountTokens(options.baseUrl);
  }

  private constructor(baseUrl?: string) {
    this.#baseUrl = baseUrl;
  }

  issuerOf({ id, partition, region }: Cluster): string {
    return this.#baseUrl
      ? `${this.#baseUrl}/oidc/${id}`
      : `https://oidc.eks.${region}.${PARTITIONS[partition].dnsSuffix}/id/${id}`;
  }

  /** `<issuer>/.well-known/openid-configuration` */
  configurationOf(cluster: Cluster): Record<string, unknown> {
    const issuer = this.issuerOf(cluster);
    return {
      issuer,
      jwks_uri: `${issuer}/keys`,
      authorization_endpoint: 'urn:kubernetes:programmatic_authorization',
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      claims_supported: ['sub', 'iss'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  /** `<issuer>/keys` */
  async keysOf(cluster: Cluster): Promise<{ keys: JsonWebKey[] }> {
    const { publicKey } = await this.#keyOf(cluster);
    return { keys: [publicKey] };
  }

  /** A token as the kubelet projects it into a pod, signed with RS256. */
  async issue(
    cluster: Cluster,
    request: ServiceAccountTokenRequest,
  ): Promise<string> {
    const { namespace, name, audience, expiresInSeconds = 3600 } = request;
    const key = await this.#keyOf(cluster);
    const now = Math.floor(Date.now() / 1000);
    const content = [
      { alg: 'RS256', kid: key.id },
      {
        aud: [audience],
        exp: now + expiresInSeconds,
        iat: now + Math.min(0, expiresInSeconds),
        iss: this.issuerOf(cluster),
        jti: randomUUID(),
        'kubernetes.io': {
          namespace,
          serviceaccount: {
            name,
            uid: uuidFrom(`${cluster.id}/ServiceAccount/${namespace}/${name}`),
          },
        },
        nbf: now + Math.min(0, expiresInSeconds),
        sub: `system:serviceaccount:${namespace}:${name}`,
      },
    ]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('sha256', Buffer.from(content), key.privateKey);
    return `${content}.${signature.toString('base64url')}`;
  }

  #keyOf(cluster: Cluster): Promise<SigningKey> {
    const known = this.#keys.get(cluster.id) ?? createKey();
    this.#keys.set(cluster.id, known);
    return known;
  }
}

async function createKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeys('rsa', { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
  const id = createHash('sha1').update(String(publicKey.n)).digest('hex');
  return {
    id,
    privateKey,
    publicKey: { ...publicKey, use: 'sig', kid: id, alg: 'RS256' },
  };
}
