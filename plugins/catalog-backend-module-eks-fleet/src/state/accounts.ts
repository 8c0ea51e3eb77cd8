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

import type { Knex } from 'knex';
import { chunks } from './chunks';
import { ACCOUNTS, rowToAccount, type AccountRow } from './rows';
import type { AccountRecord } from './types';

/** Makes the accounts in scope of a provider these and no others. */
export async function setAccounts(
  client: Knex,
  provider: string,
  partition: string,
  accounts: Array<{ accountId: string; name?: string }>,
): Promise<void> {
  const present = new Map(
    (await listAccounts(client, provider)).map(account => [
      account.accountId,
      account,
    ]),
  );
  const changed = accounts.filter(({ accountId, name }) => {
    const known = present.get(accountId);
    return !known?.inScope || (name !== undefined && known.name !== name);
  });
  const inScope = new Set(accounts.map(({ accountId }) => accountId));
  const left = [...present.values()].filter(
    account => account.inScope && !inScope.has(account.accountId),
  );
  await client.transaction(async tx => {
    for (const some of chunks(changed)) {
      await tx<AccountRow>(ACCOUNTS)
        .insert(
          some.map(({ accountId, name }) => ({
            account_id: accountId,
            provider,
            partition,
            name: name ?? present.get(accountId)?.name ?? null,
            in_scope: true,
          })),
        )
        .onConflict(['provider', 'account_id'])
        .merge(['partition', 'name', 'in_scope']);
    }
    for (const { accountId } of left) {
      await tx<AccountRow>(ACCOUNTS)
        .where({ provider, account_id: accountId })
        .update({ in_scope: false });
    }
  });
}

/** Accounts of one provider, or of all. */
export async function listAccounts(
  client: Knex,
  provider?: string,
): Promise<AccountRecord[]> {
  const query = client<AccountRow>(ACCOUNTS).orderBy('account_id');
  const rows = await (provider ? query.where({ provider }) : query);
  return rows.map(rowToAccount);
}
