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

import { AwsError } from '../../aws/errors';
import type { Operation } from '../../aws/types';
import type { Subnet } from '../../model/subnets';
import { refuseFilters, valuesOf } from './form';
import { pageSizeOf } from './pageSize';

export const describeSubnets: Operation = {
  action: 'ec2:DescribeSubnets',
  handle: ({ call, caller, region, model, pageTokens }) => {
    const form = call.parameters as Record<string, string>;
    refuseFilters(form);
    const { accountId, partition } = caller;
    const existing = new Map(
      model
        .clusters({ accountId, region })
        .flatMap(({ subnets }) => subnets)
        .filter(({ deleted }) => !deleted)
        .map(subnet => [subnet.id, subnet]),
    );
    const ids = valuesOf(form, 'SubnetId');
    refuseUnknown(ids.filter(id => !existing.has(id)));
    const page = pageTokens.page({
      list: `ec2:DescribeSubnets/${accountId}/${region}/${ids.join()}`,
      items: [...existing.values()]
        .filter(({ id }) => ids.length === 0 || ids.includes(id))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      keyOf: ({ id }) => id,
      pageSize: pageSizeOf(form),
      token: call.pageToken,
    });
    if (!page) {
      throw new AwsError(
        'InvalidNextToken',
        400,
        'The specified NextToken is not valid.',
      );
    }
    return {
      subnetSet: {
        item: page.items.map(subnet =>
          subnetElement(subnet, { accountId, partition, region }),
        ),
      },
      nextToken: page.nextToken,
    };
  },
};

function refuseUnknown(ids: string[]): void {
  if (ids.length > 0) {
    throw new AwsError(
      'InvalidSubnetID.NotFound',
      400,
      ids.length > 1
        ? `The subnet IDs '${ids.join(', ')}' do not exist`
        : `The subnet ID '${ids[0]}' does not exist`,
    );
  }
}

function subnetElement(
  subnet: Subnet,
  place: { accountId: string; partition: string; region: string },
): Record<string, unknown> {
  const { accountId, partition, region } = place;
  return {
    subnetId: subnet.id,
    subnetArn: `arn:${partition}:ec2:${region}:${accountId}:subnet/${subnet.id}`,
    state: 'available',
    ownerId: accountId,
    vpcId: subnet.vpcId,
    cidrBlock: subnet.cidrBlock,
    availableIpAddressCount: subnet.availableIpAddressCount,
    availabilityZone: subnet.availabilityZone,
    defaultForAz: false,
    mapPublicIpOnLaunch: false,
    assignIpv6AddressOnCreation: false,
  };
}
