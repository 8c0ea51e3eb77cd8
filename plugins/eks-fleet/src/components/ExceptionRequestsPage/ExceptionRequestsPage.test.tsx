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
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aRequest } from '../../__testUtils__/exceptionRequests';
import { giveElementsSize } from '../../__testUtils__/layout';
import {
  aClusterRef,
  FINGERPRINT,
  POLICY_ID,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { ExceptionsPage } from '../ExceptionsPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const NO_RIGHTS = { decide: false, cancel: false, remove: false };
const location = () => screen.getByTestId('location').textContent;
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

function someRequests() {
  const api = new FakePoliciesApi();
  api.requests = [
    aRequest({ reason: HOSTILE }),
    aRequest({
      id: 'r2',
      state: 'inForce',
      message: 'In force on 1 cluster',
      policy: {
        id: POLICY_ID,
        engine: 'gatekeeper',
        kind: 'K8sNoLatest',
        name: 'no-latest',
      },
      scope: { kind: 'namespace', namespace: 'search' },
      rendering: 'gatekeeper',
      clusters: [
        { cluster: aClusterRef(), inForceAt: '2026-11-23T11:00:00Z' },
        { cluster: aClusterRef({ arn: 'arn:2', name: 'dev' }) },
      ],
      inForceOn: 1,
      requestedBy: 'user:default/guest',
      decision: {
        verdict: 'approve',
        by: 'user:default/bo',
        at: '2026-11-22T12:00:00Z',
        comment: 'Until the migration',
      },
      pullRequest: {
        number: 7,
        url: 'https://git.example.com/fleet/pull/7',
        state: 'merged',
        mergedBy: 'octo',
        mergedAt: '2026-11-23T10:30:00Z',
      },
      rights: { decide: false, cancel: false, remove: true },
    }),
  ];
  return api;
}

const render = (policiesApi = someRequests(), path = '/?tab=requests') =>
  renderPage(<ExceptionsPage />, { policiesApi, path });
const panelOf = async (name: string) =>
  within(await screen.findByRole('dialog', { name }));

describe('requests for exceptions', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('tells of each how far it is, from what, for what, where, who asked and until when', async () => {
    const { container } = await render();
    const waiting = await rowOf(/require-requests/);
    expect(waiting).toHaveTextContent('waits for approval');
    expect(waiting).toHaveTextContent('Deployment checkout/api');
    expect(waiting).toHaveTextContent(HOSTILE);
    expect(container.querySelector('img')).toBeNull();
    expect(waiting).toHaveTextContent('in force on 0 of 1 cluster');
    expect(waiting).toHaveTextContent('ana');
    expect(waiting).toHaveTextContent('23 Dec 2026');
    const inForce = await rowOf(/no-latest/);
    expect(inForce).toHaveTextContent('in force');
    expect(inForce).toHaveTextContent('the namespace search');
    expect(inForce).toHaveTextContent('prod, dev');
    expect(inForce).toHaveTextContent('in force on 1 of 2 clusters');
    expect(within(inForce).getByRole('link', { name: '#7' })).toHaveAttribute(
      'href',
      'https://git.example.com/fleet/pull/7',
    );
    expect(inForce).toHaveTextContent('merged');
  });

  it('is a tab beside what is in the clusters', async () => {
    await render();
    await rowOf(/no-latest/);
    expect(screen.getByRole('link', { name: 'Requests' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(
      screen.getByRole('link', { name: 'In the clusters' }),
    ).toHaveAttribute('href', '/eks-fleet/policies/exceptions');
  });

  it('keeps its filters in the address', async () => {
    const api = someRequests();
    await render(api);
    const reader = aReader();
    await rowOf(/no-latest/);
    await reader.click(screen.getByRole('button', { name: 'Waits for me' }));
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /no-latest/ })).toBeNull(),
    );
    expect(location()).toBe('/?tab=requests&waits=me');
    await reader.click(screen.getByRole('button', { name: 'Asked by me' }));
    expect(
      await screen.findByText('No request fits these filters'),
    ).toBeVisible();
    await reader.click(screen.getByRole('button', { name: 'Clear filters' }));
    await reader.click(screen.getByRole('button', { name: 'in force' }));
    expect(await rowOf(/no-latest/)).toBeVisible();
    expect(location()).toBe('/?tab=requests&state=inForce');
    expect(api.callsOf('listExceptionRequests').at(-1)).toEqual([
      { states: ['inForce'], limit: 100 },
    ]);
  });

  it('opens one at the side with its life, decision, clusters, files and what happened', async () => {
    await render();
    await aReader().click(
      await screen.findByRole('button', {
        name: 'Open the request for no-latest',
      }),
    );
    expect(location()).toBe('/?tab=requests&request=r2');
    const panel = await panelOf('no-latest');
    const steps = await panel.findByRole('region', { name: 'Progress' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^Asked fordone.*guest$/),
      expect.stringMatching(/^Approved by a second persondone.*bo$/),
      expect.stringMatching(/^Merged in Gitdone.*octo$/),
      expect.stringMatching(/^In force on all of its clustersdone/),
      expect.stringMatching(/^Endedunder way/),
      expect.stringMatching(/^Gone from its clustersto come/),
    ]);
    expect(panel.getByText('Until the migration')).toBeVisible();
    expect(panel.getByText(/bo approved/)).toBeVisible();
    const clusters = panel.getByRole('region', { name: 'On its clusters' });
    expect(clusters).toHaveTextContent('in force on 1 of 2 clusters');
    expect(clusters).toHaveTextContent('not seen there yet');
    expect(panel.getByText('its end')).toBeVisible();
    expect(panel.getByRole('link', { name: 'The finding' })).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?open=${FINGERPRINT}`,
    );
    expect(panel.getByRole('region', { name: 'Files' })).toHaveTextContent(
      'kind: PolicyException',
    );
    expect(
      panel.getByRole('region', { name: 'What happened' }),
    ).toHaveTextContent('Asked for');
    expect(panel.queryByRole('button', { name: 'Approve' })).toBeNull();
    await aReader().keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/?tab=requests'));
  });

  it('lets a second person approve exactly what was shown, after asking once', async () => {
    const api = someRequests();
    await render(api, '/?request=r1');
    const reader = aReader();
    const panel = await panelOf('require-requests');
    expect(
      await panel.findByText(
        'somebody else who may approve exceptions on each of its clusters',
      ),
    ).toBeVisible();
    await reader.click(panel.getByRole('button', { name: 'Approve' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Approve this exception?' }),
    );
    expect(
      dialog.getByText(
        /exempts Deployment checkout\/api from require-requests on 1 cluster/,
      ),
    ).toBeVisible();
    expect(dialog.getByText(/kind: PolicyException/)).toBeVisible();
    expect(api.callsOf('decideExceptionRequest')).toEqual([]);
    await reader.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Fine');
    await reader.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(
      await panel.findByText('The pull request is being opened'),
    ).toBeVisible();
    expect(api.callsOf('decideExceptionRequest')).toEqual([
      [
        'r1',
        {
          verdict: 'approve',
          comment: 'Fine',
          contentHash: 'hash-of-what-was-shown',
        },
      ],
    ]);
    expect(panel.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(await rowOf(/require-requests/)).toHaveTextContent('proposed');
  });

  it('rejects with a comment only', async () => {
    const api = someRequests();
    await render(api, '/?request=r1');
    const reader = aReader();
    const panel = await panelOf('require-requests');
    await reader.click(await panel.findByRole('button', { name: 'Reject' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Reject this exception?' }),
    );
    const reject = dialog.getByRole('button', { name: 'Reject' });
    expect(reject).toBeDisabled();
    await reader.type(dialog.getByRole('textbox', { name: /Comment/ }), 'No');
    await reader.click(reject);
    expect(await panel.findByText(/guest rejected/)).toBeVisible();
    expect(api.callsOf('decideExceptionRequest')).toEqual([
      [
        'r1',
        {
          verdict: 'reject',
          comment: 'No',
          contentHash: 'hash-of-what-was-shown',
        },
      ],
    ]);
  });

  it('does not let who asked decide, and says so', async () => {
    const api = new FakePoliciesApi();
    api.requests = [
      aRequest({
        requestedBy: 'user:default/guest',
        rights: { ...NO_RIGHTS, cancel: true },
      }),
    ];
    await render(api, '/?request=r1');
    const panel = await panelOf('require-requests');
    expect(
      await panel.findByText('Waits for somebody else to agree to it'),
    ).toBeVisible();
    expect(
      await panel.findByText(
        'You asked for it, so somebody else has to approve or reject it.',
      ),
    ).toBeVisible();
    expect(panel.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(panel.queryByRole('button', { name: 'Reject' })).toBeNull();
    expect(panel.getByRole('button', { name: 'Cancel request' })).toBeVisible();
  });

  it.each([
    [403, 'Who asked for an exception cannot decide it'],
    [409, 'It is another request than the one that was looked at; look again'],
  ])(
    'shows the words in which %i refuses a decision',
    async (status, words) => {
      const api = someRequests();
      api.failures.decideExceptionRequest = responseError(status, words);
      await render(api, '/?request=r1');
      const reader = aReader();
      const panel = await panelOf('require-requests');
      await reader.click(await panel.findByRole('button', { name: 'Approve' }));
      const dialog = within(
        await screen.findByRole('dialog', { name: 'Approve this exception?' }),
      );
      await reader.click(dialog.getByRole('button', { name: 'Approve' }));
      expect(await dialog.findByRole('alert')).toHaveTextContent(words);
      expect(api.requests[0].state).toBe('pendingApproval');
    },
  );

  it.each([
    [
      'r1',
      'Cancel request',
      'Cancel this request?',
      'cancelExceptionRequest' as const,
    ],
    [
      'r2',
      'Remove early',
      'End this exception now?',
      'removeException' as const,
    ],
  ])(
    'asks once before %s is ended by “%s”',
    async (id, word, title, method) => {
      const api = someRequests();
      await render(api, `/?request=${id}`);
      const reader = aReader();
      await reader.click(await screen.findByRole('button', { name: word }));
      const dialog = within(await screen.findByRole('dialog', { name: title }));
      expect(api.callsOf(method)).toEqual([]);
      await reader.click(dialog.getByRole('button', { name: word }));
      await waitFor(() => expect(api.callsOf(method)).toEqual([[id]]));
      await waitFor(() =>
        expect(screen.queryByRole('button', { name: word })).toBeNull(),
      );
    },
  );

  it('says that the one of a link is not there', async () => {
    await render(undefined, '/?request=r9');
    expect(await screen.findByText('There is no such request')).toBeVisible();
    expect(await rowOf(/no-latest/)).toBeVisible();
  });

  it('says what would be here', async () => {
    await render(new FakePoliciesApi());
    expect(
      await screen.findByText('Nobody asked for an exception'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the findings' })).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = someRequests();
    api.listExceptionRequests = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The list of requests'),
    ).toBeInTheDocument();
  });

  it('keeps what it knows while it cannot be read again', async () => {
    const api = someRequests();
    await render(api);
    await rowOf(/no-latest/);
    api.failures.listExceptionRequests = responseError(503, 'It sleeps');
    await act(() => jest.advanceTimersByTimeAsync(31_000));
    expect(await screen.findByText(/It sleeps/)).toBeVisible();
    expect(await rowOf(/no-latest/)).toBeVisible();
  });

  it.each([
    [503, /The list of requests could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = someRequests();
    api.failures.listExceptionRequests = responseError(
      status,
      'The database sleeps',
    );
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
