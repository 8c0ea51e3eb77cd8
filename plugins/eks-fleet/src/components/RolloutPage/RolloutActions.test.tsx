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
import { Route, Routes } from 'react-router-dom';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import {
  aPreview,
  thirdWave,
  thirdWaveCells,
} from '../../__testUtils__/demoRollouts';
import { renderPage } from '../../__testUtils__/render';
import { NO_RIGHTS } from '../../__testUtils__/rollouts';
import { RolloutsRoutes } from '../RolloutsRoutes';

const location = () => screen.getByTestId('location').textContent;

function demo(): FakeRolloutsApi {
  const api = new FakeRolloutsApi([thirdWave()]);
  api.cells.third = thirdWaveCells();
  return api;
}

function render(rolloutsApi: FakeRolloutsApi, path = '/third') {
  return renderPage(
    <Routes>
      <Route path="/eks-fleet/rollouts/*" element={<RolloutsRoutes />} />
    </Routes>,
    { rolloutsApi, path: `/eks-fleet/rollouts${path}` },
  );
}

describe('what can be done with a rollout', () => {
  useFixtureClock();

  it('says before pausing what finishes and what will not start', async () => {
    const api = demo();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Pause' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Pause: Autumn?',
    });
    expect(dialog).toHaveTextContent(
      '3 cells in flight will finish, 19 cells will not start.',
    );
    await reader.type(within(dialog).getByLabelText(/^Why/), 'Game day');
    await reader.click(within(dialog).getByRole('button', { name: 'Pause' }));
    expect(api.callsOf('actOnRollout')).toEqual([
      [
        'third',
        { act: 'pause', revision: 3, reason: 'Game day', wave: undefined },
      ],
    ]);
    expect(await screen.findByRole('button', { name: 'Resume' })).toBeVisible();
  });

  it('cancels only once the name is typed', async () => {
    const api = demo();
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'More that can be done' }),
    );
    await reader.click(
      await screen.findByRole('menuitem', { name: 'Cancel the rollout' }),
    );
    const dialog = await screen.findByRole('dialog', { name: /^Cancel/ });
    const cancel = within(dialog).getByRole('button', {
      name: 'Cancel the rollout',
    });
    expect(dialog).toHaveTextContent(/19 cells will never start/);
    expect(cancel).toBeDisabled();
    await reader.type(within(dialog).getByLabelText(/^Type/), '1-34-autumn');
    await reader.click(cancel);
    await waitFor(() =>
      expect(api.callsOf('actOnRollout')[0]).toMatchObject([
        'third',
        { act: 'cancel' },
      ]),
    );
  });

  it('skips the wave that was chosen', async () => {
    const api = demo();
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'More that can be done' }),
    );
    await reader.click(
      await screen.findByRole('menuitem', { name: 'Skip a wave' }),
    );
    const dialog = await screen.findByRole('dialog', { name: /^Skip/ });
    expect(dialog).toHaveTextContent('3 cells of wave staging');
    await reader.click(within(dialog).getByRole('button', { name: /Wave/ }));
    await reader.click(
      await screen.findByRole('option', { name: '5 prod-rest' }),
    );
    expect(dialog).toHaveTextContent('21 cells of wave prod-rest');
    await reader.click(
      within(dialog).getByRole('button', { name: 'Skip a wave' }),
    );
    await waitFor(() =>
      expect(api.callsOf('actOnRollout')[0]).toMatchObject([
        'third',
        { act: 'skipWave', wave: 5 },
      ]),
    );
  });

  it('says in the dialog that somebody else was quicker', async () => {
    const api = demo();
    api.failures.actOnRollout = responseError(409, 'It was edited in between');
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Pause' }));
    const dialog = await screen.findByRole('dialog');
    await reader.click(within(dialog).getByRole('button', { name: 'Pause' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It was edited in between',
    );
  });

  it('plans the stragglers of what is over and leads to them', async () => {
    const api = new FakeRolloutsApi([
      { ...thirdWave(), lifecycle: 'done', endedAt: '2026-11-23T11:00:00Z' },
    ]);
    await render(api);
    const reader = aReader();
    expect(await screen.findByText('done with failures')).toBeVisible();
    await reader.click(
      screen.getByRole('button', { name: 'Plan the stragglers' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/never reached: 23 cells/);
    await reader.click(
      within(dialog).getByRole('button', { name: 'Plan the stragglers' }),
    );
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/third-2'));
    expect(
      await screen.findByRole('link', { name: 'Open that rollout' }),
    ).toHaveAttribute('href', '/eks-fleet/rollouts/third');
  });

  it('offers nothing to who may do nothing', async () => {
    await render(new FakeRolloutsApi([{ ...thirdWave(), may: NO_RIGHTS }]));
    await screen.findByRole('heading', { name: 'Autumn' });
    for (const name of ['Pause', 'More that can be done']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('does not start what has errors, and says which', async () => {
    await render(
      new FakeRolloutsApi([
        {
          ...thirdWave(),
          lifecycle: 'planned',
          plan: {
            ...thirdWave().plan!,
            problems: [
              {
                code: 'wave.empty',
                severity: 'warning',
                message: 'Nobody is in wave 1.',
              },
              {
                code: 'addon.incompatible',
                severity: 'error',
                message: 'No version of coredns goes with 1.34.',
              },
            ],
          },
        },
      ]),
    );
    await aReader().click(await screen.findByRole('button', { name: 'Start' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('No version of coredns goes with 1.34.');
    expect(dialog).not.toHaveTextContent('Nobody is in wave 1.');
    expect(
      within(dialog).getByRole('button', { name: 'Start' }),
    ).toBeDisabled();
  });

  it('takes in the unassigned clusters that were chosen', async () => {
    const api = new FakeRolloutsApi([{ ...thirdWave(), unassigned: 2 }]);
    api.preview = aPreview();
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'More that can be done' }),
    );
    await reader.click(
      await screen.findByRole('menuitem', {
        name: 'Take in what is unassigned',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await reader.click(
      await within(dialog).findByRole('checkbox', { name: 'lone-1' }),
    );
    await reader.click(
      within(dialog).getByRole('button', {
        name: 'Take in what is unassigned',
      }),
    );
    const arn = 'arn:aws:eks:eu-west-1:111122223333:cluster';
    await waitFor(() =>
      expect(api.callsOf('actOnRollout')[0]).toMatchObject([
        'third',
        { act: 'assign', clusters: [`${arn}/sand-1`, `${arn}/prod-1`] },
      ]),
    );
  });
});
