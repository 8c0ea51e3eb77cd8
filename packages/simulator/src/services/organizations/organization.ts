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

import type { CallContext } from '../../aws/types';
import type { Page } from '../../aws/PageTokens';
import type { OrganizationSpec } from '../../model/types';
import { integerBetween, textOf } from '../parameters';
import { invalidInput, notInUse, notPermitted, parentNotFound } from './errors';

const MAX_PAGE = 20;

/** The organization that the caller's account belongs to. */
export function organizationOf({
  account,
  model,
}: CallContext): OrganizationSpec {
  const organization = model.organizations.find(
    candidate =>
      candidate.managementAccountId === account.id ||
      parentIds(candidate).some(id => id === account.parentId),
  );
  if (!organization) {
    throw notInUse();
  }
  return organization;
}

/** The same, for callers that may read all of it. */
export function administeredOrganization(
  context: CallContext,
): OrganizationSpec {
  const organization = organizationOf(context);
  const { managementAccountId, delegatedAdministrators = [] } = organization;
  const administrators = [managementAccountId, ...delegatedAdministrators];
  if (!administrators.includes(context.account.id)) {
    throw notPermitted();
  }
  return organization;
}

export function parentIds(organization: OrganizationSpec): string[] {
  const units = organization.organizationalUnits ?? [];
  return [organization.rootId, ...units.map(unit => unit.id)];
}

/** The parent that a call names, which must be one of the organization. */
export function requestedParent(
  context: CallContext,
  organization: OrganizationSpec,
): string {
  const parentId = textOf(context.call.parameters, 'ParentId');
  if (
    !parentId ||
    !/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/.test(parentId)
  ) {
    throw invalidInput(
      'You provided a value for ParentId that does not match the required pattern.',
      'INVALID_PATTERN',
    );
  }
  if (!parentIds(organization).includes(parentId)) {
    throw parentNotFound();
  }
  return parentId;
}

export function organizationsPage<T>(
  context: CallContext,
  list: { name: string; items: T[]; keyOf: (item: T) => string },
): Page<T> {
  const { call, caller, pageTokens } = context;
  const pageSize = integerBetween(
    call.parameters.MaxResults ?? MAX_PAGE,
    1,
    MAX_PAGE,
  );
  if (pageSize === undefined) {
    throw invalidInput(
      `You provided a value for MaxResults that is not from 1 to ${MAX_PAGE}.`,
      'MAX_VALUE_EXCEEDED',
    );
  }
  const { keyOf } = list;
  const page = pageTokens.page({
    list: `organizations:${list.name}/${caller.accountId}`,
    items: [...list.items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    keyOf,
    pageSize,
    token: call.pageToken,
  });
  if (!page) {
    throw invalidInput(
      'You provided an invalid or expired NextToken.',
      'INVALID_NEXT_TOKEN',
    );
  }
  return page;
}
