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

import type { KyvernoStory } from '../../model/policyStory';
import type { Exemption } from './exceptions';
import { kindsOf } from './library';
import type {
  ClusterPolicySetting,
  LibraryPolicy,
  Subject,
  Surroundings,
} from './types';
import { isAmong, isCoveredBy, namespaceOf } from './wildcards';

/** One result as a report has it, but for its time stamp. */
export interface ReportedResult {
  source: string;
  policy: string;
  rule?: string;
  category?: string;
  severity?: string;
  result: 'error' | 'fail' | 'pass' | 'skip' | 'warn';
  scored?: boolean;
  message?: string;
  properties?: Record<string, string>;
}

/** What Kyverno makes results with in one cluster. */
export interface Scanner {
  policyKind: 'ClusterPolicy' | 'ValidatingPolicy';
  settings: ClusterPolicySetting[];
  exemptions: Exemption[];
  story: KyvernoStory;
  surroundings: Surroundings;
}

/** What Kyverno leaves alone unless it is told otherwise. */
const FILTERED_NAMESPACES = [
  'kube-node-lease',
  'kube-public',
  'kube-system',
  'kyverno',
];

export function isScanned(subject: Subject): boolean {
  const namespace = namespaceOf(subject);
  return namespace === undefined || !FILTERED_NAMESPACES.includes(namespace);
}

/** Whether a policy looks at a resource. */
export function isMatched(
  { policy, excludedNamespaces, excludedResources }: ClusterPolicySetting,
  subject: Subject,
): boolean {
  return (
    kindsOf(policy).includes(subject.kind) &&
    !isAmong(namespaceOf(subject), excludedNamespaces) &&
    !excludedResources.some(({ namespace, ...resource }) =>
      isCoveredBy(subject, {
        ...resource,
        namespaces: namespace === undefined ? [] : [namespace],
      }),
    )
  );
}

/** What a scan says of one resource, policy by policy. */
export function scan(subject: Subject, scanner: Scanner): ReportedResult[] {
  const { allowedResults } = scanner.story;
  return scanner.settings
    .filter(setting => isMatched(setting, subject))
    .map(setting => resultOf(setting, subject, scanner))
    .filter(({ result }) => allowedResults?.includes(result) ?? true);
}

function resultOf(
  { policy, severity, parameters }: ClusterPolicySetting,
  subject: Subject,
  { policyKind, exemptions, story, surroundings }: Scanner,
): ReportedResult {
  const isCel = policyKind === 'ValidatingPolicy';
  const rule = isCel ? '' : ruleName(policy, subject.kind);
  const common = {
    source: isCel ? 'KyvernoValidatingPolicy' : 'kyverno',
    policy: policy.name,
    rule,
    category: policy.category,
    severity,
    scored: true,
  };
  const process = {
    process: policy.admissionOnly ? 'admission review' : 'background scan',
  };
  const covering = exemptions.filter(exemption =>
    exemption.covers(policy.name, rule, subject),
  );
  if (covering.length > 0) {
    const [{ namespace, name, result }] = covering;
    const verb = result === 'pass' ? 'passed' : 'skipped';
    return {
      ...common,
      ...(isCel && { rule: 'exception' }),
      result,
      message: `rule is ${verb} due to policy exception: ${namespace}/${name}`,
      properties: {
        ...process,
        exceptions: covering.map(exemption => exemption.name).join(','),
      },
    };
  }
  const failure = story.failures?.[policy.name];
  if (failure !== undefined) {
    return {
      ...common,
      result: 'error',
      message: failure,
      properties: process,
    };
  }
  const violation = policy.check(subject, parameters, surroundings);
  return violation
    ? {
        ...common,
        result: 'fail',
        message: isCel
          ? violation.message
          : `validation error: ${violation.message}. rule ${rule} failed`,
        properties: {
          ...process,
          ...(isCel && {
            'cel.validationIndex': String(violation.index ?? 0),
          }),
        },
      }
    : {
        ...common,
        result: 'pass',
        message: isCel ? 'success' : `validation rule '${rule}' passed.`,
        properties: process,
      };
}

/** A rule on pods is generated for what makes pods, under another name. */
function ruleName({ rule, match }: LibraryPolicy, kind: string): string {
  return match === 'pods' && kind !== 'Pod' ? `autogen-${rule}` : rule;
}
