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
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { thirdWave, waitsForApproval } from '../../__testUtils__/demoRollouts';
import { renderPage } from '../../__testUtils__/render';
import { anOutcome, aRollout } from '../../__testUtils__/rollouts';
import { RolloutsPage } from './RolloutsPage';

const location = () => screen.getByTestId('location').textContent;

function render(
  rolloutsApi: FakeRolloutsApi,
  options: { path?: string; denied?: string[] } = {},
) {
  return renderPage(<RolloutsPage />, { rolloutsApi, ...options });
}

async function rowOf(title: string) {
  const link = await screen.findByRole('link', { name: title });
  return link.closest('li')!;
}

describe('RolloutsPage', () => {
  useFixtureClock();

  it('tells of each rollout what it changes, how far it is, why it waits and when it ends', async () => {
    await render(new FakeRolloutsApi([thirdWave(), waitsForApproval()]));
    const row = await rowOf('Autumn');
    expect(row).toHaveTextContent('1.33 → 1.34');
    expect(row).toHaveTextContent('running');
    expect(row).toHaveTextContent('14 succeeded1 failed22 to go3 under way');
    expect(row).toHaveTextContent(/Waits: Wave 3 stands still for the alarm/);
    expect(row).toHaveTextContent(/until 1\d:10 at the earliest/);
    expect(row).toHaveTextContent(
      'Ends about 14 Dec (p90 19 Dec), before 1.33 leaves standard support on 12 Jan 2027',
    );
    expect(
      within(row).getByRole('listitem', {
        name: 'Wave 3, staging: running, 5 of 8 done, 1 failed',
      }),
    ).toBeVisible();
    expect(within(row).getByRole('link', { name: 'Autumn' })).toHaveAttribute(
      'href',
      '/eks-fleet/rollouts/third',
    );
    const waiting = await rowOf('Payments first');
    expect(
      within(waiting).getByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
  });

  it('never lets an end with failures look like a good one', async () => {
    await render(
      new FakeRolloutsApi([
        aRollout({
          id: 'bad',
          title: 'Bad',
          lifecycle: 'done',
          outcome: anOutcome({ total: 2, succeeded: 1, failed: 1 }),
        }),
        aRollout({
          id: 'good',
          title: 'Good',
          lifecycle: 'done',
          outcome: anOutcome({ total: 2, succeeded: 2 }),
        }),
      ]),
    );
    const bad = within(await rowOf('Bad')).getByText('done with failures');
    const good = within(await rowOf('Good')).getByText('done');
    expect(bad.closest('[data-tone]')).toHaveAttribute('data-tone', 'danger');
    expect(good.closest('[data-tone]')).toHaveAttribute('data-tone', 'success');
  });

  it('parts what moves, what is planned and what is over', async () => {
    await render(
      new FakeRolloutsApi([
        thirdWave(),
        aRollout({ id: 'd', title: 'Draft', lifecycle: 'draft' }),
        aRollout({ id: 'c', title: 'Gone', lifecycle: 'cancelled' }),
      ]),
    );
    for (const [name, title] of [
      ['Running and waiting', 'Autumn'],
      ['Planned and drafts', 'Draft'],
      ['Over', 'Gone'],
    ]) {
      const region = await screen.findByRole('region', { name });
      expect(within(region).getByRole('link', { name: title })).toBeVisible();
    }
  });

  it('keeps its filters in the address and asks the backend with them', async () => {
    const api = new FakeRolloutsApi([
      thirdWave(),
      aRollout({ id: 'd', title: 'Draft', lifecycle: 'draft' }),
    ]);
    await render(api, { path: '/?q=a' });
    await aReader().click(
      await screen.findByRole('button', { name: 'draft 1' }),
    );
    await waitFor(() => expect(location()).toBe('/?lifecycle=draft&q=a'));
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Autumn' })).toBeNull(),
    );
    expect(api.callsOf('listRollouts').at(-1)).toEqual([
      {
        filter: { lifecycle: ['draft'] },
        fullTextFilterTerm: 'a',
        limit: 100,
      },
    ]);
    await aReader().click(screen.getByRole('button', { name: 'Waits for me' }));
    await waitFor(() =>
      expect(api.callsOf('listRollouts').at(-1)).toMatchObject([
        { filter: { waitsFor: [expect.stringMatching(/^user:/)] } },
      ]),
    );
    expect(
      await screen.findByText('No rollout fits these filters'),
    ).toBeVisible();
    await aReader().click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rowOf('Autumn')).toBeVisible();
    expect(location()).toBe('/');
  });

  it('says what a rollout is where there is none, and leads to planning', async () => {
    await render(new FakeRolloutsApi());
    expect(
      await screen.findByText('No rollout has been planned yet'),
    ).toBeVisible();
    for (const link of screen.getAllByRole('link', {
      name: 'Plan a rollout',
    })) {
      expect(link).toHaveAttribute('href', '/eks-fleet/rollouts/new');
    }
  });

  it('offers neither planning nor stopping to who may not', async () => {
    await render(new FakeRolloutsApi([thirdWave()]), {
      denied: ['eks-fleet.rollout.plan', 'eks-fleet.fleet.stop'],
    });
    await rowOf('Autumn');
    expect(screen.queryByRole('link', { name: 'Plan a rollout' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Stop the fleet' })).toBeNull();
  });

  it('stops the fleet only once the words are typed and a reason is given', async () => {
    const api = new FakeRolloutsApi([thirdWave()]);
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Stop the fleet' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      /stop writing outward within one reconcile/,
    );
    const stop = within(dialog).getByRole('button', { name: 'Stop the fleet' });
    await reader.type(within(dialog).getByLabelText(/^Why/), 'DNS is down');
    expect(stop).toBeDisabled();
    await reader.type(
      within(dialog).getByLabelText(/^Type “stop the fleet”/),
      'stop the fleet',
    );
    await reader.click(stop);
    expect(api.callsOf('setFleetStop')).toEqual([
      [{ stopped: true, reason: 'DNS is down', confirm: 'stop the fleet' }],
    ]);
    expect(
      await screen.findByText(
        'The fleet is stopped: nothing is written outward',
      ),
    ).toBeVisible();
    expect(screen.getByText(/By guest.*: DNS is down/)).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Let the fleet go on' }),
    ).toBeVisible();
  });

  it('says in the dialog what the backend objects to', async () => {
    const api = new FakeRolloutsApi([thirdWave()]);
    api.stop = { stopped: true, by: 'user:default/sam', reason: 'DNS' };
    api.failures.setFleetStop = responseError(403, 'Only a person may');
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Let the fleet go on' }),
    );
    const dialog = await screen.findByRole('dialog');
    await reader.type(within(dialog).getByLabelText(/^Why/), 'DNS is back');
    await reader.type(
      within(dialog).getByLabelText(/^Type/),
      'let the fleet go on',
    );
    await reader.click(
      within(dialog).getByRole('button', { name: 'Let the fleet go on' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Only a person may',
    );
  });

  it('loads more when asked', async () => {
    await render(
      new FakeRolloutsApi(
        Array.from({ length: 120 }, (_, index) =>
          aRollout({ id: `r${index}`, title: `Rollout ${index}` }),
        ),
      ),
    );
    await rowOf('Rollout 99');
    expect(screen.queryByRole('link', { name: 'Rollout 100' })).toBeNull();
    await aReader().click(screen.getByRole('button', { name: 'Load more' }));
    expect(await rowOf('Rollout 119')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeRolloutsApi();
    api.listRollouts = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The list of rollouts'),
    ).toBeInTheDocument();
  });

  it.each([
    [503, /The list of rollouts could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.rollout\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeRolloutsApi();
    api.failures.listRollouts = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('keeps what it has, with its age, while it cannot be read again', async () => {
    const api = new FakeRolloutsApi([thirdWave()]);
    await render(api);
    await rowOf('Autumn');
    api.failures.listRollouts = responseError(503, 'The database sleeps');
    await act(async () => jest.advanceTimersByTime(11_000));
    expect(await screen.findByText(/Shown as of/)).toBeVisible();
    expect(await rowOf('Autumn')).toBeVisible();
  });
});
