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

import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { Container } from '@backstage/ui';
import { RiStackLine } from '@remixicon/react';
import {
  CLUSTER_RESOURCE_TYPE,
  EksFleetAlertsClient,
  EksFleetClient,
  EksFleetPoliciesClient,
  EksFleetRequestsClient,
  EksFleetRolloutsClient,
  eksFleetViewPermission,
  NAMESPACE_RESOURCE_TYPE,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  eksFleetAlertsApiRef,
  eksFleetApiRef,
  eksFleetPoliciesApiRef,
  eksFleetRequestsApiRef,
  eksFleetRolloutsApiRef,
} from './api';
import { formFieldExtensions } from './formFields/extensions';
import { rootRouteRef } from './routes';

const isCluster = { kind: 'resource', 'spec.type': CLUSTER_RESOURCE_TYPE };
const isNamespace = { kind: 'resource', 'spec.type': NAMESPACE_RESOURCE_TYPE };
const NAMESPACE = 'metadata.annotations.backstage.io/kubernetes-namespace';
const hasFindings: FilterPredicate = {
  $any: [
    { kind: 'group' },
    { kind: 'component', [NAMESPACE]: { $exists: true } },
    {
      kind: 'component',
      'metadata.annotations.backstage.io/kubernetes-id': { $exists: true },
    },
  ],
};
const mayView = { permissions: { $contains: eksFleetViewPermission.name } };

const eksFleetApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: eksFleetApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetClient({ discoveryApi, fetchApi }),
    }),
});

const rolloutsApi = ApiBlueprint.make({
  name: 'rollouts',
  params: defineParams =>
    defineParams({
      api: eksFleetRolloutsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetRolloutsClient({ discoveryApi, fetchApi }),
    }),
});

const alertsApi = ApiBlueprint.make({
  name: 'alerts',
  params: defineParams =>
    defineParams({
      api: eksFleetAlertsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetAlertsClient({ discoveryApi, fetchApi }),
    }),
});

const policiesApi = ApiBlueprint.make({
  name: 'policies',
  params: defineParams =>
    defineParams({
      api: eksFleetPoliciesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetPoliciesClient({ discoveryApi, fetchApi }),
    }),
});

const requestsApi = ApiBlueprint.make({
  name: 'requests',
  params: defineParams =>
    defineParams({
      api: eksFleetRequestsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetRequestsClient({ discoveryApi, fetchApi }),
    }),
});

const eksFleetPage = PageBlueprint.make({
  if: mayView,
  params: { path: '/eks-fleet', routeRef: rootRouteRef },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: async () => {
      const { OverviewPage } = await import('./components/OverviewPage');
      return (
        <Container>
          <OverviewPage />
        </Container>
      );
    },
  },
});

const clustersPage = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: 'Clusters',
    loader: async () => {
      const { ClustersPage } = await import('./components/ClustersPage');
      return (
        <Container>
          <ClustersPage />
        </Container>
      );
    },
  },
});

const readinessPage = SubPageBlueprint.make({
  name: 'readiness',
  params: {
    path: 'readiness',
    title: 'Readiness',
    loader: async () => {
      const { ReadinessPage } = await import('./components/ReadinessPage');
      return (
        <Container>
          <ReadinessPage />
        </Container>
      );
    },
  },
});

const rolloutsPage = SubPageBlueprint.make({
  name: 'rollouts',
  params: {
    path: 'rollouts',
    title: 'Rollouts',
    loader: async () => {
      const { RolloutsRoutes } = await import('./components/RolloutsRoutes');
      return (
        <Container>
          <RolloutsRoutes />
        </Container>
      );
    },
  },
});

const policiesPage = SubPageBlueprint.makeWithOverrides({
  name: 'policies',
  factory: (make, { apis }) =>
    make({
      path: 'policies',
      title: 'Policies',
      loader: async () => {
        // Loading the page takes as long as reading what it shows.
        import('./components/PoliciesPage/readMatrix').then(
          ({ readMatrixEarly }) => {
            const api = apis.get(eksFleetPoliciesApiRef);
            return api && readMatrixEarly(api, window.location);
          },
          () => {
            // The page itself reads it, and says what is wrong.
          },
        );
        const { PoliciesRoutes } = await import('./components/PoliciesRoutes');
        return (
          <Container>
            <PoliciesRoutes />
          </Container>
        );
      },
    }),
});

const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    loader: async () => {
      const { RequestsRoutes } = await import('./components/RequestsRoutes');
      return (
        <Container>
          <RequestsRoutes />
        </Container>
      );
    },
  },
});

const alertsPage = SubPageBlueprint.make({
  name: 'alerts',
  params: {
    path: 'alerts',
    title: 'Alerts',
    loader: async () => {
      const { AlertsPage } = await import('./components/AlertsPage');
      return (
        <Container>
          <AlertsPage />
        </Container>
      );
    },
  },
});

const costsPage = SubPageBlueprint.make({
  name: 'costs',
  params: {
    path: 'costs',
    title: 'Costs',
    loader: async () => {
      const { CostsPage } = await import('./components/CostsPage');
      return (
        <Container>
          <CostsPage />
        </Container>
      );
    },
  },
});

const sourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Sources',
    loader: async () => {
      const { SourcesPage } = await import('./components/SourcesPage');
      return (
        <Container>
          <SourcesPage />
        </Container>
      );
    },
  },
});

// Without a route reference, so that it has no entry in the navigation.
const goPage = PageBlueprint.make({
  name: 'go',
  if: mayView,
  params: {
    path: '/eks-fleet/go',
    loader: async () => {
      const { GoPage } = await import('./components/GoPage');
      return (
        <Container>
          <GoPage />
        </Container>
      );
    },
  },
});

const clusterContent = EntityContentBlueprint.make({
  name: 'cluster',
  params: {
    path: 'eks-cluster',
    title: 'EKS cluster',
    filter: isCluster,
    loader: async () => {
      const { EntityClusterContent } = await import(
        './components/EntityCluster'
      );
      return <EntityClusterContent />;
    },
  },
});

const clusterCard = EntityCardBlueprint.make({
  name: 'cluster',
  params: {
    type: 'info',
    filter: isCluster,
    loader: async () => {
      const { EntityClusterCard } = await import('./components/EntityCluster');
      return <EntityClusterCard />;
    },
  },
});

const namespaceCard = EntityCardBlueprint.make({
  name: 'namespace',
  params: {
    type: 'info',
    filter: isNamespace,
    loader: async () => {
      const { EntityNamespaceCard } = await import(
        './components/EntityNamespace'
      );
      return <EntityNamespaceCard />;
    },
  },
});

const policyFindingsContent = EntityContentBlueprint.make({
  name: 'policy-findings',
  params: {
    path: 'policy-findings',
    title: 'Policy findings',
    filter: hasFindings,
    loader: async () => {
      const { EntityPolicyFindings } = await import(
        './components/EntityPolicyFindings'
      );
      return <EntityPolicyFindings />;
    },
  },
});

/**
 * Pages and entity cards for a fleet of Amazon EKS clusters.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'eks-fleet',
  title: 'EKS Fleet',
  icon: <RiStackLine fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    eksFleetApi,
    rolloutsApi,
    alertsApi,
    policiesApi,
    requestsApi,
    eksFleetPage,
    overviewPage,
    clustersPage,
    readinessPage,
    rolloutsPage,
    policiesPage,
    requestsPage,
    alertsPage,
    costsPage,
    sourcesPage,
    goPage,
    clusterContent,
    clusterCard,
    namespaceCard,
    policyFindingsContent,
    ...formFieldExtensions,
  ],
});
