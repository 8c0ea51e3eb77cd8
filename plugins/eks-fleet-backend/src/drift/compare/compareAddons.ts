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

import type { AddonsDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterStatement } from '../types';
import type { Comparison } from './driftOfCluster';
import { Findings } from './findings';

/** Add-ons that EKS manages; without a version in Git it is EKS's choice. */
export function compareAddons(
  { addons, isWhole }: ClusterStatement,
  document: AddonsDocument | undefined,
): Comparison {
  const findings = new Findings();
  if (!addons) {
    return findings;
  }
  if (!document) {
    if (addons.length > 0 || isWhole) {
      findings.notObserved('addons');
    }
    return findings;
  }
  const found = new Map(document.addons.map(each => [each.name, each]));
  const unreadable = new Set(document.unreadable.map(({ name }) => name));
  for (const said of addons) {
    const field = `addons[${said.name}]`;
    const addon = found.get(said.name);
    found.delete(said.name);
    if (addon) {
      findings.compare(
        `${field}.version`,
        said.version,
        addon.version,
        said.name,
      );
      findings.compare(
        `${field}.serviceAccountRoleArn`,
        said.serviceAccountRoleArn,
        // That it has none is seen as well.
        addon.roleArn ?? '–',
        said.name,
      );
    } else if (unreadable.has(said.name)) {
      findings.notObserved(field);
    } else {
      findings.onlyInGit(field, said.version ?? 'is there', said.name);
    }
  }
  if (isWhole) {
    for (const { name, version } of found.values()) {
      findings.onlyInEks(`addons[${name}]`, version ?? 'is there', name);
    }
  }
  return findings;
}
