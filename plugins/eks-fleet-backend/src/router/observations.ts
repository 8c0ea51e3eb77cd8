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

import { InputError, NotFoundError } from '@backstage/errors';
import type { ReportedPolicyPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestHandler, Response, Router } from 'express';
import type { Collection } from '../collection/createCollection';
import type { ObservationReader } from '../collection/types';
import type { Ingest } from '../ingest/createIngest';
import type {
  ReporterGate,
  ReportingCluster,
} from '../kubernetes/reporter/ReporterGate';
import { toReports } from '../kubernetes/reporter/toReports';

export interface ObservationRouteOptions {
  /** Left out where no reporter is expected. */
  reporters?: ReporterGate;
  observations: Pick<ObservationReader, 'ofMany'>;
  collection: { intake: Pick<Collection['intake'], 'put'> };
  /** Left out where policies are switched off. */
  ingest?: Pick<Ingest, 'snapshots'>;
  now?: () => Date;
}

const REPORTER = 'eksFleetReporter';
const PATH = /^\/observations(\/policies)?\/?$/;

/**
 * Lets reporters of clusters through to `POST /observations` and
 * `POST /observations/policies`, and nobody else. It stands before bodies are read: they are large, and Backstage's own
 * authentication does not know who sends them.
 */
export function reporterGate({
  reporters,
}: Pick<ObservationRouteOptions, 'reporters'>): RequestHandler {
  return (request, response, next) => {
    const path = PATH.exec(request.path);
    if (request.method !== 'POST' || !path) {
      next();
      return;
    }
    const { arn } = request.query;
    const admit = async () => {
      if (!reporters) {
        throw new NotFoundError('No reports are taken here');
      }
      if (typeof arn !== 'string') {
        throw new InputError('arn: must be given once');
      }
      response.locals[REPORTER] = await reporters.admit({
        arn,
        authorization: request.headers.authorization,
        address: request.ip ?? '',
        what: path[1] ? 'policies' : 'facts',
      });
    };
    admit().then(() => next(), next);
  };
}

/** Kubernetes facts that come from within clusters. */
export function addObservationRoutes(
  router: Router,
  options: ObservationRouteOptions,
): void {
  const { collection, observations, now = () => new Date() } = options;

  router.post('/observations', async (request, response) => {
    const cluster = reporterOf(response);
    const known = await observations.ofMany(
      [cluster.arn],
      ['kubernetesDeprecatedApis'],
    );
    await collection.intake.put(
      toReports(request.body, {
        cluster,
        deprecatedApis: known.get(cluster.arn)?.kubernetesDeprecatedApis
          ?.document,
        now: now(),
      }),
    );
    response.status(204).end();
  });

  router.post('/observations/policies', async (request, response) => {
    const cluster = reporterOf(response);
    if (!options.ingest) {
      throw new NotFoundError(
        'Policies are switched off: eksFleet.policies.enabled',
      );
    }
    const part = request.body as ReportedPolicyPart;
    response.json(await options.ingest.snapshots.take(cluster, part));
  });
}

function reporterOf(response: Response): ReportingCluster {
  const cluster = response.locals[REPORTER] as ReportingCluster | undefined;
  if (!cluster) {
    throw new Error('A report got past the gate');
  }
  return cluster;
}
