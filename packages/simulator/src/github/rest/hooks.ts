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

import { GithubError } from '../GithubError';
import { stamp } from '../documents/times';
import type { Webhook } from '../Webhooks';
import { isRecord, textList } from './parameters';
import { paged } from './paging';
import {
  created,
  noContent,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

function hookDocument(hook: Webhook, { links, repository }: RepositoryContext) {
  return {
    type: 'Repository',
    id: hook.id,
    name: 'web',
    active: true,
    events: hook.events,
    config: {
      url: hook.url,
      content_type: 'json',
      insecure_ssl: '0',
      ...(hook.secret && { secret: '********' }),
    },
    created_at: stamp(hook.createdAt),
    updated_at: stamp(hook.createdAt),
    url: `${links.repository(repository.fullName)}/hooks/${hook.id}`,
  };
}

function createHook(context: RepositoryContext): Reply {
  const { host, repository, body } = context;
  const config = isRecord(body.config) ? body.config : {};
  if (typeof config.url !== 'string') {
    throw GithubError.invalid('Hook', { field: 'url', code: 'missing_field' });
  }
  const hook = host.webhooks.add(repository, {
    url: config.url,
    secret: typeof config.secret === 'string' ? config.secret : undefined,
    events: textList(body.events ?? ['push']),
  });
  return created(hookDocument(hook, context));
}

const hooks = { permission: 'webhooks' } as const;

export const hookRoutes: RepositoryRoute[] = [
  {
    method: 'GET',
    template: '/hooks',
    ...hooks,
    level: 'read',
    handle: context =>
      paged(context, context.host.webhooks.of(context.repository), page =>
        page.map(hook => hookDocument(hook, context)),
      ),
  },
  {
    method: 'POST',
    template: '/hooks',
    ...hooks,
    level: 'write',
    handle: createHook,
  },
  {
    method: 'DELETE',
    template: '/hooks/{id}',
    ...hooks,
    level: 'write',
    handle: ({ host, repository, params }) => {
      host.webhooks.remove(repository, Number(params.id));
      return noContent;
    },
  },
];
