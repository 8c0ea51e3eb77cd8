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

import {
  DescribeAddonCommand,
  DescribeClusterCommand,
  DescribeNodegroupCommand,
} from '@aws-sdk/client-eks';
import {
  toObservationError,
  type EksFleetAwsService,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  ClusterObservations,
  ObservationReader,
} from '../../../collection/types';
import { isMinor } from './planHop';
import { failedUpdate, recordedPart } from './recordedPart';
import type { PartLook } from './types';

/** What is asked of EKS about a hop. */
export interface PartQuestion {
  work: TrackWork;
  /** Whether to ask EKS itself, not only what was recorded. */
  direct: boolean;
  /** Since when updates that failed count. */
  since?: string;
}

/** A cluster's own observations are asked for again at most so often. */
const REFRESH_SECONDS = 120;
const KINDS = ['controlPlane', 'addons', 'nodegroups', 'updates'];

type Described = { version?: string; releaseVersion?: string; status?: string };

/** How the parts of clusters are, by what was recorded and, where it matters, by EKS at this moment. */
export class EksParts {
  readonly #aws: Pick<EksFleetAwsService, 'eks'>;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #refresh: (arn: string) => Promise<void>;
  readonly #refreshedAt = new Map<string, number>();

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks'>;
    observations: Pick<ObservationReader, 'ofMany'>;
    /** Has all of a cluster observed again soon. */
    refresh: (arn: string) => Promise<void>;
  }) {
    this.#aws = options.aws;
    this.#observations = options.observations;
    this.#refresh = options.refresh;
  }

  async look(
    questions: PartQuestion[],
    { now, signal }: { now: Date; signal: AbortSignal },
  ): Promise<PartLook[]> {
    const arns = [...new Set(questions.map(({ work }) => work.cluster.arn))];
    const recorded = await this.#observations.ofMany(arns, KINDS);
    return Promise.all(
      questions.map(async question => {
        const observed = recorded.get(question.work.cluster.arn) ?? {};
        return question.direct
          ? this.#ask(question, observed, { now, signal })
          : recordedPart(question.work, observed);
      }),
    );
  }

  async #ask(
    { since, work }: PartQuestion,
    observed: ClusterObservations,
    { now, signal }: { now: Date; signal: AbortSignal },
  ): Promise<PartLook> {
    try {
      const described = await this.#describe(work, signal);
      const look = toLook(work, described);
      if (look.kind === 'seen' && !look.isChanging) {
        await this.#refreshRarely(work.cluster.arn, now);
        return { ...look, failed: failedUpdate(work, observed, since) };
      }
      return look;
    } catch (error) {
      if ((error as Error).name === 'ResourceNotFoundException') {
        return this.#isGone(work, signal);
      }
      return { kind: 'unseen', error: toObservationError(error) };
    }
  }

  async #describe(
    work: TrackWork,
    abortSignal: AbortSignal,
  ): Promise<Described> {
    const { cluster, kind, name } = work;
    const client = this.#aws.eks(cluster);
    switch (kind) {
      case 'controlPlane': {
        const answer = await client.send(
          new DescribeClusterCommand({ name: cluster.name }),
          { abortSignal },
        );
        return answer.cluster ?? {};
      }
      case 'addon': {
        const { addon = {} } = await client.send(
          new DescribeAddonCommand({
            clusterName: cluster.name,
            addonName: name,
          }),
          { abortSignal },
        );
        return { version: addon.addonVersion, status: addon.status };
      }
      default: {
        const answer = await client.send(
          new DescribeNodegroupCommand({
            clusterName: cluster.name,
            nodegroupName: name,
          }),
          { abortSignal },
        );
        return answer.nodegroup ?? {};
      }
    }
  }

  /** A part that is not found may be so because its cluster is not. */
  async #isGone(work: TrackWork, signal: AbortSignal): Promise<PartLook> {
    if (work.kind === 'controlPlane') {
      return { kind: 'gone' };
    }
    try {
      await this.#describe({ ...work, kind: 'controlPlane' }, signal);
      return { kind: 'missing' };
    } catch (error) {
      return (error as Error).name === 'ResourceNotFoundException'
        ? { kind: 'gone' }
        : { kind: 'unseen', error: toObservationError(error) };
    }
  }

  /** What became of updates is read by collectors, with all else of a cluster. */
  async #refreshRarely(arn: string, now: Date): Promise<void> {
    const last = this.#refreshedAt.get(arn) ?? -Infinity;
    if (now.getTime() - last >= REFRESH_SECONDS * 1000) {
      this.#refreshedAt.set(arn, now.getTime());
      await this.#refresh(arn);
    }
  }
}

function toLook(
  { to }: TrackWork,
  { releaseVersion, status, version }: Described,
): PartLook {
  const now =
    isMinor(to) || releaseVersion === undefined ? version : releaseVersion;
  return now === undefined
    ? { kind: 'unseen' }
    : {
        kind: 'seen',
        now,
        isChanging: status === 'UPDATING' || status === 'CREATING',
      };
}
