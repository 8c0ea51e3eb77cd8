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
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { giveElementsSize } from '../../__testUtils__/layout';
import { renderPage } from '../../__testUtils__/render';
import {
  aNamespace,
  anApplicationRequest,
  aQuota,
  aRequest,
} from '../../__testUtils__/requests';
import { RequestsPage } from './RequestsPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const NO_RIGHTS = { decide: false, amend: false, comment: true, cancel: false };
const location = () => screen.getByTestId('location').textContent;
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

function someRequests() {
  const api = new FakeRequestsApi();
  api.requests = [
    aRequest({ reason: HOSTILE }),
    aRequest({
      id: 'q2',
      title: 'Change of cluster dev',
      kind: 'cluster',
      operation: 'change',
      state: 'failed',
      isOver: true,
      message: 'EKS says CREATE_FAILED',
      waiting: undefined,
      requestedBy: 'user:default/guest',
      monthlyCost: undefined,
      expiresOn: undefined,
      rights: NO_RIGHTS,
    }),
    aRequest({
      id: 'q3',
      title: 'Namespace search on prod',
      state: 'proposed',
      problem: 'Its pull request holds commits that nobody approved.',
      requestedBy: 'user:default/guest',
      rights: NO_RIGHTS,
    }),
  ];
  return api;
}

const render = (requestsApi = someRequests(), path = '/', denied?: string[]) =>
  renderPage(<RequestsPage />, { requestsApi, path, denied });

describe('RequestsPage', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('tells of each where it stands, what for, for whom, and what it costs', async () => {
    const { container } = await render();
    const row = await rowOf(/payments-batch/);
    expect(row).toHaveTextContent('waits for approval');
    expect(row).toHaveTextContent('Waits for somebody of platform');
    expect(row).toHaveTextContent(HOSTILE);
    expect(container.querySelector('img')).toBeNull();
    expect(row).toHaveTextContent('ana');
    expect(row).toHaveTextContent('+128 USD');
    expect(row).toHaveTextContent('24 Dec 2026');
    expect(
      within(row).getByRole('link', { name: /payments-batch/ }),
    ).toHaveAttribute('href', '/eks-fleet/requests/q1');
    expect(await rowOf(/Namespace search/)).toHaveTextContent(
      'To be looked at: Its pull request holds commits',
    );
  });

  it('tells of an application to how many clusters its environment comes', async () => {
    const api = new FakeRequestsApi();
    api.requests = [anApplicationRequest()];
    await render(api);
    const row = await rowOf(/Application checkout in prod/);
    expect(row).toHaveTextContent('prod, 2 clusters');
    expect(row).toHaveTextContent('with its namespace');
  });

  it('leaves out what is over until somebody wants to see it', async () => {
    const api = someRequests();
    await render(api);
    await rowOf(/payments-batch/);
    expect(screen.queryByRole('row', { name: /cluster dev/ })).toBeNull();
    await aReader().click(
      screen.getByRole('button', { name: 'Also what is over' }),
    );
    expect(await rowOf(/cluster dev/)).toHaveTextContent(
      'EKS says CREATE_FAILED',
    );
    expect(await rowOf(/cluster dev/)).toHaveTextContent('not known');
    expect(location()).toBe('/?over=1');
  });

  it('counts what waits for the reader, and lists exactly that', async () => {
    const api = someRequests();
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Waits for me 1' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /search/ })).toBeNull(),
    );
    expect(await rowOf(/payments-batch/)).toBeVisible();
    expect(location()).toBe('/?show=waiting');
    await reader.click(
      screen.getByRole('button', { name: 'Mine and my teams’ 1' }),
    );
    expect(await rowOf(/search/)).toBeVisible();
    expect(api.callsOf('listRequests').at(-1)).toEqual([
      {
        filter: { active: ['true'] },
        mine: true,
        orderField: 'updated,desc',
        limit: 100,
      },
    ]);
  });

  it('says what to do where nothing is there, nothing waits, and nothing fits', async () => {
    const reader = aReader();
    await render(new FakeRequestsApi());
    expect(await screen.findByText('Nothing is under way')).toBeVisible();
    await reader.click(
      screen.getByRole('button', { name: 'Show what is over' }),
    );
    expect(
      await screen.findByText('Nobody asked for anything yet'),
    ).toBeVisible();
    await reader.click(screen.getByRole('button', { name: /^Waits for me/ }));
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
  });

  it('clears filters that nothing fits', async () => {
    await render(someRequests(), '/?q=nothing-like-it');
    await aReader().click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await rowOf(/payments-batch/)).toBeVisible();
    expect(location()).toBe('/');
  });

  it('tells what is left of quotas, with what is over and what nobody knows', async () => {
    const api = someRequests();
    api.quotas = [aQuota()];
    await render(api);
    const table = await screen.findByRole('table', { name: 'Quota by team' });
    expect(table).toHaveTextContent('6 + 1 of 10');
    expect(table).toHaveTextContent('3 left');
    expect(table).toHaveTextContent('72 + 16 of 64 GiB');
    expect(table).toHaveTextContent('over by 24 GiB');
    expect(table).toHaveTextContent('not known of 2');
    expect(table).toHaveTextContent('400 USD + 128 USD, no limit');
  });

  it('says so where nobody has a quota', async () => {
    await render();
    expect(await screen.findByText('No team has a quota')).toBeVisible();
  });

  it('extends what ends soon, bound to what Git says, and says why', async () => {
    const api = someRequests();
    api.namespaces = [aNamespace()];
    await render(api);
    const reader = aReader();
    expect(await screen.findByText('ends in 3 days')).toBeVisible();
    await reader.click(
      screen.getByRole('button', { name: 'Extend payments-batch' }),
    );
    await screen.findByText(/moves its end from 26 Nov 2026 to 23 Dec 2026/);
    const dialog = within(screen.getByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Ask for it' });
    expect(confirm).toBeDisabled();
    await reader.type(
      dialog.getByRole('textbox', { name: /^Why/ }),
      'Tests go on',
    );
    await reader.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('createRequest')).toEqual([
      [
        expect.objectContaining({
          operation: 'extend',
          thing: aNamespace().thing.key,
          expiresOn: '2026-12-23',
          reason: 'Tests go on',
          base: {
            specHash: 'hash-in-git',
            commit: '0123456789abcdef0123456789abcdef01234567',
          },
        }),
      ],
    ]);
  });

  it('leads to the request that is under way instead of asking twice', async () => {
    const api = someRequests();
    api.namespaces = [aNamespace({ activeRequest: 'q9', isBusy: true })];
    await render(api);
    expect(
      await screen.findByRole('link', { name: 'Request under way' }),
    ).toHaveAttribute('href', '/eks-fleet/requests/q9');
    expect(screen.queryByRole('button', { name: /^Extend/ })).toBeNull();
  });

  it('offers no asking to who may not', async () => {
    const api = someRequests();
    api.namespaces = [aNamespace()];
    await render(api, '/', ['eks-fleet.request.create']);
    await screen.findByText('ends in 3 days');
    expect(screen.queryByText('Ask for a namespace')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Extend/ })).toBeNull();
  });

  it('names the right that is missing', async () => {
    const api = new FakeRequestsApi();
    api.failures.listRequests = responseError(403, 'no');
    await render(api);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.getByText(/eks-fleet.request.read/)).toBeVisible();
  });

  it('says how it is switched on where it is off', async () => {
    const api = new FakeRequestsApi();
    api.failures.listRequests = responseError(404, 'no such route');
    await render(api);
    expect(
      await screen.findByText('Nothing can be asked for here'),
    ).toBeVisible();
  });

  it('keeps what it had, and says so, where reading again fails', async () => {
    const api = someRequests();
    await render(api);
    await rowOf(/payments-batch/);
    api.failures.listRequests = responseError(503, 'The database is away');
    await aReader().click(
      screen.getByRole('button', { name: 'Also what is over' }),
    );
    expect(await screen.findByText(/The database is away/)).toBeVisible();
    expect(await rowOf(/payments-batch/)).toBeVisible();
  });
});
