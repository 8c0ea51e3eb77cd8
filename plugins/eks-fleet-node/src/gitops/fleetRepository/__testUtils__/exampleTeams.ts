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

import {
  checked as checkedApplication,
  contextOf as contextOfApplication,
} from '../../applicationFiles/__testUtils__/applicationCases';
import { renderApplication } from '../../applicationFiles/applicationFiles';
import {
  checked as checkedNamespace,
  contextOf as contextOfNamespace,
} from '../../namespaceFiles/__testUtils__/namespaceCases';
import { renderNamespace } from '../../namespaceFiles/namespaceFiles';

const SHARED = {
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'shared',
};
const ORDERS = {
  accountId: '444455556666',
  region: 'eu-west-1',
  name: 'orders',
};

/** A namespace of middling size, with the team as its editors. */
function namespaceOf(
  team: string,
  name: string,
  environment: string,
  cluster: typeof SHARED,
) {
  return checkedNamespace({
    name,
    cluster,
    environment,
    owner: `group:default/${team}`,
    podSecurity: {
      level: environment === 'prod' ? 'restricted' : 'baseline',
      version: 'v1.34',
    },
    quota: {
      cpuRequests: '4',
      memoryRequests: '8Gi',
      memoryLimits: '16Gi',
      pods: 40,
    },
    network: { allowToInternet: true },
    access: [{ kubernetesGroup: `team-${team}`, level: 'edit' }],
    project: { sourceRepos: [`https://github.com/acme/${name}`] },
  });
}

const NAMESPACES = [
  namespaceOf('payments', 'checkout', 'dev', SHARED),
  namespaceOf('payments', 'checkout', 'prod', ORDERS),
  namespaceOf('orders', 'orders', 'prod', ORDERS),
];

function filesOfNamespace(lifecycle: 'active' | 'deleting') {
  return NAMESPACES.flatMap(each => {
    const spec = { ...each, lifecycle };
    const { requestId: _, ...context } = contextOfNamespace(spec);
    return renderNamespace(spec, context);
  });
}

/** The namespaces' files of the reference repository, as the portal writes them. */
export const EXAMPLE_NAMESPACES = filesOfNamespace('active');

/** The same, each marked for deletion. */
export const MARKED_NAMESPACES = filesOfNamespace('deleting');

/** The entries of applications, as the portal writes them. */
export const EXAMPLE_APPLICATIONS = [
  { environment: 'dev', targetRevision: 'main' },
  { environment: 'prod', targetRevision: 'v1.4.2' },
].flatMap(({ environment, targetRevision }) => {
  const spec = checkedApplication({
    name: 'checkout',
    owner: 'group:default/payments',
    environment,
    namespace: 'checkout',
    source: {
      repoUrl: 'https://github.com/acme/checkout',
      path: `deploy/${environment}`,
      targetRevision,
    },
  });
  const { requestId: _, ...context } = contextOfApplication(spec);
  return renderApplication(spec, context);
});
