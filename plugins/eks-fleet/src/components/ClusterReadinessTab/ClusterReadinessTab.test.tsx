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
import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aCluster } from '../../__testUtils__/fleet';
import {
  aFinding,
  anObservation,
  aReadiness,
} from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { ClusterReadinessTab } from './ClusterReadinessTab';

const HOSTILE = '<img src=x onerror=alert(1)>';
async function render(
  part: Partial<Readiness> = {},
  options: { api?: FakeFleetApi; path?: string; denied?: string[] } = {},
) {
  const { api = new FakeFleetApi(), path, denied } = options;
  api.readiness = aReadiness(part);
  const rendered = await renderPage(
    onEntityPage(
      <ClusterReadinessTab cluster={aCluster({ name: 'prod' })} revision={0} />,
    ),
    { api, path, denied },
  );
  return { api, ...rendered };
}

describe('ClusterReadinessTab', () => {
  useFixtureClock();

  it('tells the verdict and the way', async () => {
    await render();
    expect(
      await screen.findByRole('heading', {
        name: 'Blocked for 1.35 by 1 finding',
      }),
    ).toBeVisible();
    const way = screen.getByRole('region', { name: 'The way' });
    expect(way).toHaveTextContent('Versions on the way: 1.34 → 1.35');
    expect(
      within(way)
        .getAllByRole('listitem')
        .map(step => step.textContent),
    ).toEqual([
      'Add-on metrics-serverv0.7.2 → v0.8.0v0.7.2 does not run on 1.35',
      'Control plane1.34 → 1.35',
    ]);
  });

  it.each<[string, Partial<Readiness>, RegExp]>([
    ['ready', { verdict: 'ready', findings: [] }, /^Ready for 1.35$/],
    [
      'not known',
      { verdict: 'unknown', findings: [aFinding({ severity: 'unknown' })] },
      /^Not known for 1.35: 1 question is open$/,
    ],
    [
      'at the target',
      { findings: [], hops: [], target: '1.34' },
      /^At 1.34 already$/,
    ],
  ])('says when it is %s', async (_, part, name) => {
    await render(part);
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it.each([
    ['2026-11-23T11:58:00Z', 'assessed 2 min. ago'],
    ['2026-11-23T12:00:02Z', 'assessed just now'],
  ])('says of %s when it was assessed', async (assessedAt, text) => {
    await render({ assessedAt });
    const heading = await screen.findByRole('heading', { name: /^Blocked/ });
    expect(heading.parentElement).toHaveTextContent(text);
  });

  it('leads from what policies find to those findings', async () => {
    await render({
      findings: [
        aFinding({
          code: 'policy-fails',
          policies: [
            {
              id: '0123456789abcdef',
              name: 'removed-apis',
              resources: ['no-root', 'flow'],
            },
            { id: 'fedcba9876543210', name: HOSTILE },
          ],
        }),
      ],
    });
    const link = await screen.findByRole('link', {
      name: 'Findings of policy removed-apis',
    });
    const url = new URL(link.getAttribute('href')!, 'http://portal');
    expect(url.pathname).toMatch(/\/policies\/findings$/);
    expect(url.searchParams.getAll('policy')).toEqual(['0123456789abcdef']);
    expect(url.searchParams.getAll('cluster')).toEqual([
      aCluster({ name: 'prod' }).arn,
    ]);
    expect(url.searchParams.getAll('resource')).toEqual(['no-root', 'flow']);
    expect(
      screen.getByRole('link', { name: `Findings of policy ${HOSTILE}` }),
    ).toBeVisible();
  });

  it('shows findings by severity with all that is known of them', async () => {
    await render({
      findings: [
        aFinding({
          hop: '1.35',
          clearsAt: '2026-12-12T00:00:00Z',
          evidence: { source: 'addons', facts: { note: HOSTILE } },
        }),
        aFinding({
          key: 'w',
          severity: 'warning',
          message: 'Support ends soon',
          code: 'support-ends',
        }),
      ],
    });
    const blocking = await screen.findByRole('region', {
      name: 'Findings: blocks',
    });
    expect(blocking).toHaveTextContent(
      /metrics-server v0.7.2 does not run on 1.35/,
    );
    expect(blocking).toHaveTextContent('addon metrics-server');
    expect(blocking).toHaveTextContent('addon-incompatible');
    expect(blocking).toHaveTextContent('for 1.35');
    expect(blocking).toHaveTextContent(/payments/);
    expect(blocking).toHaveTextContent('since 12 days ago');
    expect(blocking).toHaveTextContent('clears by itself on 12 Dec 2026');
    expect(blocking).toHaveTextContent(
      'What to do: Update metrics-server to v0.8.0 first.',
    );
    expect(
      screen.getByRole('region', { name: 'Findings: warning' }),
    ).toHaveTextContent('Support ends soon');
  });

  it('unfolds the evidence, as text', async () => {
    const { container } = await render({
      findings: [
        aFinding({
          evidence: {
            source: 'addons',
            observedAt: '2026-11-23T11:50:00Z',
            facts: { note: HOSTILE },
          },
        }),
      ],
    });
    const summary = await screen.findByText('Evidence');
    expect(screen.getByText(HOSTILE)).not.toBeVisible();
    await aReader().click(summary);
    expect(screen.getByText(HOSTILE)).toBeVisible();
    expect(screen.getByText('From add-ons')).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('says what the verdict rests on, and why something is missing', async () => {
    await render({
      inputs: [
        {
          required: true,
          observation: anObservation({
            kind: 'insights',
            state: 'failing',
            error: {
              code: 'forbidden',
              message: 'eks:ListInsights is denied',
              since: '2026-11-23T09:00:00Z',
            },
          }),
        },
        {
          required: false,
          observation: anObservation({
            kind: 'kubernetesNodes',
            state: 'missing',
            observedAt: undefined,
          }),
        },
      ],
    });
    const table = await screen.findByRole('table', {
      name: 'What the verdict rests on',
    });
    const [, insights, nodes] = within(table).getAllByRole('row');
    expect(insights).toHaveTextContent(
      /^insightsrequiredfailing10 min. agoaccess denied: eks:ListInsights is denied since 3 hr. ago/,
    );
    expect(nodes).toHaveTextContent(/^nodesoptionalnever observednever/);
  });

  it('asks for another target, and keeps that in the URL', async () => {
    const { api } = await render({}, { path: '/?view=readiness' });
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: /Target/ }));
    await reader.click(
      await screen.findByRole('option', { name: 'Kubernetes 1.36' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('location')).toHaveTextContent(
        '/?view=readiness&target=1.36',
      ),
    );
    await waitFor(() =>
      expect(api.callsOf('getReadiness').at(-1)).toEqual([
        'default',
        'prod-1a2b3c4d',
        '1.36',
      ]),
    );
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.getReadiness = () => new Promise(() => {});
    await render({}, { api });
    expect(
      await screen.findByText('Loading The readiness of the cluster'),
    ).toBeInTheDocument();
  });

  it('says so where nothing was found', async () => {
    await render({ verdict: 'ready', findings: [] });
    expect(await screen.findByText('Nothing was found.')).toBeVisible();
  });

  it.each([
    [
      503,
      /The readiness of the cluster could not be loaded.*The database sleeps/,
    ],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeFleetApi();
    api.failure = responseError(status, 'The database sleeps');
    await render({}, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('says which versions there are where the one that was asked for is none', async () => {
    const api = new FakeFleetApi();
    api.failures.getReadiness = responseError(
      404,
      'prod has no verdict for 1.99; there are 1.35, 1.36',
    );
    await render({}, { api, path: '/?view=readiness&target=1.99' });
    expect(await screen.findByText(/there are 1.35, 1.36/)).toBeVisible();
    delete api.failures.getReadiness;
    await aReader().click(screen.getByRole('button', { name: 'Next minor' }));
    expect(
      await screen.findByRole('heading', { name: /^Blocked for 1.35/ }),
    ).toBeVisible();
    expect(screen.getByTestId('location')).toHaveTextContent(
      /^\/\?view=readiness$/,
    );
  });

  it('keeps what was read when reading it again fails', async () => {
    const { api } = await render();
    await screen.findByRole('heading', { name: /^Blocked for 1.35/ });
    api.failure = responseError(503, 'The database sleeps');
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText(/Shown as of/)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: /^Blocked for 1.35/ }),
    ).toBeVisible();
  });
});
