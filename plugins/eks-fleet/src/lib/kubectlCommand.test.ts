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

import { aClusterRef } from '../__testUtils__/policies';
import { kubectlCommand } from './kubectlCommand';

const get = (resource: Parameters<typeof kubectlCommand>[1]) =>
  kubectlCommand(aClusterRef(), resource)?.split('\n')[1];

it('first makes the cluster known', () => {
  expect(
    kubectlCommand(aClusterRef(), { kind: 'Pod', name: 'a' })?.split('\n')[0],
  ).toBe('aws eks update-kubeconfig --region eu-west-1 --name prod');
});

it.each([
  [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'checkout',
      name: 'api',
    },
    'kubectl --context arn:aws:eks:eu-west-1:111122223333:cluster/prod --namespace checkout get --output yaml -- deployment.v1.apps api',
  ],
  [
    { apiVersion: 'v1', kind: 'Namespace', name: 'checkout' },
    'kubectl --context arn:aws:eks:eu-west-1:111122223333:cluster/prod get --output yaml -- namespace checkout',
  ],
  [
    { kind: 'Pod', namespace: '-x; rm -rf /', name: '$(evil)' },
    "kubectl --context arn:aws:eks:eu-west-1:111122223333:cluster/prod --namespace='-x; rm -rf /' get --output yaml -- pod '$(evil)'",
  ],
])('gets %j', (resource, command) => {
  expect(get(resource)).toBe(command);
});

it('is not there for what has no name', () => {
  expect(get({ kind: 'Cluster' })).toBeUndefined();
});
