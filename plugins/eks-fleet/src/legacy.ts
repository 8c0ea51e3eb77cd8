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

/**
 * The same features as the package's root, for apps that are built with
 * `@backstage/core-plugin-api`.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  EksFleetAlertsClient,
  EksFleetClient,
  EksFleetPoliciesClient,
  EksFleetRequestsClient,
  EksFleetRolloutsClient,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  eksFleetAlertsApiRef,
  eksFleetApiRef,
  eksFleetPoliciesApiRef,
  eksFleetRequestsApiRef,
  eksFleetRolloutsApiRef,
} from './api';
import { provideFieldExtensions } from './formFields/provideFieldExtensions';
import { rootRouteRef } from './routes';

export {
  eksFleetAlertsApiRef,
  eksFleetApiRef,
  eksFleetPoliciesApiRef,
  eksFleetRequestsApiRef,
  eksFleetRolloutsApiRef,
} from './api';
export { isPolicyFindingsAvailable } from './components/EntityPolicyFindings/isPolicyFindingsAvailable';
export { isEksClusterAvailable } from './components/EntityCluster/isEksClusterAvailable';
export { isEksNamespaceAvailable } from './components/EntityNamespace/isEksNamespaceAvailable';
export { eksFleetTranslationRef } from './translation';

/**
 * EKS Fleet for apps of the old frontend system.
 *
 * @public
 */
export const eksFleetPlugin = createPlugin({
  id: 'eks-fleet',
  apis: [
    createApiFactory({
      api: eksFleetApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetClient({ discoveryApi, fetchApi }),
    }),
    createApiFactory({
      api: eksFleetRolloutsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetRolloutsClient({ discoveryApi, fetchApi }),
    }),
    createApiFactory({
      api: eksFleetAlertsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetAlertsClient({ discoveryApi, fetchApi }),
    }),
    createApiFactory({
      api: eksFleetPoliciesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetPoliciesClient({ discoveryApi, fetchApi }),
    }),
    createApiFactory({
      api: eksFleetRequestsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new EksFleetRequestsClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { root: rootRouteRef },
});

/**
 * All pages; mount it at `/eks-fleet`.
 *
 * @public
 */
export const EksFleetPage: () => JSX.Element = eksFleetPlugin.provide(
  createRoutableExtension({
    name: 'EksFleetPage',
    component: () =>
      import('./components/EksFleetPage').then(m => m.EksFleetPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * All that is known of a cluster, for a tab of its entity page.
 *
 * @public
 */
export const EntityEksClusterContent: () => JSX.Element =
  eksFleetPlugin.provide(
    createComponentExtension({
      name: 'EntityEksClusterContent',
      component: {
        lazy: () =>
          import('./components/EntityCluster').then(
            m => m.EntityClusterContent,
          ),
      },
    }),
  );

/**
 * A cluster in short, for the overview of its entity page.
 *
 * @public
 */
export const EntityEksClusterCard: () => JSX.Element = eksFleetPlugin.provide(
  createComponentExtension({
    name: 'EntityEksClusterCard',
    component: {
      lazy: () =>
        import('./components/EntityCluster').then(m => m.EntityClusterCard),
    },
  }),
);

/**
 * What breaks policies of what a group owns, or of what runs for a component,
 * for a tab of its entity page.
 *
 * @public
 */
export const EntityPolicyFindings: () => JSX.Element = eksFleetPlugin.provide(
  createComponentExtension({
    name: 'EntityPolicyFindings',
    component: {
      lazy: () =>
        import('./components/EntityPolicyFindings').then(
          m => m.EntityPolicyFindings,
        ),
    },
  }),
);

/**
 * A namespace that was asked for in short, with what can be asked for of it, for
 * the overview of its entity page.
 *
 * @public
 */
export const EntityEksNamespaceCard: () => JSX.Element = eksFleetPlugin.provide(
  createComponentExtension({
    name: 'EntityEksNamespaceCard',
    component: {
      lazy: () =>
        import('./components/EntityNamespace').then(m => m.EntityNamespaceCard),
    },
  }),
);

/**
 * The fields of templates that ask for clusters and namespaces, to be put into
 * the route of the scaffolder's page.
 *
 * @public
 */
export const eksFleetFieldExtensions: JSX.Element =
  provideFieldExtensions(eksFleetPlugin);
