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

import { NotFoundError } from '@backstage/errors';
import type { FleetCluster } from '../collection/FleetClusters';
import type {
  ErrorRequestHandler,
  RequestHandler,
  Response,
  Router,
} from 'express';
import type { Ingest, ToolIngest } from '../ingest/createIngest';
import type { IngestRejects } from '../metrics/IngestRejects';

export interface IngestRouteOptions {
  /** Left out where policies are switched off. */
  ingest?: Ingest;
  rejects: IngestRejects;
}

const PUSHING = 'eksFleetPushing';
const TOOLS = /^\/ingest\/(policy-reporter|kube-bench)\/?$/;
const FROM_CLUSTERS =
  /^\/(ingest\/(?:policy-reporter|kube-bench)|observations(?:\/policies)?)\/?$/;

/**
 * Lets whoever has a token of a cluster through to where tools push, and nobody
 * else. It stands before bodies are read.
 */
export function ingestGate(options: IngestRouteOptions): RequestHandler {
  return (request, response, next) => {
    const [, route] = TOOLS.exec(request.path) ?? [];
    if (route === undefined || request.method !== 'POST') {
      next();
      return;
    }
    const admit = async () => {
      response.locals[PUSHING] = await demandTools(options).gate.admit({
        authorization: request.headers.authorization,
        address: request.ip ?? '',
        route,
      });
    };
    admit().then(() => next(), next);
  };
}

/** What tools within clusters push; each proves itself by a token of its cluster. */
export function addIngestRoutes(
  router: Router,
  options: IngestRouteOptions,
): void {
  router.post('/ingest/policy-reporter', async (request, response) => {
    const { policyReporter } = demandTools(options);
    await policyReporter.take(pusherOf(response), request.body);
    response.status(204).end();
  });

  router.post('/ingest/kube-bench', async (request, response) => {
    const { kubeBench } = demandTools(options);
    const { node } = request.query as { node?: string };
    await kubeBench.take(pusherOf(response), request.body, node);
    response.status(204).end();
  });
}

/** Counts what is turned away of all that comes from clusters. */
export function countRejects({
  rejects,
}: IngestRouteOptions): ErrorRequestHandler {
  return (error, request, _response, next) => {
    const [, route] = FROM_CLUSTERS.exec(request.path) ?? [];
    if (request.method === 'POST' && route !== undefined) {
      rejects.count(route, error);
    }
    next(error);
  };
}

/** @throws NotFoundError where nothing is taken with tokens */
export function demandTools({
  ingest,
}: Pick<IngestRouteOptions, 'ingest'>): ToolIngest {
  if (!ingest?.tools) {
    throw new NotFoundError(
      'Nothing is taken with tokens here: eksFleet.ingest.enabled, eksFleet.policies.enabled',
    );
  }
  return ingest.tools;
}

function pusherOf(response: Response): FleetCluster {
  const cluster = response.locals[PUSHING] as FleetCluster | undefined;
  if (!cluster) {
    throw new Error('Something that was pushed got past the gate');
  }
  return cluster;
}
