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

import { KubernetesError } from './KubernetesError';

/** etcd forgets older revisions every five minutes. */
const LIFE_SECONDS = 5 * 60;
/** A list that goes on with what there is now. */
const INCONSISTENT = -1;

/** Where a list goes on. */
export interface Continuation {
  /** What the list showed, or -1. */
  revision: number;
  /** The key of the last object before. */
  after: string;
}

/** The revision of the cluster at a time. */
export function revisionAt(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}

export function writeContinue({ revision, after }: Continuation): string {
  return Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv: revision,
      start: `${after}\u0000`,
    }),
  ).toString('base64url');
}

/**
 * Reads what a client brings back.
 *
 * @param expire - whether it is too old whatever its age
 * @throws KubernetesError: `Expired`, with a token to go on with, where it is
 * too old
 */
export function readContinue(
  token: string,
  now: Date,
  expire = false,
): Continuation {
  const parsed = parse(token);
  if (!parsed) {
    throw KubernetesError.badRequest('continue key is not valid');
  }
  const { rv, start } = parsed;
  const after = start.endsWith('\u0000') ? start.slice(0, -1) : start;
  const isOld =
    rv !== INCONSISTENT && (expire || revisionAt(now) - rv > LIFE_SECONDS);
  if (isOld) {
    throw KubernetesError.expired(
      writeContinue({ revision: INCONSISTENT, after }),
    );
  }
  return { revision: rv === INCONSISTENT ? revisionAt(now) : rv, after };
}

function parse(token: string): { rv: number; start: string } | undefined {
  try {
    const { v, rv, start } = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    );
    const isValid =
      v === 'meta.k8s.io/v1' &&
      Number.isInteger(rv) &&
      typeof start === 'string';
    return isValid ? { rv, start } : undefined;
  } catch {
    return undefined;
  }
}
