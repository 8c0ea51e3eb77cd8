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

import { FakeRequestsApi } from '../__testUtils__/FakeRequestsApi';
import { responseError } from '../__testUtils__/FakeFleetApi';
import {
  NAMESPACE_KEY,
  NAMESPACE_REF,
  problemsOf,
} from '../__testUtils__/formField';
import {
  aPreflight,
  CLUSTER_KEY,
  PAYMENTS,
  someOptions,
} from '../__testUtils__/requests';
import {
  checkAccountRegion,
  checkAddons,
  checkCluster,
  checkName,
  checkNodeGroups,
  checkQuota,
  checkReview,
  checkTimeToLive,
  checkVersion,
} from './checks';

const NEW = {
  owner: PAYMENTS,
  environment: 'prod',
  cluster: CLUSTER_KEY,
  name: 'payments-night',
  sourceRepos: ['https://github.com/acme/payments'],
};
const CLUSTER = {
  owner: PAYMENTS,
  environment: 'prod',
  name: 'orders',
  place: { accountId: '111122223333', region: 'eu-west-1' },
  kubernetesVersion: '1.34',
  vpcCidr: '10.20.0.0/18',
};
const newCluster = { kind: 'cluster', operation: 'create' };

/** A backend that denies one field. */
function denying(field: string, message: string) {
  const api = new FakeRequestsApi();
  api.preflight = () =>
    aPreflight({
      verdict: {
        outcome: 'deny',
        reasons: [{ code: 'x', outcome: 'deny', field, message }],
      },
    });
  return api;
}

describe('what is checked before the next page', () => {
  it('tells of a name that is taken, before amounts are filled in', async () => {
    const api = denying('name', 'It is taken on prod.');
    expect(
      await problemsOf(checkName, 'payments-night', { api, values: NEW }),
    ).toEqual(['It is taken on prod.']);
    expect(api.callsOf('preflightRequest')).toMatchObject([
      [
        {
          operation: 'create',
          spec: {
            name: 'payments-night',
            cluster: { name: 'prod' },
            quota: { cpuRequests: '100m' },
          },
        },
      ],
    ]);
  });

  it('tells at a field only what is wrong with it', async () => {
    const api = denying('quota.memoryRequests', 'The team has 1 GiB left.');
    const quota = { cpuRequests: '2', memoryRequests: '4Gi' };
    expect(await problemsOf(checkName, 'x', { api, values: NEW })).toEqual([]);
    expect(await problemsOf(checkQuota, quota, { api, values: NEW })).toEqual([
      'The team has 1 GiB left.',
    ]);
  });

  it('holds a change against what Git says of the thing', async () => {
    const api = denying('quota.memoryRequests', 'The team has 1 GiB left.');
    const quota = { memoryRequests: '4Gi' };
    expect(
      await problemsOf(checkQuota, quota, {
        api,
        values: { namespace: NAMESPACE_REF },
        uiOptions: { kind: 'namespace', operation: 'change' },
      }),
    ).toEqual(['The team has 1 GiB left.']);
    expect(api.callsOf('getRequestCurrent')).toEqual([[NAMESPACE_KEY]]);
    expect(api.callsOf('preflightRequest')).toEqual([
      [
        {
          kind: 'namespace',
          operation: 'change',
          owner: PAYMENTS,
          thing: NAMESPACE_KEY,
          patch: { quota },
        },
      ],
    ]);
  });

  it('tells of a day that is too late', async () => {
    const api = new FakeRequestsApi();
    api.preflight = () => ({
      problems: [{ field: 'expiresOn', message: 'must be before 2027-01-01' }],
    });
    expect(
      await problemsOf(checkTimeToLive, '2027-05-01', {
        api,
        values: { namespace: NAMESPACE_KEY },
        uiOptions: { kind: 'namespace', operation: 'extend' },
      }),
    ).toEqual(['The field must be before 2027-01-01']);
  });

  it.each([
    [CLUSTER_KEY, []],
    ['arn:aws:eks:eu-west-1:111122223333:cluster/prod', []],
    [{ accountId: '111122223333', region: 'eu-west-1', name: 'prod' }, []],
    [
      'resource:default/nowhere',
      [
        'Choose a cluster of the list; resource:default/nowhere is none that you may read',
      ],
    ],
    [
      NAMESPACE_REF,
      [
        `Choose a cluster of the list; ${NAMESPACE_REF} is none that you may read`,
      ],
    ],
  ])('takes %j as a cluster: %j', async (value, problems) => {
    const uiOptions = { kind: 'cluster', operation: 'change' };
    expect(await problemsOf(checkCluster, value, { uiOptions })).toEqual(
      problems,
    );
  });

  it.each([
    [{ accountId: '111122223333', region: 'eu-west-1' }, []],
    [{ region: 'eu-west-1' }, ['Choose an account and a Region']],
    [
      { accountId: '999988887777', region: 'us-east-1' },
      [
        'Choose one of the accounts 111122223333',
        'Choose one of the Regions eu-west-1',
      ],
    ],
  ])('takes %j as a place: %j', async (value, problems) => {
    expect(await problemsOf(checkAccountRegion, value)).toEqual(problems);
  });

  it('names the versions that may be had', async () => {
    const api = new FakeRequestsApi();
    api.options = someOptions({
      versions: [
        { version: '1.35', state: 'standard' },
        { version: '1.34', state: 'standard' },
      ],
    });
    expect(await problemsOf(checkVersion, '1.34', { api })).toEqual([]);
    expect(await problemsOf(checkVersion, '1.29', { api })).toEqual([
      'Choose one of the versions 1.35, 1.34',
    ]);
  });

  it('refuses add-ons that have no version for the cluster', async () => {
    const api = new FakeRequestsApi();
    api.options = someOptions({
      addons: [
        {
          name: 'vpc-cni',
          versions: [{ version: 'v1.20', kubernetesVersions: ['1.34'] }],
        },
        {
          name: 'old-one',
          versions: [{ version: 'v1.0', kubernetesVersions: ['1.30'] }],
        },
      ],
    });
    const chosen = ['vpc-cni', 'old-one', 'unheard-of'];
    const options = { api, values: CLUSTER, uiOptions: newCluster };
    expect(await problemsOf(checkAddons, chosen, options)).toEqual([
      'old-one: no version fits Kubernetes 1.34',
    ]);
  });

  it('tells of a node group that the cluster does not have', async () => {
    const api = new FakeRequestsApi();
    api.current = {
      ...api.current,
      spec: { compute: { nodeGroups: [{ name: 'workers' }] } },
    };
    expect(
      await problemsOf(checkNodeGroups, 'others', {
        api,
        values: { cluster: CLUSTER_KEY, minSize: 1, maxSize: 2 },
        uiOptions: { kind: 'cluster', operation: 'change' },
      }),
    ).toEqual(['There is no node group others; there are workers']);
    expect(api.callsOf('preflightRequest')).toEqual([]);
  });

  it('asks for a new cluster as its step does', async () => {
    const api = denying(
      'compute.nodeGroups[0].maxSize',
      'The team has 4 vCPU left.',
    );
    const groups = [
      {
        name: 'workers',
        instanceTypes: ['m7i.large'],
        amiType: 'AL2023_x86_64_STANDARD',
        minSize: 2,
        maxSize: 40,
      },
    ];
    expect(
      await problemsOf(checkNodeGroups, groups, {
        api,
        values: CLUSTER,
        uiOptions: newCluster,
      }),
    ).toEqual(['The team has 4 vCPU left.']);
    expect(api.callsOf('preflightRequest')).toMatchObject([
      [
        {
          kind: 'cluster',
          spec: {
            accountId: '111122223333',
            region: 'eu-west-1',
            network: { vpcCidr: '10.20.0.0/18', availabilityZones: 3 },
            compute: { nodeGroups: [{ name: 'workers', desiredSize: 2 }] },
          },
        },
      ],
    ]);
  });

  it('does not go on from a review of what is denied', async () => {
    const api = denying('name', 'It is taken.');
    const values = {
      ...NEW,
      quota: { cpuRequests: '1', memoryRequests: '1Gi' },
    };
    expect(await problemsOf(checkReview, {}, { api, values })).toEqual([
      'This will be refused as it is: It is taken.',
    ]);
  });

  it('does not go on with what nobody could check', async () => {
    const api = new FakeRequestsApi();
    api.failures.preflightRequest = responseError(503, 'The database is away');
    expect(await problemsOf(checkName, 'x', { api, values: NEW })).toEqual([
      'It could not be checked: The database is away. Try again in a moment.',
    ]);
  });

  it('takes values from parameters that are called otherwise', async () => {
    const api = new FakeRequestsApi();
    const { cluster, ...others } = NEW;
    await problemsOf(checkName, 'payments-night', {
      api,
      values: { ...others, where: cluster },
      uiOptions: { fields: { cluster: 'where' } },
    });
    expect(api.callsOf('preflightRequest')).toHaveLength(1);
  });
});
