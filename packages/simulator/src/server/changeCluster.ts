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
import { createUpdate } from '../model/createUpdate';
import type { HealthIssue } from '../model/types';
import type { UpdateSpec, UpdateStatus } from '../model/updates';
import { onlyKeys, recordOf } from './fields';

const KEYS = ['arn', 'availableIpAddressCount', 'healthIssues', 'update'];
const UPDATE_KEYS = [
  'type',
  'status',
  'nodegroupName',
  'addonName',
  'params',
  'errors',
];
const STATUSES: UpdateStatus[] = [
  'InProgress',
  'Failed',
  'Cancelled',
  'Successful',
];

/** What happens to a cluster by itself, without anybody's call. */
export interface ClusterChange {
  arn: string;
  /** Of each of its subnets. */
  availableIpAddressCount?: number;
  /** Take the place of those that it has. */
  healthIssues?: HealthIssue[];
  /** An update that began just now, in the state that it is in. */
  update?: Omit<UpdateSpec, 'createdAt'>;
}

/**
 * Reads a change from untrusted data.
 *
 * @throws an Error that names the field
 */
export function parseClusterChange(value: unknown): ClusterChange {
  const input = recordOf(value, 'the body');
  onlyKeys(input, KEYS, '');
  const { arn, availableIpAddressCount: count, healthIssues, update } = input;
  if (typeof arn !== 'string') {
    throw new Error('arn must be a string');
  }
  if (count !== undefined && !(Number.isInteger(count) && Number(count) >= 0)) {
    throw new Error(
      'availableIpAddressCount must be a whole number, 0 or more',
    );
  }
  if (healthIssues !== undefined) {
    listOf(healthIssues, 'healthIssues', ['code', 'message', 'resourceIds']);
  }
  if (update !== undefined) {
    const { errors, status, type } = checkUpdate(update);
    if (typeof type !== 'string') {
      throw new Error('update.type must be a string');
    }
    if (status !== undefined && !STATUSES.includes(status as UpdateStatus)) {
      throw new Error(`update.status must be one of ${STATUSES.join(', ')}`);
    }
    if (errors !== undefined) {
      listOf(errors, 'update.errors', [
        'errorCode',
        'errorMessage',
        'resourceIds',
      ]);
    }
  }
  return input as unknown as ClusterChange;
}

/** @throws an Error where there is no such cluster */
export function changeCluster(
  model: CloudModel,
  change: ClusterChange,
  now: Date,
): void {
  const { arn, availableIpAddressCount, healthIssues, update } = change;
  const cluster = model.clusters().find(candidate => candidate.arn === arn);
  if (!cluster) {
    throw new Error(`arn: there is no cluster ${arn}`);
  }
  if (availableIpAddressCount !== undefined) {
    cluster.subnets.forEach(subnet =>
      Object.assign(subnet, { availableIpAddressCount }),
    );
  }
  if (healthIssues) {
    cluster.healthIssues = structuredClone(healthIssues);
  }
  if (update) {
    cluster.updates.push(
      createUpdate({ ...update, createdAt: now.toISOString() }, cluster),
    );
  }
}

function checkUpdate(value: unknown): Record<string, unknown> {
  const update = recordOf(value, 'update');
  onlyKeys(update, UPDATE_KEYS, 'update.');
  return update;
}

function listOf(value: unknown, name: string, keys: string[]): void {
  if (!Array.isArray(value)) {
    throw new Error(`${name} must be a list`);
  }
  value.forEach((item, index) => {
    const path = `${name}[${index}]`;
    const record = recordOf(item, path);
    onlyKeys(record, keys, `${path}.`);
    const missing = keys.find(key => record[key] === undefined);
    if (missing) {
      throw new Error(`${path}.${missing} must be there`);
    }
  });
}
