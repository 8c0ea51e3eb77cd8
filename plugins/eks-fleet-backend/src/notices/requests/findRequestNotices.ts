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
  type RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isSameRef } from '../../proposals/isSameRef';
import type { RequestRecord } from '../../requests/types';
import type { Notice } from '../types';

/** What the scopes of all notices of a request begin with. */
export function scopeOf(requestId: string): string {
  return `eks-fleet/request/${requestId}/`;
}

/** What somebody is told of, and who. */
interface News {
  is: 'waits' | 'decided' | 'failed' | 'ready' | 'over' | 'review';
  recipients: string[];
  title: string;
  description: string;
  severity: Notice['severity'];
}

const TOGETHER: Record<News['is'], string> = {
  waits: 'they wait for your approval',
  decided: 'they were agreed to',
  failed: 'they failed',
  ready: 'they are ready',
  over: 'they ended without being done',
  review: 'they need a look',
};

const ENDED: RequestState[] = ['rejected', 'cancelled', 'expired'];

const WORDS: Partial<Record<RequestState, string>> = {
  rejected: 'was refused',
  cancelled: 'was taken back',
  expired: 'expired',
};

/**
 * What people should know of a request as it is. Told again and again it stays
 * the same, so that nothing is lost where a process dies and nothing is told
 * twice. Pure.
 */
export function findRequestNotices(
  record: RequestRecord,
  context: { portalPath?: string },
): Notice[] {
  const { asked, progress } = record;
  const { id, requestedBy } = asked;
  const news = newsOf(record);
  if (!news) {
    return [];
  }
  const { at, state } = progress.steps.at(-1)!;
  return [...new Set(news.recipients)].filter(Boolean).map(recipient => ({
    scope: `${scopeOf(id)}${news.is}/${recipient}`.slice(0, 400),
    fingerprint: `${state} ${at}${
      news.is === 'review' ? ` ${progress.problem}` : ''
    }`.slice(0, 200),
    thread: `${scopeOf(id)}standing`,
    owner: recipient,
    // Who asked cannot decide, and is told apart from the groups of theirs.
    except: isSameRef(recipient, requestedBy) ? [] : [requestedBy],
    family: `request/${news.is}`,
    topic: news.is === 'waits' ? 'approval' : 'request',
    severity: news.severity,
    title: oneLine(news.title, 150),
    description: oneLine(news.description, 400),
    link: fleetDeepLink('requests', { request: id }, context.portalPath),
    together: {
      what: 'requests',
      title: TOGETHER[news.is],
      link: fleetDeepLink(
        'requests',
        news.is === 'waits' ? { tab: 'waiting' } : { tab: 'mine' },
        context.portalPath,
      ),
    },
  }));
}

function newsOf({
  acts,
  asked,
  progress,
  state,
}: RequestRecord): News | undefined {
  const message = progress.message ?? '';
  const own = { recipients: [asked.requestedBy] };
  const named = `${asked.title}: `;
  if (state === 'pendingApproval') {
    const { approvers = [] } = progress.assessment.approval;
    return {
      is: 'waits',
      recipients: approvers.filter(ref => !isSameRef(ref, asked.requestedBy)),
      title: `${named}waits for your approval`,
      description: `${asked.requestedBy} asks for it for ${asked.owner}. ${progress.assessment.approval.message}`,
      severity: 'normal',
    };
  }
  if (state === 'failed') {
    return {
      is: 'failed',
      ...own,
      title: `${named}failed`,
      description: message,
      severity: 'high',
    };
  }
  if (state === 'ready') {
    return {
      is: 'ready',
      ...own,
      title: `${named}${asked.operation === 'delete' ? 'is gone' : 'is ready'}`,
      description: message,
      severity: 'normal',
    };
  }
  if (ENDED.includes(state)) {
    // Who took it back knows.
    return acts.cancelled && isSameRef(acts.cancelled.by, asked.requestedBy)
      ? undefined
      : {
          is: 'over',
          ...own,
          title: `${named}${WORDS[state] ?? 'ended'}`,
          description: message,
          severity: 'normal',
        };
  }
  if (progress.problem) {
    return {
      is: 'review',
      recipients: [
        asked.requestedBy,
        ...(progress.assessment.approval.approvers ?? []),
      ],
      title: `${named}needs a look`,
      description: progress.problem,
      severity: 'high',
    };
  }
  const approved = acts.decisions.findLast(
    ({ specHash, verdict }) =>
      verdict !== 'reject' && specHash === progress.assessment.specHash,
  );
  return state === 'proposed' && approved
    ? {
        is: 'decided',
        ...own,
        title: `${named}${
          approved.verdict === 'amend' ? 'was amended' : 'was agreed to'
        }`,
        description: approved.comment ?? `${approved.by} agreed to it`,
        severity: 'normal',
      }
    : undefined;
}

function oneLine(text: string, most: number): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
}
