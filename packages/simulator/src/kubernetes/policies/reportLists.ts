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

import type { Manifest, PolicyStory, ReportApi } from '../../model/policyStory';
import type { MetadataOf } from '../objects/KubernetesObject';
import { manifestObject } from './manifestObject';
import type { Listed, PolicyObjects } from './policyContext';
import { REPORT_RESOURCES } from './reportObjects';

/** The groups that reports are written in; the versions of one share their objects. */
export function reportGroupsOf({
  kyverno = {},
}: PolicyStory): (keyof typeof REPORT_RESOURCES)[] {
  const { reportApis = ['wgpolicyk8s.io/v1alpha2'] as ReportApi[] } = kyverno;
  return [
    ...new Set(
      reportApis.map(api => api.split('/')[0] as keyof typeof REPORT_RESOURCES),
    ),
  ];
}

/** The lists of a group: what is made, and in its place what somebody has written. */
export function reportLists(
  group: keyof typeof REPORT_RESOURCES,
  reports: Listed[],
  raw: Manifest[],
  metadata: MetadataOf,
): PolicyObjects['byResource'] {
  const { namespaced, cluster } = REPORT_RESOURCES[group];
  const listOf = (kind: string, own: Listed[]) => {
    const given = raw
      .filter(
        manifest =>
          manifest.apiVersion.startsWith(`${group}/`) && manifest.kind === kind,
      )
      .map(manifest => manifestObject(manifest, metadata));
    return [
      ...own.filter(
        ({ metadata: { namespace, name } }) =>
          !given.some(
            other =>
              other.metadata.name === name &&
              other.metadata.namespace === namespace,
          ),
      ),
      ...given,
    ];
  };
  const isNamespaced = (report: Listed) =>
    report.metadata.namespace !== undefined;
  return [
    [
      `${namespaced[0]}.${group}`,
      listOf(namespaced[1], reports.filter(isNamespaced)),
    ],
    [
      `${cluster[0]}.${group}`,
      listOf(
        cluster[1],
        reports.filter(report => !isNamespaced(report)),
      ),
    ],
  ];
}
