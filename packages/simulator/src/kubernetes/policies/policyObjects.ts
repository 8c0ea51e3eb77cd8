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
import type { Cluster } from '../../model/types';
import { minorOf } from '../../model/minors';
import type { CustomResource } from '../objects/components';
import type {
  DerivedObject,
  KubernetesObject,
  MetadataOf,
} from '../objects/KubernetesObject';
import { admissionPolicy } from './admissionPolicies';
import { exceptionManifests, exemptionsOf } from './exceptions';
import {
  Constraint,
  CONSTRAINTS_GROUP,
  constraintTemplate,
  gatekeeperConfig,
  type Audit,
} from './gatekeeperObjects';
import { chartLabels, clusterPolicy, validatingPolicy } from './kyvernoObjects';
import { loadPolicies } from './loadPolicies';
import { loadReports } from './loadReports';
import {
  REPORT_RESOURCES,
  ResourceReport,
  type Reporter,
} from './reportObjects';
import { isMatched, isScanned, scan, type Scanner } from './results';
import { settingsOf } from './settingsOf';
import { deprecatedSubjects, subjectsOf } from './subjects';
import type { ClusterPolicySetting, Subject, Surroundings } from './types';
import { exceptionsOfValues } from './valueExceptions';

type Listed = KubernetesObject | DerivedObject;

/** What policy engines add to a cluster. */
export interface PolicyObjects {
  byResource: [resource: string, objects: Listed[]][];
  customResources: CustomResource[];
}

interface Context {
  cluster: Cluster;
  story: PolicyStory;
  settings: ClusterPolicySetting[];
  subjects: Subject[];
  surroundings: Surroundings;
  metadata: MetadataOf;
}

/** The objects of the engines that are installed, over what else is there. */
export function policyObjects(
  cluster: Cluster,
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>,
  metadata: MetadataOf,
): PolicyObjects {
  const story = cluster.kubernetes.policies;
  if (!story) {
    return { byResource: [], customResources: [] };
  }
  const context: Context = {
    cluster,
    story,
    settings: settingsOf(story.values ?? {}),
    subjects: subjectsOf(
      byResource,
      deprecatedSubjects(cluster.kubernetes.deprecatedApis ?? [], metadata),
    ),
    surroundings: {
      budgets: byResource.get('poddisruptionbudgets.policy') ?? [],
      namespaces: byResource.get('namespaces') ?? [],
    },
    metadata,
  };
  const versionOf = (name: string) =>
    cluster.kubernetes.components?.find(component => component.name === name);
  const kyverno = versionOf('kyverno');
  const parts = [
    kyverno ? kyvernoObjects(context, kyverno.version) : nothing(),
    versionOf('gatekeeper') ? gatekeeperObjects(context) : nothing(),
    admissionObjects(context),
  ];
  return {
    byResource: parts.flatMap(part => part.byResource),
    customResources: parts.flatMap(part => part.customResources),
  };
}

function nothing(): PolicyObjects {
  return { byResource: [], customResources: [] };
}

/** What a version of Kyverno makes of the chart's policies. */
export function policyKindOf(
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

function kyvernoObjects(
  { cluster, story, settings, subjects, surroundings, metadata }: Context,
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
          ? settings.map(setting => validatingPolicy(setting, story, metadata))
          : [],
      ],
      [
        'clusterpolicies.kyverno.io',
        [
          ...(isCel
            ? []
            : settings.map(setting => clusterPolicy(setting, story, metadata))),
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

function reportLists(
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

/** What somebody has written, with what the API server adds. */
function manifestObject(
  { apiVersion: _apiVersion, kind, metadata: written, ...rest }: Manifest,
  metadata: MetadataOf,
): KubernetesObject {
  return {
    metadata: {
      ...metadata(kind, written.name, {
        namespace: written.namespace,
        generation: 1,
      }),
      ...written,
    },
    ...rest,
  };
}

function gatekeeperObjects({
  story,
  settings,
  subjects,
  surroundings,
  metadata,
}: Context): PolicyObjects {
  const gatekeeper = story.gatekeeper ?? {};
  const audit: Audit = {
    story,
    gatekeeper,
    surroundings,
    subjects: () => subjects,
  };
  const own = settings.filter(
    ({ policy }) => gatekeeper.policies?.includes(policy.name) ?? true,
  );
  return {
    customResources: own
      .filter(
        ({ policy }) => gatekeeper.templateErrors?.[policy.name] === undefined,
      )
      .map(({ policy }) => ({
        group: CONSTRAINTS_GROUP,
        version: 'v1beta1',
        plural: policy.kind.toLowerCase(),
        kind: policy.kind,
        namespaced: false,
      })),
    byResource: [
      [
        'constrainttemplates.templates.gatekeeper.sh',
        own.map(setting => constraintTemplate(setting, audit, metadata)),
      ],
      ['configs.config.gatekeeper.sh', [gatekeeperConfig(metadata)]],
      ...own.map((setting): [string, Listed[]] => [
        `${setting.policy.kind.toLowerCase()}.${CONSTRAINTS_GROUP}`,
        [new Constraint(setting, audit, metadata)],
      ]),
    ],
  };
}

function admissionObjects({
  story,
  settings,
  metadata,
}: Context): PolicyObjects {
  const own = settings
    .filter(({ policy }) => story.admissionPolicies?.includes(policy.name))
    .map(setting => admissionPolicy(setting, story, metadata));
  return {
    customResources: [],
    byResource: [
      [
        'validatingadmissionpolicies.admissionregistration.k8s.io',
        own.map(({ policy }) => policy),
      ],
      [
        'validatingadmissionpolicybindings.admissionregistration.k8s.io',
        own.map(({ binding }) => binding),
      ],
    ],
  };
}
