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
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { Agent } from 'node:https';
import { ObservationFailure } from '../../observation/ObservationFailure';
import {
  checkIssuer,
  type CheckedUrl,
  type HostRules,
} from '../access/eksHosts';
import { failureOfStatus } from '../client/failureOfStatus';
import { httpGet } from '../client/httpGet';
import { readBody } from '../client/readBody';
import { refusingLocalAddresses } from '../client/refuseLocalAddresses';

const KEYS_HOLD_MS = 10 * 60_000;
/** A token that names a key nobody knows does not have the keys read again at once. */
const COOLDOWN_MS = 60_000;
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 100_000;

/** An issuer as EKS named it to our own credentials. */
export interface Issuer {
  /** An `https:` URL. */
  url: string;
  rules: HostRules;
  /** PEM; trusted instead of the public authorities where configuration names the host. */
  certificateAuthority?: string;
}

interface Entry {
  readAt: number;
  keys: Promise<JWTVerifyGetKey>;
}

/** The keys that issuers of service-account tokens show, kept for a while. */
export class IssuerKeys {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Finds the key of a token; it fails where the issuer does not answer as one. */
  of(issuer: Issuer): JWTVerifyGetKey {
    return async (header, token) => {
      const keys = await this.#current(issuer);
      try {
        return await keys(header, token);
      } catch (error) {
        const newer = await this.#newer(issuer);
        if (!newer) {
          throw error;
        }
        return newer(header, token);
      }
    };
  }

  #current(issuer: Issuer): Promise<JWTVerifyGetKey> {
    const entry = this.#entries.get(issuer.url);
    return entry && this.#now() - entry.readAt < KEYS_HOLD_MS
      ? entry.keys
      : this.#read(issuer);
  }

  async #newer(issuer: Issuer): Promise<JWTVerifyGetKey | undefined> {
    const entry = this.#entries.get(issuer.url);
    return entry && this.#now() - entry.readAt < COOLDOWN_MS
      ? undefined
      : this.#read(issuer);
  }

  #read(issuer: Issuer): Promise<JWTVerifyGetKey> {
    const entry: Entry = { readAt: this.#now(), keys: readKeys(issuer) };
    this.#entries.set(issuer.url, entry);
    entry.keys.catch(() => {
      // What failed is tried again after a while, not only when keys are old.
      entry.readAt -= KEYS_HOLD_MS - COOLDOWN_MS;
    });
    return entry.keys;
  }
}

async function readKeys(issuer: Issuer): Promise<JWTVerifyGetKey> {
  const checked = checkIssuer(issuer.url, issuer.rules);
  const agent = new Agent({
    ca: checked.listed ? issuer.certificateAuthority : undefined,
  });
  try {
    const base = issuer.url.replace(/\/+$/, '');
    const configuration = await getJson<{ issuer?: string; jwks_uri?: string }>(
      `${base}/.well-known/openid-configuration`,
      checked,
      agent,
    );
    const keysUrl = configuration.jwks_uri ?? '';
    const sameOrigin =
      URL.canParse(keysUrl) && new URL(keysUrl).origin === checked.url.origin;
    if (configuration.issuer !== issuer.url || !sameOrigin) {
      throw new ObservationFailure(
        'invalid',
        `${checked.url.host} does not describe itself as the issuer ${issuer.url}`,
      );
    }
    return createLocalJWKSet(
      await getJson<JSONWebKeySet>(keysUrl, checked, agent),
    );
  } finally {
    agent.destroy();
  }
}

function getJson<T>(
  url: string,
  { listed }: CheckedUrl,
  agent: Agent,
): Promise<T> {
  return httpGet(
    new URL(url),
    {
      agent,
      lookup: listed ? undefined : refusingLocalAddresses(),
      timeoutMs: TIMEOUT_MS,
    },
    async ({ status, body }) => {
      if (status !== 200) {
        throw failureOfStatus(status, { asked: { verb: 'get', what: url } });
      }
      return JSON.parse(await readBody(body, MAX_BYTES)) as T;
    },
  );
}
