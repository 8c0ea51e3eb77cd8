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
  thirdWave,
  thirdWaveCells,
  waitsForApproval,
} from '../../__testUtils__/demoRollouts';
import { renderPage } from '../../__testUtils__/render';
import { aCellCluster, aLogEntry, aTrack } from '../../__testUtils__/rollouts';
import { RolloutPage } from './RolloutPage';

const location = () => screen.getByTestId('location').textContent;

function render(rolloutsApi: FakeRolloutsApi, path: string) {
  return renderPage(
    <Routes>
      <Route path="/eks-fleet/rollouts/:rollout/*" element={<RolloutPage />} />
    </Routes>,
    { rolloutsApi, path: `/eks-fleet/rollouts/${path}` },
  );
}

const gate = async (title: string) =>
  (await screen.findByText(title, { selector: 'li strong' })).closest('li')!;

describe('Gates', () => {
  useFixtureClock();

  it('says what each gate saw and who must decide', async () => {
    await render(new FakeRolloutsApi([waitsForApproval()]), 'approval');
    const ready = await gate('Readiness');
    expect(ready).toHaveTextContent('openbefore the wavelooked at 1 min. ago');
    expect(ready).toHaveTextContent('ready12blocked0');
    const approval = await gate('Approval by payments');
    expect(approval).toHaveTextContent('Somebody of payments has to agree');
    expect(approval).toHaveTextContent('expires in 7 days');
  });

  it('approves the plan that was looked at, with a comment and the evidence', async () => {
    const api = new FakeRolloutsApi([waitsForApproval()]);
    await render(api, 'approval');
    const reader = aReader();
    await reader.click(
      within(await gate('Approval by payments')).getByRole('button', {
        name: 'Approve',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Wave payments with 12 cells may open');
    expect(dialog).toHaveTextContent('readiness12 of 12 ready');
    await reader.type(within(dialog).getByLabelText(/^Why/), 'Looks well');
    await reader.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(api.callsOf('decideGate')).toEqual([
      [
        'approval',
        'approve-1',
        { decision: 'approve', comment: 'Looks well', planHash: 'h2' },
      ],
    ]);
  });

  it('rejects only with a reason, and says that the plan is another by now', async () => {
    const api = new FakeRolloutsApi([waitsForApproval()]);
    api.failures.decideGate = responseError(409, 'The plan is another by now');
    await render(api, 'approval');
    const reader = aReader();
    await reader.click(
      within(await gate('Approval by payments')).getByRole('button', {
        name: 'Reject',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const reject = within(dialog).getByRole('button', { name: 'Reject' });
    expect(reject).toBeDisabled();
    await reader.type(within(dialog).getByLabelText(/^Why/), 'Game day');
    await reader.click(reject);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The plan is another by now',
    );
  });

  it('says to who may not decide why not', async () => {
    const rollout = waitsForApproval();
    rollout.waves[1].gates[1].mayDecide = false;
    rollout.may = { ...rollout.may, approve: false };
    await render(new FakeRolloutsApi([rollout]), 'approval');
    expect(await gate('Approval by payments')).toHaveTextContent(
      'needs the permission eks-fleet.rollout.approve',
    );
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('shows who decided, and what voided it', async () => {
    const rollout = waitsForApproval();
    rollout.waves[1].gates[1].decisions = [
      {
        by: 'user:default/kim',
        decision: 'approve',
        comment: 'Fine',
        at: '2026-11-23T08:00:00Z',
        planHash: 'h1',
        evidence: { alarms: 'silent' },
        voidedBecause: 'The plan was edited.',
      },
    ];
    await render(new FakeRolloutsApi([rollout]), 'approval');
    const approval = await gate('Approval by payments');
    expect(approval).toHaveTextContent('kim approvedFine');
    expect(approval).toHaveTextContent(
      'This does not count any more: The plan was edited.',
    );
    expect(approval).toHaveTextContent('alarmssilent');
  });
});

describe('the other tabs', () => {
  useFixtureClock();

  it('tells the log with who and why, and leads to cells', async () => {
    const api = new FakeRolloutsApi([thirdWave()]);
    api.log.third = [
      aLogEntry({
        id: 2,
        actor: 'user:default/sam',
        message: 'Paused it',
        reason: 'Game day',
      }),
      aLogEntry({
        id: 1,
        cellId: 'c3-5',
        message: 'w3-5 failed',
        level: 'error',
        url: 'data:text/html,hostile',
      }),
    ];
    api.cells.third = thirdWaveCells();
    await render(api, 'third?tab=log');
    expect(await screen.findByText('Paused it')).toBeVisible();
    expect(screen.getByText('sam: “Game day”')).toBeVisible();
    expect(screen.getByText('w3-5 failed')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'w3-5' })).toHaveAttribute(
      'href',
      '/eks-fleet/rollouts/third/cells/c3-5',
    );
    expect(screen.queryByRole('link', { name: 'Pull request' })).toBeNull();
  });

  it('keeps the tab in the address', async () => {
    await render(new FakeRolloutsApi([thirdWave()]), 'third');
    await aReader().click(await screen.findByRole('tab', { name: 'Forecast' }));
    await waitFor(() =>
      expect(location()).toBe('/eks-fleet/rollouts/third?tab=forecast'),
    );
    expect(
      await screen.findByRole('table', { name: 'When each wave ends' }),
    ).toHaveTextContent('5 prod-rest');
    expect(
      screen.getByText('From 41 upgrades that were measured.'),
    ).toBeVisible();
    expect(
      screen.getByRole('table', { name: 'Support dates' }),
    ).toHaveTextContent('1.333412 Jan 2027yes, at p900');
  });

  it('shows the plan with its selection and the strategy as YAML', async () => {
    await render(new FakeRolloutsApi([thirdWave()]), 'third?tab=plan');
    expect(await screen.findByText('Clusters: version=1.33')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Strategy: By environment' }),
    ).toHaveTextContent('name: by-environment title: By environment waves:');
  });

  it('lists each pull request once, those that are open first', async () => {
    const api = new FakeRolloutsApi([thirdWave()]);
    const track = (number: number, state: 'open' | 'merged') =>
      aTrack({
        pullRequest: {
          url: `https://git.example.com/pull/${number}`,
          number,
          state,
        },
      });
    api.cells.third = thirdWaveCells().map((cell, index) => ({
      ...cell,
      clusters:
        index < 3
          ? [
              aCellCluster({
                name: cell.name,
                tracks: [index < 2 ? track(9, 'merged') : track(7, 'open')],
              }),
            ]
          : [],
    }));
    await render(api, 'third?tab=pull-requests');
    const table = await screen.findByRole('table', { name: 'Pull requests' });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'Pull requestCellsMovesMerged',
      '#7 openw2-2control plane–',
      '#9 mergedw1-1, w2-1control plane–',
    ]);
  });

  it('says where there is no pull request, and no forecast', async () => {
    const api = new FakeRolloutsApi([{ ...thirdWave(), forecast: undefined }]);
    await render(api, 'third?tab=pull-requests');
    expect(
      await screen.findByText('No pull request has been opened'),
    ).toBeVisible();
    await aReader().click(screen.getByRole('tab', { name: 'Forecast' }));
    expect(await screen.findByText('There is no forecast')).toBeVisible();
  });
});
