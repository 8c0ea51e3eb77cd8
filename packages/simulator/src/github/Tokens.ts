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

import { randomBytes } from 'node:crypto';
import type {
  AccessLevel,
  GithubTokenSpec,
  Permission,
  Permissions,
} from './types';

/** Who makes a request, and what the token lets them do. */
export interface Caller {
  /** Empty for somebody without a token. */
  login: string;
  kind: 'anonymous' | 'app' | 'installation' | 'user';
  /** Everything when left out. */
  permissions?: Permissions;
  /** Names of repositories; all when left out. */
  repositories?: string[];
  expiresAt?: Date;
}

export const ANONYMOUS: Caller = { login: '', kind: 'anonymous' };

/** An installation's token lasts an hour of real time, as its reader counts it. */
const INSTALLATION_TOKEN_MS = 60 * 60 * 1000;

export class Tokens {
  readonly #callers = new Map<string, Caller>();

  static create(specs: GithubTokenSpec[]): Tokens {
    const tokens = new Tokens();
    for (const spec of specs) {
      tokens.add(spec);
    }
    return tokens;
  }

  add({ token, login, permissions, repositories }: GithubTokenSpec): void {
    this.#callers.set(token, {
      login,
      kind: 'user',
      permissions: permissions as Permissions,
      repositories,
    });
  }

  remove(token: string): void {
    this.#callers.delete(token);
  }

  /** A token of an app's installation. */
  issue(caller: Omit<Caller, 'kind' | 'expiresAt'>): {
    token: string;
    expiresAt: Date;
  } {
    const token = `ghs_${randomBytes(27).toString('base64url').slice(0, 36)}`;
    const expiresAt = new Date(Date.now() + INSTALLATION_TOKEN_MS);
    this.#callers.set(token, { ...caller, kind: 'installation', expiresAt });
    return { token, expiresAt };
  }

  find(token: string): Caller | undefined {
    const caller = this.#callers.get(token);
    return caller?.expiresAt && caller.expiresAt.getTime() < Date.now()
      ? undefined
      : caller;
  }
}

/** Whether the token reaches the repository at all. */
export function reaches(caller: Caller, repository: string): boolean {
  return (
    caller.kind !== 'anonymous' &&
    (!caller.repositories || caller.repositories.includes(repository))
  );
}

export function mayUse(
  { permissions }: Caller,
  permission: Permission,
  level: AccessLevel,
): boolean {
  if (!permissions || permission === 'metadata') {
    return true;
  }
  const has = permissions[permission];
  return has === 'write' || has === level;
}
