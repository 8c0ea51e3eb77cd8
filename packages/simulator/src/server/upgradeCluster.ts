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

import { upgradeFromOutside } from '../services/eks/upgrades/outsideUpgrade';
import type { UpdateContext } from '../services/eks/upgrades/startUpdate';
import type { Update } from '../model/updates';
import { onlyKeys, recordOf } from './fields';

/**
 * An upgrade that no call of ours begins.
 *
 * @public
 */
export interface OutsideUpgrade {
  /** ARN of the cluster. */
  arn: string;
  /** The next one by default; the one before takes the cluster back. */
  version?: string;
  /** `person` (the default), in the console or with Terraform, by the rules of EKS; `aws`, whom no insight stops. */
  by?: 'person' | 'aws';
  /** Past insights; for `person` alone. */
  force?: boolean;
}

/**
 * Reads the wish for an upgrade from untrusted data.
 *
 * @throws an Error that names the field
 */
export function parseOutsideUpgrade(value: unknown): OutsideUpgrade {
  const input = recordOf(value, 'the body');
  onlyKeys(input, ['arn', 'version', 'by', 'force'], '');
  const { arn, version, by, force } = input;
  if (typeof arn !== 'string') {
    throw new Error('arn must be a string');
  }
  if (version !== undefined && typeof version !== 'string') {
    throw new Error('version must be a string');
  }
  if (by !== undefined && by !== 'person' && by !== 'aws') {
    throw new Error('by must be person or aws');
  }
  if (force !== undefined && typeof force !== 'boolean') {
    throw new Error('force must be true or false');
  }
  return { arn, version, by, force };
}

/** @throws an Error where there is no such cluster, or EKS would refuse */
export function upgradeCluster(
  context: UpdateContext,
  { arn, version, by = 'person', force }: OutsideUpgrade,
): Update {
  const cluster = context.model
    .clusters()
    .find(candidate => candidate.arn === arn);
  if (!cluster) {
    throw new Error(`arn: there is no cluster ${arn}`);
  }
  return upgradeFromOutside(context, cluster, { version, by, force });
}
