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
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import { aBlocker, aFinding, aReadiness } from '../../__testUtils__/readiness';
import { aReadinessFleet } from '../../__testUtils__/readinessFleet';
import { renderPage } from '../../__testUtils__/render';
import { ReadinessPage } from './ReadinessPage';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

const location = () => screen.getByTestId('location').textContent;

describe('a cause at the side', () => {
  useFixtureClock();
  giveElementsSize();
  beforeEach(() => jest.mocked(copy).mockClear());

  it('opens by a click, and is kept in the URL', async () => {
    const api = aReadinessFleet();
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

  it('says of each cluster what was found, whose it is, since and until when', async () => {
    const api = aReadinessFleet();
    const [alpha, beta] = aBlocker().hits!;
    api.blockers = [aBlocker({ hits: [alpha, { ...beta, waived: true }] })];
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?cause=addon-incompatible%3Ametrics-server%3A1.35',
    });
    const hits = within(
      await screen.findByRole('list', { name: '2 clusters are hit' }),
    );
    const [first, second] = hits.getAllByRole('listitem');
    expect(first).toHaveTextContent('metrics-server v0.7.2 has no version');
    expect(first).toHaveTextContent('addon metrics-server');
    expect(first).toHaveTextContent('owner payments');
    expect(first).toHaveTextContent('since 12 days ago');
    expect(first).toHaveTextContent('clears by itself on 24 Dec 2026');
    expect(first).not.toHaveTextContent('waived');
    expect(second).toHaveTextContent('metrics-server v0.8.0 has no version');
    expect(second).toHaveTextContent('waived');
  });

  it('shows the evidence of a cluster once somebody asks for it', async () => {
    const api = aReadinessFleet();
    api.readiness = aReadiness({
      findings: [aFinding(), aFinding({ key: 'other', causeKey: 'other' })],
    });
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?target=1.35&cause=addon-incompatible%3Ametrics-server%3A1.35',
    });
    await screen.findByText('2 clusters are hit');
    expect(api.callsOf('getReadiness')).toEqual([]);
    await aReader().click(screen.getByLabelText('Evidence on alpha'));
    expect(await screen.findByText('compatible with')).toBeVisible();
    expect(screen.getByText('1.33, 1.34')).toBeVisible();
    expect(api.callsOf('getReadiness')).toEqual([
      ['default', 'alpha-1a2b3c4d', '1.35'],
    ]);
  });

  it('says so where evidence cannot be read', async () => {
    const api = aReadinessFleet();
    api.failures.getReadiness = responseError(503, 'The database sleeps');
    await renderPage(<ReadinessPage />, {
      api,
      path: '/?cause=addon-incompatible%3Ametrics-server%3A1.35',
    });
    await aReader().click(await screen.findByLabelText('Evidence on alpha'));
    expect(await screen.findByText(/The database sleeps/)).toBeVisible();
  });

  it('opens by Enter on its row, and gives the focus back when Esc closes it', async () => {
    await renderPage(<ReadinessPage />, { api: aReadinessFleet() });
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
    const api = aReadinessFleet();
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
      api: aReadinessFleet(),
      path: '/?cause=gone',
    });
    expect(
      await screen.findByText('This cause hits no cluster any more'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    const api = aReadinessFleet();
    api.failures.listBlockers = responseError(503, 'The database sleeps');
    await renderPage(<ReadinessPage />, { api, path: '/?cause=x' });
    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      /The cause could not be loaded.*The database sleeps/,
    );
  });
});
