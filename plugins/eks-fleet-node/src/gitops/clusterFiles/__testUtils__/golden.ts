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

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  AUTO_MODE_SMALL,
  EXISTING_VPC,
  NODE_GROUPS_PROD,
} from './exampleSpecs';
import { BOUNDED, CASES, type ProvisionerCase } from './provisionerCases';

/** A bill of materials and the file that one provisioner makes of it. */
export interface GoldenCase extends ProvisionerCase {
  spec: ClusterSpec;
  /** Below the folder of golden files. */
  file: string;
  text: string;
}

const SPECS: Record<string, ClusterSpec> = {
  'auto-mode-small': AUTO_MODE_SMALL,
  'node-groups-prod': NODE_GROUPS_PROD,
  'existing-vpc': EXISTING_VPC,
  deleting: {
    ...EXISTING_VPC,
    lifecycle: 'deleting',
    deletionProtection: false,
  },
};

/** Each provisioner with each of the bills of materials, as far as it can say it. */
export const GOLDEN: GoldenCase[] = [
  ...CASES.flatMap(each =>
    Object.entries(SPECS).map(([name, given]) => goldenOf(each, name, given)),
  ),
  // Roles that are given are nobody's to bound.
  ...BOUNDED.map(each => goldenOf(each, 'bounded-roles', withoutRoles())),
];

function goldenOf(
  each: ProvisionerCase,
  name: string,
  given: ClusterSpec,
): GoldenCase {
  const spec = each.fit(given);
  const [{ path, text }] = each.provisioner.render(spec, each.context);
  const ending = path.slice(path.indexOf('.'));
  const folder = each.title.replace(', ', '-');
  return { ...each, spec, text, file: `${folder}/${name}${ending}` };
}

/** The provisioner makes that of the cluster, and that of one of two node groups. */
function withoutRoles(): ClusterSpec {
  const { roleArn: _, ...rest } = NODE_GROUPS_PROD;
  const [{ nodeRoleArn: __, ...general }, spot] = rest.compute.nodeGroups;
  return { ...rest, compute: { nodeGroups: [general, spot] } };
}

/**
 * What a golden file holds. `UPDATE_GOLDEN=1` writes it anew, to be looked at
 * before it is committed.
 */
export function readGolden(
  file: string,
  text: string,
  folder = resolve(__dirname, '../__fixtures__/golden'),
): string {
  const path = resolve(folder, file);
  if (process.env.UPDATE_GOLDEN || !existsSync(path)) {
    if (process.env.UPDATE_GOLDEN !== '1') {
      throw new Error(`There is no golden file ${file}`);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return readFileSync(path, 'utf8');
}
