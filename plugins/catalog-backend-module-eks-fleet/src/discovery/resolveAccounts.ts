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

import type { Account } from '@aws-sdk/client-organizations';
import {
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { EksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksFleetProviderConfig } from '../config/types';

export interface ScopedAccount {
  accountId: string;
  /** From AWS Organizations. */
  name?: string;
}

/**
 * The active accounts of the configured organization or of its configured
 * organizational units, those of the units below them included.
 */
export async function listOrganizationAccounts(
  aws: EksFleetAwsService,
  config: EksFleetProviderConfig,
  signal?: AbortSignal,
): Promise<ScopedAccount[]> {
  const { organization, partition } = config;
  if (!organization) {
    return [];
  }
  const client = aws.organizations({
    partition,
    accountId: organization.accountId,
  });
  const { organizationalUnits, excludeAccounts } = organization;
  const found = new Map<string, ScopedAccount>();
  const accounts = organizationalUnits.length
    ? accountsOfUnits(client, organizationalUnits, signal)
    : allAccounts(client, signal);
  for await (const { Id, Name, State, Status } of accounts) {
    // `Status` is what older endpoints answer in place of `State`.
    const active = (State ?? Status) === 'ACTIVE';
    if (Id && active && !excludeAccounts.includes(Id)) {
      found.set(Id, { accountId: Id, name: Name });
    }
  }
  return [...found.values()];
}

async function* allAccounts(
  client: OrganizationsClient,
  abortSignal?: AbortSignal,
): AsyncGenerator<Account> {
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListAccountsCommand({ NextToken }), {
      abortSignal,
    });
    yield* page.Accounts ?? [];
    NextToken = page.NextToken;
  } while (NextToken);
}

async function* accountsOfUnits(
  client: OrganizationsClient,
  units: string[],
  abortSignal?: AbortSignal,
): AsyncGenerator<Account> {
  const waiting = [...units];
  const visited = new Set<string>();
  for (let ParentId = waiting.shift(); ParentId; ParentId = waiting.shift()) {
    if (visited.has(ParentId)) {
      continue;
    }
    visited.add(ParentId);
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new ListAccountsForParentCommand({ ParentId, NextToken }),
        { abortSignal },
      );
      yield* page.Accounts ?? [];
      NextToken = page.NextToken;
    } while (NextToken);
    do {
      const page = await client.send(
        new ListOrganizationalUnitsForParentCommand({ ParentId, NextToken }),
        { abortSignal },
      );
      for (const { Id } of page.OrganizationalUnits ?? []) {
        if (Id) {
          waiting.push(Id);
        }
      }
      NextToken = page.NextToken;
    } while (NextToken);
  }
}
