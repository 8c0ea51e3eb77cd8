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
import { Route, Routes, useNavigate } from 'react-router-dom';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aPreview } from '../../__testUtils__/demoRollouts';
import { aCluster } from '../../__testUtils__/fleet';
import { renderPage } from '../../__testUtils__/render';
import {
  aRollout,
  aSavedStrategy,
  aStrategy,
} from '../../__testUtils__/rollouts';
import { EMPTY_DRAFT, type WizardDraft } from '../../lib/rolloutDraft';
import { RolloutsRoutes } from '../RolloutsRoutes';

const KEY = 'eks-fleet.rollout-draft.new';
const location = () => screen.getByTestId('location').textContent;

function fleet(): FakeFleetApi {
  const api = new FakeFleetApi([
    aCluster({ name: 'alpha', version: '1.33', environment: 'dev' }),
    aCluster({ name: 'beta', version: '1.33', environment: 'prod' }),
    aCluster({ name: 'gamma', version: '1.34', environment: 'prod' }),
  ]);
  api.versions = {
    source: 'shipped',
    items: [
      {
        version: '1.34',
        partition: 'aws',
        state: 'standard',
        clusters: 1,
        endOfStandardSupport: '2027-04-12T00:00:00Z',
      },
      { version: '1.28', partition: 'aws', state: 'unsupported', clusters: 0 },
    ],
  };
  return api;
}

function planning(): FakeRolloutsApi {
  const api = new FakeRolloutsApi();
  api.preview = aPreview();
  return api;
}

function fillIn(part: Partial<WizardDraft> = {}) {
  localStorage.setItem(
    KEY,
    JSON.stringify({
      ...EMPTY_DRAFT,
      title: 'Autumn',
      version: '1.34',
      yaml: aSavedStrategy().yaml,
      ...part,
    }),
  );
}

function BackButton() {
  const navigate = useNavigate();
  return (
    <button type="button" onClick={() => navigate(-1)}>
      browser back
    </button>
  );
}

function render(rolloutsApi: FakeRolloutsApi, path = '/new') {
  return renderPage(
    <>
      <BackButton />
      <Routes>
        <Route path="/eks-fleet/rollouts/*" element={<RolloutsRoutes />} />
      </Routes>
    </>,
    { api: fleet(), rolloutsApi, path: `/eks-fleet/rollouts${path}` },
  );
}

describe('RolloutWizard', () => {
  useFixtureClock();
  beforeEach(() => localStorage.clear());

  it('leads from the change over clusters and strategy to a plan', async () => {
    const api = planning();
    api.strategies = [
      aSavedStrategy({
        strategy: aStrategy({ name: 'careful', title: 'Careful' }),
        origin: 'configured',
        yaml: 'name: careful\nwaves:\n  - name: all\n',
      }),
      aSavedStrategy(),
    ];
    await render(api);
    const reader = aReader();
    await reader.type(await screen.findByLabelText(/^Title/), 'Autumn');
    await reader.click(
      screen.getByRole('button', { name: /Version to reach/ }),
    );
    expect(screen.queryByRole('option', { name: /1\.28/ })).toBeNull();
    await reader.click(
      await screen.findByRole('option', {
        name: '1.34, standard support until 12 Apr 2027',
      }),
    );
    await reader.click(screen.getByRole('button', { name: 'Next' }));

    expect(await screen.findByText('3 clusters fit')).toBeVisible();
    await reader.click(screen.getByRole('checkbox', { name: '1.33, 2' }));
    expect(await screen.findByText('2 clusters fit')).toBeVisible();
    await reader.click(screen.getByRole('checkbox', { name: 'Take beta' }));
    expect(screen.getByRole('button', { name: '1 left out' })).toBeVisible();
    await reader.click(screen.getByRole('button', { name: 'Next' }));

    await reader.click(
      await screen.findByRole('button', {
        name: /\) Strategy$/,
      }),
    );
    await reader.click(
      await screen.findByRole('option', { name: 'By environment (shipped)' }),
    );
    expect(screen.getByLabelText('As YAML')).toHaveValue(aSavedStrategy().yaml);
    await reader.click(screen.getByRole('button', { name: 'Next' }));

    expect(await screen.findByText('2 cells in 2 waves')).toBeVisible();
    expect(location()).toBe('/eks-fleet/rollouts/new?step=preview');
    const { name, title, waves } = aStrategy();
    const draft = {
      title: 'Autumn',
      change: {
        kind: 'kubernetesVersion',
        version: '1.34',
        addons: 'compatible',
        nodes: 'follow',
      },
      selection: {
        filter: ['version=1.33'],
        exclude: ['arn:aws:eks:eu-west-1:111122223333:cluster/beta'],
      },
      strategy: { name, title, waves },
      executor: 'gitops',
    };
    expect(api.callsOf('previewRollout').at(-1)).toEqual([draft]);

    await reader.click(screen.getByRole('button', { name: 'Save as a plan' }));
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/r1'));
    expect(api.callsOf('createRollout')).toEqual([[draft]]);
    expect(api.callsOf('actOnRollout')).toEqual([
      ['r1', { act: 'plan', revision: 3 }],
    ]);
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('keeps all that was filled in when one goes back, or comes again', async () => {
    await render(planning());
    const reader = aReader();
    await reader.type(await screen.findByLabelText(/^Title/), 'Autumn');
    await reader.click(screen.getByRole('button', { name: 'Next' }));
    await reader.click(
      await screen.findByRole('checkbox', { name: '1.33, 2' }),
    );
    await screen.findByText('2 clusters fit');
    await reader.click(screen.getByRole('button', { name: 'browser back' }));
    expect(await screen.findByLabelText(/^Title/)).toHaveValue('Autumn');
    await reader.click(screen.getByRole('button', { name: '2 Clusters' }));
    expect(await screen.findByText('2 clusters fit')).toBeVisible();
    expect(JSON.parse(localStorage.getItem(KEY)!)).toMatchObject({
      title: 'Autumn',
      filter: { version: ['1.33'] },
    });
    await reader.click(screen.getByRole('button', { name: 'Start over' }));
    expect(await screen.findByText('3 clusters fit')).toBeVisible();
  });

  it('shows waves, why each cell is where it is, what speaks against it, and money', async () => {
    fillIn();
    await render(planning(), '/new?step=preview');
    await screen.findByText('2 cells in 2 waves');
    expect(
      within(
        screen.getByRole('list', { name: 'What is wrong with the plan' }),
      ).getByText(/holds every cluster of checkout/),
    ).toBeVisible();
    const row = within(screen.getByRole('table', { name: 'Waves' })).getByRole(
      'row',
      { name: /2 production/ },
    );
    expect(row).toHaveTextContent('2 production · production11 (25%)0 (0)12 h');
    expect(row).toHaveTextContent('Approval');
    expect(
      screen.getByText(/Wave production took it by environment=prod/),
    ).toBeInTheDocument();
    expect(screen.getByText(/No wave takes it/)).toBeInTheDocument();
    expect(screen.getByText(/It runs 1\.34 already/)).toBeInTheDocument();
    expect(screen.getByText(/^Ends about/)).toBeVisible();
    expect(
      screen.getByRole('table', { name: 'Support dates' }),
    ).toHaveTextContent('1.333412 Jan 2027yes, at p900');
  });

  it('says what is missing and leads to its step', async () => {
    fillIn({ version: '' });
    await render(planning(), '/new?step=preview');
    expect(
      await screen.findByText('Choose the version to reach.'),
    ).toBeVisible();
    await aReader().click(screen.getByRole('button', { name: 'Go to Change' }));
    expect(location()).toBe('/eks-fleet/rollouts/new');
  });

  it('starts only once asked, and says what will happen', async () => {
    fillIn();
    const api = planning();
    await render(api, '/new?step=preview');
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Plan and start' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Start: Autumn?',
    });
    expect(dialog).toHaveTextContent(
      '2 cells in 2 waves, the first one sandbox.',
    );
    expect(api.callsOf('createRollout')).toEqual([]);
    await reader.click(within(dialog).getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/r1'));
    expect(
      api.callsOf('actOnRollout').map(([, { act: name }]: any) => name),
    ).toEqual(['plan', 'start']);
  });

  it('goes on with what was saved where a later step failed', async () => {
    fillIn();
    const api = planning();
    api.failures.actOnRollout = responseError(409, 'Two rollouts want beta');
    await render(api, '/new?step=preview');
    const reader = aReader();
    const plan = await screen.findByRole('button', { name: 'Save as a plan' });
    await reader.click(plan);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Two rollouts want beta',
    );
    api.failures.actOnRollout = undefined;
    await reader.click(plan);
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/r1'));
    expect(api.callsOf('createRollout')).toHaveLength(1);
    expect(api.callsOf('editRollout')).toHaveLength(1);
  });

  it('lets errors of a plan be saved as a draft only', async () => {
    fillIn();
    const api = planning();
    api.preview = aPreview({
      problems: [
        { code: 'wave.empty', severity: 'error', message: 'Wave 2 is empty.' },
      ],
    });
    await render(api, '/new?step=preview');
    expect(
      await screen.findByRole('button', { name: 'Save as a plan' }),
    ).toBeDisabled();
    await aReader().click(
      screen.getByRole('button', { name: 'Save as a draft' }),
    );
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/r1'));
    expect(api.callsOf('actOnRollout')).toEqual([]);
  });

  it('edits what has not begun, against the state that was read', async () => {
    const api = planning();
    api.rollouts = [aRollout({ lifecycle: 'planned' })];
    await render(api, '/r1/edit');
    const reader = aReader();
    expect(
      await screen.findByRole('heading', { name: 'Edit Autumn' }),
    ).toBeVisible();
    const title = screen.getByLabelText(/^Title/);
    await reader.clear(title);
    await reader.type(title, 'Winter');
    await reader.click(screen.getByRole('button', { name: '4 Preview' }));
    await reader.click(
      await screen.findByRole('button', { name: 'Save as a plan' }),
    );
    await waitFor(() => expect(location()).toBe('/eks-fleet/rollouts/r1'));
    expect(api.callsOf('editRollout')).toEqual([
      ['r1', expect.objectContaining({ title: 'Winter', revision: 3 })],
    ]);
  });

  it('does not edit what has begun', async () => {
    const api = planning();
    api.rollouts = [aRollout({ lifecycle: 'running' })];
    await render(api, '/r1/edit');
    expect(await screen.findByText('This rollout has begun')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the rollout' }),
    ).toHaveAttribute('href', '/eks-fleet/rollouts/r1');
  });

  it.each([
    [503, /The preview could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.rollout\.plan/],
  ])('says why the backend answers %i', async (status, text) => {
    fillIn();
    const api = planning();
    api.failures.previewRollout = responseError(status, 'The database sleeps');
    await render(api, '/new?step=preview');
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('is loading while there is no answer', async () => {
    fillIn();
    const api = planning();
    api.previewRollout = () => new Promise(() => {});
    await render(api, '/new?step=preview');
    expect(await screen.findByText('Loading The preview')).toBeInTheDocument();
  });
});
