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
import { Route, Routes } from 'react-router-dom';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRequestsApi } from '../../__testUtils__/FakeRequestsApi';
import { renderPage } from '../../__testUtils__/render';
import {
  aCost,
  aDiff,
  aPreflight,
  aRequest,
  anApplicationRequest,
  aSpec,
  someSteps,
} from '../../__testUtils__/requests';
import { RequestPage } from './RequestPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const POLL_MS = 10_000;

const withRequest = (part: Parameters<typeof aRequest>[0] = {}) => {
  const api = new FakeRequestsApi();
  api.requests = [aRequest(part)];
  return api;
};

const render = (requestsApi: FakeRequestsApi, id = 'q1') =>
  renderPage(
    <Routes>
      <Route path="/requests/:request" element={<RequestPage />} />
    </Routes>,
    { requestsApi, path: `/requests/${id}` },
  );

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('RequestPage', () => {
  useFixtureClock();

  it('shows the line with when and by whom each step was seen, and what happens now', async () => {
    await render(withRequest());
    const line = await region('How far it is');
    const steps = line
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(steps).toHaveLength(8);
    expect(steps[0]).toMatch(/^draftdone · .*from a persontook 4 s$/);
    expect(steps[1]).toMatch(
      /^waits for approvalunder way · .*from the portallonger than usual, which is 1 h$/,
    );
    expect(steps[2]).toBe('proposedto comeusually 40 min');
    expect(line.getByRole('status')).toHaveTextContent(
      'Now: Waits for somebody of platform to agree to it.',
    );
  });

  it('says what is wanted in words, why it needs an approval, and what it costs', async () => {
    await render(
      withRequest({
        cost: aCost({
          unknown: [
            { name: '20 GiB of io2', missing: 'its price', unchanged: false },
          ],
        }),
      }),
    );
    const wanted = await region('What is wanted');
    expect(wanted.getByText(/4 CPU, 16Gi of memory/)).toBeVisible();
    expect(wanted.getByText('team-payments may edit')).toBeVisible();
    const verdict = await region('May it be?');
    expect(
      verdict.getByText('The team has 8 GiB of memory left.'),
    ).toBeVisible();
    expect(
      verdict.getByText(/16 GiB asked, 56 GiB used or promised, limit 64 GiB/),
    ).toBeVisible();
    const cost = within(
      (await screen.findAllByRole('region', { name: 'Cost' }))[0],
    );
    expect(cost.getByText('at least 128 (98 to 158)')).toBeVisible();
    expect(cost.getByText(/20 GiB of io2/)).toBeVisible();
    expect(cost.getByText('Nodes are half full.')).toBeVisible();
  });

  it('shows of an application its environment, and which clusters that comes to', async () => {
    const api = new FakeRequestsApi();
    api.requests = [anApplicationRequest()];
    await render(api);
    const links = await region('Links');
    expect(links.getByText('2 clusters of prod')).toBeVisible();
    const clusters = links.getAllByRole('listitem');
    expect(clusters.map(({ textContent }) => textContent)).toEqual([
      'prod · 111122223333 · eu-west-1',
      'prod-2 · 111122223333 · us-east-1',
    ]);
    expect(within(clusters[0]).getByRole('link')).toBeVisible();
    expect(within(clusters[1]).queryByRole('link')).toBeNull();
    expect(links.queryByText('Cluster')).toBeNull();
    const wanted = await region('What is wanted');
    for (const words of [
      'image.tag=v1.4.2',
      'waits for somebody to sync it; deletes what is gone from the source',
      'stage · v1.4.2',
      'all of the environment that have the namespace',
    ]) {
      expect(wanted.getByText(words)).toBeVisible();
    }
  });

  it('says of an application that no cluster of its environment has', async () => {
    const api = new FakeRequestsApi();
    api.requests = [anApplicationRequest({ clusters: [] })];
    await render(api);
    const links = await region('Links');
    expect(links.getByText('no cluster of prod')).toBeVisible();
  });

  it('holds what was amended against what was asked for, field by field', async () => {
    await render(
      withRequest({
        asked: aSpec({
          quota: { ...(aSpec().quota as object), memoryRequests: '64Gi' },
        }),
      }),
    );
    const amended = await region('Amended since it was asked for');
    expect(
      amended.getByRole('row', { name: /quota.memoryRequests/ }),
    ).toHaveTextContent('quota.memoryRequests64Gi16Gi');
    expect(amended.getAllByRole('row')).toHaveLength(2);
  });

  it('shows hostile words as the words that they are', async () => {
    const api = withRequest({
      reason: HOSTILE,
      message: HOSTILE,
      problem: HOSTILE,
      spec: aSpec({ name: HOSTILE, evil: { [HOSTILE]: HOSTILE } }),
      comments: [
        {
          by: `user:default/${HOSTILE}`,
          at: '2026-11-23T11:00:00Z',
          text: HOSTILE,
        },
      ],
      links: {
        // eslint-disable-next-line no-script-url
        repository: 'javascript:alert(1)',
        application: {
          name: HOSTILE,
          // eslint-disable-next-line no-script-url
          url: 'javascript:alert(1)',
        },
        task: '../../evil',
      },
    });
    api.diff = aDiff({ diff: `+${HOSTILE}`, notes: [HOSTILE] });
    const { container } = await render(api);
    expect((await screen.findAllByText(HOSTILE)).length).toBeGreaterThan(3);
    expect(container.querySelector('img')).toBeNull();
    expect(
      [...container.querySelectorAll('a')].filter(({ href }) =>
        /javascript:|evil/.test(href),
      ),
    ).toEqual([]);
  });

  it('approves exactly what was shown', async () => {
    const api = withRequest();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(
        /payments-batch on prod is made once somebody merges it/,
      ),
    ).toBeVisible();
    expect(dialog.getByText(/4 CPU, 16Gi of memory/)).toBeVisible();
    await reader.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('decideRequest')).toEqual([
      ['q1', { verdict: 'approve', specHash: 'hash-of-what-was-shown' }],
    ]);
  });

  it('lets nobody approve what changed since it was opened', async () => {
    const api = withRequest();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = within(await screen.findByRole('dialog'));
    api.requests = [
      aRequest({
        specHash: 'another',
        spec: aSpec({
          quota: { ...(aSpec().quota as object), cpuRequests: '400' },
        }),
      }),
    ];
    await act(async () => {
      jest.advanceTimersByTime(POLL_MS);
    });
    expect(
      await dialog.findByText('It changed since you opened this'),
    ).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Approve' })).toBeDisabled();
    expect(dialog.queryByText(/400 CPU/)).toBeNull();
    await reader.click(
      dialog.getByRole('button', { name: 'Show what it asks for now' }),
    );
    expect(dialog.getByText(/400 CPU/)).toBeVisible();
    await reader.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('decideRequest')).toEqual([
      ['q1', { verdict: 'approve', specHash: 'another' }],
    ]);
  });

  it('looks again where the backend says that it changed', async () => {
    const api = withRequest();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = within(await screen.findByRole('dialog'));
    api.requests = [aRequest({ specHash: 'another' })];
    await reader.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(
      await dialog.findByText('It changed since you opened this'),
    ).toBeVisible();
    expect(dialog.getByText(/It asks for something else by now/)).toBeVisible();
  });

  it('rejects only with a reason', async () => {
    const api = withRequest();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Reject' }));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Reject' });
    expect(confirm).toBeDisabled();
    await reader.type(dialog.getByRole('textbox'), 'Too large');
    await reader.click(confirm);
    await waitFor(() =>
      expect(api.callsOf('decideRequest')).toEqual([
        [
          'q1',
          {
            verdict: 'reject',
            specHash: 'hash-of-what-was-shown',
            comment: 'Too large',
          },
        ],
      ]),
    );
  });

  it('amends a namespace, showing what differs and what that comes to', async () => {
    const api = withRequest();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Amend' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('Nothing is different from what is asked for.'),
    ).toBeVisible();
    const memory = dialog.getByRole('textbox', { name: /^Memory(?! limit)/ });
    await reader.clear(memory);
    await reader.type(memory, '4Gi');
    expect(
      dialog.getByRole('row', { name: /quota.memoryRequests/ }),
    ).toHaveTextContent('quota.memoryRequests16Gi4Gi');
    await reader.type(
      dialog.getByRole('textbox', { name: /others read it/ }),
      '4 Gi is enough',
    );
    await act(async () => {
      jest.advanceTimersByTime(500);
    });
    await waitFor(() =>
      expect(api.callsOf('preflightRequest').at(-1)).toEqual([
        expect.objectContaining({ request: 'q1', operation: 'create' }),
      ]),
    );
    await reader.click(dialog.getByRole('button', { name: 'Amend' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [[, decision]] = api.callsOf('decideRequest') as [
      [string, { spec: { quota: object } }],
    ];
    expect(decision).toMatchObject({
      verdict: 'amend',
      specHash: 'hash-of-what-was-shown',
      comment: '4 Gi is enough',
      spec: {
        quota: { memoryRequests: '4Gi', memoryLimits: '4Gi' },
        labels: {},
      },
    });
  });

  it('does not amend to what is wrong', async () => {
    const api = withRequest();
    api.preflight = () =>
      aPreflight({
        problems: [
          { field: 'spec.quota.memoryRequests', message: 'must be an amount' },
        ],
        verdict: undefined,
      });
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Amend' }));
    const dialog = within(await screen.findByRole('dialog'));
    await reader.type(
      dialog.getByRole('textbox', { name: /^Memory(?! limit)/ }),
      'x',
    );
    await reader.type(
      dialog.getByRole('textbox', { name: /others read it/ }),
      'why',
    );
    await act(async () => {
      jest.advanceTimersByTime(500);
    });
    expect(await dialog.findByText('Memory must be an amount')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Amend' })).toBeDisabled();
  });

  it('offers nothing that the reader may not do, and says why', async () => {
    await render(
      withRequest({
        rights: {
          decide: false,
          amend: false,
          comment: false,
          cancel: true,
          whyNot: { decide: 'You asked for it, so somebody else has to.' },
        },
      }),
    );
    expect(
      await screen.findByText('You asked for it, so somebody else has to.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Take back' })).toBeVisible();
  });

  it('asks to type what goes before a deletion is approved', async () => {
    await render(withRequest({ operation: 'delete', before: aSpec() }));
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Approve' });
    expect(confirm).toBeDisabled();
    await reader.type(
      dialog.getByRole('textbox', { name: /payments-batch on prod/ }),
      'payments-batch on prod',
    );
    expect(confirm).toBeEnabled();
  });

  it('says what went wrong with what failed', async () => {
    await render(
      withRequest({
        state: 'failed',
        isOver: true,
        message: 'Argo CD refused it',
        waiting: undefined,
        steps: [
          ...someSteps().slice(0, 1),
          { state: 'proposed', status: 'stopped', at: '2026-11-23T11:00:00Z' },
        ],
        rights: { decide: false, amend: false, comment: true, cancel: false },
      }),
    );
    const line = await region('How far it is');
    expect(line.getByRole('status')).toHaveTextContent(/^Argo CD refused it$/);
    expect(line.getByText(/it went no further/)).toBeVisible();
  });

  it('marks an approval that does not count any more', async () => {
    await render(
      withRequest({
        decisions: [
          {
            verdict: 'approve',
            by: 'user:default/bo',
            at: '2026-11-23T10:30:00Z',
            specHash: 'old',
            voided: { at: '2026-11-23T11:00:00Z', message: 'It was amended' },
          },
        ],
      }),
    );
    const talk = await region('Decisions and comments');
    expect(talk.getByText('bo approved it')).toBeVisible();
    expect(
      talk.getByText('This does not count any more: It was amended'),
    ).toBeVisible();
  });

  it('takes comments', async () => {
    const api = withRequest();
    await render(api);
    const talk = await region('Decisions and comments');
    const reader = aReader();
    await reader.type(talk.getByRole('textbox'), 'Which jobs?');
    await reader.click(talk.getByRole('button', { name: 'Comment' }));
    expect(
      await talk.findByText('Which jobs?', { selector: 'p' }),
    ).toBeVisible();
  });

  it('tells apart what is not there from what fails', async () => {
    await render(new FakeRequestsApi(), 'gone');
    expect(await screen.findByText('There is no such request')).toBeVisible();
    const failing = withRequest();
    failing.failures.getRequestDiff = responseError(502, 'Git host is down');
    await render(failing);
    expect(await screen.findByText(/Git host is down/)).toBeVisible();
  });
});
