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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ExceptionApproval } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  readFleetRepositories,
  type FleetRepository,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { problemOfTemplate } from './fillExceptionPath';

/** What `eksFleet.policies.exceptions` says, checked. */
export interface ExceptionConfig {
  /** Left out where there is none that exceptions could go to. */
  repository?: FleetRepository;
  /** Of an object of Kyverno's, for each cluster. */
  path: string;
  /** Of a cluster's values of the chart fleet-policies. */
  valuesPath: string;
  /** That Kyverno takes exceptions from. */
  namespace: string;
  maxDays: number;
  ticket: 'optional' | 'required';
  approval: ExceptionApproval;
}

const ROOT = 'eksFleet.policies.exceptions';
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws InputError with one sentence that names the key */
export function readExceptionConfig(config: Config): ExceptionConfig {
  const namespace = config.getOptionalString(`${ROOT}.namespace`) ?? 'kyverno';
  if (!NAMESPACE.test(namespace)) {
    throw new InputError(
      `${ROOT}.namespace: ${JSON.stringify(
        namespace,
      )} is no name of a namespace`,
    );
  }
  const maxDays = config.getOptionalNumber(`${ROOT}.maxDays`) ?? 90;
  if (!Number.isInteger(maxDays) || maxDays < 1 || maxDays > 730) {
    throw new InputError(
      `${ROOT}.maxDays: ${maxDays} is not between 1 and 730 days`,
    );
  }
  return {
    repository: readRepository(config),
    path: readPath(
      config,
      'path',
      'exceptions/{environment}/{account}/{region}/{cluster}/{name}.yaml',
      ['{account}', '{region}', '{cluster}', '{name}'],
    ),
    valuesPath: readPath(
      config,
      'valuesPath',
      'policies/clusters/{account}/{region}/{cluster}.yaml',
      ['{account}', '{region}', '{cluster}'],
    ),
    namespace,
    maxDays,
    ticket: readWord(config, 'ticket', ['optional', 'required']),
    approval: readWord(config, 'approval', ['required', 'git']),
  };
}

/** The one that is named, or the only one that there is. */
function readRepository(config: Config): FleetRepository | undefined {
  const key = `${ROOT}.repository`;
  const repositories = readFleetRepositories(config);
  const id = config.getOptionalString(key);
  if (id === undefined) {
    return repositories.length === 1 ? repositories[0] : undefined;
  }
  const found = repositories.find(each => each.id === id);
  if (!found) {
    throw new InputError(
      `${key}: ${JSON.stringify(id)} is none of eksFleet.fleetRepositories`,
    );
  }
  return found;
}

/** Two clusters, and two exceptions, never share a file that is one's own. */
function readPath(
  config: Config,
  field: string,
  fallback: string,
  needed: string[],
): string {
  const key = `${ROOT}.${field}`;
  const path = config.getOptionalString(key) ?? fallback;
  const problem = problemOfTemplate(path, needed);
  if (problem) {
    throw new InputError(`${key}: ${problem}`);
  }
  return path;
}

function readWord<T extends string>(
  config: Config,
  field: string,
  words: readonly [T, ...T[]],
): T {
  const value = config.getOptionalString(`${ROOT}.${field}`) ?? words[0];
  const word = words.find(each => each === value);
  if (!word) {
    throw new InputError(
      `${ROOT}.${field}: ${JSON.stringify(value)} is none of ${words.join(
        ', ',
      )}`,
    );
  }
  return word;
}
