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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { AuthenticationError, toError } from '@backstage/errors';
import {
  parseClusterArn,
  type ControlPlaneDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ObservationFailure,
  type AwsPartition,
  type CollectedCluster,
  type ServiceAccountClaims,
  type ServiceAccountTokenVerifier,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../../collection/types';
import { RateWindow } from './RateWindow';

const MINUTE_MS = 60_000;
/** Of one address: somebody tries, or a clock is wrong. */
const REJECTS_PER_MINUTE = 60;
/** Of one cluster: its reporter comes every quarter of an hour. */
const REPORTS_PER_MINUTE = 10;
/** What it reads of policies comes in parts. */
const PARTS_PER_MINUTE = 600;

type Result = 'accepted' | 'unauthenticated' | 'issuerFailed' | 'throttled';

/** A cluster whose own service account speaks. */
export type ReportingCluster = Omit<CollectedCluster, 'entityRef'>;

/**
 * Who may report of a cluster: its reporter's service account, by a token of
 * the issuer that EKS named to us. Whoever may not learns nothing, not even
 * whether there is such a cluster.
 */
export class ReporterGate {
  readonly #options: {
    observations: Pick<ObservationReader, 'ofMany'>;
    verifier: Pick<ServiceAccountTokenVerifier, 'verify'>;
    claims: ServiceAccountClaims;
    logger: LoggerService;
    now: () => Date;
  };
  readonly #results;
  readonly #rejects = new RateWindow({
    max: REJECTS_PER_MINUTE,
    lengthMs: MINUTE_MS,
  });
  readonly #reports = {
    facts: new RateWindow({ max: REPORTS_PER_MINUTE, lengthMs: MINUTE_MS }),
    policies: new RateWindow({ max: PARTS_PER_MINUTE, lengthMs: MINUTE_MS }),
  };

  constructor(options: {
    observations: Pick<ObservationReader, 'ofMany'>;
    verifier: Pick<ServiceAccountTokenVerifier, 'verify'>;
    claims: ServiceAccountClaims;
    metrics: MetricsService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#options = options;
    this.#results = options.metrics.createCounter<{ result: Result }>(
      'eks_fleet.ingest.reports',
      {
        description: "Reports of clusters' reporters by what became of them",
        unit: '{report}',
      },
    );
  }

  /** @throws AuthenticationError, or an error of status 429 */
  async admit(request: {
    arn: string;
    /** The `Authorization` header. */
    authorization: string | undefined;
    /** Where the request comes from. */
    address: string;
    what: 'facts' | 'policies';
  }): Promise<ReportingCluster> {
    const { arn, authorization, address, what } = request;
    const { now } = this.#options;
    const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const verified = token ? await this.#verify(arn, token) : 'unauthenticated';
    if (typeof verified === 'string') {
      this.#results.add(1, { result: verified });
      if (!this.#rejects.take(address, now())) {
        throw tooMany();
      }
      throw new AuthenticationError('The report is of no reporter known here');
    }
    if (!this.#reports[what].take(arn, now())) {
      this.#results.add(1, { result: 'throttled' });
      throw tooMany();
    }
    this.#results.add(1, { result: 'accepted' });
    return verified;
  }

  async #verify(
    arn: string,
    token: string,
  ): Promise<ReportingCluster | 'unauthenticated' | 'issuerFailed'> {
    const { claims, logger, observations, verifier } = this.#options;
    const parts = parseClusterArn(arn);
    const controlPlane =
      parts &&
      (await observations.ofMany([arn], ['controlPlane'])).get(arn)
        ?.controlPlane?.document;
    if (!parts || !controlPlane) {
      return 'unauthenticated';
    }
    const cluster = toReportingCluster(arn, parts, controlPlane);
    try {
      await verifier.verify(token, cluster, controlPlane, claims);
      return cluster;
    } catch (error) {
      if (
        error instanceof ObservationFailure &&
        error.code === 'unauthenticated'
      ) {
        logger.debug(`A report of ${arn} was rejected: ${error.message}`);
        return 'unauthenticated';
      }
      logger.warn(
        `Reports of ${arn} cannot be checked: its OIDC issuer fails`,
        toError(error),
      );
      return 'issuerFailed';
    }
  }
}

function toReportingCluster(
  arn: string,
  parts: NonNullable<ReturnType<typeof parseClusterArn>>,
  { createdAt, version }: ControlPlaneDocument,
): ReportingCluster {
  const { accountId, clusterName: name, partition, region } = parts;
  return {
    arn,
    name,
    accountId,
    region,
    partition: partition as AwsPartition,
    createdAt,
    version,
  };
}

function tooMany(): Error {
  return Object.assign(new Error('Too many reports; try again in a minute'), {
    name: 'TooManyRequestsError',
    statusCode: 429,
  });
}
