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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeYaml } from './gatorSuite';
import { namespaceOf, type PolicyCase } from './cases';
import type { RenderedObject } from './helm';

/** `kyverno test` has no word for a policy that does not look at a resource. */
const RESULTS: Record<PolicyCase['result'], string> = {
  pass: 'pass',
  fail: 'fail',
  excluded: 'skip',
  exempt: 'skip',
};

/**
 * Writes tests of `kyverno test` for a policy's cases. Cases that share a
 * cluster are one test, each other one is in a folder of its own.
 */
export function writeKyvernoTests(
  folder: string,
  policy: string,
  cases: PolicyCase[],
  rendered: RenderedObject[],
): void {
  const policies = rendered.filter(
    ({ kind, metadata }) =>
      kind === 'ValidatingPolicy' && metadata.name === policy,
  );
  const exceptions = rendered.filter(
    ({ kind, spec }) =>
      kind === 'PolicyException' &&
      spec.policyRefs.some(({ name }: { name: string }) => name === policy),
  );
  byCluster(cases).forEach((together, index) => {
    const place = join(folder, String(index));
    mkdirSync(place, { recursive: true });
    writeYaml(join(place, 'policies.yaml'), ...policies);
    writeYaml(join(place, 'exceptions.yaml'), ...exceptions);
    writeYaml(
      join(place, 'resources.yaml'),
      ...together.map(({ object }) => object),
    );
    writeYaml(join(place, 'kyverno-test.yaml'), {
      apiVersion: 'cli.kyverno.io/v1alpha1',
      kind: 'Test',
      metadata: { name: `${policy}-${index}` },
      policies: ['policies.yaml'],
      resources: ['resources.yaml'],
      ...(exceptions.length > 0 && { exceptions: ['exceptions.yaml'] }),
      ...writeCluster(place, together[0]),
      results: together.map(({ object, result }) => ({
        policy,
        isValidatingPolicy: true,
        kind: object.kind,
        resources: [object.metadata.name],
        result: RESULTS[result],
      })),
    });
  });
}

/** In a test resources are told by their names alone. */
function byCluster(cases: PolicyCase[]): PolicyCase[][] {
  const groups: PolicyCase[][] = [];
  for (const each of cases) {
    const group = groups.find(
      ([first, ...others]) =>
        sameCluster(first, each) &&
        [first, ...others].every(
          ({ object }) => object.metadata.name !== each.object.metadata.name,
        ),
    );
    if (group) {
      group.push(each);
    } else {
      groups.push([each]);
    }
  }
  return groups;
}

function sameCluster(one: PolicyCase, other: PolicyCase): boolean {
  const clusterOf = ({ cluster, namespace, object }: PolicyCase) =>
    JSON.stringify([
      cluster,
      namespace,
      (cluster || namespace) && object.metadata.namespace,
    ]);
  return clusterOf(one) === clusterOf(other);
}

/** Writes what is in the cluster, and says where. */
function writeCluster(place: string, policyCase: PolicyCase): object {
  const { object, cluster } = policyCase;
  const namespace = namespaceOf(policyCase);
  if (namespace) {
    writeYaml(join(place, 'values.yaml'), {
      apiVersion: 'cli.kyverno.io/v1alpha1',
      kind: 'Value',
      metadata: { name: 'values' },
      namespaces: [namespace],
    });
  }
  if (cluster) {
    writeYaml(join(place, 'cluster.yaml'), {
      apiVersion: 'cli.kyverno.io/v1alpha1',
      kind: 'ClusterResource',
      metadata: { name: 'cluster' },
      spec: {
        resources: [
          {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: object.metadata.namespace },
          },
          ...cluster,
        ],
      },
    });
  }
  return {
    ...(namespace && { variables: 'values.yaml' }),
    ...(cluster && { clusterResources: ['cluster.yaml'] }),
  };
}
