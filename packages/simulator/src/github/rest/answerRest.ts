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
import { GithubError } from '../GithubError';
import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import type { Quota } from '../RateWindows';
import { mayUse, reaches, type Caller } from '../Tokens';
import { isRecord } from './parameters';
import type { AnyRoute } from './routes';
import type { Reply, RestContext } from './types';

export const DOCUMENTATION = 'https://docs.github.com/rest';

export interface RestRequest {
  method: string;
  /** Below `/api/v3`. */
  path: string;
  query: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Answers a request whose route and caller are known. */
export async function answerRest(
  request: RestRequest,
  found: { params: Record<string, string>; route: AnyRoute },
  where: { host: GithubHost; links: Links; caller: Caller },
): Promise<Reply> {
  const { host, caller } = where;
  const now = host.clock.now();
  if (host.rate.look(caller.login, 'core', now).remaining === 0) {
    throw rateLimited(caller);
  }
  const reply = await perform(request, found, { ...where, now });
  const answered = conditional(request, reply);
  // What has not changed is free, and so is asking what is left.
  if (answered.status !== 304 && request.path !== '/rate_limit') {
    host.rate.take(caller.login, 'core', now);
  }
  return answered;
}

async function perform(
  request: RestRequest,
  { params, route }: { params: Record<string, string>; route: AnyRoute },
  where: { host: GithubHost; links: Links; caller: Caller; now: Date },
): Promise<Reply> {
  const { host, caller } = where;
  const context: RestContext = {
    ...where,
    path: request.path,
    params,
    query: new URLSearchParams(request.query),
    body: parseBody(request.body),
    accept: request.headers.accept ?? '',
  };
  if (route.permission === undefined) {
    return route.handle(context);
  }
  const repository = host.findRepository(params.owner, params.repo);
  if (!repository || !reaches(caller, repository.spec.name)) {
    throw GithubError.notFound();
  }
  const isWrite = route.level === 'write';
  const isReader =
    caller.kind === 'user' && repository.roleOf(caller.login) === 'read';
  if (!mayUse(caller, route.permission, route.level)) {
    throw new GithubError(
      403,
      caller.kind === 'user'
        ? 'Resource not accessible by personal access token'
        : 'Resource not accessible by integration',
      {
        headers: {
          'x-accepted-github-permissions': `${route.permission}=${route.level}`,
        },
      },
    );
  }
  if (isWrite && isReader && route.permission !== 'pull_requests') {
    throw new GithubError(
      403,
      `Must have push access to ${repository.fullName}`,
    );
  }
  return route.handle({ ...context, repository });
}

function parseBody(body: Buffer): Record<string, unknown> {
  if (body.length === 0) {
    return {};
  }
  try {
    const value = JSON.parse(body.toString());
    if (isRecord(value)) {
      return value;
    }
    return Array.isArray(value) ? { labels: value } : {};
  } catch {
    throw new GithubError(400, 'Problems parsing JSON');
  }
}

/** Gives an answer its tag, and leaves out what the client has already. */
function conditional(request: RestRequest, reply: Reply): Reply {
  if (!['GET', 'HEAD'].includes(request.method) || reply.status !== 200) {
    return reply;
  }
  const content = Buffer.isBuffer(reply.body)
    ? reply.body
    : JSON.stringify(reply.body);
  const hash = createHash('sha256').update(content).digest('hex');
  const headers = { ...reply.headers, etag: `W/"${hash}"` };
  const asked = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''));
  return asked.includes(`"${hash}"`)
    ? { status: 304, headers }
    : { ...reply, headers };
}

export function rateLimited(caller: Caller): GithubError {
  return new GithubError(
    403,
    `API rate limit exceeded for ${
      caller.login || 'this address'
    }. Please wait for the time in x-ratelimit-reset.`,
  );
}

export function quotaHeaders(quota: Quota): Record<string, string> {
  return {
    'x-ratelimit-limit': String(quota.limit),
    'x-ratelimit-remaining': String(quota.remaining),
    'x-ratelimit-reset': String(quota.reset),
    'x-ratelimit-used': String(quota.used),
    'x-ratelimit-resource': quota.resource,
  };
}

/** An error as GitHub sends it. */
export function errorReply(error: GithubError): Reply {
  return {
    status: error.status,
    body: {
      message: error.message,
      ...(error.errors && { errors: error.errors }),
      documentation_url: DOCUMENTATION,
      status: String(error.status),
    },
    headers: error.headers,
  };
}
