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
  fleetDeepLink,
  type RequestKind,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { daysUntil } from '../../requests/preflight';
import type { KnownThing } from '../../requests/store/things';
import type { Notice } from '../types';

/** What the scopes of all notices of ends begin with. */
export const ENDING_SCOPE = 'eks-fleet/ending/';

const MANY: Record<RequestKind, string> = {
  application: 'applications',
  cluster: 'clusters',
  namespace: 'namespaces',
};

/**
 * Tells whose a thing is that it ends, once for each of the days on which that
 * is to be told, and once that it has. Pure.
 */
export function findEndingNotices(
  thing: Pick<
    KnownThing,
    'cluster' | 'expiresOn' | 'key' | 'kind' | 'lifecycle' | 'name' | 'owner'
  >,
  context: {
    now: Date;
    warnDays: readonly number[];
    /** Whether its removal is asked for by itself. */
    remove: boolean;
    portalPath?: string;
  },
): Notice[] {
  const { expiresOn, key, kind, owner } = thing;
  const { now, portalPath, remove, warnDays } = context;
  const days = daysUntil(expiresOn, now);
  if (days === undefined || thing.lifecycle !== 'active') {
    return [];
  }
  const isOver = days <= 0;
  const told = isOver
    ? 0
    : [...warnDays].sort((a, b) => a - b).find(each => days <= each);
  if (told === undefined) {
    return [];
  }
  const then = remove
    ? 'its removal is asked for by a request, which changes Git by pull requests'
    : 'somebody has to ask for its removal';
  return [
    {
      scope: `${ENDING_SCOPE}${key}`.slice(0, 400),
      fingerprint: `${expiresOn} ${told}`,
      owner,
      family: `ending/${isOver ? 'over' : 'soon'}`,
      topic: 'request',
      severity: days <= 1 ? 'high' : 'normal',
      title: `${capital(kind)} ${nameOf(thing)} ${wordsOf(days)}`.slice(0, 150),
      description: isOver
        ? `It was to end on ${expiresOn}: ${then}. Extend it to keep it.`
        : `It ends on ${expiresOn}. Extend it to keep it; else ${then} then.`,
      // Where it can be extended.
      link: fleetDeepLink('requests', {}, portalPath),
      together: {
        what: MANY[kind],
        title: isOver ? 'they have come to their end' : 'they end soon',
        link: fleetDeepLink('requests', {}, portalPath),
      },
    },
  ];
}

function nameOf({
  cluster,
  kind,
  name,
}: Pick<KnownThing, 'cluster' | 'kind' | 'name'>) {
  return kind === 'cluster' || !cluster ? name : `${name} on ${cluster.name}`;
}

function wordsOf(days: number): string {
  if (days <= 0) {
    return 'has come to its end';
  }
  return days === 1 ? 'ends tomorrow' : `ends in ${days} days`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
