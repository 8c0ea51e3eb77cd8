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

import { screen, waitFor, within } from '@testing-library/react';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aCluster } from '../../__testUtils__/fleet';
import { aCostReport } from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { CostsPage } from './CostsPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const location = () => screen.getByTestId('location').textContent;
const table = (name: string) => screen.findByRole('table', { name });

describe('CostsPage', () => {
  useFixtureClock();

  it('begins with the sums, each of which leads to what it counts', async () => {
    await renderPage(<CostsPage />, {
      api: new FakeFleetApi(),
      path: '/?environment=prod',
    });
    const href = async (name: RegExp) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await href(/^10,950 USD a month for control planes/)).toBe(
      '/eks-fleet/clusters?environment=prod',
    );
    expect(await href(/^6,570 USD a month of it for extended/)).toBe(
      '/eks-fleet/clusters?environment=prod&support=extended&support=unsupported',
    );
    expect(await href(/^14,235 USD for extended support over/)).toBe(
      '/eks-fleet/readiness?target=supported&environment=prod',
    );
    expect(await href(/^at least 21,900 USD a month for compute/)).toBe(
      '/eks-fleet/clusters?environment=prod',
    );
  });

  it('names the types without a price, and the clusters it knows nothing of', async () => {
    await renderPage(<CostsPage />, { api: new FakeFleetApi() });
    expect(
      await screen.findByText(
        '3 nodes of types without a price: x2idn.16xlarge',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('The nodes of 2 clusters are not known.'),
    ).toBeVisible();
  });

  it('never tells zero for what it does not know', async () => {
    const api = new FakeFleetApi();
    const { total } = aCostReport();
    api.costs = aCostReport({
      total: { ...total, computeUsdPerMonth: 0, unpricedNodes: 12 },
    });
    await renderPage(<CostsPage />, { api });
    expect(
      await screen.findByRole('link', { name: /^not known USD a month/ }),
    ).toBeVisible();
  });

  it('puts the chart into words, and shows it as a table', async () => {
    await renderPage(<CostsPage />, { api: new FakeFleetApi() });
    expect(
      await screen.findByRole('img', {
        name: 'Control planes by month. Dec 2026: 10,950 USD, 6,570 of it extended support; Jan 2027: 12,045 USD, 7,665 of it extended support',
      }),
    ).toBeInTheDocument();
    await aReader().click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(await table('Control planes, month by month')).getByRole('row', {
        name: 'Dec 2026 4,380 6,570 18',
      }),
    ).toBeVisible();
  });

  it('tells who pays, those who pay most first', async () => {
    await renderPage(<CostsPage />, { api: new FakeFleetApi() });
    const groups = await table('Who pays');
    const rows = within(groups).getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent('payments407,3004,38014,23521,000');
    expect(rows[1]).toHaveTextContent('(none)213,6502,190');
    expect(rows[1]).toHaveTextContent(
      'at least 9003 nodes without a price, 2 clusters not observed',
    );
    expect(rows[2]).toHaveTextContent('All6110,950');
    expect(within(groups).getByRole('link', { name: '40' })).toHaveAttribute(
      'href',
      '/eks-fleet/clusters?owner=group%3Adefault%2Fpayments',
    );
  });

  it('groups otherwise, and keeps that in the URL', async () => {
    const api = new FakeFleetApi();
    await renderPage(<CostsPage />, { api, path: '/?group=x' });
    await aReader().click(
      await screen.findByRole('radio', { name: 'Account' }),
    );
    await waitFor(() => expect(location()).toBe('/?groupBy=account'));
    await waitFor(() =>
      expect(api.callsOf('getCosts').at(-1)).toMatchObject([
        { groupBy: 'account' },
      ]),
    );
  });

  it('draws the months of one group, and of all again', async () => {
    const api = new FakeFleetApi();
    const [payments, nobody] = aCostReport().groups;
    api.costs = aCostReport({
      groups: [
        {
          ...payments,
          months: [{ ...payments.months[0], controlPlaneUsd: 1234 }],
        },
        nobody,
      ],
    });
    await renderPage(<CostsPage />, { api });
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'payments' }));
    expect(
      await screen.findByRole('img', {
        name: /^[^;]*Dec 2026: 1,234 USD[^;]*$/,
      }),
    ).toBeInTheDocument();
    expect(location()).toBe('/?group=group%3Adefault%2Fpayments');
    await reader.click(screen.getByRole('button', { name: 'All clusters' }));
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('filters by a facet', async () => {
    const api = new FakeFleetApi([
      aCluster({ name: 'alpha' }),
      aCluster({ name: 'beta', environment: 'dev' }),
    ]);
    await renderPage(<CostsPage />, { api });
    await aReader().click(
      await screen.findByRole('checkbox', { name: 'dev, 1' }),
    );
    await waitFor(() =>
      expect(api.callsOf('getCosts').at(-1)).toMatchObject([
        { filter: { environment: ['dev'] } },
      ]),
    );
  });

  it('names the emptiest clusters, and those that run nothing', async () => {
    await renderPage(<CostsPage />, { api: new FakeFleetApi() });
    const emptiest = await table('The emptiest clusters');
    const row = within(emptiest).getAllByRole('row')[1];
    expect(row).toHaveTextContent('idle runs nothing');
    expect(row).toHaveTextContent('5% of 12');
    expect(row).toHaveTextContent('4.2% of 48 GiB');
    expect(within(row).getByRole('link', { name: 'idle' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/idle-1a2b3c4d/eks-cluster?view=bom',
    );
  });

  it('says what it takes to name them', async () => {
    const api = new FakeFleetApi();
    api.costs = aCostReport({ emptiest: [] });
    await renderPage(<CostsPage />, { api });
    expect(
      await screen.findByText(/that needs Kubernetes facts/),
    ).toBeVisible();
  });

  it('shows what strangers wrote as text', async () => {
    const api = new FakeFleetApi();
    const report = aCostReport();
    api.costs = aCostReport({
      groups: [{ ...report.groups[0], value: HOSTILE, title: HOSTILE }],
      unknownTypes: [HOSTILE],
      emptiest: [{ ...report.emptiest[0], name: HOSTILE }],
    });
    const { container } = await renderPage(<CostsPage />, { api });
    expect((await screen.findAllByText(HOSTILE)).length).toBeGreaterThan(0);
    expect(container.querySelector('img[src]')).toBeNull();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.getCosts = () => new Promise(() => {});
    await renderPage(<CostsPage />, { api });
    expect(await screen.findByText('Loading The costs')).toBeInTheDocument();
  });

  it.each([
    ['/', 'There is nothing to add up yet'],
    ['/?environment=moon', 'No cluster fits'],
  ])('is empty at %s where there is nothing', async (path, title) => {
    const api = new FakeFleetApi();
    const { total } = aCostReport();
    api.costs = aCostReport({ groups: [], total: { ...total, clusters: 0 } });
    await renderPage(<CostsPage />, { api, path });
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('says what failed and tries again when asked', async () => {
    const api = new FakeFleetApi();
    api.failures.getCosts = responseError(503, 'The database sleeps');
    await renderPage(<CostsPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The costs could not be loaded.*The database sleeps/,
    );
    delete api.failures.getCosts;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table('Who pays')).toBeVisible();
  });

  it('keeps what was read when the next question fails', async () => {
    const api = new FakeFleetApi();
    await renderPage(<CostsPage />, { api });
    await table('Who pays');
    api.failures.getCosts = responseError(503, 'The database sleeps');
    await aReader().click(screen.getByRole('radio', { name: 'Account' }));
    expect(await screen.findByText(/Shown as of/)).toBeVisible();
    expect(await table('Who pays')).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = new FakeFleetApi();
    api.failure = responseError(403, 'no');
    await renderPage(<CostsPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*eks-fleet\.cluster\.read/,
    );
  });
});
