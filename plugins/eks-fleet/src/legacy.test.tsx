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

import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { screen, waitFor } from '@testing-library/react';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useCustomFieldExtensions } from '@backstage/plugin-scaffolder-react';
import { anAlert, FakeAlertsApi } from './__testUtils__/alerts';
import { FakeFleetApi } from './__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from './__testUtils__/FakePoliciesApi';
import { someRequests } from './__testUtils__/FakeRequestsApi';
import { FakeRolloutsApi } from './__testUtils__/FakeRolloutsApi';
import { thirdWave } from './__testUtils__/demoRollouts';
import { aCluster } from './__testUtils__/fleet';
import { namespaceEntity } from './__testUtils__/formField';
import { giveElementsSize } from './__testUtils__/layout';
import {
  eksFleetAlertsApiRef,
  eksFleetApiRef,
  eksFleetFieldExtensions,
  EksFleetPage,
  eksFleetPlugin,
  eksFleetPoliciesApiRef,
  eksFleetRequestsApiRef,
  eksFleetRolloutsApiRef,
  EntityEksClusterCard,
  EntityEksClusterContent,
  EntityEksNamespaceCard,
  EntityPolicyFindings,
  isEksClusterAvailable,
  isEksNamespaceAvailable,
  isPolicyFindingsAvailable,
} from './legacy';

const FIELDS = [
  'EksFleetAccess',
  'EksFleetAccountRegion',
  'EksFleetAddons',
  'EksFleetCidr',
  'EksFleetClusterPicker',
  'EksFleetNamespaceName',
  'EksFleetNodeGroups',
  'EksFleetQuota',
  'EksFleetReview',
  'EksFleetTimeToLive',
  'EksFleetVersion',
];

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'alpha-1a2b3c4d' },
  spec: { type: 'kubernetes-cluster' },
};

function renderLegacy(element: JSX.Element, path = '/') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [eksFleetApiRef, new FakeFleetApi([aCluster({ name: 'alpha' })])],
        [eksFleetRolloutsApiRef, new FakeRolloutsApi([thirdWave()])],
        [eksFleetAlertsApiRef, new FakeAlertsApi([anAlert()])],
        [eksFleetPoliciesApiRef, new FakePoliciesApi()],
        [eksFleetRequestsApiRef, someRequests()],
        [permissionApiRef, mockApis.permission()],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      {element}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the plugin in the old frontend system', () => {
  giveElementsSize();

  it.each([
    ['/eks-fleet', 'Is the fleet all right, and what should I do first?'],
    ['/eks-fleet/clusters', '1 cluster'],
    [
      '/eks-fleet/readiness',
      'Which clusters can move, what blocks the others, and who can clear it?',
    ],
    [
      '/eks-fleet/rollouts',
      'What is on its way over the fleet, and what waits for whom?',
    ],
    ['/eks-fleet/rollouts/third', 'Autumn'],
    [
      '/eks-fleet/policies',
      'Which policies are really there, what do they do, and who breaks them?',
    ],
    [
      '/eks-fleet/policies/policy/require-requests',
      'Is “Require resource requests” really enforced, and what would that refuse?',
    ],
    [
      '/eks-fleet/policies/findings',
      'What breaks which policy, since when, and who mends it?',
    ],
    [
      '/eks-fleet/policies/exceptions',
      'Who is exempt from what, who agreed, and until when?',
    ],
    [
      '/eks-fleet/requests',
      'What was asked for, where does it stand, and what waits for me?',
    ],
    ['/eks-fleet/requests/q1', 'Namespace payments-batch on prod'],
    [
      '/eks-fleet/requests/new?kind=namespace',
      'Which namespace do you need, and may you have it?',
    ],
    [
      '/eks-fleet/alerts',
      'What fires on the fleet, whom does it concern, what changed before?',
    ],
    [
      '/eks-fleet/costs',
      'What does the fleet cost, and what would moving save?',
    ],
    ['/eks-fleet/sources', 'Does every source tell us what it knows?'],
    ['/eks-fleet/go', 'No cluster found'],
  ])('answers at %s', async (path, heading) => {
    await renderLegacy(
      <FlatRoutes>
        <Route path="/eks-fleet" element={<EksFleetPage />} />
      </FlatRoutes>,
      path,
    );
    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
  });

  it('goes from tab to tab', async () => {
    await renderLegacy(
      <FlatRoutes>
        <Route path="/eks-fleet" element={<EksFleetPage />} />
      </FlatRoutes>,
      '/eks-fleet',
    );
    for (const [name, path] of [
      ['Readiness', '/eks-fleet/readiness'],
      ['Rollouts', '/eks-fleet/rollouts'],
      ['Policies', '/eks-fleet/policies'],
      ['Alerts', '/eks-fleet/alerts'],
      ['Costs', '/eks-fleet/costs'],
      ['Sources', '/eks-fleet/sources'],
    ]) {
      await waitFor(() =>
        expect(screen.getByRole('tab', { name })).toHaveAttribute('href', path),
      );
    }
  });

  it('has a tab and a card for the entity page', async () => {
    await renderLegacy(
      <EntityProvider entity={entity}>
        <EntityEksClusterContent />
        <EntityEksClusterCard />
      </EntityProvider>,
    );
    expect(await screen.findByText('Support calendar')).toBeInTheDocument();
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
      'Overview',
      'Bill of materials',
      'Readiness',
      'Policy',
      'Namespaces',
      'Alerts',
      'Timeline',
    ]);
    expect(await screen.findByText('EKS cluster')).toBeInTheDocument();
    expect(isEksClusterAvailable(entity)).toBe(true);
  });

  it('has a tab for the entity pages of groups and components', async () => {
    const group = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'payments' },
    };
    await renderLegacy(
      <EntityProvider entity={group}>
        <EntityPolicyFindings />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('Nothing of theirs breaks a policy'),
    ).toBeInTheDocument();
    expect(isPolicyFindingsAvailable(group)).toBe(true);
    expect(isPolicyFindingsAvailable(entity)).toBe(false);
  });

  it('has a card for the entity page of a namespace', async () => {
    await renderLegacy(
      <EntityProvider entity={namespaceEntity}>
        <EntityEksNamespaceCard />
      </EntityProvider>,
    );
    expect(
      await screen.findByRole('link', { name: 'The request that brought it' }),
    ).toBeInTheDocument();
    expect(isEksNamespaceAvailable(namespaceEntity)).toBe(true);
    expect(isEksNamespaceAvailable(entity)).toBe(false);
  });

  it('has the fields of templates', async () => {
    function Names() {
      const fields = useCustomFieldExtensions(
        <div>{eksFleetFieldExtensions}</div>,
      );
      return <>{fields.map(({ name }) => name).join(' ')}</>;
    }
    await renderLegacy(<Names />);
    expect(screen.getByText(FIELDS.join(' '))).toBeInTheDocument();
  });

  it('brings its own APIs', () => {
    expect([...eksFleetPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      eksFleetApiRef.id,
      eksFleetRolloutsApiRef.id,
      eksFleetAlertsApiRef.id,
      eksFleetPoliciesApiRef.id,
      eksFleetRequestsApiRef.id,
    ]);
  });
});
