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
import copy from 'copy-to-clipboard';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aCluster } from '../../__testUtils__/fleet';
import { giveElementsSize } from '../../__testUtils__/layout';
import { renderPage } from '../../__testUtils__/render';
import { ClustersPage } from './ClustersPage';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

const HOSTILE = '<img src=x onerror=alert(1)>';

function aFleet() {
  return new FakeFleetApi([
    aCluster({ name: 'alpha' }),
    aCluster({
      name: 'beta',
      region: 'us-east-1',
      status: 'FAILED',
      observation: { state: 'stale', observedAt: '2026-11-23T09:00:00Z' },
    }),
    aCluster({ name: HOSTILE, environment: HOSTILE, origin: 'foreign' }),
  ]);
}
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('gridcell')[0].textContent);
const location = () => screen.getByTestId('location').textContent;

describe('ClustersPage', () => {
  useFixtureClock();
  giveElementsSize();

  it('shows each cluster with what is known of it', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    const row = await screen.findByRole('row', { name: /alpha/ });
    expect(row).toHaveTextContent('ACTIVE');
    expect(row).toHaveTextContent('1.34standard 139 d');
    expect(row).toHaveTextContent('prod-a');
    expect(row).toHaveTextContent('4 min. ago');
    expect(within(row).getByRole('link', { name: 'alpha' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/alpha-1a2b3c4d',
    );
    expect(within(row).getByRole('link', { name: 'payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(screen.getByRole('heading', { name: '3 clusters' })).toBeVisible();
  });

  it('shows the age of what is stale as a warning', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    const row = await screen.findByRole('row', { name: /beta/ });
    const seen = within(row).getByText('3 hr. ago').parentElement!;
    expect(seen).toHaveAttribute('data-tone', 'warning');
    expect(seen).toHaveAttribute('title', expect.stringContaining('stale'));
  });

  it('shows hostile names as text', async () => {
    const { container } = await renderPage(<ClustersPage />, {
      api: aFleet(),
    });
    expect((await screen.findAllByText(HOSTILE)).length).toBeGreaterThan(0);
    expect(container.querySelector('img')).toBeNull();
  });

  it('filters by a facet and keeps that in the URL', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    await aReader().click(
      await screen.findByRole('checkbox', { name: 'us-east-1, 1' }),
    );
    await waitFor(() => expect(names()).toEqual(['beta']));
    expect(location()).toBe('/?region=us-east-1');
    // Its own filter does not take the facet's other values away.
    expect(
      await screen.findByRole('checkbox', { name: 'eu-west-1, 2' }),
    ).not.toBeChecked();
  });

  it('shows what the URL asks for', async () => {
    const api = aFleet();
    await renderPage(<ClustersPage />, {
      api,
      path: '/?status=ACTIVE&q=alp&sort=name%2Cdesc&columns=name%2Csystem',
    });
    await waitFor(() => expect(names()).toEqual(['alpha']));
    expect(api.callsOf('listClusters')[0][0]).toMatchObject({
      filter: { status: ['ACTIVE'] },
      fullTextFilterTerm: 'alp',
      orderField: 'name,desc',
    });
    expect(
      screen.getAllByRole('columnheader').map(header => header.textContent),
    ).toEqual(['Name', 'System', '']);
    expect(screen.getByRole('searchbox')).toHaveValue('alp');
  });

  it('sorts by a column, the other way round with the second click', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    const reader = aReader();
    const header = () => screen.getByRole('columnheader', { name: 'Region' });
    await screen.findByRole('row', { name: /alpha/ });
    await reader.click(within(header()).getByRole('button'));
    expect(header()).toHaveAttribute('aria-sort', 'ascending');
    await reader.click(within(header()).getByRole('button'));
    expect(header()).toHaveAttribute('aria-sort', 'descending');
    expect(location()).toBe('/?sort=region%2Cdesc');
    await waitFor(() => expect(names()[0]).toBe('beta'));
  });

  it('searches while one types, after a pause', async () => {
    const api = aFleet();
    await renderPage(<ClustersPage />, { api });
    await screen.findByRole('row', { name: /alpha/ });
    const reader = aReader();
    await reader.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await reader.keyboard('beta');
    await act(() => jest.advanceTimersByTimeAsync(300));
    await waitFor(() => expect(names()).toEqual(['beta']));
    expect(location()).toBe('/?q=beta');
  });

  it('chooses columns', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Columns' }));
    await reader.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Region' }),
    );
    expect(location()).toContain(
      'columns=name%2Cstatus%2Cversion%2Caccount%2C',
    );
    expect(location()).not.toContain('region');
  });

  it('moves through rows by keys and opens one with Enter', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    const reader = aReader();
    const row = await screen.findByRole('row', { name: /<img/ });
    act(() => row.focus());
    await reader.keyboard('{End}');
    expect(screen.getByRole('row', { name: /beta/ })).toHaveFocus();
    await reader.keyboard('{ArrowUp}');
    expect(screen.getByRole('row', { name: /alpha/ })).toHaveFocus();
    await reader.keyboard('{Enter}');
    expect(location()).toBe('/catalog/default/resource/alpha-1a2b3c4d');
  });

  it('copies the kubectl command of a row', async () => {
    await renderPage(<ClustersPage />, { api: aFleet() });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Actions for alpha' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: 'Open in AWS console' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('accountId=111122223333'),
    );
    await reader.click(
      screen.getByRole('menuitem', { name: 'Copy kubectl command' }),
    );
    expect(copy).toHaveBeenCalledWith(
      'aws eks update-kubeconfig --region eu-west-1 --name alpha',
    );
  });

  it('saves what is filtered as CSV', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:csv';
    };
    URL.revokeObjectURL = () => {};
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const api = aFleet();
    await renderPage(<ClustersPage />, { api, path: '/?region=us-east-1' });
    await aReader().click(await screen.findByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    expect(api.callsOf('exportClusters')[0][0]).toMatchObject({
      filter: { region: ['us-east-1'] },
    });
    expect(saved[0].type).toContain('text/csv');
    expect(saved[0].size).toBe('name\nbeta'.length);
    click.mockRestore();
  });

  it('reads no more of a long list than is looked at, each row once', async () => {
    const api = new FakeFleetApi(
      Array.from({ length: 1500 }, (_, index) =>
        aCluster({ name: `c-${String(index).padStart(4, '0')}` }),
      ),
    );
    await renderPage(<ClustersPage />, { api });
    const first = await screen.findByRole('row', { name: /c-0000/ });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '1501');
    expect(api.callsOf('listClusters')).toHaveLength(1);
    expect(screen.getAllByRole('row').length).toBeLessThan(60);

    act(() => first.focus());
    await aReader().keyboard('{End}');
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /c-1499/ })).toBeInTheDocument(),
    );
    expect(
      api.callsOf('listClusters').map(([query]) => (query as any).limit),
    ).toEqual([100, 500, 500, 500]);
  });

  it('is loading while there is no answer', async () => {
    const api = aFleet();
    api.listClusters = () => new Promise(() => {});
    await renderPage(<ClustersPage />, { api });
    expect(
      await screen.findByText('Loading The list of clusters'),
    ).toBeInTheDocument();
  });

  it('is empty when nothing fits, and lets the filters go', async () => {
    await renderPage(<ClustersPage />, {
      api: aFleet(),
      path: '/?status=DELETING',
    });
    expect(await screen.findByText('No cluster fits')).toBeVisible();
    const [, clear] = await screen.findAllByRole('button', {
      name: 'Clear filters',
    });
    await aReader().click(clear);
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(location()).toBe('/');
  });

  it('is empty when there is nothing yet, and leads to Sources', async () => {
    await renderPage(<ClustersPage />, { api: new FakeFleetApi() });
    expect(
      await screen.findByRole('link', { name: 'Open Sources' }),
    ).toHaveAttribute('href', '/eks-fleet/sources');
  });

  it('says what failed and tries again when asked', async () => {
    const api = aFleet();
    api.failure = responseError(503, 'The database does not answer');
    await renderPage(<ClustersPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer',
    );
    api.failure = undefined;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('keeps the rows of the last query when the next one fails', async () => {
    const api = aFleet();
    await renderPage(<ClustersPage />, { api });
    await screen.findByRole('row', { name: /alpha/ });
    api.failure = responseError(503, 'The database does not answer');
    await aReader().click(
      screen.getByRole('checkbox', { name: 'us-east-1, 1' }),
    );
    expect(await screen.findByText(/Shown as of/)).toBeVisible();
    expect(screen.getByRole('row', { name: /alpha/ })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = aFleet();
    api.failure = responseError(403, 'no');
    await renderPage(<ClustersPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'eks-fleet.cluster.read',
    );
  });
});
