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

import type {
  FindingResource,
  PolicyClusterRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { shellOption, shellQuote } from './shell';

/**
 * The commands that show a resource: the first makes `kubectl` know the
 * cluster, under its ARN. `undefined` for what has no name to get it by.
 */
export function kubectlCommand(
  cluster: Pick<PolicyClusterRef, 'arn' | 'name' | 'region'>,
  resource: FindingResource,
): string | undefined {
  const { apiVersion = 'v1', kind, name, namespace } = resource;
  if (!name || !kind) {
    return undefined;
  }
  const [version, group] = apiVersion.includes('/')
    ? apiVersion.split('/').reverse()
    : [apiVersion, ''];
  // With version and group, as several groups may have a kind of this name.
  const type = [
    kind.toLocaleLowerCase('en-US'),
    ...(group ? [version, group] : []),
  ];
  return [
    [
      'aws eks update-kubeconfig',
      shellOption('region', cluster.region),
      shellOption('name', cluster.name),
    ].join(' '),
    [
      'kubectl',
      shellOption('context', cluster.arn),
      ...(namespace ? [shellOption('namespace', namespace)] : []),
      'get',
      '--output yaml',
      '--',
      shellQuote(type.join('.')),
      shellQuote(name),
    ].join(' '),
  ].join('\n');
}
