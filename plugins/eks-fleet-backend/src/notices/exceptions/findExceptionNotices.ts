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

import { fleetDeepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ExceptionRecord } from '../../policy/exceptions/types';
import { isSameRef } from '../../proposals/isSameRef';
import type { Notice } from '../types';
import { exceptionNews, type ExceptionNews } from './exceptionNews';
import { wordExceptionNews } from './wordExceptionNews';

/** Who has a part in a request besides who asked. Entity references. */
export interface ExceptionAudience {
  /** Owners of its clusters, as the catalog has them now. */
  owners: string[];
  /** Who is told that requests wait, by the configuration. */
  approvers: string[];
}

/** What the scopes of all notices of a request begin with. */
export function scopeOf(requestId: string): string {
  return `eks-fleet/exception/${requestId}/`;
}

/**
 * What people should know of a request as it is. Told again and again it stays
 * the same, so that nothing is lost where a process dies and nothing is told
 * twice. Pure.
 */
export function findExceptionNotices(
  record: ExceptionRecord,
  audience: ExceptionAudience,
  context: { now: Date; portalPath?: string },
): Notice[] {
  const { now, portalPath } = context;
  const { id, requestedBy } = record.asked;
  const news = exceptionNews(record, now);
  if (!news) {
    return [];
  }
  const isAsked = news.is === 'waits';
  return recipientsOf(news, requestedBy, audience).map(recipient => ({
    ...wordExceptionNews(record, news),
    scope: `${scopeOf(id)}${news.is}/${recipient}`.slice(0, 400),
    fingerprint: news.round.slice(0, 200),
    thread: `${scopeOf(id)}standing`,
    owner: recipient,
    // Who asked cannot decide, and is told apart from the groups of theirs.
    except: isSameRef(recipient, requestedBy) ? [] : [requestedBy],
    family: `exception/${news.is}`,
    topic: isAsked ? 'approval' : 'policy',
    link: fleetDeepLink('exceptions', { request: id }, portalPath),
    together: togetherOf(news, portalPath),
  }));
}

/** What is told of many at once, and the list that has them. */
const TOGETHER: Partial<
  Record<ExceptionNews['is'], { title: string; list: Record<string, string> }>
> = {
  waits: { title: 'they wait for your approval', list: { waits: 'me' } },
  inForce: { title: 'they are in force', list: { state: 'inForce' } },
  endsSoon: { title: 'they end soon', list: { state: 'inForce' } },
  over: {
    title: 'they are over, and their removal waits to be merged',
    list: { state: 'expired' },
  },
  honoured: {
    title: 'they are over and still honoured',
    list: { state: 'expired' },
  },
  removed: { title: 'they are over and gone', list: { state: 'removed' } },
};

function togetherOf(
  { is }: ExceptionNews,
  portalPath?: string,
): Notice['together'] {
  const together = TOGETHER[is];
  return (
    together && {
      what: 'exceptions',
      title: together.title,
      link: fleetDeepLink(
        'exceptions',
        { tab: 'requests', ...together.list },
        portalPath,
      ),
    }
  );
}

function recipientsOf(
  { is }: ExceptionNews,
  requestedBy: string,
  { approvers, owners }: ExceptionAudience,
): string[] {
  switch (is) {
    case 'waits':
      // Who asked may not decide.
      return unique(approvers.length > 0 ? approvers : owners).filter(
        ref => !isSameRef(ref, requestedBy),
      );
    case 'endsSoon':
    case 'over':
      return unique([requestedBy, ...owners]);
    case 'honoured':
      return unique([requestedBy, ...owners, ...approvers]);
    default:
      return [requestedBy];
  }
}

function unique(refs: string[]): string[] {
  return [...new Set(refs)].filter(Boolean);
}
