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
import type { SourceQuery } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import { aTarget } from '../../__testUtils__/fleet';
import { renderPage } from '../../__testUtils__/render';
import { aSource, aSourcePart } from '../../__testUtils__/sources';
import { SourcesPage } from './SourcesPage';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

const HOSTILE = '<img src=x onerror=alert(1)>';
const location = () => screen.getByTestId('location').textContent;
const grid = () =>
  screen.findByRole('grid', { name: 'How each cluster is seen' });
const names = async () =>
  within(await grid())
    .getAllByRole('button', { name: /^What/ })
    .map(button => button.textContent);

const denied = aSourcePart({
  kind: 'insights',
  state: 'forbidden',
  observedAt: '2026-11-20T12:00:00Z',
  error: {
    code: 'forbidden',
    message: `not authorized: ${HOSTILE}`,
    since: '2026-11-23T09:00:00Z',
  },
});
const silent = aSourcePart({
  kind: 'kubernetesNodes',
  state: 'timeout',
  observedAt: undefined,
  error: {
    code: 'timeout',
    message: 'no answer within 20 s',
    since: '2026-11-23T11:00:00Z',
  },
});

/** Three clusters: one refused, one out of reach, one well. */
function aFleet() {
  const api = new FakeFleetApi();
  api.targets = { items: [aTarget()], conflicts: [], foreignClusters: 0 };
  api.sources = [
    aSource({
      name: 'alpha',
      state: 'forbidden',
      error: denied.error,
      parts: [denied, aSourcePart()],
    }),
    aSource({
      name: 'beta',
      kind: 'kubernetes',
      state: 'timeout',
      error: silent.error,
      accountId: '444455556666',
      lastSuccessAt: undefined,
      parts: [silent],
    }),
    aSource({ name: 'alpha', kind: 'kubernetes' }),
    aSource({ name: 'gamma' }),
  ];
  return api;
}

describe('the sources besides targets', () => {
  useFixtureClock();
  giveElementsSize();
  beforeEach(() => jest.mocked(copy).mockClear());

  it('are those that are not fresh, the worst first, with reason and times', async () => {
    const { container } = await renderPage(<SourcesPage />, { api: aFleet() });
    expect(await names()).toEqual(['alpha', 'beta']);
    const row = screen.getByRole('row', { name: /beta/ });
    expect(row).toHaveTextContent('Kubernetes API');
    expect(row).toHaveTextContent('timed out');
    expect(row).toHaveTextContent('since 1 hr. ago');
    expect(row).toHaveTextContent(
      'The API of the cluster did not answer in time.',
    );
    expect(row).toHaveTextContent('no answer within 20 s');
    expect(row).toHaveTextContent('444455556666');
    expect(row).toHaveTextContent('never');
    expect(container.querySelector('img')).toBeNull();
  });

  it('are counted by kind and state; each count leads to what it counts', async () => {
    await renderPage(<SourcesPage />, { api: aFleet() });
    const link = await screen.findByRole('link', {
      name: 'Kubernetes API: 1 timed out',
    });
    expect(link).toHaveAttribute(
      'href',
      '/eks-fleet/sources?kind=kubernetes&sourceState=timeout',
    );
    expect(
      screen.getByRole('link', { name: 'EKS API: 1 fresh' }),
    ).toBeVisible();
    expect(screen.getByText(/The chart fleet-reporter/)).toBeVisible();
  });

  it('are summed up above the targets, with a way to them', async () => {
    const scrollIntoView = jest.fn();
    Element.prototype.scrollIntoView = scrollIntoView;
    await renderPage(<SourcesPage />, {
      api: aFleet(),
      path: '/?kind=kubernetes',
    });
    const link = await screen.findByRole('link', {
      name: '2 of 4 paths to clusters are not fresh',
    });
    expect(link).toHaveAttribute(
      'href',
      '/eks-fleet/sources?kind=kubernetes#cluster-sources',
    );
    expect(
      screen.getByRole('link', { name: '✓ all targets are well' }),
    ).toBeVisible();
    expect(scrollIntoView).not.toHaveBeenCalled();
    await aReader().click(link);
    expect(scrollIntoView).toHaveBeenCalledTimes(1);
  });

  it('are filtered as the address says, and each filter can be dropped', async () => {
    await renderPage(<SourcesPage />, {
      api: aFleet(),
      path: '/?q=prod-a&kind=kubernetes&sourceState=timeout&account=444455556666',
    });
    expect(await names()).toEqual(['beta']);
    expect(
      screen.getByRole('link', { name: 'Kubernetes API: 1 timed out' }),
    ).toHaveAttribute('aria-current', 'true');
    const reader = aReader();
    for (const filter of ['timed out', 'Account 444455556666']) {
      await reader.click(
        screen.getByRole('button', { name: `Without the filter ${filter}` }),
      );
    }
    expect(location()).toBe('/?q=prod-a&kind=kubernetes');
  });

  it('are all there once one asks for all', async () => {
    const api = aFleet();
    await renderPage(<SourcesPage />, { api });
    await aReader().click(await screen.findByRole('button', { name: 'All 4' }));
    expect(
      await screen.findByRole('button', { name: 'What EKS API of gamma says' }),
    ).toBeVisible();
    expect(await names()).toEqual(['alpha', 'beta', 'alpha', 'gamma']);
    expect(location()).toBe('/?sourceState=all');
  });

  it('are found by the name of a cluster', async () => {
    await renderPage(<SourcesPage />, {
      api: aFleet(),
      path: '/?sourceState=all&cluster=gam',
    });
    expect(await names()).toEqual(['gamma']);
  });

  it('are drawn only where they are in sight, and read page by page', async () => {
    const api = aFleet();
    api.sources = Array.from({ length: 4000 }, (_, i) =>
      aSource({ name: `cluster-${i}`, state: 'stale' }),
    );
    await renderPage(<SourcesPage />, { api });
    expect(await grid()).toHaveAttribute('aria-rowcount', '4001');
    expect((await names()).length).toBeLessThan(60);
    expect(
      api
        .callsOf('listSources')
        .map(([query]) => (query as SourceQuery).limit)
        .sort(),
    ).toEqual([1, 100]);
  });

  describe('one of them at the side', () => {
    const open = async (name: RegExp) => {
      await aReader().click(await screen.findByRole('button', { name }));
      return screen.findByRole('dialog');
    };

    it('says what each part says, and links to the cluster', async () => {
      const { container } = await renderPage(<SourcesPage />, {
        api: aFleet(),
      });
      const panel = within(await open(/EKS API of alpha/));
      expect(location()).toContain('source=eks%2Farn%3Aaws%3Aeks');
      expect(await panel.findByRole('link', { name: 'alpha' })).toHaveAttribute(
        'href',
        '/catalog/default/resource/alpha-1a2b3c4d/eks-cluster?view=bom',
      );
      expect(panel.getByText(`not authorized: ${HOSTILE}`)).toBeVisible();
      expect(panel.getByText('since 3 hr. ago')).toBeVisible();
      expect(panel.getByText('last seen 3 days ago')).toBeVisible();
      const parts = within(
        panel.getByRole('table', { name: 'What it brings' }),
      );
      expect(parts.getByRole('row', { name: /insights/ })).toHaveTextContent(
        'access denied',
      );
      expect(parts.getByRole('row', { name: /node groups/ })).toHaveTextContent(
        /fresh4 min\. ago4 min\. agoin \d min\./,
      );
      expect(container.querySelector('img')).toBeNull();
    });

    it('says what the cluster pushes by itself, and where its tokens are', async () => {
      const api = aFleet();
      const [first] = api.sources;
      api.sources = [
        {
          ...first,
          id: `policy:${first.arn}`,
          kind: 'policy',
          state: 'stale',
          error: undefined,
          parts: [aSourcePart({ kind: 'policyReporterWebhook', pushed: true })],
        },
      ];
      await renderPage(<SourcesPage />, { api });
      const panel = within(await open(/Policy engines of alpha/));
      expect(
        await panel.findByRole('row', { name: /^Policy Reporter, pushed/ }),
      ).toHaveTextContent('pushed from the cluster');
      await aReader().click(
        await panel.findByRole('button', { name: 'Push tokens' }),
      );
      expect(
        await screen.findByRole('dialog', { name: 'Push tokens of alpha' }),
      ).toBeVisible();
    });

    it('gives the statement that is missing in IAM', async () => {
      await renderPage(<SourcesPage />, { api: aFleet() });
      const panel = within(await open(/EKS API of alpha/));
      await aReader().click(await panel.findByRole('button', { name: 'Copy' }));
      expect(
        JSON.parse(jest.mocked(copy).mock.calls[0][0]).Statement[0].Action,
      ).toEqual(['eks:ListInsights', 'eks:DescribeInsight']);
    });

    it('says of one that is out of reach what the reporter is', async () => {
      await renderPage(<SourcesPage />, { api: aFleet() });
      const panel = within(await open(/Kubernetes API of beta/));
      expect(
        await panel.findByText(/A reporter in the cluster posts/),
      ).toBeVisible();
      expect(
        panel.getByText(/clusterArn=arn:aws:eks:.*cluster\/beta/),
      ).toBeVisible();
      expect(panel.getByText('never seen')).toBeVisible();
    });

    it('gives access entry and role where the cluster refuses', async () => {
      const api = aFleet();
      api.sources[1] = {
        ...api.sources[1],
        state: 'unauthenticated',
        parts: [{ ...silent, state: 'unauthenticated' }],
      };
      await renderPage(<SourcesPage />, { api });
      const panel = within(await open(/Kubernetes API of beta/));
      expect(
        await panel.findByText(/aws eks create-access-entry/),
      ).toBeVisible();
      expect(panel.getByText(/kind: ClusterRoleBinding/)).toBeVisible();
    });

    it('opens by Enter, and gives the focus back when Esc closes it', async () => {
      await renderPage(<SourcesPage />, { api: aFleet() });
      const row = await screen.findByRole('row', { name: /beta/ });
      const reader = aReader();
      act(() => row.focus());
      await reader.keyboard('{Enter}');
      expect(await screen.findByRole('dialog')).toHaveFocus();
      await reader.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(row).toHaveFocus();
    });

    it('says so where it is gone', async () => {
      await renderPage(<SourcesPage />, {
        api: aFleet(),
        path: '/?source=reporter%2Farn:x',
      });
      expect(
        await screen.findByText('There is no such source any more'),
      ).toBeVisible();
    });
  });

  describe('in each state', () => {
    it('are loading while there is no answer', async () => {
      const api = aFleet();
      api.listSources = () => new Promise(() => {});
      await renderPage(<SourcesPage />, { api });
      expect(
        await screen.findByText(
          'Loading The list of what clusters are seen by',
        ),
      ).toBeInTheDocument();
    });

    it('are empty where no cluster is known', async () => {
      const api = aFleet();
      api.sources = [];
      await renderPage(<SourcesPage />, { api });
      expect(await screen.findByText('No cluster is seen yet')).toBeVisible();
    });

    it('are well where all are fresh', async () => {
      const api = aFleet();
      api.sources = [aSource()];
      await renderPage(<SourcesPage />, { api });
      expect(await screen.findByText('All of them are fresh')).toBeVisible();
      await aReader().click(screen.getByRole('button', { name: 'Show all' }));
      expect(await names()).toEqual(['alpha']);
    });

    it('say where none fits', async () => {
      await renderPage(<SourcesPage />, {
        api: aFleet(),
        path: '/?sourceState=throttled',
      });
      await aReader().click(
        await screen.findByRole('button', { name: 'Clear filters' }),
      );
      expect(await names()).toEqual(['alpha', 'beta']);
    });

    it('say what failed, and try again', async () => {
      const api = aFleet();
      api.failures.listSources = responseError(503, 'The database sleeps');
      await renderPage(<SourcesPage />, { api });
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(/The database sleeps/);
      api.failures.listSources = undefined;
      await aReader().click(
        within(alert).getByRole('button', { name: 'Try again' }),
      );
      expect(await names()).toEqual(['alpha', 'beta']);
    });

    it('stay, with their age, where reading them again fails', async () => {
      const api = aFleet();
      await renderPage(<SourcesPage />, { api });
      await names();
      api.failures.listSources = responseError(503, 'The database sleeps');
      act(() => jest.advanceTimersByTime(60_000));
      expect(await screen.findByText(/Shown as of/)).toBeVisible();
      expect(await names()).toEqual(['alpha', 'beta']);
    });

    it('name the permission that is missing, and only for what it hides', async () => {
      const api = aFleet();
      api.failures.listTargets = responseError(403, 'no');
      await renderPage(<SourcesPage />, { api });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'eks-fleet.target.read',
      );
      expect(await names()).toEqual(['alpha', 'beta']);
    });

    it('are hidden from who may read no cluster', async () => {
      const api = aFleet();
      api.failures.listSources = responseError(403, 'no');
      await renderPage(<SourcesPage />, { api });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'eks-fleet.cluster.read',
      );
      expect(await screen.findByRole('row', { name: /prod-a/ })).toBeVisible();
    });
  });
});
