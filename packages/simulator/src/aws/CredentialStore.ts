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

import { createHash, randomBytes } from 'node:crypto';
import type { CloudModel } from '../model';
import type { Partition } from '../model/partitions';
import type { StaticCredentialsSpec } from '../model/types';

/** Who makes a call: a session of a role. */
export interface Principal {
  accountId: string;
  partition: Partition;
  roleName: string;
  roleArn: string;
  /** `arn:…:sts::…:assumed-role/<role>/<session>` */
  arn: string;
  userId: string;
  /** Whether the session came from AssumeRole; such a one may last an hour only when it assumes the next. */
  assumed: boolean;
}

export interface IssuedCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  /** In real time. */
  expiresAt?: Date;
  principal: Principal;
}

/** Every access key that this cloud has given out. */
export class CredentialStore {
  readonly #issued = new Map<string, IssuedCredentials>();

  static create(
    statics: StaticCredentialsSpec[],
    model: CloudModel,
  ): CredentialStore {
    const store = new CredentialStore();
    for (const {
      accessKeyId,
      secretAccessKey,
      accountId,
      roleName,
    } of statics) {
      const { partition } = model.account(accountId);
      store.#issued.set(accessKeyId, {
        accessKeyId,
        secretAccessKey,
        principal: sessionPrincipal({
          partition,
          accountId,
          roleName,
          sessionName: roleName,
          assumed: false,
        }),
      });
    }
    return store;
  }

  private constructor() {}

  find(accessKeyId: string): IssuedCredentials | undefined {
    return this.#issued.get(accessKeyId);
  }

  /** Gives out credentials for a new session of a role. */
  issue(session: {
    partition: Partition;
    accountId: string;
    roleName: string;
    sessionName: string;
    durationSeconds: number;
  }): Required<IssuedCredentials> {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.#issued) {
      // An hour's grace, so that late callers hear "expired", not "unknown".
      if (expiresAt && expiresAt.getTime() + 3_600_000 < now) {
        this.#issued.delete(key);
      }
    }
    const issued = {
      accessKeyId: `ASIA${base32(randomBytes(16))}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(192).toString('base64'),
      expiresAt: new Date(
        Math.floor(now / 1000 + session.durationSeconds) * 1000,
      ),
      principal: sessionPrincipal({ ...session, assumed: true }),
    };
    this.#issued.set(issued.accessKeyId, issued);
    return issued;
  }
}

function sessionPrincipal(session: {
  partition: Partition;
  accountId: string;
  roleName: string;
  sessionName: string;
  assumed: boolean;
}): Principal {
  const { partition, accountId, roleName, sessionName, assumed } = session;
  const roleArn = `arn:${partition}:iam::${accountId}:role/${roleName}`;
  const roleId = base32(createHash('sha256').update(roleArn).digest());
  return {
    accountId,
    partition,
    roleName,
    roleArn,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    userId: `AROA${roleId.slice(0, 17)}:${sessionName}`,
    assumed,
  };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Buffer): string {
  return [...bytes].map(byte => BASE32[byte % 32]).join('');
}
