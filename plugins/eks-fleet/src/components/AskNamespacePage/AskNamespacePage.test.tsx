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
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { renderPage } from '../../__testUtils__/render';
import {
  aPlacement,
  aPreflight,
  aPreviewOfRequest,
  CLUSTER_KEY,
  PAYMENTS,
  prodCluster,
  someOptions,
} from '../../__testUtils__/requests';
import { AskNamespacePage } from './AskNamespacePage';

const PATH = `/?${new URLSearchParams({
  owner: PAYMENTS,
  environment: 'prod',
  name: 'payments-batch',
})}`;
const OTHER_KEY = 'cluster/111122223333/eu-central-1/other';
const location = () => screen.getByTestId('location').textContent;

const settle = () =>
  act(async () => {
    jest.advanceTimersByTime(500);
  });

async function render(api = new FakeRequestsApi(), path = PATH) {
  await renderPage(<AskNamespacePage />, { requestsApi: api, path });
  await screen.findByText(/Which namespace do you need/);
  // Placement first, and with the cluster that it finds the preflight.
  await settle();
  await settle();
  return api;
}

const live = () =>
  within(screen.getByRole('region', { name: 'May I have it?' }));
const review = () => live().getByRole('button', { name: 'Review' });
const type = async (name: RegExp, text: string) => {
  await aReader().type(screen.getByRole('textbox', { name }), text);
  await settle();
};

describe('AskNamespacePage', () => {
  useFixtureClock();

  it('goes from the form over the review to the request', async () => {
    const api = await render();
    const reader = aReader();
    expect(live().getByText('may go ahead')).toBeVisible();
    expect(
      live().getByText('Still to fill in: why you need it.'),
    ).toBeVisible();
    expect(review()).toBeDisabled();
    await type(/^Why do you need it/, 'Night jobs');
    await reader.click(review());
    expect(
      await screen.findByRole('region', { name: 'The change' }),
    ).toHaveTextContent('+kind: Namespace');
    await reader.click(screen.getByRole('button', { name: 'Ask for it' }));
    await waitFor(() => expect(location()).toBe('/eks-fleet/requests/new'));
    const [[submission]] = api.callsOf('createRequest');
    expect(submission).toMatchObject({
      kind: 'namespace',
      operation: 'create',
      owner: PAYMENTS,
      reason: 'Night jobs',
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      spec: {
        name: 'payments-batch',
        cluster: {
          accountId: '111122223333',
          region: 'eu-west-1',
          name: 'prod',
        },
        quota: { cpuRequests: '2', memoryRequests: '4Gi' },
      },
    });
  });

  it('asks once for what is typed letter by letter', async () => {
    const api = await render();
    const before = api.callsOf('preflightRequest').length;
    await type(/^CPU/, '000');
    expect(api.callsOf('preflightRequest').length - before).toBe(1);
  });

  it('waits no more for what nobody asks any more', async () => {
    const api = await render();
    let answer = () => {};
    api.hold = new Promise(resolve => {
      answer = resolve;
    });
    await type(/^CPU/, '0');
    const [late] = api.signals.slice(-1);
    expect(late.aborted).toBe(false);
    await type(/^CPU/, '0');
    expect(late.aborted).toBe(true);
    expect(api.signals.at(-1)?.aborted).toBe(false);
    await act(async () => answer());
    await settle();
    expect(live().getByText('may go ahead')).toBeVisible();
    expect(live().queryByText(/could not be checked/)).toBeNull();
  });

  it('says what is missing before it can tell anything', async () => {
    const api = await render(new FakeRequestsApi(), '/');
    expect(
      live().getByText(
        'Fill in the team, the environment, the name, the cluster to see whether you may have it, and what it costs.',
      ),
    ).toBeVisible();
    expect(api.callsOf('preflightRequest')).toEqual([]);
    expect(review()).toBeDisabled();
  });

  it('does not send what is denied, and marks the field', async () => {
    const api = new FakeRequestsApi();
    api.preflight = () =>
      aPreflight({
        verdict: {
          outcome: 'deny',
          reasons: [
            {
              code: 'quotaExceeded',
              outcome: 'deny',
              field: 'quota.memoryRequests',
              message: 'The team has 1 GiB left.',
            },
          ],
        },
      });
    await render(api);
    await type(/^Why do you need it/, 'Night jobs');
    expect(live().getByText('is denied')).toBeVisible();
    expect(screen.getAllByText('The team has 1 GiB left.')).toHaveLength(2);
    expect(review()).toBeDisabled();
  });

  it('tells of a name at once that nobody gets', async () => {
    await render(new FakeRequestsApi(), '/');
    await type(/^Name/, 'kube-system');
    expect(
      screen.getByText(/kube-system is reserved by kube-\*/),
    ).toBeVisible();
    await aReader().clear(screen.getByRole('textbox', { name: /^Name/ }));
    await type(/^Name/, '<b>');
    expect(screen.getByText(/Only lower-case letters/)).toBeVisible();
  });

  it('takes the cluster that fits best until somebody chooses', async () => {
    const api = new FakeRequestsApi();
    api.placements = [
      aPlacement(),
      aPlacement({
        clusterKey: OTHER_KEY,
        rank: 2,
        cluster: { ...prodCluster, name: 'other', region: 'eu-central-1' },
      }),
      aPlacement({
        clusterKey: 'cluster/111122223333/eu-west-1/old',
        rank: undefined,
        cluster: { ...prodCluster, name: 'old' },
        reasons: [
          {
            code: 'version',
            weight: 'deny',
            message: '1.30 is out of support',
          },
        ],
      }),
    ];
    await render(api);
    expect(screen.getByRole('radio', { name: /^prod/ })).toBeChecked();
    expect(screen.queryByRole('radio', { name: /^old/ })).toBeNull();
    expect(screen.getByText('1.30 is out of support')).toBeInTheDocument();
    await aReader().click(screen.getByRole('radio', { name: /^other/ }));
    await settle();
    expect(api.callsOf('preflightRequest').at(-1)).toMatchObject([
      { spec: { cluster: { name: 'other', region: 'eu-central-1' } } },
    ]);
  });

  it('says so where no cluster fits', async () => {
    const api = new FakeRequestsApi();
    api.placements = [aPlacement({ rank: undefined })];
    await render(api);
    expect(screen.getByText('No cluster fits')).toBeVisible();
    expect(review()).toBeDisabled();
  });

  it('shows how it stands now where it changed before it was sent', async () => {
    const api = await render();
    const reader = aReader();
    await type(/^Why do you need it/, 'Night jobs');
    await reader.click(review());
    await screen.findByRole('region', { name: 'The change' });
    api.failures.createRequest = responseError(409, 'Somebody was faster.');
    api.preview = () =>
      aPreviewOfRequest({
        problems: [{ field: 'spec.name', message: 'is taken' }],
      });
    await reader.click(screen.getByRole('button', { name: 'Ask for it' }));
    expect(
      await screen.findByText('It changed while you looked at it'),
    ).toBeVisible();
    expect(await screen.findByText(/name is taken/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Ask for it' })).toBeDisabled();
  });

  it('sends the same key again after an answer that got lost', async () => {
    const api = await render();
    const reader = aReader();
    await type(/^Why do you need it/, 'Night jobs');
    await reader.click(review());
    await screen.findByRole('region', { name: 'The change' });
    api.failures.createRequest = responseError(502, 'Bad gateway');
    const send = screen.getByRole('button', { name: 'Ask for it' });
    await reader.click(send);
    expect(await screen.findByText(/Bad gateway/)).toBeVisible();
    delete api.failures.createRequest;
    await reader.click(send);
    await waitFor(() => expect(api.callsOf('createRequest')).toHaveLength(2));
    const [[first], [second]] = api.callsOf('createRequest') as [
      [{ idempotencyKey: string }],
      [{ idempotencyKey: string }],
    ];
    expect(second.idempotencyKey).toBe(first.idempotencyKey);
  });

  it('keeps a cluster of an address, and what was filled in, when it goes back', async () => {
    await render(
      new FakeRequestsApi(),
      `${PATH}&cluster=${encodeURIComponent(CLUSTER_KEY)}`,
    );
    const reader = aReader();
    await type(/^Why do you need it/, 'Night jobs');
    await reader.click(review());
    await screen.findByRole('region', { name: 'The change' });
    await reader.click(
      screen.getByRole('button', { name: 'Back to the form' }),
    );
    expect(
      screen.getByRole('textbox', { name: /^Why do you need it/ }),
    ).toHaveValue('Night jobs');
  });

  it.each([
    [{ kinds: [] }, 'Namespaces can not be asked for here'],
    [{ owners: [] }, 'You are in no group that namespaces could be for'],
    [{ halted: 'Somebody halted it.' }, 'All writing to Git is halted'],
  ])('says with %j why, and what to do', async (part, text) => {
    const api = new FakeRequestsApi();
    api.options = someOptions(part);
    await render(api);
    expect(screen.getByText(text)).toBeVisible();
  });

  it('names the right that is missing', async () => {
    const api = new FakeRequestsApi();
    api.failures.getRequestOptions = responseError(403, 'no');
    await render(api);
    expect(screen.getByText(/eks-fleet.request.create/)).toBeVisible();
  });
});
