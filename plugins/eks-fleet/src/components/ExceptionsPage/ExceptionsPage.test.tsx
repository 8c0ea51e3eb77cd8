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
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import { anException, POLICY_ID } from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { downloadText } from '../../lib/download';
import { ExceptionsPage } from './ExceptionsPage';

jest.mock('../../lib/download', () => ({ downloadText: jest.fn() }));

const HOSTILE = '<img src=x onerror=alert(1)>';
const location = () => screen.getByTestId('location').textContent;
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

function aRegister() {
  const api = new FakePoliciesApi();
  api.exceptions = [
    anException({
      id: 'e0',
      name: 'old',
      state: 'expired',
      expiresAt: '2026-11-20T12:00:00Z',
      flags: ['unused', 'honouredAfterExpiry'],
      request: 'r1',
      reason: HOSTILE,
    }),
    anException(),
    anException({
      id: 'e2',
      engine: 'gatekeeper',
      kind: 'config',
      namespace: undefined,
      name: 'excluded',
      state: 'active',
      expiresAt: undefined,
      flags: ['endless', 'tooBroad'],
      reason: undefined,
      approvedBy: undefined,
      policies: [],
    }),
  ];
  return api;
}

const render = (policiesApi = aRegister(), path = '/') =>
  renderPage(<ExceptionsPage />, { policiesApi, path });

describe('ExceptionsPage', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('tells of each who is exempt from what, why, who agreed, until when, and what is wrong', async () => {
    const { container } = await render();
    const old = await rowOf(/old/);
    expect(old).toHaveTextContent('expired, 3 days ago');
    expect(old).toHaveTextContent('still honoured');
    expect(old).toHaveTextContent('unused');
    expect(old).toHaveTextContent(HOSTILE);
    expect(container.querySelector('img')).toBeNull();
    const soon = await rowOf(/legacy-batch/);
    expect(soon).toHaveTextContent('ends soon, in 7 days');
    expect(soon).toHaveTextContent(
      'require-requests (rules validate-resources)',
    );
    expect(soon).toHaveTextContent('bo');
    const endless = await rowOf(/excluded/);
    expect(endless).toHaveTextContent('active, no end');
    expect(endless).toHaveTextContent('too broad');
    expect(endless).toHaveTextContent('none given');
    expect(endless).toHaveTextContent('nobody is named');
  });

  it('keeps its filters in the address, with how many are in each state', async () => {
    const api = aRegister();
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'expired 1' }),
    );
    await reader.click(screen.getByRole('button', { name: 'too broad' }));
    expect(location()).toBe('/?state=expired&flag=tooBroad');
    expect(
      await screen.findByText('No exception fits these filters'),
    ).toBeVisible();
    await reader.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await rowOf(/legacy-batch/)).toBeVisible();
  });

  it('names the policy that a link asks for', async () => {
    await render(undefined, `/?policy=${POLICY_ID}`);
    expect(
      await screen.findByRole('button', {
        name: 'Show not only Require resource requests',
      }),
    ).toBeVisible();
  });

  it('opens one at the side', async () => {
    await render();
    await aReader().click(
      await screen.findByRole('button', { name: 'Open checkout/old' }),
    );
    expect(location()).toBe('/?open=e0');
    const panel = await screen.findByRole('dialog', { name: 'checkout/old' });
    expect(panel).toHaveTextContent(
      'still honoured: It is past its end, and the engine still exempts',
    );
    expect(panel).toHaveTextContent('Deployment batch in checkout');
    expect(panel).toHaveTextContent('Asked byana');
    expect(panel).toHaveTextContent('Agreed bybo');
    const inPanel = within(panel);
    expect(
      inPanel.getByRole('link', { name: 'require-requests' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/policy/require-requests?id=${POLICY_ID}`,
    );
    expect(inPanel.getByRole('link', { name: '2 findings' })).toHaveAttribute(
      'href',
      '/eks-fleet/policies/findings?result=exempt&exception=checkout%2Fold',
    );
    expect(inPanel.getByRole('link', { name: /^Its request/ })).toHaveAttribute(
      'href',
      '/eks-fleet/policies/exceptions?tab=requests&request=r1',
    );
    expect(
      inPanel.getByRole('link', { name: 'https://tickets.example.com/OPS-7' }),
    ).toBeVisible();
    await aReader().keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('opens the one of a link, wherever it is in the list', async () => {
    const api = aRegister();
    await render(api, '/?state=expiring&open=e2');
    expect(
      await screen.findByRole('dialog', { name: 'excluded' }),
    ).toHaveTextContent('Gatekeeper · config');
    expect(api.callsOf('listExceptions')).toContainEqual([
      { filter: { id: ['e2'] }, limit: 1 },
    ]);
  });

  it('says that the one of a link is gone', async () => {
    await render(undefined, '/?open=e9');
    expect(
      await screen.findByText('There is no such exception any more'),
    ).toBeVisible();
  });

  it('saves all that fit as CSV', async () => {
    await render(undefined, '/?state=expiring');
    await rowOf(/legacy-batch/);
    await aReader().click(screen.getByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(downloadText).toHaveBeenCalled());
    const [name, csv] = jest.mocked(downloadText).mock.lastCall!;
    expect(name).toBe('eks-exceptions-2026-11-23.csv');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('require-requests: validate-resources');
  });

  it('says what would be here', async () => {
    await render(new FakePoliciesApi());
    expect(await screen.findByText('There is no exception')).toBeVisible();
    expect(screen.getByText(/PolicyExceptions of Kyverno/)).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = aRegister();
    api.listExceptions = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The register of exceptions'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      503,
      /The register of exceptions could not be loaded.*The database sleeps/,
    ],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = aRegister();
    api.failures.listExceptions = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
