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

import express, { Router, type Request, type RequestHandler } from 'express';
import type { GitWebhooks } from '../gitops/GitWebhooks';

export interface GitRouteOptions {
  gitWebhooks: Pick<GitWebhooks, 'admit' | 'receive'>;
}

export const GIT_WEBHOOK = '/git/webhook';

/**
 * The webhook of Git hosts, which are no part of Backstage: what is signed with
 * a repository's secret is let in, and nothing else is looked at before. The
 * signature is over the body as it came, so it stands before bodies are parsed.
 */
export function gitWebhookRoute({ gitWebhooks }: GitRouteOptions): Router {
  const admit: RequestHandler = (request, _response, next) => {
    gitWebhooks.admit(request.headers);
    next();
  };
  const receive = async ({ body, headers }: Request) =>
    gitWebhooks.receive({
      headers,
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    });
  return Router().post(
    GIT_WEBHOOK,
    admit,
    // GitHub sends up to 25 MB; a repository of a fleet has little to tell.
    express.raw({ type: () => true, limit: '5mb' }),
    (request, response, next) => {
      receive(request).then(() => response.status(204).end(), next);
    },
  );
}
