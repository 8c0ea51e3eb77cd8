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

import { minorOf } from '../../model/minors';
import type { PolicyStory } from '../../model/policyStory';
import type { DerivedObject } from '../objects/KubernetesObject';
import { exceptionManifests, exemptionsOf } from './exceptions';
import { chartLabels, clusterPolicy, validatingPolicy } from './kyvernoObjects';
import { loadPolicies } from './loadPolicies';
import { loadReports } from './loadReports';
import { manifestObject, versioned } from './manifestObject';
import type { Listed, PolicyContext, PolicyObjects } from './policyContext';
import { reportGroupsOf, reportLists } from './reportLists';
import { ResourceReport, type Reporter } from './reportObjects';
import { isMatched, isScanned, scan, type Scanner } from './results';
import { exceptionsOfValues } from './valueExceptions';

/** What a version of Kyverno makes of the chart's policies. */
function policyKindOf(
  { kyverno = {} }: PolicyStory,
  version: string,
): 'ClusterPolicy' | 'ValidatingPolicy' {
  return (
    kyverno.policyKind ??
    (minorOf(version) >= 17 ? 'ValidatingPolicy' : 'ClusterPolicy')
  );
}

const USUAL_KYVERNO = '1.15.2';
/** Where Kyverno looks for exceptions. */
const EXCEPTION_NAMESPACE = 'kyverno';

/** Policies, exceptions and reports where Kyverno is installed. */
export function kyvernoParts(
  { cluster, story, settings, subjects, surroundings, metadata }: PolicyContext,
  version = USUAL_KYVERNO,
): PolicyObjects {
  const policyKind = policyKindOf(story, version);
  const isCel = policyKind === 'ValidatingPolicy';
  const kyverno = story.kyverno ?? {};
  const fromValues = exceptionsOfValues(
    story.values ?? {},
    EXCEPTION_NAMESPACE,
    chartLabels(story),
  );
  const scanner: Scanner = {
    policyKind,
    settings,
    exemptions: [
      ...exemptionsOf(story, policyKind),
      ...(isCel ? fromValues.map(({ exemption }) => exemption) : []),
    ],
    story: kyverno,
    surroundings,
  };
  const reporter: Reporter = {
    cluster,
    restamps: kyverno.restamps ?? false,
    resultsOf: subject => scan(subject, scanner),
  };
  const reported = subjects
    .filter(
      subject =>
        isScanned(subject) &&
        settings.some(setting => isMatched(setting, subject)),
    )
    .map(subject => new ResourceReport(subject, reporter))
    // What says nothing is not kept.
    .filter(
      report =>
        !kyverno.allowedResults || hasResults(report, cluster.createdAt),
    );
  const reports: Listed[] = [
    ...reported,
    ...(kyverno.load ? loadReports(kyverno.load, cluster) : []),
  ];
  const exceptionsOf = (group: string) =>
    [
      ...exceptionManifests(story),
      ...(isCel ? fromValues.map(({ manifest }) => manifest) : []),
    ]
      .filter(({ apiVersion }) => apiVersion.split('/')[0] === group)
      .map(manifest => manifestObject(manifest, metadata));
  return {
    customResources: [],
    byResource: [
      [
        'validatingpolicies.policies.kyverno.io',
        isCel
          ? settings.map(setting =>
              versioned(validatingPolicy(setting, story, metadata)),
            )
          : [],
      ],
      [
        'clusterpolicies.kyverno.io',
        [
          ...(isCel
            ? []
            : settings.map(setting =>
                versioned(clusterPolicy(setting, story, metadata)),
              )),
          ...loadPolicies(kyverno.load, metadata),
        ],
      ],
      [
        'policyexceptions.policies.kyverno.io',
        exceptionsOf('policies.kyverno.io'),
      ],
      ['policyexceptions.kyverno.io', exceptionsOf('kyverno.io')],
      ...reportGroupsOf(story).flatMap(group =>
        reportLists(group, reports, story.reports ?? [], metadata),
      ),
    ],
  };
}

function hasResults(report: DerivedObject, now: Date): boolean {
  const { results } = report.render(now) as { results?: unknown[] };
  return (results ?? []).length > 0;
}
