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
import { vpcOf, type Vpc } from '../../model/vpcs';
import { refuseFilters, valuesOf } from './form';
import { pageSizeOf } from './pageSize';

export const describeVpcs: Operation = {
  action: 'ec2:DescribeVpcs',
  handle: ({ call, caller, region, model, pageTokens }) => {
    const form = call.parameters as Record<string, string>;
    refuseFilters(form);
    const { accountId } = caller;
    const existing = new Map(
      model
        .clusters({ accountId, region })
        .map(vpcOf)
        .map(vpc => [vpc.id, vpc]),
    );
    const ids = valuesOf(form, 'VpcId');
    refuseUnknown(ids.filter(id => !existing.has(id)));
    const page = pageTokens.page({
      list: `ec2:DescribeVpcs/${accountId}/${region}/${ids.join()}`,
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
      vpcSet: { item: page.items.map(vpc => vpcElement(vpc, accountId)) },
      nextToken: page.nextToken,
    };
  },
};

function refuseUnknown(ids: string[]): void {
  if (ids.length > 0) {
    throw new AwsError(
      'InvalidVpcID.NotFound',
      400,
      ids.length > 1
        ? `The vpc IDs '${ids.join(', ')}' do not exist`
        : `The vpc ID '${ids[0]}' does not exist`,
    );
  }
}

function vpcElement(
  { cidrBlocks, id }: Vpc,
  ownerId: string,
): Record<string, unknown> {
  return {
    vpcId: id,
    ownerId,
    state: 'available',
    cidrBlock: cidrBlocks[0],
    cidrBlockAssociationSet: {
      item: cidrBlocks.map((cidrBlock, index) => ({
        associationId: `vpc-cidr-assoc-${id.slice('vpc-'.length)}${index}`,
        cidrBlock,
        cidrBlockState: { state: 'associated' },
      })),
    },
    dhcpOptionsId: 'default',
    instanceTenancy: 'default',
    isDefault: false,
  };
}
