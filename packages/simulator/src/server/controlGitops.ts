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

import type { HttpRequest } from '../aws/types';
import type { ApplicationFault } from '../argocd/types';
import type { GithubControl } from '../github/GithubControl';
import { jsonBody } from '../services/parameters';
import { onlyKeys, recordOf } from './fields';
import type { Simulator } from './types';

const FAULTS: ApplicationFault[] = [
  'comparisonError',
  'degraded',
  'outOfSync',
  'progressing',
  'unknown',
  'unregistered',
];

type Fields = Record<string, unknown>;
type Act = (github: GithubControl, fields: Fields) => unknown;

/** What people do to pull requests. */
const ACTIONS: Record<string, Act> = {
  merge: async (github, fields) => ({ sha: await github.merge(pull(fields)) }),
  close: (github, fields) => github.close(pull(fields)),
  approve: (github, fields) => github.approve(pull(fields)),
  requestChanges: (github, fields) =>
    github.requestChanges({ ...pull(fields), body: text(fields, 'body') }),
  comment: (github, fields) =>
    github.comment({ ...pull(fields), body: text(fields, 'body') }),
  forcePush: async (github, fields) => ({
    sha: await github.forcePush({ ...pull(fields), files: files(fields) }),
  }),
};

/** The control endpoints of the Git host and of Argo CD, by method and path. */
export const GITOPS_CONTROLS: Record<
  string,
  (request: HttpRequest, simulator: Simulator) => unknown
> = {
  'GET /_sim/pulls': (_, { github }) => ({ pulls: github.pulls() }),
  'POST /_sim/pulls': async (request, { github }) => {
    const fields = recordOf(jsonBody(request), 'the body');
    onlyKeys(
      fields,
      ['action', 'number', 'user', 'repository', 'body', 'files'],
      '',
    );
    const act = ACTIONS[String(fields.action)];
    if (!act) {
      throw new Error(
        `action must be one of ${Object.keys(ACTIONS).join(', ')}`,
      );
    }
    return (await act(github, fields)) ?? {};
  },
  'POST /_sim/commits': async (request, { github }) => {
    const fields = recordOf(jsonBody(request), 'the body');
    onlyKeys(fields, ['user', 'files', 'branch', 'message', 'repository'], '');
    const sha = await github.commit({
      user: text(fields, 'user'),
      files: files(fields),
      branch: optional(fields, 'branch'),
      message: optional(fields, 'message'),
      repository: optional(fields, 'repository'),
    });
    return { sha };
  },
  'POST /_sim/webhooks': (request, { github }) => {
    const fields = recordOf(jsonBody(request), 'the body');
    onlyKeys(fields, ['url', 'secret', 'events', 'repository'], '');
    const { events = ['*'] } = fields;
    if (!Array.isArray(events)) {
      throw new Error('events must be an array');
    }
    github.addWebhook(
      {
        url: text(fields, 'url'),
        secret: optional(fields, 'secret'),
        events: events.map(String),
      },
      optional(fields, 'repository'),
    );
    return {};
  },
  'GET /_sim/webhooks': (_, { github }) => ({
    deliveries: github.deliveries(),
  }),
  'POST /_sim/quotas': (request, { github }) => {
    const fields = recordOf(jsonBody(request), 'the body');
    onlyKeys(fields, ['useUp'], '');
    github.useUpRateLimit(text(fields, 'useUp'));
    return {};
  },
  'DELETE /_sim/quotas': (_, { github }) => {
    github.resetRateLimits();
    return {};
  },
  'GET /_sim/applications': async (_, { argocd }) => ({
    applications: await argocd.applications(),
  }),
  'POST /_sim/applications': async (request, { argocd }) => {
    const fields = recordOf(jsonBody(request), 'the body');
    onlyKeys(fields, ['arn', 'name', 'fault', 'automated', 'sync'], '');
    const arn = optional(fields, 'name') ?? text(fields, 'arn');
    const { fault, automated, sync } = fields;
    if (fault !== undefined && fault !== 'none' && !isFault(fault)) {
      throw new Error(`fault must be none or one of ${FAULTS.join(', ')}`);
    }
    if (fault !== undefined) {
      await argocd.setFault(arn, isFault(fault) ? fault : undefined);
    }
    if (automated !== undefined) {
      await argocd.setAutomated(arn, automated === true);
    }
    if (sync === true) {
      await argocd.sync(arn);
    }
    return argocd.application(arn);
  },
};

function isFault(value: unknown): value is ApplicationFault {
  return FAULTS.some(fault => fault === value);
}

function pull(fields: Fields) {
  const { number } = fields;
  if (typeof number !== 'number') {
    throw new Error('number must be the number of a pull request');
  }
  return {
    number,
    user: text(fields, 'user'),
    repository: optional(fields, 'repository'),
  };
}

function files({ files: value }: Fields): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(recordOf(value, 'files')).map(([path, content]) => [
      path,
      content === null ? undefined : String(content),
    ]),
  );
}

function text(fields: Fields, name: string): string {
  const value = optional(fields, name);
  if (value === undefined) {
    throw new Error(`${name} must be a string`);
  }
  return value;
}

function optional(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value !== undefined && typeof value !== 'string') {
    throw new Error(`${name} must be a string`);
  }
  return value;
}
