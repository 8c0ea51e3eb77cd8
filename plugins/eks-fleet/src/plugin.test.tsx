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

import { render, screen } from '@testing-library/react';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  eksFleetAlertsApiRef,
  eksFleetApiRef,
  eksFleetPoliciesApiRef,
  eksFleetRequestsApiRef,
  eksFleetRolloutsApiRef,
} from './api';
import { anAlert, FakeAlertsApi } from './__testUtils__/alerts';
import { FakeFleetApi } from './__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from './__testUtils__/FakePoliciesApi';
import { someRequests } from './__testUtils__/FakeRequestsApi';
import { FakeRolloutsApi } from './__testUtils__/FakeRolloutsApi';
import { thirdWave, thirdWaveCells } from './__testUtils__/demoRollouts';
import { aCluster } from './__testUtils__/fleet';
import { giveElementsSize } from './__testUtils__/layout';
import eksFleetPlugin from './plugin';

const fleetApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: eksFleetApiRef,
      deps: {},
      factory: () => new FakeFleetApi([aCluster({ name: 'alpha' })]),
    }),
});

const rolloutsApi = ApiBlueprint.make({
  name: 'rollouts',
  params: defineParams =>
    defineParams({
      api: eksFleetRolloutsApiRef,
      deps: {},
      factory: () => {
        const api = new FakeRolloutsApi([thirdWave()]);
        api.cells.third = thirdWaveCells();
        return api;
      },
    }),
});

const alertsApi = ApiBlueprint.make({
  name: 'alerts',
  params: defineParams =>
    defineParams({
      api: eksFleetAlertsApiRef,
      deps: {},
      factory: () => new FakeAlertsApi([anAlert()]),
    }),
});

const policiesApi = ApiBlueprint.make({
  name: 'policies',
  params: defineParams =>
    defineParams({
      api: eksFleetPoliciesApiRef,
      deps: {},
      factory: () => new FakePoliciesApi(),
    }),
});

const requestsApi = ApiBlueprint.make({
  name: 'requests',
  params: defineParams =>
    defineParams({
      api: eksFleetRequestsApiRef,
      deps: {},
      factory: () => someRequests(),
    }),
});

/** Stands in for the catalog, whose entity pages ours lead to. */
const catalogPlugin = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => <>An entity</>,
      },
    }),
  ],
});

function renderAt(path: string, mayView = true) {
  window.history.pushState({}, '', path);
  const permissionApi = ApiBlueprint.make({
    name: 'permission',
    params: defineParams =>
      defineParams({
        api: permissionApiRef,
        deps: {},
        factory: () =>
          mockApis.permission({
            authorize: ({ permission }) =>
              mayView || permission.name !== 'eks-fleet.view'
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          }),
      }),
  });
  const app = createApp({
    features: [
      eksFleetPlugin,
      catalogPlugin,
      createFrontendModule({
        pluginId: 'eks-fleet',
        extensions: [
          fleetApi,
          rolloutsApi,
          alertsApi,
          policiesApi,
          requestsApi,
        ],
      }),
      createFrontendModule({ pluginId: 'app', extensions: [permissionApi] }),
    ],
    advanced: {
      configLoader: async () => ({
        config: mockApis.config({
          data: {
            app: {
              baseUrl: 'http://localhost',
              extensions: [{ 'sign-in-page:app': false }],
            },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        }),
      }),
    },
  });
  render(app.createRoot());
}

describe('the plugin in the new frontend system', () => {
  giveElementsSize();

  it('opens on the overview, with the other pages as tabs', async () => {
    renderAt('/eks-fleet');
    expect(
      await screen.findByText(
        'Is the fleet all right, and what should I do first?',
      ),
    ).toBeInTheDocument();
    for (const [name, href] of [
      ['Overview', '/eks-fleet/overview'],
      ['Clusters', '/eks-fleet/clusters'],
      ['Readiness', '/eks-fleet/readiness'],
      ['Rollouts', '/eks-fleet/rollouts'],
      ['Policies', '/eks-fleet/policies'],
      ['Requests', '/eks-fleet/requests'],
      ['Alerts', '/eks-fleet/alerts'],
      ['Costs', '/eks-fleet/costs'],
      ['Sources', '/eks-fleet/sources'],
    ]) {
      expect(screen.getByRole('tab', { name })).toHaveAttribute('href', href);
    }
  });

  it('has a page of clusters', async () => {
    renderAt('/eks-fleet/clusters');
    expect(
      await screen.findByRole('row', { name: /alpha/ }),
    ).toBeInTheDocument();
  });

  it('has a page of readiness', async () => {
    renderAt('/eks-fleet/readiness');
    expect(
      await screen.findByText(
        'Which clusters can move, what blocks the others, and who can clear it?',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    [
      '/eks-fleet/rollouts',
      'What is on its way over the fleet, and what waits for whom?',
    ],
    ['/eks-fleet/rollouts/third', 'Autumn'],
    ['/eks-fleet/rollouts/third/cells/c3-5', 'w3-5'],
    ['/eks-fleet/go?rollout=third&cell=c3-5', 'w3-5'],
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
      '/eks-fleet/go?view=findings&new=week',
      'What breaks which policy, since when, and who mends it?',
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
    ['/eks-fleet/go?request=q1', 'Namespace payments-batch on prod'],
    [
      '/eks-fleet/alerts',
      'What fires on the fleet, whom does it concern, what changed before?',
    ],
    [
      '/eks-fleet/go?view=alerts&source=main&fingerprint=f1',
      'KubeAPIErrorBudgetBurn',
    ],
  ])('answers at %s', async (path, heading) => {
    renderAt(path);
    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
  });

  it('has a page of costs', async () => {
    renderAt('/eks-fleet/costs');
    expect(
      await screen.findByText(
        'What does the fleet cost, and what would moving save?',
      ),
    ).toBeInTheDocument();
  });

  it('has the pages as tabs in the order of the work', async () => {
    renderAt('/eks-fleet/clusters');
    await screen.findByRole('row', { name: /alpha/ });
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
      'Overview',
      'Clusters',
      'Readiness',
      'Rollouts',
      'Policies',
      'Requests',
      'Alerts',
      'Costs',
      'Sources',
    ]);
  });

  it('has a page of sources', async () => {
    renderAt('/eks-fleet/sources');
    expect(
      await screen.findByText('Does every source tell us what it knows?'),
    ).toBeInTheDocument();
  });

  it('takes deep links on a page without an entry in the navigation', async () => {
    renderAt('/eks-fleet/go?view=overview');
    expect(
      await screen.findByText(
        'Is the fleet all right, and what should I do first?',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).not.toContain('/eks-fleet/go');
  });

  it.each([
    ['cluster-picker', 'EksFleetClusterPicker'],
    ['namespace-name', 'EksFleetNamespaceName'],
    ['quota', 'EksFleetQuota'],
    ['time-to-live', 'EksFleetTimeToLive'],
    ['access', 'EksFleetAccess'],
    ['account-region', 'EksFleetAccountRegion'],
    ['version', 'EksFleetVersion'],
    ['node-groups', 'EksFleetNodeGroups'],
    ['addons', 'EksFleetAddons'],
    ['cidr', 'EksFleetCidr'],
    ['review', 'EksFleetReview'],
  ])('has the field %s of templates', async (name, field) => {
    const load = createExtensionTester(
      eksFleetPlugin.getExtension(
        `scaffolder-form-field:eks-fleet/${name}` as 'scaffolder-form-field:eks-fleet/quota',
      ),
    ).get(FormFieldBlueprint.dataRefs.formFieldLoader);
    expect(await load()).toMatchObject({ name: field });
  });

  it('shows neither pages nor entry to who may not view the fleet', async () => {
    renderAt('/eks-fleet', false);
    expect(await screen.findByText(/PAGE NOT FOUND/)).toBeInTheDocument();
    expect(screen.queryByText('EKS Fleet')).toBeNull();
  });
});
