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

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes, useNavigate } from 'react-router-dom';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { FakeRolloutsApi } from '../../__testUtils__/FakeRolloutsApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aPreview } from '../../__testUtils__/demoRollouts';
import { aCluster } from '../../__testUtils__/fleet';
import { renderPage } from '../../__testUtils__/render';
import { aSavedStrategy } from '../../__testUtils__/rollouts';
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

describe('StrategyStep', () => {
  useFixtureClock();
  beforeEach(() => localStorage.clear());

  it('names field and line of what is wrong in the YAML', async () => {
    fillIn();
    const api = planning();
    await render(api, '/new?step=strategy');
    const yaml = await screen.findByLabelText('As YAML');
    const text = aSavedStrategy().yaml;
    fireEvent.change(yaml, {
      target: { value: text.replace('before:', 'befor:') },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'waves[1].befor, line 8: there is no such field',
    );
    expect(screen.getByRole('button', { name: 'Save as' })).toBeDisabled();
  });

  it('finds the line of what the backend refuses', async () => {
    fillIn();
    const api = planning();
    api.failures.previewRollout = responseError(
      400,
      'waves[1].name: must be unique',
    );
    await render(api, '/new?step=preview');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'waves[1].name, line 6: waves[1].name: must be unique',
    );
    await aReader().click(
      screen.getByRole('button', { name: 'Go to Strategy' }),
    );
    expect(location()).toBe('/eks-fleet/rollouts/new?step=strategy');
  });

  it('saves an edited strategy under a name of its own', async () => {
    fillIn();
    const api = planning();
    await render(api, '/new?step=strategy');
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Save as' }));
    const dialog = await screen.findByRole('dialog');
    const name = within(dialog).getByLabelText('Name');
    await reader.clear(name);
    await reader.type(name, 'Our Own');
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
    await reader.clear(name);
    await reader.type(name, 'our-own');
    await reader.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(api.callsOf('saveStrategy')).toEqual([
        ['our-own', { yaml: expect.stringMatching(/^name: our-own\n/) }],
      ]),
    );
  });
});
