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

import type { PolicyEngine } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PolicyName } from '../../extensions/policySources';
import { cleanName } from '../common/text';

/** A policy as a result names it, and the rule where the policy is not one. */
export interface NamedPolicy {
  policy: PolicyName;
  rule?: string;
}

interface Source {
  engine: PolicyEngine;
  kind: string;
  /** Of policies that are named `namespace/name`. */
  namespacedKind?: string;
  /** What is found is no policy, but a rule of the one that it all is of. */
  foundByName?: boolean;
}

const kyverno = (kind: string, namespacedKind = `Namespaced${kind}`) => ({
  engine: 'kyverno' as const,
  kind,
  namespacedKind,
});

/** By `source` of results, in lower case. */
const SOURCES: Record<string, Source | undefined> = {
  kyverno: kyverno('ClusterPolicy', 'Policy'),
  kyvernovalidatingpolicy: kyverno('ValidatingPolicy'),
  kyvernoimagevalidatingpolicy: kyverno('ImageValidatingPolicy'),
  kyvernomutatingpolicy: kyverno('MutatingPolicy'),
  kyvernogeneratingpolicy: kyverno('GeneratingPolicy'),
  kyvernodeletingpolicy: kyverno('DeletingPolicy'),
  validatingadmissionpolicy: {
    engine: 'vap',
    kind: 'ValidatingAdmissionPolicy',
  },
  mutatingadmissionpolicy: { engine: 'vap', kind: 'MutatingAdmissionPolicy' },
  'trivy vulnerability': {
    engine: 'trivy',
    kind: 'Vulnerability',
    foundByName: true,
  },
  'trivy exposedsecrets': {
    engine: 'trivy',
    kind: 'ExposedSecrets',
    foundByName: true,
  },
  'cis kube bench': { engine: 'kube-bench', kind: 'CIS' },
  'kube bench': { engine: 'kube-bench', kind: 'Benchmark' },
  falco: { engine: 'falco', kind: 'Rule' },
};

/** Which policy a result is of, by who wrote it. */
export function policyOfResult(result: {
  source?: unknown;
  policy?: unknown;
  rule?: unknown;
  properties?: Record<string, unknown>;
}): NamedPolicy {
  const source = cleanName(result.source, 63) ?? '';
  const word = source.toLowerCase();
  const rule = cleanName(result.rule);
  const name = cleanName(result.policy) ?? rule ?? 'unnamed';
  if (word === 'kubewarden') {
    return { policy: kubewardenPolicy(name, result.properties), rule };
  }
  const known = Object.hasOwn(SOURCES, word) ? SOURCES[word] : undefined;
  const { engine, kind, namespacedKind, foundByName } =
    known ?? otherSource(source);
  if (foundByName) {
    // Thousands of known weaknesses are not as many policies.
    return { policy: { engine, kind, name: source }, rule: name };
  }
  const [, namespace, bare] = /^([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return {
    policy:
      namespacedKind && namespace
        ? { engine, kind: namespacedKind, namespace, name: bare }
        : { engine, kind, name },
    rule,
  };
}

function otherSource(source: string): Source {
  const [, trivy] = /^trivy\s+(\S.*)$/i.exec(source) ?? [];
  return trivy
    ? { engine: 'trivy', kind: trivy }
    : { engine: 'other', kind: source || 'unknown' };
}

/** `clusterwide-<name>` or `namespaced-<namespace>-<name>`, of groups with `group-`. */
function kubewardenPolicy(
  unique: string,
  properties: Record<string, unknown> = {},
): PolicyName {
  const [, scope, group, rest] =
    /^(clusterwide|namespaced)-(group-)?(.+)$/.exec(unique) ?? [];
  const namespace = cleanName(properties['policy-namespace']);
  const name = cleanName(properties['policy-name']) ?? rest ?? unique;
  const kind = `${scope === 'namespaced' ? '' : 'Cluster'}AdmissionPolicy${
    group ? 'Group' : ''
  }`;
  return {
    engine: 'kubewarden',
    kind,
    ...(namespace && { namespace }),
    name,
  };
}
