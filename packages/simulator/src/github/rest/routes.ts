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

import { commitRoutes } from './commits';
import { contentsRoutes } from './contents';
import { conversationRoutes } from './conversations';
import { gitDataRoutes } from './gitData';
import { hookRoutes } from './hooks';
import { pullRoutes } from './pulls';
import { refRoutes } from './refs';
import { repositoryRoutes } from './repositories';
import type { RepositoryRoute, Route } from './types';
import { userRoutes } from './users';

const REPOSITORY = '/repos/{owner}/{repo}';

/** A route, and for those of a repository what they ask of the token. */
export type AnyRoute = (Route & { permission?: undefined }) | RepositoryRoute;

interface CompiledRoute {
  method: string;
  /** As in GitHub's reference: `/repos/{owner}/{repo}/pulls`. */
  template: string;
  pattern: RegExp;
  names: string[];
  route: AnyRoute;
}

const ROUTES: CompiledRoute[] = [
  ...userRoutes.map(route => compiled(route.template, route)),
  ...[
    ...repositoryRoutes,
    ...gitDataRoutes,
    ...refRoutes,
    ...contentsRoutes,
    ...commitRoutes,
    ...conversationRoutes,
    ...pullRoutes,
    ...hookRoutes,
  ].map(route => compiled(`${REPOSITORY}${route.template}`, route)),
];

function compiled(template: string, route: AnyRoute): CompiledRoute {
  const names: string[] = [];
  const pattern = template.replace(
    /\{(\w+)(\*?)\}/g,
    (_, name: string, rest: string) => {
      names.push(name);
      return rest ? '(.+?)' : '([^/]+)';
    },
  );
  return {
    method: route.method,
    template: template.replace(/\*\}/g, '}'),
    pattern: new RegExp(`^${pattern}/?$`),
    names,
    route,
  };
}

/** The route that a request is for, and what its path says. */
export function findRoute(
  method: string,
  path: string,
):
  | { template: string; params: Record<string, string>; route: AnyRoute }
  | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const { template, pattern, names, route, ...known } of ROUTES) {
    const match = known.method === asked && pattern.exec(path);
    if (match) {
      const values = match.slice(1).map(decoded);
      return {
        template,
        params: Object.fromEntries(
          names.map((name, index) => [name, values[index]]),
        ),
        route,
      };
    }
  }
  return undefined;
}

/** What is no valid encoding is taken as it stands, and found nowhere. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
