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

import { minorOf } from '../../../model/minors';
import type { Cluster } from '../../../model/types';
import { customResources, type CustomResource } from './types';

/** The kinds that a version of Kyverno brings, and those of its reports. */
export function kyvernoResources(
  cluster: Cluster,
  version: string,
): CustomResource[] {
  const minor = minorOf(version);
  const apis = cluster.kubernetes.policies?.kyverno?.reportApis ?? [
    'wgpolicyk8s.io/v1alpha2',
  ];
  const versionsOf = (group: string) =>
    apis
      .filter(api => api.startsWith(`${group}/`))
      .map(api => api.split('/')[1]);
  const [reports, ...otherReports] = versionsOf('wgpolicyk8s.io');
  const [openReports] = versionsOf('openreports.io');
  return [
    ...customResources('kyverno.io', 'v1', [
      ['clusterpolicies', 'ClusterPolicy', false],
      ['policies', 'Policy', true],
    ]),
    ...customResources(
      'kyverno.io',
      'v2',
      [['policyexceptions', 'PolicyException', true]],
      minor < 17 ? ['v2beta1'] : undefined,
    ),
    ...celResources(minor),
    ...(reports
      ? customResources(
          'wgpolicyk8s.io',
          reports,
          [
            ['policyreports', 'PolicyReport', true],
            ['clusterpolicyreports', 'ClusterPolicyReport', false],
          ],
          otherReports,
        )
      : []),
    ...(openReports
      ? customResources('openreports.io', openReports, [
          ['reports', 'Report', true],
          ['clusterreports', 'ClusterReport', false],
        ])
      : []),
  ];
}

/** Policies in CEL: alpha in 1.14, beta in 1.16, stable in 1.18. */
function celResources(minor: number): CustomResource[] {
  if (minor < 14) {
    return [];
  }
  const rows: [string, string, boolean][] = [
    ['validatingpolicies', 'ValidatingPolicy', false],
    ['imagevalidatingpolicies', 'ImageValidatingPolicy', false],
    ['policyexceptions', 'PolicyException', true],
    ...(minor < 15
      ? []
      : ([
          ['mutatingpolicies', 'MutatingPolicy', false],
          ['generatingpolicies', 'GeneratingPolicy', false],
          ['deletingpolicies', 'DeletingPolicy', false],
        ] as [string, string, boolean][])),
  ];
  if (minor >= 18) {
    return customResources('policies.kyverno.io', 'v1', rows, ['v1beta1']);
  }
  return customResources(
    'policies.kyverno.io',
    minor >= 16 ? 'v1beta1' : 'v1alpha1',
    rows,
  );
}
