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

import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { thirdWave, thirdWaveCells } from '../../__testUtils__/demoRollouts';
import { renderPage } from '../../__testUtils__/render';
import { aCellCluster, aLogEntry, aTrack } from '../../__testUtils__/rollouts';
import { RolloutsRoutes } from '../RolloutsRoutes';

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

describe('CellPanel', () => {
  useFixtureClock();

  it('tells of a cell its tracks, what failed in words, and what can be done', async () => {
    const api = demo();
    api.cells.third = api.cells.third.map(cell =>
      cell.id === 'c3-5'
        ? {
            ...cell,
            attempt: 2,
            error: {
              code: 'PodEvictionFailure',
              message: 'checkout/<b>api</b> could not be evicted.',
              advice: 'Raise the replicas of checkout/api.',
              resourceIds: ['ng-1'],
            },
            clusters: [
              aCellCluster({
                name: cell.name,
                tracks: [
                  aTrack({
                    from: '1.32',
                    hops: ['1.33', '1.34'],
                    hop: 2,
                    updateId: 'u-77',
                    pullRequest: {
                      url: 'https://git.example.com/fleet/pull/812',
                      number: 812,
                      state: 'merged',
                      mergedBy: 'user:default/sam',
                    },
                  }),
                  aTrack({
                    kind: 'nodegroup',
                    name: 'workers',
                    state: 'failed',
                  }),
                ],
                rollback: {
                  state: 'nodesFirst',
                  message: 'Nodes of workers go back first.',
                  until: '2026-11-29T12:00:00Z',
                  way: 'guided',
                },
                movedOutside: {
                  at: '2026-11-23T10:00:00Z',
                  message: 'Somebody upgraded it in the console.',
                },
              }),
            ],
          }
        : cell,
    );
    api.log.third = [
      aLogEntry({
        cellId: 'c3-5',
        message: 'w3-5 failed',
        level: 'error',
      }),
    ];
    const { container } = await render(api, '/third/cells/c3-5');
    const panel = await screen.findByRole('dialog', { name: 'w3-5' });
    expect(panel).toHaveTextContent('wave 3, staging');
    expect(panel).toHaveTextContent('attempt 2');
    expect(panel).toHaveTextContent(
      'PodEvictionFailure: checkout/<b>api</b> could not be evicted.',
    );
    expect(container.querySelector('b')).toBeNull();
    expect(panel).toHaveTextContent(
      'What to do: Raise the replicas of checkout/api.',
    );
    expect(panel).toHaveTextContent('control plane1.32 → 1.33 → 1.34under way');
    expect(panel).toHaveTextContent('step 2 of 2');
    expect(panel).toHaveTextContent('update u-77');
    expect(within(panel).getByRole('link', { name: '#812' })).toHaveAttribute(
      'href',
      'https://git.example.com/fleet/pull/812',
    );
    expect(panel).toHaveTextContent('by sam');
    expect(panel).toHaveTextContent('nodes must go back first');
    expect(panel).toHaveTextContent('guided: the provisioner cannot go back');
    expect(panel).toHaveTextContent('Somebody upgraded it in the console.');
    expect(panel).toHaveTextContent('w3-5 failed');
    for (const name of ['Retry', 'Skip', 'Force', 'Roll back']) {
      expect(within(panel).getByRole('button', { name })).toBeVisible();
    }
  });

  it('retries a cell once asked, and forces one only with its name and a reason', async () => {
    const api = demo();
    await render(api, '/third/cells/c3-5');
    const reader = aReader();
    const panel = await screen.findByRole('dialog', { name: 'w3-5' });
    await reader.click(within(panel).getByRole('button', { name: 'Retry' }));
    let dialog = await screen.findByRole('dialog', { name: 'Retry: w3-5?' });
    expect(dialog).toHaveTextContent(/as attempt 2, once a slot is free/);
    await reader.click(within(dialog).getByRole('button', { name: 'Retry' }));
    expect(api.callsOf('actOnRolloutCell')).toEqual([
      ['third', 'c3-5', { act: 'retry', reason: undefined }],
    ]);

    await reader.click(
      await within(panel).findByRole('button', { name: 'Force' }),
    );
    dialog = await screen.findByRole('dialog', { name: 'Force: w3-5?' });
    const force = within(dialog).getByRole('button', { name: 'Force' });
    await reader.type(within(dialog).getByLabelText(/^Type/), 'w3-5');
    expect(force).toBeDisabled();
    await reader.type(within(dialog).getByLabelText(/^Why/), 'Stale insight');
    await reader.click(force);
    expect(api.callsOf('actOnRolloutCell').at(-1)).toEqual([
      'third',
      'c3-5',
      { act: 'force', reason: 'Stale insight', secondPerson: undefined },
    ]);
  });

  it('asks for a rollback, to which another person agrees as it was asked for', async () => {
    const api = demo();
    api.cells.third = api.cells.third.map(cell =>
      cell.id === 'c3-5'
        ? {
            ...cell,
            state: 'succeeded',
            clusters: [
              aCellCluster({
                rollback: {
                  state: 'possible',
                  message: 'It can go back.',
                  way: 'direct',
                  readiness: {
                    state: 'blocked',
                    message: 'EKS sees new APIs.',
                    insights: [],
                  },
                },
              }),
            ],
          }
        : cell,
    );
    const ask = async () => {
      const reader = aReader();
      const panel = await screen.findByRole('dialog', { name: 'w3-5' });
      expect(panel).toHaveTextContent('by a call of EKS');
      await reader.click(
        within(panel).getByRole('button', { name: 'Roll back' }),
      );
      const dialog = await screen.findByRole('dialog', {
        name: 'Roll back: w3-5?',
      });
      await reader.type(within(dialog).getByLabelText(/^Type/), 'w3-5');
      await reader.type(within(dialog).getByLabelText(/^Why/), 'It fails');
      const words = dialog.textContent;
      await reader.click(
        within(dialog).getByRole('button', { name: 'Roll back' }),
      );
      return words;
    };
    const { unmount } = await render(api, '/third/cells/c3-5');
    expect(await ask()).toMatch(/with force.*EKS sees new APIs/);
    expect(api.callsOf('actOnRolloutCell').at(-1)?.[2]).toEqual({
      act: 'rollBack',
      reason: 'It fails',
      force: true,
    });
    unmount();

    const id = '6f1c2f6e-1111-4222-8333-444455556666';
    api.requests['c3-5'] = [
      {
        id,
        act: 'rollBack',
        by: 'user:default/sam',
        at: '2026-11-23T12:00:00Z',
        reason: 'Broken',
        force: false,
      },
    ];
    await render(api, '/third/cells/c3-5');
    expect(await ask()).toMatch(/You are the second person.*sam.*Broken/);
    expect(api.callsOf('actOnRolloutCell').at(-1)?.[2]).toEqual({
      act: 'rollBack',
      reason: 'It fails',
      secondPerson: id,
    });
  });

  it('leads through the steps of a guided rollback, and lets somebody tick what nobody sees', async () => {
    const api = demo();
    api.cells.third = api.cells.third.map(cell =>
      cell.id === 'c3-5'
        ? {
            ...cell,
            state: 'rollingBack',
            clusters: [
              aCellCluster({
                rollback: {
                  state: 'possible',
                  message: 'It can go back.',
                  way: 'guided',
                  steps: [
                    {
                      id: 'suspend',
                      title: 'Stop reconciling',
                      state: 'done',
                      message: 'Stop it',
                      at: '2026-11-23T11:50:00Z',
                      by: 'user:default/sam',
                    },
                    {
                      id: 'rollBack',
                      title: 'Take it back',
                      state: 'open',
                      message: 'Take back its control plane',
                      command: 'aws eks update-cluster-version --name x',
                    },
                    {
                      id: 'edit',
                      title: 'Change Git',
                      state: 'open',
                      message: 'Have a.json say 1.33',
                      url: 'https://git.example.com/fleet/a.json',
                      confirmable: true,
                    },
                    {
                      id: 'resume',
                      title: 'Reconcile again',
                      state: 'open',
                      message: 'Let it go on',
                      // eslint-disable-next-line no-script-url
                      url: 'javascript:alert(1)',
                    },
                  ],
                },
              }),
            ],
          }
        : cell,
    );
    const reader = aReader();
    await render(api, '/third/cells/c3-5');
    const panel = await screen.findByRole('dialog', { name: 'w3-5' });
    const steps = within(
      within(panel).getByRole('list', { name: /^Steps of the rollback/ }),
    );
    const [suspend, back, edit, resume] = steps.getAllByRole('listitem');
    expect(suspend).toHaveTextContent(/Stop reconciling.*done.*sam/);
    expect(back).toHaveTextContent('aws eks update-cluster-version --name x');
    expect(
      within(edit).getByRole('link', { name: /Go there/ }),
    ).toHaveAttribute('href', 'https://git.example.com/fleet/a.json');
    expect(within(resume).queryByRole('link')).not.toBeInTheDocument();
    expect(
      steps.getAllByRole('button', { name: /I have done this/ }),
    ).toHaveLength(1);

    await reader.click(
      within(edit).getByRole('button', {
        name: 'Change Git: I have done this',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: /^Change Git, .*: done\?$/,
    });
    expect(dialog).toHaveTextContent('Your name is in the log');
    await reader.click(
      within(dialog).getByRole('button', { name: 'I have done this' }),
    );
    expect(api.callsOf('actOnRolloutCell').at(-1)?.[2]).toEqual({
      act: 'confirmStep',
      step: 'edit',
    });
  });

  it('says that there is no such cell', async () => {
    await render(demo(), '/third/cells/other');
    expect(await screen.findByText('There is no such cell')).toBeVisible();
  });
});
