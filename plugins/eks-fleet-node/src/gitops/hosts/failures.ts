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

import { GitFailure, type GitFailureReason } from './GitFailure';

const BY_STATUS: Record<number, GitFailureReason> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  405: 'conflict',
  409: 'conflict',
  410: 'notFound',
  422: 'invalid',
  429: 'throttled',
};

const RATE_LIMIT = /rate limit|abuse detection|too many requests/i;
const THERE_ALREADY =
  /already exists|reference already|another open merge request/i;
/** What GitHub asks for where it names no time, doubled each time. */
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 900;

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

interface AnswerContext {
  host: string;
  isWrite: boolean;
  now: Date;
  /** Refusals for too many calls in a row before this one. */
  strikes: number;
}

/** What an answer that is no success means. */
export function failureOfAnswer(
  answer: Answer,
  context: AnswerContext,
): GitFailure {
  const { headers, status, text } = answer;
  const words = wordsOf(text);
  const said = `${context.host} answered ${status}${words && `: ${words}`}`;
  if (isThrottled(answer, words)) {
    return new GitFailure('throttled', said, {
      status,
      retryAfterSeconds: pauseSeconds(headers, context),
    });
  }
  if (status >= 300 && status < 400) {
    return new GitFailure(
      'invalid',
      `${context.host} sends elsewhere (${status}), which is not followed; has the repository been renamed?`,
      { status },
    );
  }
  if (status >= 500) {
    // A gateway may have lost the answer of a host that did it.
    return new GitFailure('unreachable', said, {
      status,
      isUnanswered: context.isWrite,
    });
  }
  if ((status === 422 || status === 400) && THERE_ALREADY.test(words)) {
    return new GitFailure('conflict', said, { status });
  }
  return new GitFailure(BY_STATUS[status] ?? 'invalid', said, { status });
}

/** What it means that there was no answer. */
export function failureOfFetch(
  error: any,
  host: string,
  isWrite: boolean,
  timeoutSeconds: number,
): GitFailure {
  if (error instanceof GitFailure) {
    return error;
  }
  const isLate = error?.name === 'TimeoutError' || error?.name === 'AbortError';
  const code = error?.cause?.code ?? error?.code;
  // A connection that was never made carried nothing.
  const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
  return new GitFailure(
    isLate ? 'timeout' : 'unreachable',
    isLate
      ? `${host} did not answer within ${timeoutSeconds} s`
      : `${host} could not be reached${code ? ` (${code})` : ''}`,
    { cause: error, isUnanswered: isWrite && !neverSent },
  );
}

function isThrottled({ headers, status }: Answer, words: string): boolean {
  return (
    status === 429 ||
    (status === 403 &&
      (headers.has('retry-after') ||
        headers.get('x-ratelimit-remaining') === '0' ||
        RATE_LIMIT.test(words)))
  );
}

function pauseSeconds(
  headers: Headers,
  { now, strikes }: AnswerContext,
): number {
  const after = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(after)) {
    return Number(after);
  }
  const reset = headers.get('x-ratelimit-reset') ?? '';
  if (headers.get('x-ratelimit-remaining') === '0' && /^\d+$/.test(reset)) {
    const theirs = Date.parse(headers.get('date') ?? '') || now.getTime();
    return Math.max(1, Math.ceil(Number(reset) - theirs / 1000));
  }
  return Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** strikes);
}

/** What the host says, in one short line: its words are not ours. */
function wordsOf(text: string): string {
  let words = text;
  try {
    const { error, errors, message } = JSON.parse(text);
    const more = (Array.isArray(errors) ? errors : [])
      .map(each => each?.message ?? (typeof each === 'string' ? each : ''))
      .filter(Boolean);
    const plain = [message, error, ...more].map(each =>
      typeof each === 'string' ? each : each && JSON.stringify(each),
    );
    words = plain.filter(Boolean).join('; ');
  } catch {
    words = text.startsWith('<') ? '' : text;
  }
  return words
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
