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

import { act, screen, within } from '@testing-library/react';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { thirdWave } from '../../__testUtils__/demoRollouts';
import { aSummary } from '../../__testUtils__/fleet';
import { aReadinessItem } from '../../__testUtils__/readiness';
import {
  aMatrix,
  aPolicySummary,
  POLICY_ID,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { aRollout } from '../../__testUtils__/rollouts';
import { OverviewPage } from './OverviewPage';

describe('OverviewPage', () => {
  useFixtureClock();

  it('makes each number a link to the list that it counts', async () => {
    await renderPage(<OverviewPage />, { api: new FakeFleetApi() });
    const href = async (name: RegExp) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await href(/^61 clusters/)).toBe('/eks-fleet/clusters');
    expect(await href(/^2 foreign clusters/)).toBe(
      '/eks-fleet/clusters?origin=foreign',
    );
    expect(await href(/^3 sources failing/)).toBe(
      '/eks-fleet/sources?state=failing',
    );
    expect(await href(/10,950 USD a month.*6,570/)).toBe(
      '/eks-fleet/clusters?support=extended&support=unsupported',
    );
    expect(await href(/2 min. ago/)).toBe('/eks-fleet/sources');
  });

  it('leaves sources out for who may not read them', async () => {
    const api = new FakeFleetApi();
    api.summary = aSummary({ targets: undefined });
    await renderPage(<OverviewPage />, { api });
    expect(
      await screen.findByRole('link', { name: /61 clusters/ }),
    ).toBeVisible();
    expect(screen.queryByText(/sources failing/)).toBeNull();
  });

  it('says what needs attention, with the way to it', async () => {
    await renderPage(<OverviewPage />, { api: new FakeFleetApi() });
    const panel = within(
      await screen.findByRole('region', { name: 'Needs attention' }),
    );
    expect(
      panel.getByText(/21 clusters on 1.31 leave extended support in 3 days/),
    ).toBeVisible();
    expect(panel.getByText(/Critical/)).toBeInTheDocument();
    expect(panel.getByRole('link', { name: /See/ })).toHaveAttribute(
      'href',
      '/eks-fleet/clusters?version=1.31&support=extended',
    );
  });

  it('says so when nothing needs anybody', async () => {
    const api = new FakeFleetApi();
    api.summary = aSummary({ attention: [] });
    await renderPage(<OverviewPage />, { api });
    expect(await screen.findByText('Nothing needs you now.')).toBeVisible();
  });

  it('shows the versions as a table, with support as it will be', async () => {
    await renderPage(<OverviewPage />, { api: new FakeFleetApi() });
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    expect(screen.getByRole('row', { name: /1.31 21 extended/ })).toBeVisible();

    const slider = screen.getByRole('slider');
    slider.focus();
    await reader.keyboard('{ArrowRight>5/}');
    expect(
      screen.getByRole('row', { name: /1.31 21 unsupported/ }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: '1.31' })).toHaveAttribute(
      'href',
      '/eks-fleet/clusters?version=1.31',
    );
  });

  it('says which clusters can move, with the way to them', async () => {
    const api = new FakeFleetApi();
    api.verdicts = [
      aReadinessItem({ name: 'a', verdict: 'ready' }),
      aReadinessItem({ name: 'b' }),
      aReadinessItem({ name: 'c' }),
    ];
    await renderPage(<OverviewPage />, { api });
    expect(
      await screen.findByRole('link', { name: 'blocked 2' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/readiness?tab=clusters&verdict=blocked',
    );
    expect(
      screen.getByRole('link', { name: 'See what blocks' }),
    ).toHaveAttribute('href', '/eks-fleet/readiness');
  });

  it.each([403, 503])(
    'leaves readiness out where it alone is answered with %i',
    async status => {
      const api = new FakeFleetApi();
      api.failures.listReadiness = responseError(status, 'no');
      await renderPage(<OverviewPage />, { api });
      expect(
        await screen.findByRole('link', { name: /61 clusters/ }),
      ).toBeVisible();
      expect(screen.queryByText('Readiness')).toBeNull();
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('puts the chart into words', async () => {
    await renderPage(<OverviewPage />, { api: new FakeFleetApi() });
    expect(
      await screen.findByRole('img', {
        name: 'Versions: 1.31 (extended): 21, 1.34 (standard): 40',
      }),
    ).toBeInTheDocument();
  });

  it('moves through accounts and Regions by arrow keys', async () => {
    await renderPage(<OverviewPage />, { api: new FakeFleetApi() });
    const reader = aReader();
    const failing = await screen.findByRole('link', {
      name: 'data-prod, eu-west-1: no clusters, access denied',
    });
    expect(failing).toHaveAttribute(
      'href',
      '/eks-fleet/sources?state=failing&q=444455556666',
    );
    act(() => failing.focus());
    await reader.keyboard('{ArrowDown}');
    const prod = screen.getByRole('link', {
      name: 'prod-a, eu-west-1: 40 clusters, 3 in extended support',
    });
    expect(prod).toHaveFocus();
    await reader.keyboard('{ArrowRight}');
    expect(
      screen.getByRole('img', { name: 'prod-a, us-east-1: no clusters' }),
    ).toHaveFocus();
    await reader.keyboard('{ArrowLeft}{Enter}');
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/eks-fleet/clusters?account=111122223333&region=eu-west-1',
    );
  });

  it('shows the rollouts that run or wait, and why', async () => {
    const rolloutsApi = new FakeRolloutsApi([
      thirdWave(),
      aRollout({ id: 'done', title: 'Over', lifecycle: 'done' }),
    ]);
    await renderPage(<OverviewPage />, { rolloutsApi });
    const region = await screen.findByRole('region', {
      name: 'Rollouts running',
    });
    expect(
      within(region).getByRole('link', { name: 'Autumn' }),
    ).toHaveAttribute('href', '/eks-fleet/rollouts/third');
    expect(region).toHaveTextContent(/1\.33 → 1\.34.*Wave 3 stands still/);
    expect(within(region).queryByRole('link', { name: 'Over' })).toBeNull();
  });

  it('is silent about rollouts that cannot be read', async () => {
    const rolloutsApi = new FakeRolloutsApi([thirdWave()]);
    rolloutsApi.failure = responseError(403, 'no');
    await renderPage(<OverviewPage />, { rolloutsApi });
    await screen.findByRole('link', { name: /61 clusters/ });
    expect(screen.queryByText('Rollouts running')).toBeNull();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.getSummary = () => new Promise(() => {});
    await renderPage(<OverviewPage />, { api });
    expect(await screen.findByText('Loading The overview')).toBeInTheDocument();
  });

  it('is empty before the first scan, and leads to Sources', async () => {
    const api = new FakeFleetApi();
    api.summary = aSummary({
      clusters: 0,
      foreignClusters: 0,
      grid: [],
      attention: [],
    });
    await renderPage(<OverviewPage />, { api });
    expect(
      await screen.findByText('No cluster has been discovered yet'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Sources' })).toHaveAttribute(
      'href',
      '/eks-fleet/sources',
    );
  });

  it('tells of policies that are newly broken, and of clusters that say nothing', async () => {
    await renderPage(<OverviewPage />, {});
    const panel = await screen.findByRole('region', {
      name: 'Policy: new failures this week',
    });
    const inPanel = within(panel);
    expect(
      inPanel.getByRole('link', { name: '7 new findings' }),
    ).toHaveAttribute('href', '/eks-fleet/policies/findings?new=week');
    expect(
      inPanel.getByRole('link', { name: 'Require resource requests' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/policy/require-requests?id=${POLICY_ID}`,
    );
    expect(inPanel.getAllByRole('link', { name: '2 new' })[0]).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?policy=${POLICY_ID}&new=week`,
    );
    expect(panel).toHaveTextContent('12 resolved');
    expect(panel).toHaveTextContent('failing on 1 cluster');
    expect(panel).toHaveTextContent(
      '3 clusters say nothing: no engine, or never read',
    );
  });

  it('says that nothing new breaks a policy', async () => {
    const policiesApi = new FakePoliciesApi();
    policiesApi.matrix = aMatrix({ rows: [] });
    policiesApi.summary = aPolicySummary({ newThisWeek: 0 });
    await renderPage(<OverviewPage />, { policiesApi });
    expect(
      await screen.findByText('Nothing new breaks a policy this week.'),
    ).toBeVisible();
  });

  it('leaves policies out where they cannot be read', async () => {
    const policiesApi = new FakePoliciesApi();
    policiesApi.failures.getPolicySummary = responseError(503, 'no');
    await renderPage(<OverviewPage />, { policiesApi });
    expect(
      await screen.findByRole('link', { name: /61 clusters/ }),
    ).toBeVisible();
    expect(screen.queryByText(/new failures this week/)).toBeNull();
  });

  it('says what failed and tries again when asked', async () => {
    const api = new FakeFleetApi();
    api.failure = responseError(503, 'The database does not answer');
    await renderPage(<OverviewPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The overview could not be loaded.*The database does not answer.*Failing since 23 Nov 2026/,
    );
    api.failure = undefined;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: /61 clusters/ }),
    ).toBeVisible();
  });

  it('keeps what was read when reading it again fails, and says how old it is', async () => {
    const api = new FakeFleetApi();
    await renderPage(<OverviewPage />, { api });
    await screen.findByRole('link', { name: /61 clusters/ });
    api.failure = responseError(503, 'The database does not answer');
    await act(() => jest.advanceTimersByTimeAsync(3 * 60_000));
    expect(screen.getByText(/Shown as of 3 min. ago/)).toBeVisible();
    expect(screen.getByText(/The database does not answer/)).toBeVisible();
    expect(screen.getByRole('link', { name: /61 clusters/ })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const api = new FakeFleetApi();
    api.failure = responseError(403, 'no');
    await renderPage(<OverviewPage />, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*eks-fleet\.cluster\.read/,
    );
  });
});
