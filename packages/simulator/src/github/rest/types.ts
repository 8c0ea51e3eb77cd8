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

import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import type { Repository } from '../Repository';
import type { Caller } from '../Tokens';
import type { AccessLevel, Permission } from '../types';

export interface Reply {
  status: number;
  /** JSON; a `Buffer` goes out as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RestContext {
  host: GithubHost;
  links: Links;
  caller: Caller;
  now: Date;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  accept: string;
}

export interface RepositoryContext extends RestContext {
  repository: Repository;
}

export type Handler<Context> = (context: Context) => Reply | Promise<Reply>;

export interface Route {
  method: string;
  /** `{name}` is one segment, `{name*}` the rest of the path. */
  template: string;
  handle: Handler<RestContext>;
}

export interface RepositoryRoute {
  method: string;
  /** Below `/repos/{owner}/{repo}`. */
  template: string;
  permission: Permission;
  level: AccessLevel;
  handle: Handler<RepositoryContext>;
}

export const ok = (body: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  body,
  headers,
});

export const created = (body: unknown): Reply => ({ status: 201, body });

export const noContent: Reply = { status: 204 };
