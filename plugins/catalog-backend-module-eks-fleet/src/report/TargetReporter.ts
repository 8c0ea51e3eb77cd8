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

import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  ControlPlaneReport,
  EksFleetApi,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { EksFleetClient } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { serviceClientOptions } from './serviceClientOptions';

type ReporterApi = Pick<
  EksFleetApi,
  'putTarget' | 'keepTargets' | 'putControlPlanes'
>;

/** What was said of a target's clusters. */
export type ControlPlanes = Required<
  Pick<ControlPlaneReport, 'clusters' | 'failures'>
>;

/** A control plane with its certificate and health is a few kilobytes. */
const CONTROL_PLANES_AT_ONCE = 100;

/**
 * Tells the EKS Fleet backend, where there is one, how targets are doing and
 * what their clusters are.
 */
export class TargetReporter {
  readonly #api: ReporterApi;
  readonly #logger: LoggerService;
  /** What the backend does not take, which was said already. */
  readonly #refused = new Set<string>();

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }): TargetReporter {
    const { auth, discovery, logger } = options;
    const api = new EksFleetClient(serviceClientOptions({ auth, discovery }));
    return new TargetReporter(api, logger);
  }

  constructor(api: ReporterApi, logger: LoggerService) {
    this.#api = api;
    this.#logger = logger;
  }

  async report(
    provider: string,
    target: Pick<AwsTarget, 'accountId' | 'region'>,
    report: TargetReport,
  ): Promise<void> {
    const { accountId, region } = target;
    await this.#tell("The state of discovery's targets", () =>
      this.#api.putTarget({ provider, accountId, region }, report),
    );
  }

  /** Lets the backend forget the provider's targets that are not among these. */
  async keep(
    provider: string,
    targets: Array<Pick<AwsTarget, 'accountId' | 'region'>>,
  ): Promise<void> {
    await this.#tell("The state of discovery's targets", () =>
      this.#api.keepTargets(
        provider,
        targets.map(({ accountId, region }) => `${accountId}/${region}`),
      ),
    );
  }

  /**
   * Hands over what `DescribeCluster` said, so that nobody has to ask it again,
   * or what kept it from saying.
   *
   * @param observedAt - when the reading began
   */
  async controlPlanes(
    provider: string,
    target: Pick<AwsTarget, 'accountId' | 'region'>,
    observedAt: Date,
    said: ControlPlanes,
  ): Promise<void> {
    const { accountId, region } = target;
    const { clusters, failures } = said;
    const most = Math.max(clusters.length, failures.length);
    for (let i = 0; i < most; i += CONTROL_PLANES_AT_ONCE) {
      const end = i + CONTROL_PLANES_AT_ONCE;
      await this.#tell('What clusters are like', () =>
        this.#api.putControlPlanes(
          { provider, accountId, region },
          {
            observedAt: observedAt.toISOString(),
            clusters: clusters.slice(i, end),
            ...(failures.length > i && { failures: failures.slice(i, end) }),
          },
        ),
      );
    }
  }

  /** Says once what the backend does not take; it may not be installed. */
  async #tell(subject: string, call: () => Promise<void>): Promise<void> {
    try {
      await call();
      this.#refused.delete(subject);
    } catch (error) {
      if (!this.#refused.has(subject)) {
        this.#refused.add(subject);
        this.#logger.warn(
          `${subject} could not be handed to the eks-fleet backend; discovery goes on without it. ${error}`,
        );
      }
    }
  }
}
