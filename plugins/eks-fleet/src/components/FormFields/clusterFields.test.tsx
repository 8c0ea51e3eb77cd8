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

import { screen, within } from '@testing-library/react';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { aCluster } from '../../__testUtils__/fleet';
import { renderField, settle } from '../../__testUtils__/formField';
import {
  CLUSTER_KEY,
  PAYMENTS,
  someOptions,
} from '../../__testUtils__/requests';
import {
  AccountRegionField,
  AddonsField,
  CidrField,
  NodeGroupsField,
  VersionField,
} from '.';

const CREATE = { kind: 'cluster', operation: 'create' };
const CHANGE = { kind: 'cluster', operation: 'change' };

/** A backend that offers what clusters may have, and knows one. */
function offering(part: Parameters<typeof someOptions>[0]): FakeRequestsApi {
  const api = new FakeRequestsApi();
  api.options = someOptions(part);
  api.current = {
    ...api.current,
    spec: {
      kubernetesVersion: '1.34',
      compute: {
        nodeGroups: [
          {
            name: 'workers',
            instanceTypes: ['m7i.large'],
            minSize: 2,
            maxSize: 6,
          },
        ],
      },
      addons: [{ name: 'coredns' }, { name: 'vpc-cni' }],
      gitopsAddons: ['kyverno'],
    },
  };
  return api;
}

const choose = async (name: RegExp, option: RegExp) => {
  await aReader().click(screen.getByRole('button', { name }));
  await aReader().click(await screen.findByRole('option', { name: option }));
};

describe('EksFleetAccountRegion', () => {
  useFixtureClock();

  it('offers accounts and Regions that may be had', async () => {
    const { changes } = await renderField(AccountRegionField, {
      requestsApi: offering({
        accounts: [{ id: '111122223333', name: 'prod-a' }],
        regions: ['eu-west-1'],
      }),
    });
    await settle();
    await choose(/AWS account/, /prod-a \(111122223333\)/);
    await choose(/Region/, /eu-west-1/);
    expect(changes.at(-1)).toEqual({
      accountId: '111122223333',
      region: 'eu-west-1',
    });
  });

  it('says who names them where there are none', async () => {
    await renderField(AccountRegionField, {
      requestsApi: offering({ accounts: [] }),
    });
    await settle();
    expect(screen.getByText(/An operator names them/)).toBeVisible();
  });

  it('says what fails', async () => {
    const requestsApi = new FakeRequestsApi();
    requestsApi.failures.getRequestOptions = responseError(503, 'It is away');
    await renderField(AccountRegionField, { requestsApi });
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent('It is away');
  });
});

describe('EksFleetVersion', () => {
  useFixtureClock();
  const versions = [
    {
      version: '1.36',
      state: 'standard' as const,
      endOfStandardSupport: '2027-08-02T00:00:00Z',
    },
    { version: '1.35', state: 'standard' as const, isDefault: true },
    { version: '1.34', state: 'standard' as const },
  ];

  it('says how long each is supported, and which is recommended', async () => {
    const { changes } = await renderField(VersionField, {
      requestsApi: offering({ versions }),
      uiOptions: CREATE,
    });
    await settle();
    const group = screen.getByRole('radiogroup', { name: 'The field' });
    expect(within(group).getAllByRole('radio')).toHaveLength(3);
    const newest = within(group).getByRole('radio', { name: /^1\.36/ });
    expect(newest.closest('label')).toHaveTextContent('standard');
    expect(newest.closest('label')).toHaveTextContent(/251 d/);
    expect(
      within(group).getByRole('radio', { name: /1\.35 .*recommended/ }),
    ).not.toBeChecked();
    await aReader().click(newest);
    expect(changes).toEqual(['1.36']);
  });

  it('offers to a cluster that is there only what is newer', async () => {
    await renderField(VersionField, {
      requestsApi: offering({ versions }),
      api: new FakeFleetApi([aCluster({ name: 'prod', version: '1.35' })]),
      values: { cluster: 'resource:default/prod-1a2b3c4d' },
      uiOptions: CHANGE,
    });
    await settle();
    expect(screen.getByText('It runs 1.35 now.')).toBeVisible();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });
});

describe('EksFleetNodeGroups', () => {
  useFixtureClock();
  const schema = { type: 'array', title: 'Node groups' };
  const instanceTypes = [
    {
      name: 'm7i.large',
      vcpu: 2,
      memoryGib: 8,
      architecture: 'amd64' as const,
      monthlyCost: 73.58,
    },
    { name: 'm7g.large', architecture: 'arm64' as const, monthlyCost: 59 },
  ];

  it('makes a group of what can be had, and says what it costs', async () => {
    const requestsApi = offering({ instanceTypes });
    const { changes } = await renderField(NodeGroupsField, {
      requestsApi,
      schema,
      uiOptions: CREATE,
      values: { owner: PAYMENTS },
    });
    await settle();
    await aReader().click(
      screen.getByRole('button', { name: 'Add a node group' }),
    );
    const group = within(screen.getByRole('group', { name: 'workers' }));
    await aReader().click(
      group.getByRole('button', { name: /Add an instance type/ }),
    );
    expect(screen.queryByRole('option', { name: /m7g/ })).toBeNull();
    await aReader().click(
      await screen.findByRole('option', {
        name: 'm7i.large · 2 vCPU · 8 GiB · 74 USD a month',
      }),
    );
    const most = group.getByRole('textbox', { name: /^Nodes at most/ });
    await aReader().clear(most);
    await aReader().type(most, '6');
    expect(changes.at(-1)).toEqual([
      {
        name: 'workers',
        instanceTypes: ['m7i.large'],
        capacityType: 'ON_DEMAND',
        amiType: 'AL2023_x86_64_STANDARD',
        minSize: 2,
        maxSize: 6,
      },
    ]);
    expect(
      group.getByText('About 147 to 441 USD a month for its nodes, on demand.'),
    ).toBeVisible();
    await aReader().click(
      group.getByRole('button', { name: 'Remove workers' }),
    );
    expect(changes.at(-1)).toEqual([]);
  });

  it('offers the groups of a cluster where the template takes a name', async () => {
    const { changes } = await renderField(NodeGroupsField, {
      requestsApi: offering({}),
      uiOptions: CHANGE,
      values: { cluster: CLUSTER_KEY },
    });
    await settle();
    await aReader().click(screen.getByRole('radio', { name: /workers/ }));
    expect(changes).toEqual(['workers']);
  });

  it('waits for a cluster', async () => {
    await renderField(NodeGroupsField, { uiOptions: CHANGE });
    await settle();
    expect(screen.getByText(/Choose a cluster/)).toBeVisible();
  });
});

describe('EksFleetAddons', () => {
  useFixtureClock();
  const addons = [
    {
      name: 'metrics-server',
      versions: [
        { version: 'v0.9', kubernetesVersions: ['1.36'] },
        { version: 'v0.8', kubernetesVersions: ['1.34', '1.35'] },
      ],
    },
    {
      name: 'old-one',
      versions: [{ version: 'v1', kubernetesVersions: ['1.30'] }],
    },
  ];
  const schema = {
    type: 'array',
    title: 'To be there',
    items: { enum: ['coredns', 'aws-efs-csi-driver'] },
  };

  it('offers what fits and is not there, with its version', async () => {
    const { changes } = await renderField(AddonsField, {
      requestsApi: offering({ addons }),
      schema,
      uiOptions: { ...CHANGE, of: 'absent' },
      values: { cluster: CLUSTER_KEY },
    });
    await settle();
    expect(
      screen.getByRole('checkbox', {
        name: 'old-one · has no version for 1.34',
      }),
    ).toBeDisabled();
    expect(screen.queryByRole('checkbox', { name: /coredns/ })).toBeNull();
    await aReader().click(
      screen.getByRole('checkbox', { name: 'metrics-server · v0.8' }),
    );
    expect(changes).toEqual([['metrics-server']]);
  });

  it.each([
    [{}, ['coredns', 'vpc-cni']],
    [{ gitops: true }, ['kyverno']],
  ])('lets go what is there: %j', async (part, names) => {
    await renderField(AddonsField, {
      requestsApi: offering({ addons }),
      schema,
      uiOptions: { ...CHANGE, of: 'present', ...part },
      values: { cluster: CLUSTER_KEY },
    });
    await settle();
    expect(
      screen
        .getAllByRole('checkbox')
        .map(box => box.closest('label')?.textContent),
    ).toEqual(names);
  });
});

describe('EksFleetCidr', () => {
  useFixtureClock();
  const cidrPools = [
    { cidr: '10.0.0.0/8', prefix: 18, free: 1, next: '10.8.0.0/18' },
    {
      cidr: '10.9.0.0/16',
      prefix: 18,
      free: 0,
      problem: 'eu-west-1 could not be read',
    },
    { cidr: '172.16.0.0/12', prefix: 18, free: 1, regions: ['us-east-1'] },
  ];
  const values = { place: { accountId: '111122223333', region: 'eu-west-1' } };

  it('offers the next free block of each pool of the place', async () => {
    const { changes } = await renderField(CidrField, {
      requestsApi: offering({ cidrPools }),
      uiOptions: CREATE,
      values,
    });
    await settle();
    expect(
      screen.getByRole('radio', { name: /when it is asked for/ }),
    ).toBeChecked();
    expect(
      screen.getByRole('radio', { name: /eu-west-1 could not be read/ }),
    ).toBeDisabled();
    expect(screen.queryByRole('radio', { name: /172/ })).toBeNull();
    await aReader().click(screen.getByRole('radio', { name: /^10\.8/ }));
    expect(changes).toEqual(['10.8.0.0/18']);
  });

  it('takes one that is typed where there is no pool', async () => {
    const { changes } = await renderField(CidrField, {
      requestsApi: offering({}),
      uiOptions: CREATE,
    });
    await settle();
    expect(screen.getByText(/There is no pool of addresses/)).toBeVisible();
    await aReader().type(screen.getByRole('textbox'), '10.20.0.0/18');
    expect(changes.at(-1)).toBe('10.20.0.0/18');
  });
});
