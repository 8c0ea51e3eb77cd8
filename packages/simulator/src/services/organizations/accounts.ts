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
import type { CloudModel } from '../../model';
import type { Account, OrganizationSpec } from '../../model/types';
import {
  administeredOrganization,
  organizationsPage,
  parentIds,
  requestedParent,
} from './organization';

export const listAccounts: Operation = {
  action: 'organizations:ListAccounts',
  handle: context => {
    const organization = administeredOrganization(context);
    const page = organizationsPage(context, {
      name: 'ListAccounts',
      items: membersOf(context.model, organization),
      keyOf: account => account.id,
    });
    return {
      Accounts: page.items.map(account => document(account, organization)),
      NextToken: page.nextToken,
    };
  },
};

export const listAccountsForParent: Operation = {
  action: 'organizations:ListAccountsForParent',
  handle: context => {
    const organization = administeredOrganization(context);
    const parentId = requestedParent(context, organization);
    const page = organizationsPage(context, {
      name: `ListAccountsForParent/${parentId}`,
      items: membersOf(context.model, organization).filter(
        account => account.parentId === parentId,
      ),
      keyOf: account => account.id,
    });
    return {
      Accounts: page.items.map(account => document(account, organization)),
      NextToken: page.nextToken,
    };
  },
};

function membersOf(
  model: CloudModel,
  organization: OrganizationSpec,
): Account[] {
  const parents = parentIds(organization);
  return model
    .accounts()
    .filter(
      ({ parentId }) => parentId !== undefined && parents.includes(parentId),
    );
}

function document(account: Account, organization: OrganizationSpec) {
  return {
    Id: account.id,
    Arn: `arn:${account.partition}:organizations::${organization.managementAccountId}:account/${organization.id}/${account.id}`,
    Email: account.email,
    Name: account.name,
    Status: statusOf(account),
    State: account.state,
    JoinedMethod:
      account.id === organization.managementAccountId ? 'INVITED' : 'CREATED',
    JoinedTimestamp: account.joinedAt.getTime() / 1000,
  };
}

/** The older member, which has fewer words; AWS leaves it out where it has none. */
function statusOf({ state }: Account): string | undefined {
  switch (state) {
    case 'ACTIVE':
    case 'SUSPENDED':
    case 'PENDING_CLOSURE':
      return state;
    case 'CLOSED':
      return 'SUSPENDED';
    default:
      return undefined;
  }
}
