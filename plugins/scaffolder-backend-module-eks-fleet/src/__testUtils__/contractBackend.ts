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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  FleetRequest,
  RequestAsk,
  RequestCurrent,
  RequestOptions,
  RequestPreflight,
  RequestSubmission,
  Rollout,
  RolloutDraft,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import express, { type Request, type Router } from 'express';
import { parse } from 'yaml';
import { madePreflight, madeRequest, madeRollout } from './answers';

const OPENAPI = resolve(
  __dirname,
  '../../../eks-fleet-backend/src/schema/openapi.yaml',
);

const FILE = {
  path: 'namespaces/x/namespace.yaml',
  change: 'create',
  after: 'kind: Namespace\n',
};

/** The part of the document that actions know; all of it takes long to compile. */
function document() {
  const all = parse(readFileSync(OPENAPI, 'utf8'));
  const known =
    /^\/(requests|rollouts|proposals\/ground|clusters\/by-name.*materials)/;
  const paths = Object.entries(all.paths).filter(([path]) => known.test(path));
  return { ...all, paths: Object.fromEntries(paths) };
}

/** What was asked of the backend, and by whom. */
export interface Asked {
  user: string;
  call: string;
  body?: any;
}

type Answer = (
  method: 'get' | 'post',
  path: string,
  by: (user: string, asked: Request) => unknown,
) => void;

/** What the backend of EKS Fleet answers; bodies are held against its OpenAPI document. */
export class Contract {
  asked: Asked[] = [];
  requests = new Map<string, FleetRequest>();
  rollouts: Rollout[] = [];
  current: Record<string, RequestCurrent> = {};
  options: Partial<RequestOptions> = {};
  preview: Partial<RolloutPreview> = {};
  /** Of an ask; allowed by default. */
  judge: (ask: RequestAsk) => Partial<RequestPreflight> = () => ({});
  files = [FILE];
  /** Thrown by the call of that name, such as `POST /requests`. */
  failing: Record<string, Error> = {};

  /** Forgets all that was asked and set. */
  reset(): void {
    Object.assign(this, new Contract());
  }

  calls(): string[] {
    return this.asked.map(({ call }) => call);
  }

  /** The bodies of all calls of that name. */
  bodies(call: string): any[] {
    return this.asked
      .filter(each => each.call === call)
      .map(({ body }) => body);
  }

  preflight(ask: RequestAsk): RequestPreflight {
    return madePreflight(ask, this.judge(ask));
  }

  create(user: string, body: RequestSubmission): FleetRequest {
    const key = `${user} ${body.idempotencyKey}`;
    const known = this.requests.get(key);
    if (known) {
      return known;
    }
    const { problems, verdict } = this.preflight(body);
    const refused = [
      ...problems,
      ...(verdict?.outcome === 'deny' ? verdict.reasons : []),
    ];
    if (refused.length > 0) {
      throw new InputError(refused.map(({ message }) => message).join('; '));
    }
    const made = madeRequest(
      this.requests.size + 1,
      body,
      this.preflight(body),
    );
    this.requests.set(key, made);
    return made;
  }

  /** The plugin that answers. */
  plugin() {
    const serve = (answer: Answer) => this.#serve(answer);
    const note = (asked: Asked) => {
      this.asked.push(asked);
      if (this.failing[asked.call]) {
        throw this.failing[asked.call];
      }
    };
    return createBackendPlugin({
      pluginId: 'eks-fleet',
      register({ registerInit }) {
        registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          async init({ httpAuth, httpRouter }) {
            const router = createValidatedOpenApiRouter(
              document(),
            ) as unknown as Router;
            router.use(express.json());
            const answer: Answer = (method, path, by) =>
              router[method](path, async (asked, response) => {
                const { principal } = await httpAuth.credentials(asked, {
                  allow: ['user'],
                });
                const user = principal.userEntityRef;
                const call = `${method.toUpperCase()} ${path}`;
                note({ user, call, body: asked.body });
                response.json(await by(user, asked));
              });
            serve(answer);
            httpRouter.use(router);
          },
        });
      },
    });
  }

  #serve(answer: Answer) {
    answer('get', '/proposals/ground', () => ({ installationId: 'demo' }));
    answer('post', '/requests/preflight', (_, { body }) =>
      this.preflight(body),
    );
    answer('post', '/requests/preview', () => ({
      problems: [],
      files: this.files,
      diff: '+kind: Namespace\n',
      notes: ['The file is new.'],
    }));
    answer('get', '/requests/options', () => this.options);
    answer('get', '/requests/current', (_, { query }) =>
      found(this.current[String(query.thing)], String(query.thing)),
    );
    answer('get', '/requests/:request', (_, { params }) =>
      found(
        [...this.requests.values()].find(({ id }) => id === params.request),
        params.request,
      ),
    );
    answer('post', '/requests', (user, { body }) => this.create(user, body));
    answer('get', '/rollouts', () => ({
      items: this.rollouts,
      totalItems: this.rollouts.length,
      pageInfo: {},
      counts: {},
    }));
    answer('post', '/rollouts/preview', (_, { body }) =>
      previewOf(body, this.preview),
    );
    answer('post', '/rollouts', (_, { body }) => {
      const made = madeRollout(this.rollouts.length + 1, body);
      this.rollouts.push(made);
      return made;
    });
    answer('post', '/rollouts/:rollout/act', (_, { body, params }) => {
      const rollout = found(
        this.rollouts.find(({ id }) => id === params.rollout),
        params.rollout,
      );
      rollout.lifecycle = body.act === 'plan' ? 'planned' : 'running';
      return rollout;
    });
  }
}

function previewOf(
  draft: RolloutDraft,
  given: Partial<RolloutPreview>,
): RolloutPreview {
  const end = { p50: '2026-12-01T10:00:00Z', p90: '2026-12-01T12:00:00Z' };
  return {
    hash: 'h',
    waves: [],
    cells: (draft.selection.clusters ?? []).map(name => ({
      name,
      wave: 1,
      clusters: [],
    })),
    unassigned: [],
    skipped: [],
    problems: [],
    forecast: {
      madeAt: end.p50,
      end,
      basis: 'assumed',
      support: [],
      extendedSupportUsd: 0,
    },
    ...given,
  };
}

function found<T>(thing: T | undefined, name: string): T {
  if (!thing) {
    throw new NotFoundError(`There is no ${name}`);
  }
  return thing;
}
