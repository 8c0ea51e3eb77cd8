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

import { parseEntityRef } from '@backstage/catalog-model';
import { safeText } from '../../inventory/safeText';
import { wordScope } from '../../policy/exceptions/describeException';
import { overAt } from '../../policy/exceptions/overAt';
import type { ExceptionRecord } from '../../policy/exceptions/types';
import type { Notice } from '../types';
import type { ExceptionNews } from './exceptionNews';

export type Words = Pick<Notice, 'title' | 'description' | 'severity'>;

/**
 * What happened to a request, in words. It names what is exempt and why, which
 * all its readers see, and neither names nor counts clusters. Pure.
 */
export function wordExceptionNews(
  record: ExceptionRecord,
  news: ExceptionNews,
): Words {
  const { description, severity, title } = words(record, news);
  return {
    title: safeText(title, 200),
    description: safeText(description, 1_000),
    severity,
  };
}

function words(record: ExceptionRecord, { is }: ExceptionNews): Words {
  const { acts, asked, progress } = record;
  const what = `${asked.policy.name}, ${wordScope(asked.scope)}`;
  const ended = dayOf(overAt(record));
  switch (is) {
    case 'waits':
      return {
        title: `An exception from ${what} waits for your approval`,
        description: `${nameOf(asked.requestedBy)} asks for it until ${dayOf(
          asked.expiresAt,
        )}: ${sentence(asked.reason)}`,
        severity: 'high',
      };
    case 'agreed':
      return {
        title: `The exception from ${what} was agreed to`,
        description: `${byOf(acts.decision)} It is proposed as a pull request.`,
        severity: 'normal',
      };
    case 'refused':
      return {
        title: `The exception from ${what} was refused`,
        description: byOf(acts.decision),
        severity: 'high',
      };
    case 'problem':
      return {
        title: `The pull request of the exception from ${what} needs a look`,
        description: `${number(
          progress.pullRequest,
        )} is not as it was agreed to. Its page says why.`,
        severity: 'high',
      };
    case 'failed':
      return {
        title: `The exception from ${what} does not fit what is in Git`,
        description: 'Its page says why. Look there, and ask for it anew.',
        severity: 'high',
      };
    case 'closed':
      return {
        title: `The exception from ${what} was not merged`,
        description: `${number(progress.pullRequest)} was closed unmerged.`,
        severity: 'high',
      };
    case 'lapsed':
      return {
        title: `The exception from ${what} ended before it began`,
        description: `Nobody decided about it, or merged it, until ${dayOf(
          asked.expiresAt,
        )}.`,
        severity: 'high',
      };
    case 'takenBack':
      return {
        title: `The exception from ${what} was taken back`,
        description: `${nameOf(acts.cancelled?.by)} took it back.`,
        severity: 'normal',
      };
    case 'inForce':
      return {
        title: `The exception from ${what} is in force`,
        description: `It ends on ${dayOf(asked.expiresAt)}.`,
        severity: 'low',
      };
    case 'endsSoon':
      return {
        title: `The exception from ${what} ends on ${dayOf(asked.expiresAt)}`,
        description: `Until then it has to be mended, or asked for anew. ${sentence(
          asked.reason,
        )}`,
        severity: 'normal',
      };
    case 'removalClosed':
      return {
        title: `The exception from ${what} is over, and stays in Git`,
        description: `${number(
          progress.removal?.pullRequest,
        )}, which removes it, was closed unmerged. Ask for its removal again, or reopen it.`,
        severity: 'high',
      };
    case 'honoured':
      return {
        title: `The exception from ${what} is over and still honoured`,
        description: `It ended on ${ended}, and clusters still have it. Its page says what its removal waits for.`,
        severity: 'high',
      };
    case 'removed':
      return {
        title: `The exception from ${what} is gone`,
        description: `It ended on ${ended}, and no cluster has it any more.`,
        severity: 'low',
      };
    default:
      return {
        title: `The exception from ${what} is over`,
        description: `It ended on ${ended}. The pull request that removes it waits for somebody to merge it.`,
        severity: 'normal',
      };
  }
}

function byOf(decision: { by: string; comment?: string } | undefined): string {
  const who = `By ${nameOf(decision?.by)}`;
  return decision?.comment
    ? `${who}: ${sentence(decision.comment)}`
    : `${who}.`;
}

function number(pullRequest: { number: number } | undefined): string {
  return pullRequest
    ? `Pull request #${pullRequest.number}`
    : 'The pull request';
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

function sentence(text: string): string {
  return `${text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '')}.`;
}

function nameOf(ref: string | undefined): string {
  try {
    return parseEntityRef(ref ?? '').name;
  } catch {
    return ref || 'somebody';
  }
}
