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
import { AlertApiForwarder } from '@backstage/core-app-api';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aCluster } from '../../__testUtils__/fleet';
import { giveElementsSize } from '../../__testUtils__/layout';
import { aBlocker, aReadinessItem } from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { ReadinessPage } from './ReadinessPage';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

const HOSTILE = '<img src=x onerror=alert(1)>';
const BUDGET = 'drain-blocked:checkout/api';

function aFleet() {
  const api = new FakeFleetApi([
    aCluster({ name: 'alpha' }),
    aCluster({ name: 'beta', region: 'us-east-1', environment: 'dev' }),
    aCluster({ name: 'gamma' }),
  ]);
  api.verdicts = [
    aReadinessItem({ name: 'alpha' }),
    aReadinessItem({
      name: 'beta',
      region: 'us-east-1',
      environment: 'dev',
      verdict: 'unknown',
      blockers: 0,
      unknowns: 1,
      firstBlocker: HOSTILE,
    }),
    aReadinessItem({
      name: 'gamma',
      verdict: 'ready',
      blockers: 0,
      firstBlocker: undefined,
      owner: undefined,
    }),
  ];
  api.done = 4;
  api.versions = {
    source: 'eks',
    items: [
      { version: '1.34', partition: 'aws', state: 'standard', clusters: 57 },
      { version: '1.36', partition: 'aws', state: 'standard', clusters: 4 },
    ],
  };
  api.blockers = [
    aBlocker(),
    aBlocker({
      causeKey: BUDGET,
      code: 'drain-blocked',
      title: `The budget checkout/api allows no disruption ${HOSTILE}`,
      clusters: 1,
      waived: 1,
      owners: [{ owner: '', clusters: 1 }],
      clearsAt: '2026-12-12T00:00:00Z',
      fix: undefined,
      since: '2026-11-23T11:00:00Z',
    }),
  ];
  return api;
}
const location = () => screen.getByTestId('location').textContent;
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('gridcell')[0].textContent);

describe('ReadinessPage', () => {
  useFixtureClock();
  giveElementsSize();

  it('answers its question: verdicts, and the causes that hit most first', async () => {
    await renderPage(<ReadinessPage />, { api: aFleet() });
    expect(
      await screen.findByRole('heading', {
        name: 'Which clusters can move, what blocks the others, and who can clear it?',
      }),
    ).toBeVisible();
    expect(
      await screen.findByRole('img', {
        name: 'Verdicts: ready 1, blocked 1, unknown 1, at the target 4',
      }),
    ).toBeVisible();
    const [first, second] = (await screen.findAllByRole('row')).slice(1);
    expect(first).toHaveTextContent(/metrics-server has no version/);
    expect(first).toHaveTextContent('blocks · addon-incompatible');
    expect(first).toHaveTextContent('payments 2');
    expect(first).toHaveTextContent('not by itself');
    expect(first).toHaveTextContent('Update metrics-server to v0.8.0 first.');
    expect(second).toHaveTextContent('owner not known 1');
    expect(second).toHaveTextContent('1 waived');
    expect(second).toHaveTextContent('12 Dec 2026');
  });

  it('shows what strangers wrote as text', async () => {
    const { container } = await renderPage(<ReadinessPage />, {
      api: aFleet(),
      path: `/?cause=${encodeURIComponent(BUDGET)}`,
    });
    expect((await screen.findAllByText(/<img src=x/)).length).toBeGreaterThan(
      0,
    );
    expect(container.querySelector('img[src]')).toBeNull();
  });

  it('filters by a verdict, which shows the clusters that have it', async () => {
    await renderPage(<ReadinessPage />, { api: aFleet() });
    await aReader().click(
      await screen.findByRole('button', { name: 'unknown 1' }),
    );
    await waitFor(() => expect(rows()).toEqual(['beta']));
    expect(location()).toBe('/?tab=clusters&verdict=unknown');
    expect(screen.getByRole('button', { name: 'unknown 1' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    // The counts are those of all verdicts still.
    expect(screen.getByRole('button', { name: 'ready 1' })).toBeVisible();
  });

  it('leads from the count of those at the target to their list', async () => {
    await renderPage(<ReadinessPage />, {
      api: aFleet(),
      path: '/?target=1.36&region=eu-west-1',
    });
    expect(
      await screen.findByRole('link', { name: 'at the target 4' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/clusters?region=eu-west-1&version=1.36',
    );
  });

  it('asks for another target, and keeps that in the URL', async () => {
    const api = aFleet();
    await renderPage(<ReadinessPage />, { api });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: /Next minor.*Target|Target/ }),
    );
    await reader.click(
      await screen.findByRole('option', { name: 'Out of extended support' }),
    );
    await waitFor(() => expect(location()).toBe('/?target=supported'));
    expect(api.callsOf('listReadiness').at(-1)).toMatchObject([
      { target: 'supported' },
    ]);
    expect(api.callsOf('listBlockers').at(-1)).toMatchObject([
      { target: 'supported' },
    ]);
  });

  it('filters by a facet and a text, for both lists', async () => {
    const api = aFleet();
    await renderPage(<ReadinessPage />, { api });
    const reader = aReader();
    await reader.click(await screen.findByRole('checkbox', { name: 'dev, 1' }));
    await reader.keyboard('/');
    await reader.keyboard('bet');
    await act(() => jest.advanceTimersByTimeAsync(300));
    await waitFor(() => expect(location()).toBe('/?environment=dev&q=bet'));
    const asked = {
      target: 'next',
      filter: { environment: ['dev'] },
      fullTextFilterTerm: 'bet',
    };
    await waitFor(() =>
      expect(api.callsOf('listReadiness').at(-1)).toMatchObject([asked]),
    );
    expect(api.callsOf('listBlockers').at(-1)).toEqual([asked]);
  });

  it('shows what the URL asks for, and sorts', async () => {
    const api = aFleet();
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?tab=clusters&environment=prod&sort=name%2Cdesc',
    });
    await waitFor(() => expect(rows()).toEqual(['gamma', 'alpha']));
    expect(screen.getByRole('tab', { name: 'By cluster' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    const header = () => screen.getByRole('columnheader', { name: 'Blockers' });
    await aReader().click(within(header()).getByRole('button'));
    expect(location()).toBe(
      '/?tab=clusters&environment=prod&sort=blockers%2Casc',
    );
    await waitFor(() =>
      expect(api.callsOf('listReadiness').at(-1)).toMatchObject([
        { orderField: 'blockers,asc' },
      ]),
    );
  });

  it('shows each cluster with what stands in its way', async () => {
    await renderPage(<ReadinessPage />, {
      api: aFleet(),
      path: '/?tab=clusters',
    });
    const row = await screen.findByRole('row', { name: /alpha/ });
    expect(row).toHaveTextContent('blocked');
    expect(row).toHaveTextContent('1.34 → 1.35');
    expect(row).toHaveTextContent('metrics-server v0.7.2 does not run on 1.35');
    expect(row).toHaveTextContent('standard 8 d');
    expect(row).toHaveTextContent('2 min. ago');
    expect(within(row).getByRole('link', { name: 'alpha' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/alpha-1a2b3c4d/eks-cluster?view=readiness&target=1.35',
    );
  });

  it('tells of a cluster that is at the target that it is', async () => {
    const api = aFleet();
    api.verdicts = [aReadinessItem({ verdict: 'ready', target: undefined })];
    await renderPage(<ReadinessPage />, { api, path: '/?tab=clusters' });
    const row = await screen.findByRole('row', { name: /prod-payments-eu/ });
    expect(within(row).getByText('at the target')).toBeVisible();
    expect(within(row).getByText('1.34')).toHaveAttribute(
      'title',
      'no next version',
    );
  });

  it('opens the readiness of a cluster by keys', async () => {
    await renderPage(<ReadinessPage />, {
      api: aFleet(),
      path: '/?tab=clusters',
    });
    const reader = aReader();
    const row = await screen.findByRole('row', { name: /alpha/ });
    act(() => row.focus());
    await reader.keyboard('{ArrowDown}{Enter}');
    expect(location()).toBe(
      '/catalog/default/resource/beta-1a2b3c4d/eks-cluster?view=readiness&target=1.35',
    );
  });

  it('goes from tab to tab by keys', async () => {
    await renderPage(<ReadinessPage />, { api: aFleet() });
    const reader = aReader();
    const tab = await screen.findByRole('tab', { name: 'By cause' });
    act(() => tab.focus());
    await reader.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(location()).toBe('/?tab=clusters'));
    expect(await screen.findByRole('row', { name: /gamma/ })).toBeVisible();
  });

  it('reads no more of a long list than is looked at', async () => {
    const api = aFleet();
    api.verdicts = Array.from({ length: 1500 }, (_, index) =>
      aReadinessItem({
        name: `c-${String(index).padStart(4, '0')}`,
        verdict: 'blocked',
      }),
    );
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?tab=clusters&target=1.35&verdict=blocked',
    });
    const first = await screen.findByRole('row', { name: /c-0000/ });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '1501');
    expect(api.callsOf('listReadiness')).toHaveLength(1);
    act(() => first.focus());
    await aReader().keyboard('{End}');
    expect(await screen.findByRole('row', { name: /c-1499/ })).toBeVisible();
    expect(api.callsOf('listReadiness').slice(1)).toEqual(
      [100, 600, 1100].map(offset => [
        {
          target: '1.35',
          verdict: ['blocked'],
          limit: 500,
          cursor: expect.stringContaining(`"offset":${offset}`),
        },
      ]),
    );
  });

  it('is loading while there is no answer', async () => {
    const api = aFleet();
    api.listReadiness = () => new Promise(() => {});
    await renderPage(<ReadinessPage />, { api });
    expect(
      await screen.findByText('Loading The readiness of the fleet'),
    ).toBeInTheDocument();
  });

  it('is empty before anything was observed, and leads to Sources', async () => {
    await renderPage(<ReadinessPage />, { api: new FakeFleetApi() });
    expect(await screen.findByText('No verdict yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Sources' })).toHaveAttribute(
      'href',
      '/eks-fleet/sources',
    );
  });

  it('is empty when nothing fits, and lets the filters go', async () => {
    const api = aFleet();
    api.done = 0;
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?environment=moon',
    });
    expect(await screen.findByText('No cluster fits')).toBeVisible();
    const buttons = await screen.findAllByRole('button', {
      name: 'Clear filters',
    });
    await aReader().click(buttons.at(-1)!);
    await waitFor(() => expect(location()).toBe('/'));
    expect(
      await screen.findByRole('row', { name: /metrics-server/ }),
    ).toBeVisible();
  });

  it('says so where nothing blocks', async () => {
    const api = aFleet();
    api.blockers = [];
    await renderPage(<ReadinessPage />, { api });
    expect(
      await screen.findByText('Nothing blocks these clusters'),
    ).toBeVisible();
  });

  it('says what failed and tries again when asked', async () => {
    const api = aFleet();
    api.failures.listReadiness = responseError(503, 'The database sleeps');
    await renderPage(<ReadinessPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database sleeps',
    );
    delete api.failures.listReadiness;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('tab', { name: 'By cause' })).toBeVisible();
  });

  it('keeps verdicts in sight where the causes alone fail', async () => {
    const api = aFleet();
    api.failures.listBlockers = responseError(503, 'The database sleeps');
    await renderPage(<ReadinessPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The list of causes could not be loaded.*The database sleeps/,
    );
    expect(screen.getByRole('button', { name: 'ready 1' })).toBeVisible();
  });

  it('keeps what was read when the next question fails, and says how old it is', async () => {
    const api = aFleet();
    await renderPage(<ReadinessPage />, { api, path: '/?tab=clusters' });
    await screen.findByRole('row', { name: /alpha/ });
    api.failure = responseError(503, 'The database sleeps');
    await aReader().click(screen.getByRole('button', { name: 'ready 1' }));
    expect(await screen.findByText(/Shown as of/)).toBeVisible();
    expect(screen.getByRole('row', { name: /alpha/ })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = aFleet();
    api.failure = responseError(403, 'no');
    await renderPage(<ReadinessPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*eks-fleet\.cluster\.read/,
    );
  });
});

describe('a cause at the side', () => {
  useFixtureClock();
  giveElementsSize();
  beforeEach(() => jest.mocked(copy).mockClear());

  it('opens by a click, and is kept in the URL', async () => {
    const api = aFleet();
    await renderPage(<ReadinessPage />, { api, path: '/?environment=prod' });
    await aReader().click(
      await screen.findByRole('button', { name: /^Open metrics-server/ }),
    );
    const panel = await screen.findByRole('dialog', {
      name: 'metrics-server has no version that runs on 1.35',
    });
    expect(location()).toBe(
      '/?environment=prod&cause=addon-incompatible%3Ametrics-server%3A1.35',
    );
    expect(await within(panel).findByText('2 clusters are hit')).toBeVisible();
    expect(within(panel).getByRole('link', { name: 'alpha' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/alpha-1a2b3c4d/eks-cluster?view=readiness',
    );
    expect(api.callsOf('listBlockers').at(-1)).toEqual([
      {
        target: 'next',
        filter: { environment: ['prod'] },
        cause: 'addon-incompatible:metrics-server:1.35',
      },
    ]);
  });

  it('opens by Enter on its row, and gives the focus back when Esc closes it', async () => {
    await renderPage(<ReadinessPage />, { api: aFleet() });
    const reader = aReader();
    const row = await screen.findByRole('row', { name: /metrics-server/ });
    act(() => row.focus());
    await reader.keyboard('{Enter}');
    expect(await screen.findByRole('dialog')).toHaveFocus();
    await reader.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(location()).toBe('/');
    expect(row).toHaveFocus();
  });

  it('has a message to each owner, to copy', async () => {
    const api = aFleet();
    const [alpha, beta] = aBlocker().hits!;
    api.blockers = [
      aBlocker({
        owners: [
          { owner: 'group:default/payments', clusters: 1 },
          { owner: 'group:default/search', clusters: 1 },
        ],
        hits: [alpha, { ...beta, owner: 'group:default/search' }],
      }),
    ];
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?target=1.35&cause=addon-incompatible%3Ametrics-server%3A1.35',
    });
    const reader = aReader();
    expect(await screen.findByText(/Hello payments,/)).toBeVisible();
    await reader.click(screen.getByRole('button', { name: /payments.*To/ }));
    await reader.click(await screen.findByRole('option', { name: 'search' }));
    expect(await screen.findByText(/Hello search,/)).toBeVisible();
    await reader.click(
      screen.getByRole('button', { name: 'Copy the message' }),
    );
    const text = jest.mocked(copy).mock.lastCall![0];
    expect(text).toContain('1 cluster of yours cannot move to Kubernetes 1.35');
    expect(text).toContain('- beta (dev, 111122223333, us-east-1)');
    expect(text).not.toContain('alpha');
    expect(text).toContain(
      'http://localhost/eks-fleet/readiness?target=1.35&cause=addon-incompatible%3Ametrics-server%3A1.35',
    );
  });

  it('says so where the cause is gone', async () => {
    await renderPage(<ReadinessPage />, {
      api: aFleet(),
      path: '/?cause=gone',
    });
    expect(
      await screen.findByText('This cause hits no cluster any more'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    const api = aFleet();
    api.failures.listBlockers = responseError(503, 'The database sleeps');
    await renderPage(<ReadinessPage />, { api, path: '/?cause=x' });
    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      /The cause could not be loaded.*The database sleeps/,
    );
  });
});

describe('taking it elsewhere', () => {
  useFixtureClock();
  giveElementsSize();
  beforeEach(() => jest.mocked(copy).mockClear());

  it.each([
    [
      '/',
      '| metrics-server has no version that runs on 1.35 | 2 | payments 2 |',
    ],
    [
      '/?tab=clusters&verdict=ready',
      '| gamma | ready | 1.34 → 1.35 | 0 |   |   |',
    ],
  ])('copies what %s shows as Markdown', async (path, line) => {
    await renderPage(<ReadinessPage />, { api: aFleet(), path });
    await aReader().click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    await waitFor(() => expect(copy).toHaveBeenCalled());
    const text = jest.mocked(copy).mock.lastCall![0];
    expect(text).toContain('### Readiness for Next minor');
    expect(text).toContain(line);
    expect(text).not.toContain('<img');
  });

  it('saves all clusters that fit as CSV, however many pages they take', async () => {
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
    api.verdicts = Array.from({ length: 1200 }, (_, index) =>
      aReadinessItem({ name: `c-${index}` }),
    );
    await renderPage(<ReadinessPage />, { api, path: '/?tab=clusters' });
    await aReader().click(await screen.findByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    const text = await new Response(saved[0]).text();
    expect(text.trim().split('\r\n')).toHaveLength(1201);
    expect(saved[0].type).toContain('text/csv');
    click.mockRestore();
  });

  it('says so where it cannot be read', async () => {
    const api = aFleet();
    const alertApi = new AlertApiForwarder();
    const messages: string[] = [];
    alertApi.alert$().subscribe(({ message }) => messages.push(message));
    await renderPage(<ReadinessPage />, { api, alertApi });
    await screen.findByRole('row', { name: /metrics-server/ });
    api.failure = responseError(503, 'The database sleeps');
    await aReader().click(
      screen.getByRole('button', { name: 'Copy as Markdown' }),
    );
    await waitFor(() =>
      expect(messages).toEqual(['That could not be read: The database sleeps']),
    );
    expect(copy).not.toHaveBeenCalled();
  });
});
