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

import type { PolicyOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { sha256 } from '../../database/sha256';

/** What a finding is on: what would make the resource again, else the resource. */
export function subjectOf({ resource }: PolicyOutcome): {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
} {
  const { controller, namespace = '' } = resource;
  const { apiVersion = '', kind, name = '' } = controller ?? resource;
  return { apiVersion, kind, namespace, name };
}

/**
 * Names a finding, the same over rescans: 32 hex digits of its cluster, policy,
 * rule and what it is on. What changes by itself is not in it: uid, message,
 * result, time, version of the API, names of pods that are made again.
 */
export function fingerprint(arn: string, outcome: PolicyOutcome): string {
  const { policy, rule = '' } = outcome;
  const { apiVersion, kind, namespace, name } = subjectOf(outcome);
  const group = apiVersion.includes('/') ? apiVersion.split('/', 1)[0] : '';
  // As JSON, no text can pass for the end of one and the beginning of another.
  const identity = JSON.stringify([
    arn,
    policy.engine,
    policy.kind,
    policy.namespace ?? '',
    policy.name,
    rule,
    group,
    kind,
    namespace,
    name,
  ]);
  return sha256(identity).slice(0, 32);
}
