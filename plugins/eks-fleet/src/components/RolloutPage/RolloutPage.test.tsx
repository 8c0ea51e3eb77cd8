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
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import {
  thirdWave,
  thirdWaveCells,
  thousandCells,
} from '../../__testUtils__/demoRollouts';
import { renderPage } from '../../__testUtils__/render';
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

const cells = (name: string) => screen.findByRole('toolbar', { name });

describe('RolloutPage', () => {
  useFixtureClock();

  it('says in its first lines what changes, how far it is, why it waits and when it ends', async () => {
    await render(demo());
    const heading = await screen.findByRole('heading', { name: 'Autumn' });
    const header = heading.closest('header')!;
    expect(header).toHaveTextContent('1.33 → 1.34running');
    expect(header).toHaveTextContent('14 succeeded1 failed22 to go3 under way');
    expect(header).toHaveTextContent(
      /Waits: Wave 3 stands still for the alarm KubeAPIErrorBudgetBurn/,
    );
    expect(header).toHaveTextContent(
      /Ends about 14 Dec \(p90 19 Dec\), before 1\.33 leaves standard support/,
    );
  });

  it('shows each wave with its limits, gates and cells by state', async () => {
    await render(demo());
    const group = await cells('Cells of wave 3, staging');
    expect(
      within(group)
        .getAllByRole('button')
        .map(mark => mark.getAttribute('aria-label')),
    ).toEqual([
      'w3-1, succeeded',
      'w3-2, succeeded',
      'w3-3, succeeded',
      'w3-4, succeeded',
      'w3-5, failed',
      'w3-6, under way',
      'w3-7, under way',
      'w3-8, under way',
    ]);
    const wave = group.closest('li')!;
    expect(wave).toHaveTextContent('3 stagingrunning');
    expect(wave).toHaveTextContent('1 (25%) at once · 1 (20%) may fail');
    expect(
      within(wave).getByRole('img', { name: /^began .*expected to end/ }),
    ).toBeVisible();
    const gated = (await cells('Cells of wave 4, prod-first')).closest('li')!;
    expect(gated).toHaveTextContent('Approval by payments: not asked yet');
    const first = (await cells('Cells of wave 1, sandbox')).closest('li')!;
    expect(first).toHaveTextContent('baked 12 h');
  });

  it('shows the wave that a link names', async () => {
    const scroll = jest.fn();
    Element.prototype.scrollIntoView = scroll;
    await render(demo(), '/third?wave=3');
    const linked = (await cells('Cells of wave 3, staging')).closest('li');
    expect(linked).toHaveAttribute('aria-current', 'true');
    const other = (await cells('Cells of wave 1, sandbox')).closest('li');
    expect(other).not.toHaveAttribute('aria-current');
    expect(scroll.mock.contexts).toEqual([linked]);
  });

  it('moves among cells by arrows and opens one by Enter', async () => {
    const api = demo();
    await render(api);
    const reader = aReader();
    const group = await cells('Cells of wave 3, staging');
    const [first, second] = within(group).getAllByRole('button');
    expect(first).toHaveAttribute('tabindex', '0');
    expect(second).toHaveAttribute('tabindex', '-1');
    act(() => first.focus());
    await reader.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(second).toHaveFocus();
    await reader.keyboard('{End}{Enter}');
    const panel = await screen.findByRole('dialog', { name: 'w3-8' });
    expect(location()).toBe('/eks-fleet/rollouts/third/cells/c3-8');
    expect(panel).toHaveTextContent('under way');
    await reader.keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/third'));
    expect(within(group).getAllByRole('button').at(-1)).toHaveFocus();
  });

  it('asks later only for the cells that changed, and draws only those anew', async () => {
    const api = demo();
    await render(api);
    const group = await cells('Cells of wave 3, staging');
    const marks = within(group).getAllByRole('button');
    api.cells.third = api.cells.third.map(cell =>
      cell.id === 'c3-6' ? { ...cell, state: 'succeeded', revision: 2 } : cell,
    );
    await act(async () => jest.advanceTimersByTime(10_500));
    expect(
      await within(group).findByRole('button', { name: 'w3-6, succeeded' }),
    ).toBe(marks[5]);
    expect(api.callsOf('listRolloutCells').at(-1)).toEqual([
      'third',
      { changedAfter: 1, limit: 2000, cursor: undefined },
    ]);
  });

  it('shows a thousand cells', async () => {
    const { rollout, cells: all } = thousandCells();
    const api = new FakeRolloutsApi([rollout]);
    api.cells.thousand = all;
    await render(api, '/thousand');
    const group = await cells('Cells of wave 1, all');
    await waitFor(() =>
      expect(group.querySelectorAll('button')).toHaveLength(1000),
    );
    expect(group.querySelectorAll('[data-state="failed"]')).toHaveLength(6);
  });

  it('says what is not as one would think', async () => {
    await render(
      new FakeRolloutsApi([
        {
          ...thirdWave(),
          movedOutside: 2,
          unassigned: 1,
          strategyChanged: true,
          plan: { ...thirdWave().plan!, stale: 'two clusters are gone' },
        },
      ]),
    );
    for (const text of [
      /2 clusters were moved by somebody else/,
      /1 cluster fits the selection by now/,
      /keeps the copy that it started with/,
      /made anew: two clusters are gone/,
    ]) {
      expect(await screen.findByText(text)).toBeVisible();
    }
  });

  it('says that the fleet is stopped', async () => {
    const api = demo();
    api.stop = { stopped: true, by: 'user:default/sam', reason: 'DNS' };
    await render(api);
    expect(await screen.findByText(/The fleet is stopped/)).toBeVisible();
  });

  it('keeps the cells that it has while they cannot be read', async () => {
    const api = demo();
    await render(api);
    await cells('Cells of wave 3, staging');
    api.failures.listRolloutCells = responseError(503, 'The database sleeps');
    await act(async () => jest.advanceTimersByTime(10_500));
    expect(
      await screen.findByText(/cells could not be read: The database sleeps/),
    ).toBeVisible();
    expect(await cells('Cells of wave 3, staging')).toBeVisible();
    api.failures.listRolloutCells = undefined;
    await aReader().click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/cells could not be read/)).toBeNull(),
    );
  });

  it('is loading while there is no answer', async () => {
    const api = demo();
    api.getRollout = () => new Promise(() => {});
    await render(api);
    expect(await screen.findByText('Loading The rollout')).toBeInTheDocument();
  });

  it('says that there is no such rollout, or cell', async () => {
    await render(demo(), '/other');
    expect(await screen.findByText('There is no such rollout')).toBeVisible();
  });

  it.each([
    [503, /The rollout could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.rollout\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = demo();
    api.failures.getRollout = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
