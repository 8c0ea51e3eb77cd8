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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import {
  arnPartition,
  type ClusterThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  toObservationError,
  type AwsTarget,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { TargetStore } from '../../targets/types';

const TIMEOUT_MS = 15_000;
const LONGEST = 300;

/** What EKS says of a cluster at this moment. */
export type EksClusterLook =
  /** Discovery does not read there, and nobody else does. */
  | { state: 'notAsked' }
  | { state: 'unread'; message: string }
  | { state: 'absent' }
  | {
      state: 'there';
      /** As EKS calls it, such as `CREATING`. */
      status: string;
      /** What EKS says is wrong with it, in its own words. */
      issues: string[];
    };

/** Asks EKS, with the rights of a reader, of clusters where discovery reads. */
export class EksClusterLooks {
  readonly #aws: Pick<EksFleetAwsService, 'eks'>;
  readonly #targets: Pick<TargetStore, 'list'>;

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks'>;
    /** Accounts and Regions that discovery is configured for. */
    targets: Pick<TargetStore, 'list'>;
  }) {
    this.#aws = options.aws;
    this.#targets = options.targets;
  }

  async look({
    accountId,
    name,
    region,
  }: ClusterThing): Promise<EksClusterLook> {
    const known = (await this.#targets.list()).some(
      each => each.accountId === accountId && each.region === region,
    );
    if (!known) {
      return { state: 'notAsked' };
    }
    const partition = arnPartition(region) as AwsTarget['partition'];
    try {
      const { cluster } = await this.#aws
        .eks({ partition, accountId, region })
        .send(new DescribeClusterCommand({ name }), {
          abortSignal: AbortSignal.timeout(TIMEOUT_MS),
        });
      const { health, status = 'UNKNOWN' } = cluster ?? {};
      return {
        state: 'there',
        status,
        issues: (health?.issues ?? []).map(({ code, message }) =>
          `${code}: ${message}`.slice(0, LONGEST),
        ),
      };
    } catch (error) {
      const { code, message } = toObservationError(error);
      return code === 'notFound'
        ? { state: 'absent' }
        : { state: 'unread', message };
    }
  }
}
