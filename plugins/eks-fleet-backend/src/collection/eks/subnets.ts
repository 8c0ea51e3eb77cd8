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
  DescribeSubnetsCommand,
  type EC2Client,
  type Subnet as Ec2Subnet,
} from '@aws-sdk/client-ec2';
import type {
  Subnet,
  SubnetsDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ObservationFailure,
  type ClusterCollector,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { minutes, type AwsCollectorOptions } from './types';
import { names, sortedBy, text } from './values';

/**
 * Free addresses of the subnets that a cluster was made with: an upgrade needs
 * up to five. EC2 `DescribeSubnets`.
 */
export function subnetsCollector({
  aws,
}: AwsCollectorOptions): ClusterCollector<SubnetsDocument> {
  return {
    kind: 'subnets',
    schedule: minutes(30),
    async collect(cluster, { controlPlane, signal }) {
      if (!controlPlane) {
        throw new ObservationFailure(
          'notFound',
          `Discovery has not yet told which subnets ${cluster.name} has`,
        );
      }
      return describeSubnets(
        aws.ec2(cluster),
        names(controlPlane.subnetIds),
        signal,
      );
    },
  };
}

async function describeSubnets(
  client: EC2Client,
  subnetIds: string[],
  abortSignal: AbortSignal,
): Promise<SubnetsDocument> {
  const missing: string[] = [];
  let asked = subnetIds;
  while (asked.length > 0) {
    try {
      const { Subnets } = await client.send(
        new DescribeSubnetsCommand({ SubnetIds: asked }),
        { abortSignal },
      );
      const found = (Subnets ?? []).map(toSubnet);
      const ids = new Set(found.map(({ id }) => id));
      missing.push(...asked.filter(id => !ids.has(id)));
      return {
        subnets: sortedBy(found, ({ id }) => id),
        missing: missing.sort(),
      };
    } catch (error) {
      // One that is gone makes EC2 say nothing of the others.
      const gone = missingSubnets(error, asked);
      if (gone.size === 0) {
        throw error;
      }
      missing.push(...gone);
      asked = asked.filter(id => !gone.has(id));
    }
  }
  return { subnets: [], missing: missing.sort() };
}

/** What matters of EC2 `DescribeSubnets`. */
export function toSubnet(subnet: Ec2Subnet): Subnet {
  const { SubnetId: id, AvailableIpAddressCount: freeAddresses } = subnet;
  if (id === undefined || freeAddresses === undefined) {
    throw new Error(`EC2 did not tell how many addresses are free in ${id}`);
  }
  return {
    id,
    availabilityZone: text(subnet.AvailabilityZone),
    cidr: text(subnet.CidrBlock),
    freeAddresses,
  };
}

/** Those that EC2's refusal names. */
export function missingSubnets(error: unknown, asked: string[]): Set<string> {
  const { name, message } = error as Error;
  if (name !== 'InvalidSubnetID.NotFound') {
    return new Set();
  }
  const named = new Set(message.match(/subnet-[0-9a-zA-Z-]+/g));
  return new Set(asked.filter(id => named.has(id)));
}
