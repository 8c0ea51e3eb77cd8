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

import type { Operation } from '../../aws/types';
import {
  administeredOrganization,
  organizationOf,
  organizationsPage,
  requestedParent,
} from './organization';

const POLICY_TYPES = [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }];

export const describeOrganization: Operation = {
  action: 'organizations:DescribeOrganization',
  handle: context => {
    const { id, managementAccountId } = organizationOf(context);
    const { email, partition } = context.model.account(managementAccountId);
    const prefix = `arn:${partition}:organizations::${managementAccountId}`;
    return {
      Organization: {
        Id: id,
        Arn: `${prefix}:organization/${id}`,
        FeatureSet: 'ALL',
        MasterAccountArn: `${prefix}:account/${id}/${managementAccountId}`,
        MasterAccountId: managementAccountId,
        MasterAccountEmail: email,
        AvailablePolicyTypes: POLICY_TYPES,
      },
    };
  },
};

export const listRoots: Operation = {
  action: 'organizations:ListRoots',
  handle: context => {
    const { id, managementAccountId, rootId } =
      administeredOrganization(context);
    const page = organizationsPage(context, {
      name: 'ListRoots',
      items: [rootId],
      keyOf: root => root,
    });
    return {
      Roots: page.items.map(root => ({
        Id: root,
        Arn: `arn:${context.account.partition}:organizations::${managementAccountId}:root/${id}/${root}`,
        Name: 'Root',
        PolicyTypes: POLICY_TYPES,
      })),
      NextToken: page.nextToken,
    };
  },
};

export const listOrganizationalUnitsForParent: Operation = {
  action: 'organizations:ListOrganizationalUnitsForParent',
  handle: context => {
    const organization = administeredOrganization(context);
    const { id, managementAccountId, organizationalUnits = [] } = organization;
    const parentId = requestedParent(context, organization);
    const page = organizationsPage(context, {
      name: `ListOrganizationalUnitsForParent/${parentId}`,
      items: organizationalUnits.filter(unit => unit.parentId === parentId),
      keyOf: unit => unit.id,
    });
    return {
      OrganizationalUnits: page.items.map(unit => ({
        Id: unit.id,
        Arn: `arn:${context.account.partition}:organizations::${managementAccountId}:ou/${id}/${unit.id}`,
        Name: unit.name,
      })),
      NextToken: page.nextToken,
    };
  },
};
