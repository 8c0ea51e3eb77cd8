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
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  paginateListAccounts,
} from '@aws-sdk/client-organizations';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { clientsOf, readerOf } from '../../__testUtils__/clients';

describe('AWS Organizations', () => {
  let simulator: Simulator;

  afterEach(() => simulator.stop());

  it('lists every account in pages of 20', async () => {
    simulator = await startSimulator({ fleet: '45x1x0' });
    const { organizations } = clientsOf(simulator, { region: 'us-east-1' });
    const sizes: number[] = [];
    for await (const page of paginateListAccounts(
      { client: organizations },
      {},
    )) {
      sizes.push(page.Accounts!.length);
    }
    expect(sizes).toEqual([20, 20, 6]);
  });

  it('gives accounts both Status and State', async () => {
    simulator = await startSimulator();
    const { organizations } = clientsOf(simulator, { region: 'us-east-1' });
    simulator.model.setAccountState('222233334444', 'CLOSED');
    const { Accounts } = await organizations.send(new ListAccountsCommand({}));
    const stateOf = (id: string) =>
      Accounts!
        .filter(account => account.Id === id)
        .map(account => [account.Status, account.State])[0];
    expect(Accounts).toHaveLength(8);
    expect(stateOf('111122223333')).toEqual(['ACTIVE', 'ACTIVE']);
    expect(stateOf('777788889999')).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect(stateOf('222233334444')).toEqual(['SUSPENDED', 'CLOSED']);
  });

  it('is a tree', async () => {
    simulator = await startSimulator();
    const { organizations } = clientsOf(simulator, { region: 'us-east-1' });
    const { Roots } = await organizations.send(new ListRootsCommand({}));
    expect(Roots!.map(root => root.Id)).toEqual(['r-acme']);
    const unitsOf = async (ParentId: string) =>
      (
        await organizations.send(
          new ListOrganizationalUnitsForParentCommand({ ParentId }),
        )
      ).OrganizationalUnits!.map(unit => unit.Id);
    expect(await unitsOf('r-acme')).toEqual([
      'ou-acme-sandbox01',
      'ou-acme-workloads1',
    ]);
    expect(await unitsOf('ou-acme-workloads1')).toEqual([
      'ou-acme-nonprod01',
      'ou-acme-prod00001',
    ]);
    const { Accounts } = await organizations.send(
      new ListAccountsForParentCommand({ ParentId: 'ou-acme-prod00001' }),
    );
    expect(Accounts!.map(account => account.Name)).toEqual([
      'acme-prod',
      'data-prod',
      'payments-prod',
    ]);
    await expect(unitsOf('ou-acme-unknown1')).rejects.toMatchObject({
      name: 'ParentNotFoundException',
    });
    await expect(unitsOf('<b>')).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });

  it('refuses a signature for any Region but its home', async () => {
    simulator = await startSimulator();
    const { organizations } = clientsOf(simulator, { region: 'eu-west-1' });
    await expect(
      organizations.send(new ListAccountsCommand({})),
    ).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringContaining("'eu-west-1'"),
    });
  });

  it('answers a member only what its own organization is', async () => {
    simulator = await startSimulator();
    const role = simulator.model.findRole('222233334444', 'eks-fleet-reader')!;
    simulator.model.setRole('222233334444', { ...role, allow: ['*'] });
    const { organizations } = await readerOf(
      simulator,
      '222233334444',
      'us-east-1',
    );
    const { Organization } = await organizations.send(
      new DescribeOrganizationCommand({}),
    );
    expect(Organization).toMatchObject({
      Id: 'o-acme00001',
      MasterAccountId: '999988887777',
    });
    await expect(
      organizations.send(new ListAccountsCommand({})),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: expect.objectContaining({ httpStatusCode: 400 }),
    });
    simulator.model.organizations[0].delegatedAdministrators = ['222233334444'];
    const { Accounts } = await organizations.send(new ListAccountsCommand({}));
    expect(Accounts).toHaveLength(8);
  });

  it('refuses a page token that it did not give', async () => {
    simulator = await startSimulator();
    const { organizations } = clientsOf(simulator, { region: 'us-east-1' });
    await expect(
      organizations.send(new ListAccountsCommand({ NextToken: 'made-up' })),
    ).rejects.toMatchObject({
      name: 'InvalidInputException',
      Reason: 'INVALID_NEXT_TOKEN',
    });
  });
});
