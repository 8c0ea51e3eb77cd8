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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { parse } from 'yaml';
import { pluralOf, REMOVED_APIS, removalOf } from './removedApis';

const DATA = resolve(
  __dirname,
  '../../../../../../gitops/charts/fleet-policies/data/removed-apis.yaml',
);

describe('removed APIs', () => {
  it('are those that the chart fleet-policies looks for', () => {
    const { apis, oldest } = parse(readFileSync(DATA, 'utf8'));
    const young = apis
      .filter(
        ({ removed }: { removed: string }) =>
          versionRank(removed) > versionRank(oldest),
      )
      .map(({ api, kinds, removed }: (typeof REMOVED_APIS)[number]) => ({
        api,
        kinds,
        removed,
      }));
    expect(REMOVED_APIS).toEqual(young);
  });

  it.each<[string, string, string, string, string | undefined]>([
    [
      'the API decides',
      'flowcontrol.apiserver.k8s.io/v1beta3',
      'FlowSchema',
      'is not served from Kubernetes 1.99 on',
      '1.32',
    ],
    [
      'another kind of the same API is another one',
      'storage.k8s.io/v1beta1',
      'StorageClass',
      '',
      undefined,
    ],
    [
      'what a policy of the chart says of an API that is not known',
      'example.org/v1alpha1',
      'Widget',
      'example.org/v1alpha1 Widget is not served from Kubernetes 1.35 on; use v1',
      '1.35',
    ],
    [
      "what Kyverno's library says",
      'example.org/v1alpha1',
      'Widget',
      'example.org/v1alpha1/Widget is deprecated and will be removed in v1.36.',
      '1.36',
    ],
    [
      "what Gatekeeper's library says",
      'example.org/v1alpha1',
      'Widget',
      'API v1alpha1 for Widget is deprecated in Kubernetes version 1.36, please use v1 instead',
      '1.36',
    ],
    [
      'a message that names no version',
      'apps/v1',
      'Deployment',
      'Deployment api has 3 replicas and no disruption budget',
      undefined,
    ],
  ])('%s', (_, apiVersion, kind, message, removal) => {
    expect(removalOf({ apiVersion, kind, message })).toBe(removal);
  });

  it.each([
    ['PodDisruptionBudget', 'poddisruptionbudgets'],
    ['NetworkPolicy', 'networkpolicies'],
    ['Ingress', 'ingresses'],
    ['Gateway', 'gateways'],
    ['DeviceClass', 'deviceclasses'],
  ])('calls %s %s in paths', (kind, plural) => {
    expect(pluralOf(kind)).toBe(plural);
  });
});
