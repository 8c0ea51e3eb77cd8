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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  POLICY_LAYER_PATHS,
  readFleetRepositories,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readKeepDays } from '../config/readKeepDays';
import type { DueRule } from './types';

/** What `eksFleet.policies` says, checked. */
export interface PolicyConfig {
  enabled: boolean;
  /** The first that fits a finding says when it is due. */
  due: DueRule[];
  /** For how long nothing unexempted may have failed before a policy is safe to enforce. */
  safeToEnforceDays: number;
  /** How long a finding is kept after it is resolved. */
  keepResolvedDays: number;
  /** Left out where Git does not say which policies clusters are to have. */
  layers?: PolicyLayersConfig;
}

/** Where the values of the chart `fleet-policies` are. */
export interface PolicyLayersConfig {
  /** Id of a fleet repository. */
  repository: string;
  /** Templates of paths, the chart's own values first. */
  paths: readonly string[];
  /** How long edits of policies are kept after they are over. */
  keepDays: number;
}

export const POLICY_SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'unknown',
] as const satisfies readonly PolicySeverity[];

const ROOT = 'eksFleet.policies';

const DEFAULT_DUE: DueRule[] = [
  { severities: ['critical'], days: 7 },
  { severities: ['high'], days: 30 },
  { severities: ['medium'], days: 90 },
];

/** @throws InputError with one sentence that names the key */
export function readPolicyConfig(
  config: RootConfigService | Config,
): PolicyConfig {
  return {
    enabled: config.getOptionalBoolean(`${ROOT}.enabled`) ?? true,
    due: readDue(config),
    safeToEnforceDays: readDays(config, `${ROOT}.safeToEnforceDays`, 14),
    keepResolvedDays: readKeepDays(config, `${ROOT}.keepResolvedDays`, 90),
    layers: readPolicyLayers(config),
  };
}

/** @throws InputError with one sentence that names the key */
export function readPolicyLayers(
  config: Config,
): PolicyLayersConfig | undefined {
  const key = `${ROOT}.layers`;
  const layers = config.getOptionalConfig(key);
  if (!layers) {
    return undefined;
  }
  const repository = layers.getOptionalString('repository');
  const known = readFleetRepositories(config).map(({ id }) => id);
  if (repository === undefined || !known.includes(repository)) {
    throw new InputError(
      `${key}.repository: ${
        repository === undefined ? 'is missing' : JSON.stringify(repository)
      }; there are ${known.join(', ') || 'no fleet repositories'}`,
    );
  }
  const paths = layers.getOptionalStringArray('paths') ?? POLICY_LAYER_PATHS;
  const wrong = paths.find(path => path.startsWith('/') || path.includes('..'));
  if (paths.length === 0 || wrong !== undefined) {
    throw new InputError(
      `${key}.paths: ${
        wrong === undefined ? 'must name at least one' : JSON.stringify(wrong)
      }; paths are within the repository, the chart's values first`,
    );
  }
  const keepDays = readKeepDays(config, `${key}.keepDays`, 400);
  return { repository, paths, keepDays };
}

function readDue(config: Config): DueRule[] {
  const key = `${ROOT}.due`;
  const rules = config.getOptionalConfigArray(key);
  return rules
    ? rules.map((rule, index) => readRule(rule, `${key}[${index}]`))
    : DEFAULT_DUE;
}

function readRule(rule: Config, key: string): DueRule {
  const severities = rule.getOptionalStringArray('severities') ?? [];
  if (severities.length === 0) {
    throw new InputError(`${key}.severities: must name at least one`);
  }
  return {
    severities: severities.map(severity => {
      const known = POLICY_SEVERITIES.find(item => item === severity);
      if (!known) {
        throw new InputError(
          `${key}.severities: ${JSON.stringify(
            severity,
          )} is none of ${POLICY_SEVERITIES.join(', ')}`,
        );
      }
      return known;
    }),
    environments: rule.getOptionalStringArray('environments'),
    days: readDays(rule, 'days', undefined, key),
  };
}

function readDays(
  config: Config,
  field: string,
  fallback?: number,
  parent?: string,
): number {
  const key = parent ? `${parent}.${field}` : field;
  const days = config.getOptionalNumber(field) ?? fallback;
  if (days === undefined) {
    throw new InputError(`${key}: is missing`);
  }
  if (!Number.isInteger(days) || days < 1 || days > 730) {
    throw new InputError(`${key}: ${days} is not between 1 and 730 days`);
  }
  return days;
}
