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
import { InputError, toError } from '@backstage/errors';
import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { parseStrategy } from './parseStrategy';
import { DEFAULT_PRODUCTION_ENVIRONMENTS } from './shippedStrategies';

/** What `eksFleet.rollouts` says about plans, checked. */
export interface PlanningConfig {
  strategies: RolloutStrategy[];
  productionEnvironments: string[];
  pairLabel?: string;
}

/** @throws InputError with one sentence that names the key */
export function readPlanningConfig(config: RootConfigService): PlanningConfig {
  return {
    strategies: readStrategies(config),
    productionEnvironments: config.getOptionalStringArray(
      'eksFleet.rollouts.productionEnvironments',
    ) ?? [...DEFAULT_PRODUCTION_ENVIRONMENTS],
    pairLabel: readPairLabel(config),
  };
}

function readStrategies(config: RootConfigService): RolloutStrategy[] {
  const key = 'eksFleet.rollouts.strategies';
  const given = config.getOptional(key) ?? [];
  if (!Array.isArray(given)) {
    throw new InputError(`${key}: must be a list of strategies`);
  }
  const names = new Set<string>();
  return given.map((item, index) => {
    const at = `${key}[${index}]`;
    let strategy: RolloutStrategy;
    try {
      strategy = parseStrategy(
        typeof item === 'string' ? { name: item } : item,
      );
    } catch (error) {
      throw new InputError(`${at}: ${toError(error).message}`);
    }
    if (names.has(strategy.name)) {
      throw new InputError(`${at}: ${strategy.name} is there twice`);
    }
    names.add(strategy.name);
    return strategy;
  });
}

function readPairLabel(config: RootConfigService): string | undefined {
  const key = 'eksFleet.rollouts.pairLabel';
  const label = config.getOptionalString(key);
  if (
    label !== undefined &&
    !/^[A-Za-z0-9][A-Za-z0-9._/-]{0,316}$/.test(label)
  ) {
    throw new InputError(`${key}: ${JSON.stringify(label)} is no label's key`);
  }
  return label;
}
