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

import type { FindingSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../../types';
import type { PolicyFailure } from '../../upgradeSafety';
import type { AssessmentContext } from '../context';
import { createFinding, evidenceOf } from '../findings';
import { listPolicies, severityOf } from './policyFailures';
import { removalOf } from './removedApis';

const NAMED = 10;

/** One finding for each policy, version that it is about, and owner. Pure. */
export function policyFindings(
  context: AssessmentContext,
  failures: PolicyFailure[],
): Finding[] {
  const groups = new Map<string, PolicyFailure[]>();
  for (const failure of failures) {
    const { owner, policy } = failure;
    const key = JSON.stringify([policy.id, owner, removalOf(failure)]);
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()].map(group => describe(context, group));
}

function describe(
  context: AssessmentContext,
  failures: PolicyFailure[],
): Finding {
  const [first] = failures;
  const { feed, owner, policy } = first;
  const hop = removalOf(first);
  const broken = failures.filter(({ result }) => result !== 'error');
  const cells = (context.upgradeSafety?.cells ?? []).filter(
    cell => cell.policy.id === policy.id,
  );
  const notListed = Math.max(0, ...cells.map(cell => cell.notListed));
  const observedAt = cells.find(cell => cell.feed === feed)?.observedAt;
  const about = [policy.name, policy.id, ...(hop ? [hop] : [])];
  const evidence = evidenceOf(context, feed, {
    policy: policy.title || policy.name,
    resources: list(failures.map(nameOf)),
    says: first.message || undefined,
    notListed: notListed || undefined,
    notEvaluated: failures.length - broken.length || undefined,
  });
  const finding = createFinding(context, {
    code: 'policy-fails',
    about: [...about, ...(owner ? [owner] : [])],
    cause: about,
    severity: gravest(context, failures),
    title: `Policy ${policy.name} fails`,
    message: `${wordCounts(policy.name, broken.length, failures.length)}${
      notListed > 0 ? `, and on ${notListed} more that are not listed` : ''
    }${
      hop ? `, in an API that Kubernetes ${hop} no longer serves` : ''
    }: ${list(failures.map(nameOf))}`,
    subject: { kind: 'policy', name: policy.name },
    evidence: { ...evidence, observedAt: evidence.observedAt ?? observedAt },
    hop,
    owner: owner || undefined,
    fix: policy.remediation || undefined,
  });
  return { ...finding, policies: listPolicies(failures) };
}

function gravest(
  context: AssessmentContext,
  failures: PolicyFailure[],
): FindingSeverity {
  return failures.some(failure => severityOf(context, failure) === 'blocking')
    ? 'blocking'
    : 'warning';
}

function wordCounts(name: string, broken: number, all: number): string {
  const counted = (count: number) =>
    `${count} ${count === 1 ? 'resource' : 'resources'}`;
  if (broken === 0) {
    return `Policy ${name} could not be evaluated on ${counted(all)}`;
  }
  return `Policy ${name} fails on ${counted(broken)}${
    all > broken ? `, and could not be evaluated on ${all - broken}` : ''
  }`;
}

function nameOf({ kind, name, namespace }: PolicyFailure): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`.trim();
}

function list(names: string[]): string {
  const known = [...new Set(names)].sort();
  const more = known.length - NAMED;
  return `${known.slice(0, NAMED).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}
