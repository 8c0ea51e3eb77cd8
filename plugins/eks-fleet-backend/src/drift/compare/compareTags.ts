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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterStatement } from '../types';
import type { Comparison } from './driftOfCluster';
import { Findings } from './findings';

/** What AWS and provisioners put there by themselves. */
const NOT_THE_OPERATORS = [
  /^aws:/,
  /^eks:/,
  /^services\.k8s\.aws\//,
  /^kro\.run\//,
  /^crossplane-(kind|name|providerconfig)$/,
  /^sigs\.k8s\.io\/cluster-api-provider-aws\//,
  /^kubernetes\.io\/cluster\//,
  /^terraform-aws-modules$/,
  /^(alpha\.eksctl\.io|eksctl\.cluster\.k8s\.io)\//,
];

/** The operator's tags of the cluster itself. */
export function compareTags(
  { isWhole, tags: said }: ClusterStatement,
  controlPlane: ControlPlaneDocument | undefined,
): Comparison {
  const findings = new Findings();
  if (!said) {
    return findings;
  }
  const found = controlPlane?.tags;
  if (!found) {
    if (Object.keys(said).length > 0 || isWhole) {
      findings.notObserved('tags');
    }
    return findings;
  }
  for (const [key, value] of Object.entries(said)) {
    if (Object.hasOwn(found, key)) {
      findings.compare(`tags[${key}]`, value, found[key], key);
    } else {
      findings.onlyInGit(`tags[${key}]`, value, key);
    }
  }
  if (isWhole) {
    for (const [key, value] of Object.entries(found)) {
      if (
        !Object.hasOwn(said, key) &&
        !NOT_THE_OPERATORS.some(pattern => pattern.test(key))
      ) {
        findings.onlyInEks(`tags[${key}]`, value, key);
      }
    }
  }
  return findings;
}
