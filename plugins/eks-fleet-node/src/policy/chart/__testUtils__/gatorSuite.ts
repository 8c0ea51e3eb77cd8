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

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { namespaceOf, type PolicyCase } from './cases';
import type { RenderedObject } from './helm';

/** Writes objects as one file of YAML. */
export function writeYaml(path: string, ...objects: unknown[]): void {
  writeFileSync(
    path,
    objects
      .map(object => stringify(object, { aliasDuplicateObjects: false }))
      .join('---\n'),
  );
}

/** Writes a suite of `gator verify` for a policy's cases into a folder. */
export function writeGatorSuite(
  folder: string,
  policy: string,
  cases: PolicyCase[],
  rendered: RenderedObject[],
): void {
  const constraint = rendered.find(
    ({ apiVersion, metadata }) =>
      apiVersion.startsWith('constraints.') && metadata.name === policy,
  )!;
  const template = rendered.find(
    ({ metadata }) => metadata.name === constraint.kind.toLowerCase(),
  )!;
  mkdirSync(folder, { recursive: true });
  writeYaml(join(folder, 'template.yaml'), template);
  writeYaml(join(folder, 'constraint.yaml'), constraint);
  writeYaml(join(folder, 'suite.yaml'), {
    apiVersion: 'test.gatekeeper.sh/v1alpha1',
    kind: 'Suite',
    metadata: { name: policy },
    tests: [
      {
        name: policy,
        template: 'template.yaml',
        constraint: 'constraint.yaml',
        cases: cases.map((each, index) => writeCase(folder, each, index)),
      },
    ],
  });
}

function writeCase(folder: string, policyCase: PolicyCase, index: number) {
  const { name, result, message, object, cluster = [] } = policyCase;
  const namespace = namespaceOf(policyCase);
  const inventory = [...cluster, ...(namespace ? [namespace] : [])];
  writeYaml(join(folder, `object-${index}.yaml`), object);
  if (inventory.length > 0) {
    writeYaml(join(folder, `inventory-${index}.yaml`), ...inventory);
  }
  return {
    name,
    object: `object-${index}.yaml`,
    inventory: inventory.length > 0 ? [`inventory-${index}.yaml`] : [],
    assertions: [
      {
        violations: result === 'fail' ? 'yes' : 'no',
        ...(message && { message }),
      },
    ],
  };
}
