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

import { act, screen, waitFor, within } from '@testing-library/react';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { aCluster } from '../../__testUtils__/fleet';
import {
  NAMESPACE_REF,
  renderField,
  settle,
} from '../../__testUtils__/formField';
import {
  aPlacement,
  aPreflight,
  CLUSTER_KEY,
  PAYMENTS,
  prodCluster,
  someOptions,
} from '../../__testUtils__/requests';
import {
  AccessFormField,
  ClusterPickerField,
  NamespaceNameFormField,
  QuotaFormField,
  TimeToLiveFormField,
} from '.';

const CHANGE = { kind: 'namespace', operation: 'change' };
const NEW = { owner: PAYMENTS, environment: 'prod', cluster: CLUSTER_KEY };

function aFleet(): FakeFleetApi {
  return new FakeFleetApi([
    ...Array.from({ length: 11 }, (_, index) =>
      aCluster({ name: `team-${index}` }),
    ),
    aCluster({ name: 'zeta', version: '1.33', region: 'eu-central-1' }),
    aCluster({ name: 'team-foreign', origin: 'foreign' }),
  ]);
}

describe('EksFleetClusterPicker', () => {
  useFixtureClock();

  it('finds clusters by their names, with where and what they are', async () => {
    const { changes } = await renderField(ClusterPickerField, {
      api: aFleet(),
    });
    await settle();
    expect(screen.getAllByRole('radio')).toHaveLength(8);
    expect(
      screen.getByText('4 more clusters; type more of the name to see them.'),
    ).toBeVisible();
    await aReader().type(
      screen.getByRole('searchbox', { name: 'Find a cluster by its name' }),
      'zet',
    );
    await settle();
    const zeta = screen.getByRole('radio', { name: /^zeta/ });
    expect(zeta.closest('label')).toHaveTextContent(
      'prod · prod-a · eu-central-1 · 1.33',
    );
    expect(screen.queryByRole('radio', { name: /foreign/ })).toBeNull();
    act(() => zeta.focus());
    await aReader().keyboard(' ');
    expect(changes).toEqual(['resource:default/zeta-1a2b3c4d']);
  });

  it('keeps in sight what an address filled in', async () => {
    await renderField(ClusterPickerField, {
      api: aFleet(),
      formData: 'resource:default/zeta-1a2b3c4d',
    });
    await settle();
    expect(screen.getByRole('radio', { name: /^zeta/ })).toBeChecked();
  });

  it('says so where that is no cluster', async () => {
    await renderField(ClusterPickerField, {
      api: aFleet(),
      formData: 'resource:default/gone',
    });
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'resource:default/gone is no cluster that you may read',
    );
  });

  it('says what fails, and tries again', async () => {
    const api = aFleet();
    api.failures.listClusters = responseError(503, 'The database is away');
    await renderField(ClusterPickerField, { api });
    await settle();
    expect(
      screen.getByText('Clusters could not be read: The database is away'),
    ).toBeVisible();
    delete api.failures.listClusters;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('radio')).toHaveLength(8);
  });

  it('takes the cluster that fits a new namespace best until somebody chooses', async () => {
    const requestsApi = new FakeRequestsApi();
    requestsApi.placements = [
      aPlacement(),
      aPlacement({
        clusterKey: 'cluster/111122223333/eu-central-1/other',
        rank: 2,
        cluster: {
          ...prodCluster,
          name: 'other',
          entityRef: 'resource:default/other-1',
        },
      }),
    ];
    const { changes } = await renderField(ClusterPickerField, {
      requestsApi,
      values: NEW,
      uiOptions: { placement: true },
    });
    await settle();
    expect(changes).toEqual(['resource:default/prod-1a2b3c4d']);
    expect(screen.getAllByText('60% of its CPU is free')).toHaveLength(2);
    await aReader().click(screen.getByRole('radio', { name: /^other/ }));
    await settle();
    expect(changes.at(-1)).toBe('resource:default/other-1');
  });
});

describe('EksFleetNamespaceName', () => {
  useFixtureClock();

  it('tells while one types whether the name is free', async () => {
    const requestsApi = new FakeRequestsApi();
    requestsApi.preflight = ({ spec }) =>
      spec?.name === 'pay'
        ? aPreflight({
            verdict: {
              outcome: 'deny',
              reasons: [
                {
                  code: 'nameTaken',
                  outcome: 'deny',
                  field: 'name',
                  message: 'There is such a namespace on prod.',
                },
              ],
            },
          })
        : aPreflight();
    await renderField(NamespaceNameFormField, { requestsApi, values: NEW });
    const box = screen.getByRole('textbox', { name: /^Name/ });
    await aReader().type(box, 'pay');
    await settle();
    await settle();
    expect(box).toHaveAccessibleDescription(
      expect.stringContaining('There is such a namespace on prod.'),
    );
    await aReader().type(box, 'ments');
    await settle();
    await settle();
    expect(screen.getByText('payments is free.')).toBeVisible();
    expect(requestsApi.callsOf('preflightRequest')).toHaveLength(2);
  });

  it('tells of a reserved name before anything else is filled in', async () => {
    const requestsApi = new FakeRequestsApi();
    await renderField(NamespaceNameFormField, { requestsApi });
    await aReader().type(
      screen.getByRole('textbox', { name: /^Name/ }),
      'platform-x',
    );
    await settle();
    expect(
      screen.getByText(/platform-x is reserved by platform-\*/),
    ).toBeVisible();
    expect(requestsApi.callsOf('preflightRequest')).toEqual([]);
  });
});

describe('EksFleetQuota', () => {
  useFixtureClock();
  const schema = { type: 'object', title: 'Quota' };

  it('hands over a size, and tells what the team has left and what it costs', async () => {
    const requestsApi = new FakeRequestsApi();
    const { changes } = await renderField(QuotaFormField, {
      requestsApi,
      schema,
      values: { ...NEW, name: 'payments-night' },
    });
    await settle();
    await aReader().click(screen.getByRole('button', { name: /^large/ }));
    await settle();
    await settle();
    expect(changes.at(-1)).toEqual({
      cpuRequests: '8',
      memoryRequests: '32Gi',
      memoryLimits: '32Gi',
      pods: 50,
      storage: '100Gi',
      persistentVolumeClaims: 10,
      loadBalancers: 0,
    });
    expect(screen.getByText('may go ahead')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Quota of payments' }),
    ).toBeVisible();
    expect(requestsApi.callsOf('preflightRequest').at(-1)).toMatchObject([
      { spec: { quota: { memoryRequests: '32Gi' } } },
    ]);
  });

  it('begins with what a namespace may take now', async () => {
    const requestsApi = new FakeRequestsApi();
    const { changes } = await renderField(QuotaFormField, {
      requestsApi,
      schema,
      values: { namespace: NAMESPACE_REF },
      uiOptions: CHANGE,
    });
    await settle();
    expect(screen.getByRole('textbox', { name: /^CPU/ })).toHaveValue('4');
    expect(changes.at(-1)).toMatchObject({ memoryRequests: '16Gi', pods: 50 });
    await aReader().type(screen.getByRole('textbox', { name: /^CPU/ }), '2');
    await settle();
    await settle();
    expect(requestsApi.callsOf('preflightRequest').at(-1)).toMatchObject([
      { operation: 'change', patch: { quota: { cpuRequests: '42' } } },
    ]);
  });

  it('says what is wrong with an amount at its field', async () => {
    const requestsApi = new FakeRequestsApi();
    requestsApi.preflight = () => ({
      problems: [
        {
          field: 'spec.quota.cpuRequests',
          message: 'must be such as 2 or 500m',
        },
      ],
    });
    await renderField<Record<string, unknown>>(QuotaFormField, {
      requestsApi,
      schema,
      formData: { cpuRequests: 'two', memoryRequests: '1Gi' },
      values: { ...NEW, name: 'payments-night' },
    });
    await settle();
    await settle();
    expect(
      screen.getByRole('textbox', { name: /^CPU/ }),
    ).toHaveAccessibleDescription(
      expect.stringContaining('CPU must be such as 2 or 500m'),
    );
  });
});

describe('EksFleetTimeToLive', () => {
  useFixtureClock();

  it('offers days as the environment allows', async () => {
    const { changes } = await renderField(TimeToLiveFormField, {
      values: { owner: PAYMENTS, environment: 'dev' },
    });
    await settle();
    expect(screen.queryByRole('button', { name: '180 days' })).toBeNull();
    await aReader().click(screen.getByRole('button', { name: '30 days' }));
    expect(changes).toEqual(['2026-12-23']);
  });

  it('says when it ends now', async () => {
    await renderField(TimeToLiveFormField, {
      values: { namespace: NAMESPACE_REF },
      uiOptions: { kind: 'namespace', operation: 'extend' },
      required: true,
    });
    await settle();
    expect(screen.getByText(/It ends on .*26.* now/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'No end' })).toBeNull();
  });
});

describe('EksFleetAccess', () => {
  useFixtureClock();

  it('adds with the enter key, and does not send the form', async () => {
    const requestsApi = new FakeRequestsApi();
    requestsApi.options = someOptions({
      roles: ['arn:aws:iam::*:role/team-*'],
    });
    const { changes } = await renderField(AccessFormField, {
      requestsApi,
      schema: { type: 'array' },
    });
    const access = within(
      await screen.findByRole('region', { name: 'Access' }),
    );
    await aReader().type(access.getByRole('textbox'), 'team-payments{Enter}');
    await waitFor(() =>
      expect(changes).toEqual([
        [{ kubernetesGroup: 'team-payments', level: 'edit' }],
      ]),
    );
    expect(access.getByText(/arn:aws:iam::\*:role\/team-\*/)).toBeVisible();
  });

  it('says what the check before the next page found', async () => {
    await renderField(AccessFormField, {
      schema: { type: 'array', title: 'Who may do what' },
      rawErrors: ['wrong'],
    });
    expect(
      screen.getByRole('group', { name: 'Who may do what' }),
    ).toHaveAttribute('aria-describedby', 'root_field__error');
  });
});
