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
  EksFleetApi,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { EksFleetClient } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** Tells the EKS Fleet backend, where there is one, how targets are doing. */
export class TargetReporter {
  readonly #api: Pick<EksFleetApi, 'putTarget' | 'keepTargets'>;
  readonly #logger: LoggerService;
  #silent = false;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }): TargetReporter {
    const { auth, discovery, logger } = options;
    const api = new EksFleetClient({
      discoveryApi: discovery,
      fetchApi: {
        fetch: async (input, init) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'eks-fleet',
          });
          const request = new Request(input, init);
          request.headers.set('Authorization', `Bearer ${token}`);
          return fetch(request);
        },
      },
    });
    return new TargetReporter(api, logger);
  }

  constructor(
    api: Pick<EksFleetApi, 'putTarget' | 'keepTargets'>,
    logger: LoggerService,
  ) {
    this.#api = api;
    this.#logger = logger;
  }

  async report(
    provider: string,
    target: Pick<AwsTarget, 'accountId' | 'region'>,
    report: TargetReport,
  ): Promise<void> {
    const { accountId, region } = target;
    await this.#tell(() =>
      this.#api.putTarget({ provider, accountId, region }, report),
    );
  }

  /** Lets the backend forget the provider's targets that are not among these. */
  async keep(
    provider: string,
    targets: Array<Pick<AwsTarget, 'accountId' | 'region'>>,
  ): Promise<void> {
    await this.#tell(() =>
      this.#api.keepTargets(
        provider,
        targets.map(({ accountId, region }) => `${accountId}/${region}`),
      ),
    );
  }

  async #tell(call: () => Promise<void>): Promise<void> {
    try {
      await call();
      this.#silent = false;
    } catch (error) {
      if (!this.#silent) {
        this.#silent = true;
        this.#logger.warn(
          `The state of discovery's targets could not be handed to the eks-fleet backend; discovery goes on without it. ${error}`,
        );
      }
    }
  }
}
