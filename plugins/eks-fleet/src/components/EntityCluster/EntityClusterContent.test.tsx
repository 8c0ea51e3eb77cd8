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

import { act, screen, waitFor } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aCluster } from '../../__testUtils__/fleet';
import {
  aBillOfMaterials,
  aReadiness,
  aTimelineEvent,
} from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { EntityClusterCard } from './EntityClusterCard';
import { EntityClusterContent } from './EntityClusterContent';
import { isEksClusterAvailable } from './isEksClusterAvailable';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'prod-1a2b3c4d' },
  spec: { type: 'kubernetes-cluster' },
};

async function render(
  part: Partial<Cluster> = {},
  options: { api?: FakeFleetApi; denied?: string[]; path?: string } = {},
) {
  const api =
    options.api ?? new FakeFleetApi([aCluster({ name: 'prod', ...part })]);
  const rendered = await renderPage(
    <EntityProvider entity={entity}>
      <EntityClusterContent />
    </EntityProvider>,
    { api, denied: options.denied, path: options.path },
  );
  return { api, ...rendered };
}

describe('EntityClusterContent', () => {
  useFixtureClock();

  it('shows facts, support and links', async () => {
    await render();
    expect(await screen.findByText('ACTIVE')).toBeVisible();
    expect(screen.getByText(/prod-a · 111122223333/)).toBeVisible();
    expect(screen.getByText('cost-center: 4711')).toBeVisible();
    expect(
      screen.getByText(
        'aws eks update-kubeconfig --region eu-west-1 --name prod',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /Support of 1.34: standard/ }),
    ).toBeVisible();
    expect(screen.getByText('139 days left')).toBeVisible();
    expect(screen.getByText(/Control plane: 73 USD a month/)).toBeVisible();
    expect(screen.getByRole('link', { name: /AWS console/ })).toHaveAttribute(
      'href',
      'https://console.example.com/eks',
    );
  });

  it('says what extended support costs', async () => {
    await render({
      support: {
        state: 'extended',
        endOfStandardSupport: '2026-03-23T00:00:00Z',
        endOfExtendedSupport: '2027-03-23T00:00:00Z',
      },
      cost: { controlPlaneUsdPerMonth: 438, extendedSupportUsdPerMonth: 365 },
    });
    expect(
      await screen.findByText('365 USD of it for extended support'),
    ).toBeVisible();
    expect(screen.getAllByText('extended −245 d')).toHaveLength(2);
    expect(screen.getByText('119 days left')).toBeVisible();
  });

  it('says nothing of support dates that are not known', async () => {
    await render({ support: { state: 'unknown' } });
    expect(
      await screen.findByText(/support dates of this version are not known/),
    ).toBeVisible();
  });

  it('leaves out links that run something', async () => {
    await render({
      links: [
        // eslint-disable-next-line no-script-url
        { title: 'evil', url: 'javascript:alert(1)' },
        { title: 'good', url: 'https://example.com' },
      ],
    });
    expect(await screen.findByRole('link', { name: /good/ })).toBeVisible();
    expect(screen.queryByText('evil')).toBeNull();
  });

  it('shows hostile labels as text', async () => {
    const { container } = await render({
      labels: { note: '<img src=x onerror=alert(1)>' },
    });
    expect(
      await screen.findByText('note: <img src=x onerror=alert(1)>'),
    ).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('says so of a cluster of another source, and names ours', async () => {
    await render({
      origin: 'foreign',
      conflictsWith: 'resource:default/ours-1a2b3c4d',
    });
    expect(
      await screen.findByText(/comes from another source of the catalog/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'resource:default/ours-1a2b3c4d' }),
    ).toHaveAttribute('href', '/catalog/default/resource/ours-1a2b3c4d');
    expect(screen.queryByRole('button', { name: 'Read again' })).toBeNull();
    expect(screen.queryByText(/Control plane:/)).toBeNull();
  });

  it.each<[string, Cluster['observation'], RegExp]>([
    [
      'failing',
      {
        state: 'failing',
        observedAt: '2026-11-23T09:00:00Z',
        error: { code: 'throttled', message: 'Rate exceeded' },
      },
      /last attempt to read it failed: Rate exceeded/,
    ],
    [
      'stale',
      { state: 'stale', observedAt: '2026-11-23T09:00:00Z' },
      /Last seen 3 hr. ago/,
    ],
    ['unmanaged', { state: 'unmanaged' }, /left the scope of discovery/],
  ])('says that what is shown is %s', async (_, observation, text) => {
    await render({ observation });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('has the cluster read again', async () => {
    const { api } = await render();
    await aReader().click(
      await screen.findByRole('button', { name: 'Read again' }),
    );
    await waitFor(() =>
      expect(api.callsOf('refreshCluster')).toEqual([
        ['default', 'prod-1a2b3c4d'],
      ]),
    );
  });

  it('offers that only to who may', async () => {
    await render({}, { denied: ['eks-fleet.cluster.refresh'] });
    await screen.findByText('ACTIVE');
    expect(screen.queryByRole('button', { name: 'Read again' })).toBeNull();
  });

  it('shows how far reading it again is, until it is through, and what was read', async () => {
    const api = new FakeFleetApi([aCluster({ name: 'prod' })]);
    api.progress = [
      { total: 0, done: 0, running: false },
      { total: 13, done: 3, running: true },
      { total: 13, done: 9, running: true },
      { total: 13, done: 13, running: false },
    ];
    await render({}, { api });
    await aReader().click(
      await screen.findByRole('button', { name: 'Read again' }),
    );
    const bar = () =>
      screen.getByRole('progressbar', { name: /^Reading the cluster/ });
    await waitFor(() => expect(bar()).toHaveValue(3));
    expect(screen.getByRole('status')).toHaveTextContent(
      'Reading the cluster: 3 of 13',
    );
    const before = api.callsOf('getClusterByName').length;
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(bar()).toHaveValue(9);
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(api.callsOf('getClusterByName').length).toBe(before + 1);
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(api.callsOf('getRefreshProgress')).toHaveLength(4);
  });

  it('follows a reading that somebody else asked for', async () => {
    const api = new FakeFleetApi([aCluster({ name: 'prod' })]);
    api.progress = [{ total: 13, done: 5, running: true }];
    await render({}, { api });
    expect(await screen.findByRole('progressbar')).toHaveValue(5);
    expect(api.callsOf('refreshCluster')).toEqual([]);
  });

  it('says what failed of asking, and lets one ask again', async () => {
    const api = new FakeFleetApi([aCluster({ name: 'prod' })]);
    api.failures.refreshCluster = responseError(503, 'Discovery sleeps');
    await render({}, { api });
    const button = await screen.findByRole('button', { name: 'Read again' });
    await aReader().click(button);
    await waitFor(() => expect(api.callsOf('refreshCluster')).toHaveLength(1));
    await waitFor(() => expect(button).not.toHaveAttribute('data-pending'));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it.each<[string, RegExp]>([
    ['/', /Support calendar/],
    ['/?view=policy', /Where this is known from/],
    ['/?view=request', /Support calendar/],
    ['/?view=alerts', /Nothing fires on this cluster/],
    ['/?view=bom', /Control plane/],
    ['/?view=readiness', /Blocked for 1.35 by 1 finding/],
    ['/?view=timeline', /Kubernetes 1.33 → 1.34/],
  ])('shows at %s what the URL names', async (path, text) => {
    const api = new FakeFleetApi([aCluster({ name: 'prod' })]);
    api.billOfMaterials = aBillOfMaterials();
    api.readiness = aReadiness();
    api.timeline = [aTimelineEvent()];
    await render({}, { api, path });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('keeps the tab in the URL', async () => {
    await render();
    const reader = aReader();
    await reader.click(await screen.findByRole('tab', { name: 'Timeline' }));
    expect(await screen.findByText('Nothing has happened yet')).toBeVisible();
    expect(screen.getByTestId('location')).toHaveTextContent('/?view=timeline');
    await reader.click(screen.getByRole('tab', { name: 'Overview' }));
    expect(await screen.findByText('Support calendar')).toBeVisible();
    expect(screen.getByTestId('location')).toHaveTextContent(/^\/$/);
  });

  it('has no tabs for what another source says', async () => {
    await render({ origin: 'foreign' }, { path: '/?view=readiness' });
    expect(await screen.findByText('Support calendar')).toBeVisible();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.getClusterByName = () => new Promise(() => {});
    await render({}, { api });
    expect(await screen.findByText('Loading The cluster')).toBeInTheDocument();
  });

  it('is empty where the fleet does not know the entity', async () => {
    await render({}, { api: new FakeFleetApi() });
    expect(await screen.findByText('Not in the fleet yet')).toBeVisible();
  });

  it.each([
    [503, /The database does not answer/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeFleetApi();
    api.failure = responseError(status, 'The database does not answer');
    await render({}, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('keeps what was read when reading it again fails', async () => {
    const { api } = await render();
    await screen.findByText('ACTIVE');
    api.failure = responseError(503, 'The database does not answer');
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText(/Shown as of/)).toBeVisible();
    expect(screen.getByText('ACTIVE')).toBeVisible();
  });
});

describe('EntityClusterCard', () => {
  useFixtureClock();

  it('shows the cluster in short', async () => {
    await renderPage(
      <EntityProvider entity={entity}>
        <EntityClusterCard />
      </EntityProvider>,
      { api: new FakeFleetApi([aCluster({ name: 'prod' })]) },
    );
    expect(await screen.findByText('EKS cluster')).toBeVisible();
    expect(screen.getByText('standard 139 d')).toBeVisible();
    expect(screen.queryByText('kubectl command')).toBeNull();
  });
});

describe('isEksClusterAvailable', () => {
  it.each([
    [true, 'Resource', 'kubernetes-cluster'],
    [true, 'resource', 'kubernetes-cluster'],
    [false, 'Resource', 's3-bucket'],
    [false, 'Component', 'kubernetes-cluster'],
  ])('is %s for %s of type %s', (available, kind, type) => {
    expect(isEksClusterAvailable({ ...entity, kind, spec: { type } })).toBe(
      available,
    );
  });
});
