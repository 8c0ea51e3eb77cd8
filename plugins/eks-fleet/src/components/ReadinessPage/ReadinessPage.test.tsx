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
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import { aReadinessItem } from '../../__testUtils__/readiness';
import { aReadinessFleet, BUDGET } from '../../__testUtils__/readinessFleet';
import { renderPage } from '../../__testUtils__/render';
import { ReadinessPage } from './ReadinessPage';

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
    await renderPage(<ReadinessPage />, { api: aReadinessFleet() });
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
      api: aReadinessFleet(),
      path: `/?cause=${encodeURIComponent(BUDGET)}`,
    });
    expect((await screen.findAllByText(/<img src=x/)).length).toBeGreaterThan(
      0,
    );
    expect(container.querySelector('img[src]')).toBeNull();
  });

  it('filters by a verdict, which shows the clusters that have it', async () => {
    await renderPage(<ReadinessPage />, { api: aReadinessFleet() });
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
      api: aReadinessFleet(),
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
    const api = aReadinessFleet();
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
    const api = aReadinessFleet();
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
    const api = aReadinessFleet();
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
      api: aReadinessFleet(),
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
    const api = aReadinessFleet();
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
      api: aReadinessFleet(),
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
    await renderPage(<ReadinessPage />, { api: aReadinessFleet() });
    const reader = aReader();
    const tab = await screen.findByRole('tab', { name: 'By cause' });
    act(() => tab.focus());
    await reader.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(location()).toBe('/?tab=clusters'));
    expect(await screen.findByRole('row', { name: /gamma/ })).toBeVisible();
  });

  it('reads no more of a long list than is looked at', async () => {
    const api = aReadinessFleet();
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
    const api = aReadinessFleet();
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
    const api = aReadinessFleet();
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
    const api = aReadinessFleet();
    api.blockers = [];
    await renderPage(<ReadinessPage />, { api });
    expect(
      await screen.findByText('Nothing blocks these clusters'),
    ).toBeVisible();
  });

  it('says what failed and tries again when asked', async () => {
    const api = aReadinessFleet();
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
    const api = aReadinessFleet();
    api.failures.listBlockers = responseError(503, 'The database sleeps');
    await renderPage(<ReadinessPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The list of causes could not be loaded.*The database sleeps/,
    );
    expect(screen.getByRole('button', { name: 'ready 1' })).toBeVisible();
  });

  it('keeps what was read when the next question fails, and says how old it is', async () => {
    const api = aReadinessFleet();
    await renderPage(<ReadinessPage />, { api, path: '/?tab=clusters' });
    await screen.findByRole('row', { name: /alpha/ });
    api.failure = responseError(503, 'The database sleeps');
    await aReader().click(screen.getByRole('button', { name: 'ready 1' }));
    expect(await screen.findByText(/Shown as of/)).toBeVisible();
    expect(screen.getByRole('row', { name: /alpha/ })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = aReadinessFleet();
    api.failure = responseError(403, 'no');
    await renderPage(<ReadinessPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*eks-fleet\.cluster\.read/,
    );
  });
});
