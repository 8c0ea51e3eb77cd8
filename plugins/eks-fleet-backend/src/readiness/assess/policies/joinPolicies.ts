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

import type { Finding } from '../../types';
import type { PolicyFailure } from '../../upgradeSafety';
import type { AssessmentContext } from '../context';
import { policyFindings } from './policyFindings';
import { listPolicies, severityOf } from './policyFailures';
import { pluralOf } from './removedApis';
import { findUnassessed } from './unassessed';

/**
 * Adds what policies on the safety of upgrades find. What a finding of as much
 * weight tells of the same resource already is not told twice: it then names
 * the policies. Pure.
 */
export function joinPolicies(
  context: AssessmentContext,
  found: Finding[],
): Finding[] {
  const failures = context.upgradeSafety?.failures ?? [];
  const told = new Map<Finding, PolicyFailure[]>();
  const left: PolicyFailure[] = [];
  for (const failure of failures) {
    const severity = severityOf(context, failure);
    if (severity === undefined) {
      continue;
    }
    const telling = found.filter(
      finding =>
        (finding.severity === 'blocking' || finding.severity === severity) &&
        tells(finding, failure),
    );
    if (telling.length === 0) {
      left.push(failure);
    }
    for (const finding of telling) {
      told.set(finding, [...(told.get(finding) ?? []), failure]);
    }
  }
  return [
    ...found.map(finding => withPolicies(finding, told.get(finding) ?? [])),
    ...policyFindings(context, left),
    ...findUnassessed(context),
  ];
}

/** Whether a finding is about the resource that a policy fails on. */
function tells(finding: Finding, failure: PolicyFailure): boolean {
  const { code, evidence, subject } = finding;
  const { apiVersion, kind, name, namespace } = failure;
  switch (code) {
    case 'drain-blocked':
      return (
        kind === 'PodDisruptionBudget' &&
        partsOf(evidence.facts.budgets).includes(`${namespace}/${name}`)
      );
    case 'deprecated-api':
      return (
        subject.name ===
        [rootOf(apiVersion), apiVersion, pluralOf(kind)].join('/')
      );
    case 'insight':
      return partsOf(evidence.facts.resources).includes(
        [
          rootOf(apiVersion),
          apiVersion,
          ...(namespace ? ['namespaces', namespace] : []),
          pluralOf(kind),
          name,
        ].join('/'),
      );
    default:
      return false;
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? '/apis' : '/api';
}

/** Names of Kubernetes have no commas. */
function partsOf(list: string | undefined): string[] {
  return list?.split(', ') ?? [];
}

function withPolicies(finding: Finding, failures: PolicyFailure[]): Finding {
  return failures.length === 0
    ? finding
    : { ...finding, policies: listPolicies(failures) };
}
