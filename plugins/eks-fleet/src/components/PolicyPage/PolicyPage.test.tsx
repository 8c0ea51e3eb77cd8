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

import { Route, Routes } from 'react-router-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import {
  aCell,
  aClusterRef,
  aFinding,
  anException,
  aPolicyDetail,
  POLICY_ID,
  PROD_ARN,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { PolicyPage } from './PolicyPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const BY_ID = `/policy/require-requests?id=${POLICY_ID}`;

function aFleet() {
  const api = new FakePoliciesApi();
  api.clusters = [
    {
      cluster: aClusterRef(),
      cell: aCell({ fail: 3, severity: 'high' }),
      safeToEnforce: {
        verdict: 'failing',
        message: '3 resources break it and would be refused.',
      },
    },
    {
      cluster: aClusterRef({ arn: 'arn:2', name: 'dev' }),
      cell: aCell(),
      safeToEnforce: {
        verdict: 'notYet',
        message: 'Nothing fails, but not for 14 days yet.',
        safeAt: '2026-12-01T00:00:00Z',
      },
    },
    {
      cluster: aClusterRef({ arn: 'arn:3', name: 'sandbox' }),
      cell: aCell({ stale: true, drift: 'mode' }),
      safeToEnforce: {
        verdict: 'safe',
        message: 'Nothing unexempted has failed for 14 days.',
        quietSince: '2026-11-01T00:00:00Z',
      },
    },
  ];
  api.trend = {
    since: '2026-11-20',
    points: [
      { day: '2026-11-20', fail: 9, warn: 0, error: 0, exempt: 1 },
      { day: '2026-11-21', fail: 3, warn: 1, error: 0, exempt: 2 },
    ],
  };
  return api;
}

const render = (policiesApi = aFleet(), path = BY_ID) =>
  renderPage(
    <Routes>
      <Route path="/policy/:name" element={<PolicyPage />} />
    </Routes>,
    { policiesApi, path },
  );

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('PolicyPage', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('says what the policy asks for, how it is enforced, and in numbers what breaks it', async () => {
    await render();
    expect(
      await screen.findByRole('heading', {
        name: 'Is “Require resource requests” really enforced, and what would that refuse?',
      }),
    ).toBeVisible();
    expect(
      screen.getByText('Each container asks for CPU and memory.'),
    ).toBeVisible();
    for (const [name, href] of [
      [
        /^4 findings *\(2 exempt\)/,
        `/eks-fleet/policies/findings?policy=${POLICY_ID}`,
      ],
      [
        /^1 cluster failing/,
        `/eks-fleet/policies?policy=${POLICY_ID}&only=failing`,
      ],
      [
        /^2 new this week/,
        `/eks-fleet/policies/findings?policy=${POLICY_ID}&new=week`,
      ],
      [
        /^5 resolved this week/,
        `/eks-fleet/policies/findings?policy=${POLICY_ID}&resolved=week`,
      ],
      [
        /^1 cluster safe to enforce/,
        `/eks-fleet/policies?policy=${POLICY_ID}&only=safe`,
      ],
      [
        /^enforce on 1 cluster/,
        `/eks-fleet/policies?mode=enforce&policy=${POLICY_ID}`,
      ],
      [/^Documentation$/, 'https://policies.example.com/require-requests'],
      [/^Policy Reporter$/, 'https://reporter.example.com/p'],
      [/^https:\/\/runbooks/, 'https://runbooks.example.com/r'],
    ] as const) {
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
    }
  });

  it('judges for each cluster whether it is safe to enforce', async () => {
    await render();
    const prod = await rowOf(/^prod/);
    expect(prod).toHaveTextContent('would refuse');
    expect(prod).toHaveTextContent(
      '3 resources break it and would be refused.',
    );
    expect(within(prod).getByRole('link', { name: '3' })).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?policy=${POLICY_ID}&cluster=${encodeURIComponent(
        PROD_ARN,
      )}`,
    );
    expect(await rowOf(/^dev/)).toHaveTextContent(
      'not yet on 1 Dec 2026 if nothing fails until then',
    );
    const sandbox = await rowOf(/^sandbox/);
    expect(sandbox).toHaveTextContent(
      'safe to enforce quiet since 22 days ago',
    );
    expect(sandbox).toHaveTextContent('its mode is not the one in Git');
  });

  it('draws the trend, says it in words, and shows it as a table', async () => {
    const api = aFleet();
    await render(api);
    expect(
      await screen.findByRole('img', {
        name: 'Findings at the end of each day: 20 Nov 2026: 9 fails, 1 exempt; 21 Nov 2026: 3 fails, 1 warns, 2 exempt',
      }),
    ).toBeVisible();
    const reader = aReader();
    await reader.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = await screen.findByRole('table', {
      name: 'Findings day by day',
    });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(header => header.textContent),
    ).toEqual(['21 Nov 2026', '20 Nov 2026']);
    await reader.click(screen.getByRole('button', { name: '2 years' }));
    expect(api.callsOf('getPolicyTrend').at(-1)).toEqual([
      { filter: { policy: [POLICY_ID] }, days: 730 },
    ]);
  });

  it('says so where no day is recorded yet', async () => {
    const api = aFleet();
    api.trend = { points: [] };
    await render(api);
    expect(
      await screen.findByText(/No day has been recorded yet/),
    ).toBeVisible();
  });

  it('lists what is new, who is exempt, and which rules are broken', async () => {
    const api = aFleet();
    api.findings = [aFinding()];
    api.exceptions = [
      anException({ state: 'expired', flags: ['honouredAfterExpiry'] }),
    ];
    await render(api);
    expect(
      await screen.findByRole('link', { name: 'Deployment checkout/api' }),
    ).toBeVisible();
    const exceptions = await screen.findByRole('table', {
      name: 'Exceptions from it',
    });
    expect(exceptions).toHaveTextContent('checkout/legacy-batch');
    expect(exceptions).toHaveTextContent('still honoured');
    const rules = screen.getByRole('table', { name: 'Rules that are broken' });
    expect(rules).toHaveTextContent('validate-resources');
    expect(within(rules).getByRole('link', { name: '3' })).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?policy=${POLICY_ID}&rule=validate-resources`,
    );
  });

  it('finds a policy by its name alone', async () => {
    const api = aFleet();
    await render(api, '/policy/require-requests');
    expect(await screen.findByText('How to mend what breaks it')).toBeVisible();
    expect(api.callsOf('listPolicies')).toContainEqual([
      { filter: { name: ['require-requests'] } },
    ]);
  });

  it('lets choose where several have the name', async () => {
    const api = aFleet();
    api.details = [
      aPolicyDetail(),
      aPolicyDetail({
        id: '00000000000000b1',
        engine: 'gatekeeper',
        kind: 'K8sRequiredResources',
        title: undefined,
      }),
    ];
    await render(api, '/policy/require-requests');
    expect(
      await screen.findByText(
        'Several policies are called require-requests. Which one?',
      ),
    ).toBeVisible();
    expect(screen.getByText(/Gatekeeper · K8sRequiredResources/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'require-requests' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/policies/policy/require-requests?id=00000000000000b1',
    );
  });

  it.each(['/policy/nothing', '/policy/nothing?id=00000000000000ff'])(
    'says that there is no policy at %s',
    async path => {
      await render(undefined, path);
      expect(
        await screen.findByText('There is no policy nothing'),
      ).toBeVisible();
    },
  );

  it('shows hostile text as text, and no link that is no web address', async () => {
    const api = aFleet();
    api.details = [
      aPolicyDetail({
        title: HOSTILE,
        description: HOSTILE,
        // eslint-disable-next-line no-script-url
        remediation: 'javascript:alert(1)',
        // eslint-disable-next-line no-script-url
        documentation: 'javascript:alert(1)',
        links: [],
      }),
    ];
    const { container } = await render(api);
    expect(await screen.findByText(HOSTILE)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('a[href^="javascript"]')).toBeNull();
  });

  it('is loading while there is no answer', async () => {
    const api = aFleet();
    api.getPolicy = () => new Promise(() => {});
    await render(api);
    expect(await screen.findByText('Loading The policy')).toBeInTheDocument();
  });

  it.each([
    [503, /The policy could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = aFleet();
    api.failures.getPolicy = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('says of each part by itself that it cannot be read', async () => {
    const api = aFleet();
    api.failures.getPolicyTrend = responseError(503, 'The database sleeps');
    await render(api);
    expect(await rowOf(/^prod/)).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The trend could not be loaded',
      ),
    );
  });
});
