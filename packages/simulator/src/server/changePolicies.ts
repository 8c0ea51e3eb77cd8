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

import type { CloudModel } from '../model';
import type { PolicyStory } from '../model/policyStory';
import { onlyKeys, recordOf } from './fields';

const KEYS: (keyof PolicyStory)[] = [
  'admissionPolicies',
  'chart',
  'exceptions',
  'gatekeeper',
  'kubeBench',
  'kyverno',
  'policyReporter',
  'reports',
  'strayExceptions',
  'values',
];
const LISTS: (keyof PolicyStory)[] = [
  'admissionPolicies',
  'exceptions',
  'reports',
  'strayExceptions',
];

/**
 * Changes what the policy engines of a cluster know: what is named takes the
 * place of what was there, `null` takes it away.
 *
 * @throws an Error that names the field
 */
export function changePolicies(model: CloudModel, value: unknown): void {
  const { arn, ...change } = recordOf(value, 'the body');
  onlyKeys(change, KEYS, '');
  if (typeof arn !== 'string') {
    throw new Error('arn must be a string');
  }
  for (const [key, part] of Object.entries(change)) {
    const isList = LISTS.includes(key as keyof PolicyStory);
    if (part !== null && isList !== Array.isArray(part) && key !== 'chart') {
      throw new Error(`${key} must be ${isList ? 'a list' : 'an object'}`);
    }
  }
  const cluster = model.clusters().find(candidate => candidate.arn === arn);
  if (!cluster) {
    throw new Error(`arn: there is no cluster ${arn}`);
  }
  const policies = { ...cluster.kubernetes.policies, ...change };
  cluster.kubernetes = {
    ...cluster.kubernetes,
    policies: Object.fromEntries(
      Object.entries(policies).filter(([, part]) => part !== null),
    ),
  };
}
