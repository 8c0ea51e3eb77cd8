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

import { screen } from '@testing-library/react';
import { useFixtureClock } from '../../__testUtils__/clock';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { aCluster } from '../../__testUtils__/fleet';
import { PROD_ARN } from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { aNamespace } from '../../__testUtils__/requests';
import { ClusterNamespacesTab } from './ClusterNamespacesTab';

const cluster = aCluster({
  name: 'prod',
  arn: PROD_ARN,
  accountId: '111122223333',
  region: 'eu-west-1',
  environment: 'prod',
});

const render = (requestsApi: FakeRequestsApi, denied?: string[]) =>
  renderPage(<ClusterNamespacesTab cluster={cluster} revision={0} />, {
    requestsApi,
    denied,
  });

describe('ClusterNamespacesTab', () => {
  useFixtureClock();

  it('lists whose namespaces are there, what they may take and when they end', async () => {
    const api = new FakeRequestsApi();
    const elsewhere = { ...aNamespace().cluster, arn: 'arn:other' };
    api.namespaces = [
      aNamespace(),
      aNamespace({ name: 'elsewhere', cluster: elsewhere }),
      aNamespace({
        thing: { ...aNamespace().thing, key: 'k2' },
        name: 'lost',
        state: 'unknown',
        stateMessage: 'The cluster could not be reached.',
        expiresOn: undefined,
      }),
    ];
    await render(api);
    const row = await screen.findByRole('row', { name: /payments-batch/ });
    expect(row).toHaveTextContent('there');
    expect(row).toHaveTextContent('payments');
    expect(row).toHaveTextContent('4 CPU, 16Gi of memory');
    expect(row).toHaveTextContent('ends in 3 days');
    const lost = screen.getByRole('row', { name: /lost/ });
    expect(lost).toHaveTextContent('not known');
    expect(lost).toHaveTextContent('The cluster could not be reached.');
    expect(lost).toHaveTextContent('no end');
    expect(screen.queryByRole('row', { name: /elsewhere/ })).toBeNull();
  });

  it('leads to the form with the cluster and its environment filled in', async () => {
    await render(new FakeRequestsApi());
    expect(
      await screen.findByRole('link', { name: 'Request a namespace here' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/requests/new?kind=namespace&cluster=cluster%2F111122223333%2Feu-west-1%2Fprod&environment=prod',
    );
    expect(
      screen.getByText(
        'No namespace on this cluster was asked for in the portal',
      ),
    ).toBeVisible();
  });

  it('leads nobody there who may not ask', async () => {
    await render(new FakeRequestsApi(), ['eks-fleet.request.create']);
    await screen.findByText(/No namespace on this cluster/);
    expect(screen.queryByText('Request a namespace here')).toBeNull();
  });

  it('says what fails', async () => {
    const api = new FakeRequestsApi();
    api.failures.listNamespaces = responseError(503, 'The database is away');
    await render(api);
    expect(await screen.findByText(/The database is away/)).toBeVisible();
  });
});
