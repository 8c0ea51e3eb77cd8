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
  DescribeUpdateCommand,
  ListInsightsCommand,
  ListUpdatesCommand,
  type EKSClient,
} from '@aws-sdk/client-eks';
import type { Update } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  toObservationError,
  type EksFleetAwsService,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { toUpdate } from '../../../collection/eks/toUpdate';
import { limited } from '../../engine/limited';
import { memoryOf } from './memory';
import type { EksLook } from './types';

/** Of one account and Region its limiter lets through fewer. */
const LOOKS_AT_ONCE = 32;
/** Updates of a part that are described at most at once. */
const MAX_DESCRIBED = 10;

interface Part {
  version?: string;
  releaseVersion?: string;
  status?: string;
  createdAt?: Date;
}

/** Looks at parts of clusters and their updates, with the rights of a reader. */
export class EksLooks {
  readonly #aws: Pick<EksFleetAwsService, 'eks'>;
  readonly #usualSeconds: () => Promise<(kind: TrackWork['kind']) => number>;

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks'>;
    usualSeconds: () => Promise<(kind: TrackWork['kind']) => number>;
  }) {
    this.#aws = options.aws;
    this.#usualSeconds = options.usualSeconds;
  }

  async look(work: TrackWork[], signal: AbortSignal): Promise<EksLook[]> {
    const usualSeconds = await this.#usualSeconds();
    const looks: EksLook[] = new Array(work.length);
    await limited(LOOKS_AT_ONCE, [...work.entries()], async ([index, item]) => {
      looks[index] = await this.#lookAt(item, usualSeconds(item.kind), signal);
    });
    return looks;
  }

  /**
   * Insights that stand against a hop of the control plane, each with its
   * reason; none where they cannot be read, as that changes nothing.
   */
  async insightsAgainst(
    { cluster, direction, to }: TrackWork,
    abortSignal: AbortSignal,
  ): Promise<string[]> {
    try {
      const { insights = [] } = await this.#aws.eks(cluster).send(
        new ListInsightsCommand({
          clusterName: cluster.name,
          filter:
            direction === 'back'
              ? { categories: ['ROLLBACK_READINESS'] }
              : {
                  categories: ['UPGRADE_READINESS'],
                  kubernetesVersions: [to],
                },
        }),
        { abortSignal },
      );
      return insights
        .filter(({ insightStatus }) =>
          direction === 'back'
            ? insightStatus?.status === 'ERROR' ||
              insightStatus?.status === 'UNKNOWN'
            : insightStatus?.status === 'ERROR',
        )
        .map(
          ({ insightStatus, name }) =>
            `${name}${
              insightStatus?.reason ? ` (${insightStatus.reason})` : ''
            }`,
        );
    } catch {
      return [];
    }
  }

  async #lookAt(
    work: TrackWork,
    usualSeconds: number,
    signal: AbortSignal,
  ): Promise<EksLook> {
    const client = this.#aws.eks(work.cluster);
    const { cluster } = work;
    try {
      const whole = await describeCluster(client, work, signal);
      if (isAnother(whole, cluster.createdAt)) {
        return {
          kind: 'gone',
          message: `${cluster.name} was made anew; it is not the cluster that was planned`,
        };
      }
      const part =
        work.kind === 'controlPlane'
          ? whole
          : await describePart(client, work, signal);
      if (!part) {
        return { kind: 'missing' };
      }
      const updateIds = await listUpdates(client, work, signal);
      return {
        kind: 'seen',
        version: versionOf(work, part) ?? '',
        status:
          whole.status === 'UPDATING' ? 'UPDATING' : part.status ?? 'UNKNOWN',
        updateIds,
        updates: await describeUpdates(client, work, updateIds, signal),
        usualSeconds,
      };
    } catch (error) {
      return isNotFound(error)
        ? {
            kind: 'gone',
            message: `EKS has no cluster ${cluster.name} any more`,
          }
        : { kind: 'unseen', error: toObservationError(error) };
    }
  }
}

async function describeCluster(
  client: EKSClient,
  { cluster }: TrackWork,
  abortSignal: AbortSignal,
): Promise<Part> {
  const answer = await client.send(
    new DescribeClusterCommand({ name: cluster.name }),
    { abortSignal },
  );
  return answer.cluster ?? {};
}

/** @returns `undefined` for a part that is not there */
async function describePart(
  client: EKSClient,
  { cluster, kind, name }: TrackWork,
  abortSignal: AbortSignal,
): Promise<Part | undefined> {
  try {
    if (kind === 'addon') {
      const { addon } = await client.send(
        new DescribeAddonCommand({
          clusterName: cluster.name,
          addonName: name,
        }),
        { abortSignal },
      );
      return { version: addon?.addonVersion, status: addon?.status };
    }
    const { nodegroup } = await client.send(
      new DescribeNodegroupCommand({
        clusterName: cluster.name,
        nodegroupName: name,
      }),
      { abortSignal },
    );
    return nodegroup;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

function partOf({ cluster, kind, name }: TrackWork) {
  return {
    name: cluster.name,
    ...(kind === 'addon' && { addonName: name }),
    ...(kind === 'nodegroup' && { nodegroupName: name }),
  };
}

async function listUpdates(
  client: EKSClient,
  work: TrackWork,
  abortSignal: AbortSignal,
): Promise<string[]> {
  const ids: string[] = [];
  let nextToken: string | undefined;
  do {
    const page: { updateIds?: string[]; nextToken?: string } =
      await client.send(
        new ListUpdatesCommand({ ...partOf(work), nextToken }),
        { abortSignal },
      );
    ids.push(...(page.updateIds ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return ids;
}

/** Ours where it is known, else those that were not there before it was called. */
async function describeUpdates(
  client: EKSClient,
  work: TrackWork,
  ids: string[],
  abortSignal: AbortSignal,
): Promise<Update[]> {
  const { before, updateId } = memoryOf(work);
  const wanted =
    updateId !== undefined
      ? [updateId]
      : ids.filter(id => before !== undefined && !before.includes(id));
  return Promise.all(
    wanted.slice(0, MAX_DESCRIBED).map(async id => {
      const { update } = await client.send(
        new DescribeUpdateCommand({ ...partOf(work), updateId: id }),
        { abortSignal },
      );
      return toUpdate(update ?? {}, id);
    }),
  );
}

function versionOf(
  { releaseVersion, to }: TrackWork,
  part: Part,
): string | undefined {
  return releaseVersion !== undefined && releaseVersion === to
    ? part.releaseVersion
    : part.version;
}

function isAnother({ createdAt }: Part, planned: string | undefined): boolean {
  return (
    createdAt !== undefined &&
    planned !== undefined &&
    // What the catalog tells has seconds only.
    Math.abs(createdAt.getTime() - Date.parse(planned)) >= 1000
  );
}

function isNotFound(error: unknown): boolean {
  return (error as Error).name === 'ResourceNotFoundException';
}
