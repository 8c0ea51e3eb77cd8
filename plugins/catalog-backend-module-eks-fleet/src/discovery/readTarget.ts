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
  DescribeClusterCommand,
  ListClustersCommand,
  type Cluster as EksCluster,
  type EKSClient,
} from '@aws-sdk/client-eks';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  formatClusterArn,
  type ObservationError,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  homeRegion,
  toObservationError,
  type AwsTarget,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { TargetError } from './TargetError';

/** A cluster as `DescribeCluster` gives it, with what identifies it. */
export type DescribedCluster = EksCluster & { arn: string; name: string };

/** What one complete reading of a target found. */
export interface TargetReading {
  clusters: DescribedCluster[];
  /** Listed, but not to be described. */
  unreadable: Array<{ name: string; arn: string; error: ObservationError }>;
  /** Of those that were known: absent from the list, and not there when asked for by name. */
  missingArns: string[];
}

/**
 * Reads all clusters of a target: every page of the list, and a description
 * of each.
 *
 * @param known - clusters that earlier readings found
 * @throws whatever kept the list from being complete
 */
export async function readTarget(
  aws: EksFleetAwsService,
  target: AwsTarget,
  known: Array<{ arn: string; clusterName: string }>,
  abortSignal?: AbortSignal,
): Promise<TargetReading> {
  const client = aws.eks(target);
  const reading: TargetReading = {
    clusters: [],
    unreadable: [],
    missingArns: [],
  };
  const descriptions = new Map<string, Promise<void>>();
  const describe = async (name: string) => {
    try {
      const cluster = await describeCluster(client, target, name, abortSignal);
      if (cluster) {
        reading.clusters.push(cluster);
      }
    } catch (error) {
      if (error instanceof TargetError) {
        throw error;
      }
      reading.unreadable.push({
        name,
        arn: formatClusterArn({ ...target, clusterName: name }),
        error: toObservationError(error),
      });
    }
  };

  const names = await listClusterNames(client, abortSignal, name => {
    // Describing begins while the list is still being read.
    const description = describe(name);
    description.catch(() => {});
    descriptions.set(name, description);
  });
  await Promise.all(names.map(name => descriptions.get(name)));
  throwIfAllFailedAlike(reading, names.length);

  const listed = new Set(names);
  const absent = known.filter(({ clusterName }) => !listed.has(clusterName));
  if (absent.length > 0 || names.length === 0) {
    await proveAccount(aws, target, abortSignal);
  }
  await Promise.all(
    absent.map(async ({ arn, clusterName }) => {
      const found = await describeCluster(
        client,
        target,
        clusterName,
        abortSignal,
      );
      if (found) {
        reading.clusters.push(found);
      } else {
        reading.missingArns.push(arn);
      }
    }),
  );
  return reading;
}

/**
 * One cluster; `undefined` where EKS says that there is none of that name.
 *
 * @throws TargetError where the answer is of another account or Region
 */
export async function describeCluster(
  client: EKSClient,
  target: AwsTarget,
  name: string,
  abortSignal?: AbortSignal,
): Promise<DescribedCluster | undefined> {
  try {
    const { cluster } = await client.send(
      new DescribeClusterCommand({ name }),
      { abortSignal },
    );
    const arn = formatClusterArn({ ...target, clusterName: name });
    if (cluster?.arn !== arn) {
      throw new TargetError(
        'invalid',
        `The credentials for ${target.accountId} in ${
          target.region
        } answer with ${
          cluster?.arn ?? 'no cluster'
        }: they are of another account or Region`,
      );
    }
    return { ...cluster, arn, name };
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') {
      return undefined;
    }
    throw error;
  }
}

async function listClusterNames(
  client: EKSClient,
  abortSignal: AbortSignal | undefined,
  onName: (name: string) => void,
): Promise<string[]> {
  const announced = new Set<string>();
  const listOnce = async (): Promise<string[] | 'expired'> => {
    const names = new Set<string>();
    let nextToken: string | undefined;
    do {
      try {
        const page = await client.send(
          new ListClustersCommand({ maxResults: 100, nextToken }),
          { abortSignal },
        );
        for (const name of page.clusters ?? []) {
          names.add(name);
          if (!announced.has(name)) {
            announced.add(name);
            onName(name);
          }
        }
        nextToken = page.nextToken;
      } catch (error) {
        if (
          nextToken &&
          (error as Error).name === 'InvalidParameterException'
        ) {
          return 'expired';
        }
        throw error;
      }
    } while (nextToken);
    return [...names];
  };

  // A list that was slow to read loses its page token; it is read anew, once.
  let names = await listOnce();
  if (names === 'expired') {
    names = await listOnce();
  }
  if (names === 'expired') {
    throw new TargetError(
      'timeout',
      'The list of clusters could not be read to its end: EKS gave up on its pages twice.',
    );
  }
  return names;
}

/** Of many failures that are all one, the target is what failed. */
function throwIfAllFailedAlike(reading: TargetReading, listed: number): void {
  const [first] = reading.unreadable;
  if (!first || reading.unreadable.length !== listed) {
    return;
  }
  const { code, message } = first.error;
  if (
    code !== 'notFound' &&
    reading.unreadable.every(({ error }) => error.code === code)
  ) {
    throw new TargetError(code, message);
  }
}

/**
 * Makes sure that the credentials are of the target's account before absence
 * is taken for evidence.
 */
async function proveAccount(
  aws: EksFleetAwsService,
  target: AwsTarget,
  abortSignal?: AbortSignal,
): Promise<void> {
  const { Account } = await aws
    .sts({ ...target, region: homeRegion(target.partition) })
    .send(new GetCallerIdentityCommand({}), { abortSignal });
  if (Account !== target.accountId) {
    throw new TargetError(
      'invalid',
      `The credentials for account ${target.accountId} are of account ${Account}`,
    );
  }
}
