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

import { Route, Routes } from 'react-router-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import {
  aLayerSet,
  anEdit,
  anEditPreview,
  PROD_LAYER,
} from '../../__testUtils__/policyEdits';
import {
  aCell,
  aClusterRef,
  aPolicyDetail,
  POLICY_ID,
  PROD_ARN,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { PoliciesPage } from '../PoliciesPage';
import { PolicyPage } from '../PolicyPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const BY_ID = `/policy/require-requests?id=${POLICY_ID}`;

function aFleet() {
  const api = new FakePoliciesApi();
  api.details = [aPolicyDetail({ kind: 'ValidatingPolicy' })];
  api.clusters = [
    {
      cluster: aClusterRef(),
      cell: aCell(),
      safeToEnforce: {
        verdict: 'safe',
        message: 'Nothing unexempted has failed for 14 days.',
      },
    },
    {
      cluster: aClusterRef({
        arn: 'arn:aws:eks:r:1:cluster/dev',
        name: 'dev',
        environment: 'dev',
      }),
      cell: aCell({ fail: 1 }),
      safeToEnforce: { verdict: 'failing', message: '1 resource breaks it.' },
    },
  ];
  return api;
}

const render = (policiesApi = aFleet(), path = BY_ID, denied: string[] = []) =>
  renderPage(
    <Routes>
      <Route path="/policy/:name" element={<PolicyPage />} />
    </Routes>,
    { policiesApi, path, denied },
  );

const called = (api: FakePoliciesApi, method: string) =>
  api.calls.filter(call => call.method === method).map(({ args }) => args[0]);

async function open(reader: ReturnType<typeof aReader>) {
  const button = await screen.findByRole('button', { name: 'Change' });
  await waitFor(() => expect(button).toBeEnabled());
  await reader.click(button);
  return within(
    await screen.findByRole('dialog', {
      name: 'Change Require resource requests',
    }),
  );
}

describe('changing a policy', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('goes from what is to be over what that does to the pull request', async () => {
    const api = aFleet();
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    expect(dialog.getByRole('radio', { name: 'keep the mode' })).toBeChecked();
    await reader.click(dialog.getByRole('radio', { name: /^enforce/ }));
    await reader.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'All is quiet',
    );
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(
      await dialog.findByText(
        'A pull request changes 2 clusters once it is merged.',
      ),
    ).toBeVisible();
    const outcomes = dialog.getByRole('region', {
      name: 'What becomes of findings',
    });
    expect(outcomes).toHaveTextContent(
      'Admission will refuse 3 resources at their next change',
    );
    const prod = dialog.getByRole('row', { name: /^prod/ });
    expect(prod).toHaveTextContent('changes');
    expect(prod).toHaveTextContent('audit → enforce');
    expect(prod).toHaveTextContent('would refuse');
    expect(dialog.getByRole('row', { name: /^shop/ })).toHaveTextContent(
      'Its own layer has the last word: policies/clusters/shop.yaml',
    );
    expect(dialog.getByText(/and 1 more cluster/)).toBeVisible();
    expect(
      dialog.getByRole('region', { name: 'What is written to Git' }),
    ).toHaveTextContent('+ mode: enforce');
    await reader.click(
      dialog.getByRole('button', { name: 'Open pull request' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(called(api, 'editPolicy')).toEqual([
      {
        policy: 'require-requests',
        layer: 'policies/default.yaml',
        change: { mode: 'enforce' },
        reason: 'All is quiet',
        ticket: undefined,
        contentHash: 'h1',
      },
    ]);
    // It is told of at once.
    expect(
      await screen.findByRole('link', { name: 'Pull request #7' }),
    ).toHaveAttribute('href', 'https://github.com/acme/fleet/pull/7');
  });

  it('says at each field what is wrong with it, and the rest above', async () => {
    const api = aFleet();
    api.editPreview = () =>
      anEditPreview({
        problems: [
          { field: 'reason', message: 'is missing' },
          { field: 'layer', message: 'Git does not answer' },
          {
            field: 'change.parameters.requests.0',
            message: 'must be one of cpu',
          },
        ],
      });
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.click(dialog.getByText('Parameters and exclusions'));
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Git does not answer',
    );
    const reason = dialog.getByRole('textbox', { name: /Reason/ });
    await waitFor(() =>
      expect(reason).toHaveAccessibleDescription(/Reason is missing/),
    );
    expect(
      dialog.getByRole('textbox', { name: 'requests' }),
    ).toHaveAccessibleDescription(/requests must be one of cpu/);
    expect(
      dialog.queryByRole('button', { name: 'Open pull request' }),
    ).toBeNull();
  });

  it('shows anew what it would do where Git has changed since', async () => {
    const api = aFleet();
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await dialog.findByText(/changes 2 clusters/);
    api.failures.editPolicy = responseError(409, 'Git has moved');
    api.editPreview = () =>
      anEditPreview({
        contentHash: 'h2',
        counts: { changes: 1, same: 1, overridden: 1, unknown: 0 },
      });
    await reader.click(
      dialog.getByRole('button', { name: 'Open pull request' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Git has changed since',
    );
    expect(dialog.getByText(/changes 1 cluster once/)).toBeVisible();
    delete api.failures.editPolicy;
    await reader.click(
      dialog.getByRole('button', { name: 'Open pull request' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(called(api, 'editPolicy').at(-1)).toMatchObject({
      contentHash: 'h2',
    });
  });

  it('says what is in the way where it is not Git', async () => {
    const api = aFleet();
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await dialog.findByText(/changes 2 clusters/);
    api.failures.editPolicy = responseError(409, 'It is proposed already');
    await reader.click(
      dialog.getByRole('button', { name: 'Open pull request' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      /proposed already/,
    );
  });

  it.each<[string, (api: FakePoliciesApi) => void, RegExp]>([
    [
      'it is of no chart',
      api => {
        api.details = [aPolicyDetail()];
      },
      /does not come from the chart fleet-policies/,
    ],
    [
      'the chart has it not',
      api => {
        api.layers = aLayerSet({ policies: [] });
      },
      /does not come from the chart fleet-policies/,
    ],
    [
      'Git does not say which policies there are',
      api => {
        api.layers = aLayerSet({ problem: 'Git does not say here' });
      },
      /Git does not say here/,
    ],
    [
      'the reader may edit nothing that a layer reaches',
      api => {
        api.layers = aLayerSet({
          layers: aLayerSet().layers.map(layer => ({
            ...layer,
            mayEdit: false,
          })),
        });
      },
      /needs eks-fleet.policy.edit/,
    ],
    [
      'layers cannot be read',
      api => {
        api.failures.getPolicyLayers = responseError(503, 'no answer');
      },
      /cannot be read: .*no answer/,
    ],
  ])('cannot be done where %s, which is said', async (_, spoil, message) => {
    const api = aFleet();
    spoil(api);
    await render(api);
    const button = await screen.findByRole('button', { name: 'Change' });
    await waitFor(() => expect(button).toHaveAccessibleDescription(message));
    expect(button).toBeDisabled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens for a cluster by the address, in its own layer', async () => {
    const api = aFleet();
    api.layers = aLayerSet({
      layers: [
        ...aLayerSet().layers,
        {
          path: 'policies/clusters/prod.yaml',
          kind: 'cluster',
          value: 'prod',
          clusters: 1,
          says: {},
          mayEdit: true,
        },
      ],
    });
    await render(api, `${BY_ID}&change=${encodeURIComponent(PROD_ARN)}`);
    const dialog = within(await screen.findByRole('dialog'));
    expect(called(api, 'getPolicyLayers')).toContainEqual({
      policy: 'require-requests',
      cluster: PROD_ARN,
    });
    const reader = aReader();
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(called(api, 'previewPolicyEdit')).toMatchObject([
        { layer: 'policies/clusters/prod.yaml' },
      ]),
    );
  });

  it("opens from a cluster's row with the layer of that cluster alone, for who may edit policies there", async () => {
    const api = aFleet();
    const others = aLayerSet().layers;
    api.layers = aLayerSet({
      layers: [
        ...others,
        {
          path: 'policies/clusters/prod.yaml',
          kind: 'cluster',
          value: 'prod',
          clusters: 1,
          says: {},
          mayEdit: true,
        },
      ],
    });
    const reader = aReader();
    await render(api);
    await reader.click(
      await screen.findByRole('button', { name: 'Change the policy on prod' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(called(api, 'previewPolicyEdit')).toMatchObject([
        { layer: 'policies/clusters/prod.yaml' },
      ]),
    );
  });

  it('chooses no other layer where a cluster has none of its own', async () => {
    const api = aFleet();
    const reader = aReader();
    await render(api, `${BY_ID}&change=${encodeURIComponent(PROD_ARN)}`);
    const dialog = within(await screen.findByRole('dialog'));
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(called(api, 'previewPolicyEdit')).toHaveLength(1),
    );
    const [{ layer }] = called(api, 'previewPolicyEdit') as [
      { layer?: string },
    ];
    expect(layer).toBe('');
  });

  it('offers nothing on rows to those who may not', async () => {
    await render(aFleet(), BY_ID, ['eks-fleet.policy.edit']);
    await screen.findByRole('row', { name: /^prod/ });
    expect(
      screen.queryByRole('button', { name: /Change the policy on/ }),
    ).toBeNull();
  });

  it('shows what others wrote as it stands', async () => {
    const api = aFleet();
    api.editPreview = () =>
      anEditPreview({
        notes: [HOSTILE],
        diff: HOSTILE,
        repository: 'data:text/html,<script>alert(1)</script>',
        clusters: [
          {
            cluster: aClusterRef({ name: HOSTILE }),
            effect: 'unknown',
            problem: HOSTILE,
          },
        ],
      });
    api.edits = [
      anEdit({
        reason: HOSTILE,
        pullRequest: {
          number: 1,
          url: 'data:text/html,<script>alert(1)</script>',
          state: 'open',
        },
      }),
    ];
    const { container } = await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    expect((await dialog.findAllByText(HOSTILE)).length).toBeGreaterThan(2);
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('a[href^="data:"]')).toBeNull();
    expect(container).toBeDefined();
  });
});

describe('changes of a policy through Git', () => {
  useFixtureClock();
  giveElementsSize(1600);

  const panel = async () =>
    within(await screen.findByRole('region', { name: 'Changes through Git' }));

  it('lists them with their pull request, and lets one be taken back', async () => {
    const api = aFleet();
    api.edits = [
      anEdit(),
      anEdit({
        id: 'e-0',
        state: 'inForce',
        change: { leave: ['mode'] },
        message: 'In force on 2 clusters',
        rights: { cancel: false },
      }),
    ];
    await render(api);
    const list = await panel();
    const rows = await list.findAllByRole('row');
    expect(rows[1]).toHaveTextContent('proposed');
    expect(rows[1]).toHaveTextContent('to enforce');
    expect(rows[1]).toHaveTextContent(PROD_LAYER);
    expect(rows[2]).toHaveTextContent('left to the layers below');
    const reader = aReader();
    await reader.click(list.getByRole('button', { name: 'Take back' }));
    const dialog = within(await screen.findByRole('dialog'));
    await reader.click(dialog.getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(called(api, 'cancelPolicyEdit')).toEqual(['e-1']),
    );
    expect(await list.findByText('It is being taken back')).toBeVisible();
  });

  it('says where there are none, and where they cannot be read', async () => {
    const api = aFleet();
    await render(api);
    expect(
      await (await panel()).findByText(/Nobody has changed it/),
    ).toBeVisible();
  });

  it('says where they cannot be read', async () => {
    const api = aFleet();
    api.failures.listPolicyEdits = responseError(503, 'no answer');
    await render(api);
    expect(await (await panel()).findByText(/no answer/)).toBeVisible();
  });

  it('says of a layer that the reader may not see no more than that', async () => {
    const api = aFleet();
    api.edits = [anEdit({ layers: [], message: undefined })];
    await render(api);
    const list = await panel();
    expect(await list.findByText(/in force on 0 of 2/)).toBeVisible();
    expect(
      list.getByText('a layer of clusters that you may not read'),
    ).toBeVisible();
  });
});

describe('safe to enforce', () => {
  useFixtureClock();
  giveElementsSize(1600);

  const panel = async () =>
    within(await screen.findByRole('region', { name: 'Safe to enforce' }));

  it('ends in a pull request for the environment where all are safe', async () => {
    const api = aFleet();
    await render(api);
    const list = await panel();
    expect(
      await list.findByText('prod: 1 cluster is safe (all that have it)'),
    ).toBeVisible();
    const reader = aReader();
    await reader.click(
      await list.findByRole('button', {
        name: 'Enforce in prod by pull request',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('radio', { name: /^enforce/ })).toBeChecked();
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(called(api, 'previewPolicyEdit')).toMatchObject([
        { layer: PROD_LAYER, change: { mode: 'enforce' } },
      ]),
    );
  });

  it('is for the safe clusters alone where others are not', async () => {
    const api = aFleet();
    api.clusters[1].cluster.environment = 'prod';
    await render(api);
    const list = await panel();
    expect(await list.findByText(/1 other is not yet/)).toBeVisible();
    const reader = aReader();
    await reader.click(
      await list.findByRole('button', {
        name: 'Enforce on 1 safe cluster by pull request',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('On these clusters, in the layer of each: prod'),
    ).toBeVisible();
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(called(api, 'previewPolicyEdit')).toMatchObject([
        { clusters: [PROD_ARN], change: { mode: 'enforce' } },
      ]),
    );
  });

  it('says where it is safe nowhere', async () => {
    const api = aFleet();
    api.clusters = api.clusters.slice(1);
    await render(api);
    expect(
      await (await panel()).findByText(/safe to enforce on no cluster now/),
    ).toBeVisible();
  });

  it('says where clusters cannot be read', async () => {
    const api = aFleet();
    api.failures.listPolicyClusters = responseError(503, 'no answer');
    await render(api);
    expect(await (await panel()).findByText(/no answer/)).toBeVisible();
  });
});

describe('policies of the chart that are on no cluster', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('are named below the matrix, each with a page of its own', async () => {
    const api = aFleet();
    api.layers = aLayerSet({
      policies: ['require-requests', 'allowed-registries'],
    });
    await renderPage(<PoliciesPage />, { policiesApi: api });
    const link = await screen.findByRole('link', {
      name: 'allowed-registries',
    });
    expect(link).toHaveAttribute(
      'href',
      '/eks-fleet/policies/policy/allowed-registries',
    );
    expect(link.closest('p')).toHaveTextContent(
      /^In the chart, and on no cluster: allowed-registries$/,
    );
  });

  it('can be switched on there', async () => {
    const api = aFleet();
    api.layers = aLayerSet({ policies: ['allowed-registries'] });
    await render(api, '/policy/allowed-registries');
    expect(
      await screen.findByText(
        'allowed-registries is on no cluster that you may read',
      ),
    ).toBeVisible();
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Change' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Change allowed-registries' }),
    );
    await reader.click(dialog.getByRole('radio', { name: /^audit/ }));
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await waitFor(() =>
      expect(called(api, 'previewPolicyEdit')).toMatchObject([
        { policy: 'allowed-registries', change: { mode: 'audit' } },
      ]),
    );
  });

  it('are no more than not there where the chart has them not', async () => {
    const api = aFleet();
    api.layers = aLayerSet({ policies: [] });
    await render(api, '/policy/nothing');
    await screen.findByText('There is no policy nothing');
    await waitFor(() =>
      expect(called(api, 'getPolicyLayers')).not.toHaveLength(0),
    );
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });
});
