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
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ExceptionApproval } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  readFleetRepositories,
  type FleetRepository,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readKeepDays } from '../../config/readKeepDays';
import { readPolicyLayers } from '../readPolicyConfig';
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
  /** Who is told that requests wait. Entity references. */
  approvers: string[];
  /** How long a request is kept after its end. */
  keepDays: number;
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
  const repository = readRepository(config);
  return {
    repository,
    path: readPath(
      config,
      'path',
      'exceptions/{environment}/{account}/{region}/{cluster}/{name}.yaml',
      ['{account}', '{region}', '{cluster}', '{name}'],
    ),
    valuesPath: readValuesPath(config, repository),
    namespace,
    maxDays,
    ticket: readWord(config, 'ticket', ['optional', 'required']),
    approval: readWord(config, 'approval', ['required', 'git']),
    approvers: readApprovers(config),
    keepDays: readKeepDays(config, `${ROOT}.keepDays`, 400),
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

/** It says who is told, and gives nobody a right. */
function readApprovers(config: Config): string[] {
  const key = `${ROOT}.approvers`;
  return (config.getOptionalStringArray(key) ?? []).map(text => {
    try {
      const ref = parseEntityRef(text, { defaultKind: 'group' });
      if (['group', 'user'].includes(ref.kind.toLocaleLowerCase('en-US'))) {
        return stringifyEntityRef(ref);
      }
    } catch {
      // Said below.
    }
    throw new InputError(
      `${key}: ${JSON.stringify(text)} is no group and no user`,
    );
  });
}

/** What is written where no layer is read would have no effect, and never be seen. */
function readValuesPath(
  config: Config,
  repository: FleetRepository | undefined,
): string {
  const path = readPath(
    config,
    'valuesPath',
    'policies/clusters/{account}/{region}/{cluster}.yaml',
    ['{account}', '{region}', '{cluster}'],
  );
  const layers = readPolicyLayers(config);
  if (
    layers &&
    layers.repository === repository?.id &&
    !layers.paths.map(withoutAliases).includes(withoutAliases(path))
  ) {
    throw new InputError(
      `${ROOT}.valuesPath: ${JSON.stringify(
        path,
      )} is none of eksFleet.policies.layers.paths, so that no cluster would get what is written there`,
    );
  }
  return path;
}

function withoutAliases(path: string): string {
  return path.replaceAll('{label.environment}', '{environment}');
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
