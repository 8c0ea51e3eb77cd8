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

import { createHash } from 'node:crypto';
import { fleetDeepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { safeText } from '../../inventory/safeText';
import { presentException } from '../../policy/service/presentException';
import type { ExceptionRecord } from '../../policy/store/types';
import type { Notice } from '../types';

const NAMED = 5;

type Ends = 'expiring' | 'honouredAfterExpiry';

/**
 * What owners of clusters are told of exceptions that nobody asked for in the
 * portal: all that end soon at once, and all that are over and still honoured,
 * which `approvers` are told of too. Told anew where they are others. Pure.
 */
export function exceptionDigest(
  exceptions: ExceptionRecord[],
  context: { now: Date; approvers: string[]; portalPath?: string },
): Notice[] {
  const { approvers, now, portalPath } = context;
  const told = new Map<
    string,
    { ends: Ends; owner: string; own: Set<string> }
  >();
  const ids = new Map<string, ExceptionRecord>();
  for (const exception of exceptions) {
    const ends = endsOf(exception, now);
    if (!ends) {
      continue;
    }
    ids.set(exception.id, exception);
    const owners = exception.clusters.map(({ owner }) => owner);
    for (const owner of new Set([
      ...owners,
      ...(ends === 'honouredAfterExpiry' ? approvers : []),
    ])) {
      const key = `${ends}/${owner}`;
      const known = told.get(key) ?? { ends, owner, own: new Set<string>() };
      told.set(key, known);
      known.own.add(exception.id);
    }
  }
  return [...told.values()]
    .filter(({ owner }) => owner !== '')
    .map(({ ends, own, owner }) =>
      describe(
        [...own].sort().map(id => ids.get(id)!),
        {
          ends,
          owner,
          // Who looks after all clusters sees all of them.
          isOwner: !approvers.includes(owner),
          portalPath,
        },
      ),
    );
}

function endsOf(exception: ExceptionRecord, now: Date): Ends | undefined {
  const { flags, state } = presentException(exception, now);
  if (flags.includes('honouredAfterExpiry')) {
    return 'honouredAfterExpiry';
  }
  return state === 'expiring' ? 'expiring' : undefined;
}

function describe(
  exceptions: ExceptionRecord[],
  options: {
    ends: Ends;
    owner: string;
    isOwner: boolean;
    portalPath?: string;
  },
): Notice {
  const { ends, isOwner, owner, portalPath } = options;
  const count = exceptions.length;
  const is = ends === 'expiring';
  const names = exceptions.map(({ name, namespace }) =>
    namespace ? `${namespace}/${name}` : name,
  );
  const more = count - NAMED;
  return {
    scope: `eks-fleet/policy/exceptions/${ends}/${owner}`.slice(0, 400),
    fingerprint: createHash('sha256')
      .update(exceptions.map(({ id }) => id).join())
      .digest('hex')
      .slice(0, 32),
    owner,
    family: `policy/exceptions/${ends}/${owner}`,
    topic: 'policy',
    severity: is ? 'low' : 'normal',
    title: `${count} ${
      count === 1 ? 'exception from a policy' : 'exceptions from policies'
    } ${
      is
        ? `${count === 1 ? 'ends' : 'end'} within 14 days`
        : `${count === 1 ? 'is' : 'are'} over and still honoured`
    }`,
    description: safeText(
      `${names.slice(0, NAMED).join(', ')}${
        more > 0 ? ` and ${more} more` : ''
      }.`,
      1_000,
    ),
    link: fleetDeepLink(
      'exceptions',
      {
        ...(isOwner && { owner }),
        ...(is ? { state: 'expiring' } : { flag: 'honouredAfterExpiry' }),
      },
      portalPath,
    ),
  };
}
