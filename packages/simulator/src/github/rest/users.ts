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

import { repositoryDocument } from '../documents/repositories';
import { stamp } from '../documents/times';
import { userDocument } from '../documents/users';
import { GithubError } from '../GithubError';
import { reaches } from '../Tokens';
import type { Permissions } from '../types';
import { textList } from './parameters';
import { paged } from './paging';
import { created, ok, type RestContext, type Route, type Reply } from './types';

function currentUser({ host, caller, links }: RestContext): Reply {
  if (caller.kind === 'anonymous') {
    throw new GithubError(401, 'Requires authentication');
  }
  if (caller.kind !== 'user') {
    throw new GithubError(403, 'Resource not accessible by integration');
  }
  const user = host.user(caller.login);
  return ok({ ...userDocument(user, links), name: user.name });
}

function getUser({ host, params, links }: RestContext): Reply {
  const user = host.findUser(params.login);
  if (!user) {
    throw GithubError.notFound();
  }
  return ok({ ...userDocument(user, links), name: user.name });
}

function rateLimit({ host, caller, now }: RestContext): Reply {
  const core = host.rate.look(caller.login, 'core', now);
  const graphql = host.rate.look(caller.login, 'graphql', now);
  return ok({ resources: { core, graphql }, rate: core });
}

function installationDocument({ host, links }: RestContext, owner: string) {
  const app = host.app!;
  const account = host.user(owner);
  return {
    id: account.id,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: 'Organization',
    account: userDocument(account, links),
    repository_selection: 'all',
    access_tokens_url: `${links.api}/app/installations/${account.id}/access_tokens`,
    repositories_url: `${links.api}/installation/repositories`,
    html_url: `${links.web}/organizations/${owner}/settings/installations/${account.id}`,
    permissions: app.permissions,
    events: [],
    suspended_at: null,
    suspended_by: null,
  };
}

function asApp(context: RestContext): RestContext {
  if (context.caller.kind !== 'app') {
    throw new GithubError(401, 'A JSON web token could not be decoded');
  }
  return context;
}

function listInstallations(context: RestContext): Reply {
  const { host } = asApp(context);
  return paged(context, host.owners(), page =>
    page.map(owner => installationDocument(context, owner)),
  );
}

function findInstallation(context: RestContext, owner: string): Reply {
  const known = asApp(context)
    .host.owners()
    .find(name => name.toLowerCase() === owner.toLowerCase());
  if (!known) {
    throw GithubError.notFound();
  }
  return ok(installationDocument(context, known));
}

function createInstallationToken(context: RestContext): Reply {
  const { host, params, body } = asApp(context);
  const owner = host
    .owners()
    .find(name => String(host.user(name).id) === params.id);
  if (!owner) {
    throw GithubError.notFound();
  }
  const { slug, permissions } = host.app!;
  const asked = (body.permissions as Record<string, string>) ?? permissions;
  const repositories =
    body.repositories === undefined ? undefined : textList(body.repositories);
  const { token, expiresAt } = host.tokens.issue({
    login: `${slug}[bot]`,
    permissions: asked as Permissions,
    ...(repositories && { repositories }),
  });
  return created({
    token,
    expires_at: stamp(expiresAt),
    permissions: asked,
    repository_selection: repositories ? 'selected' : 'all',
  });
}

function installationRepositories(context: RestContext): Reply {
  const { host, caller } = context;
  if (caller.kind !== 'installation') {
    throw new GithubError(
      403,
      'Resource not accessible by personal access token',
    );
  }
  const found = host
    .repositories()
    .filter(({ spec }) => reaches(caller, spec.name));
  return paged(context, found, page => ({
    total_count: found.length,
    repository_selection: caller.repositories ? 'selected' : 'all',
    repositories: page.map(repository =>
      repositoryDocument(repository, context),
    ),
  }));
}

export const userRoutes: Route[] = [
  { method: 'GET', template: '/user', handle: currentUser },
  { method: 'GET', template: '/users/{login}', handle: getUser },
  { method: 'GET', template: '/rate_limit', handle: rateLimit },
  {
    method: 'GET',
    template: '/meta',
    handle: () => ok({ verifiable_password_authentication: false }),
  },
  {
    method: 'GET',
    template: '/app',
    handle: context => {
      const { id, slug, permissions } = asApp(context).host.app!;
      return ok({ id, slug, name: slug, permissions, events: [] });
    },
  },
  { method: 'GET', template: '/app/installations', handle: listInstallations },
  {
    method: 'POST',
    template: '/app/installations/{id}/access_tokens',
    handle: createInstallationToken,
  },
  {
    method: 'GET',
    template: '/orgs/{owner}/installation',
    handle: context => findInstallation(context, context.params.owner),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/installation',
    handle: context => findInstallation(context, context.params.owner),
  },
  {
    method: 'GET',
    template: '/installation/repositories',
    handle: installationRepositories,
  },
];
