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

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  DEFAULT_CONTROL_PLANE_PRICES,
  type ControlPlanePrices,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { readKeepDays } from './readKeepDays';

/** What `eksFleet` in the app configuration says, checked. */
export interface EksFleetConfig {
  environmentLabel: string;
  prices: ControlPlanePrices;
  /** US dollars an hour by instance type; empty where the operator gives none. */
  instancePrices: ReadonlyMap<string, number>;
  portalPath?: string;
  notifications: boolean;
  timelineDays: number;
  synchronization: SchedulerServiceTaskScheduleDefinition;
  /** Whether checks of permissions mean anything. */
  permissionsEnforced: boolean;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
};

const DEFAULT_TIMELINE_DAYS = 400;

/** @throws InputError with one sentence that names the key */
export function readConfig(config: RootConfigService): EksFleetConfig {
  return {
    environmentLabel: readEnvironmentLabel(config),
    prices: readPrices(config),
    instancePrices: readInstancePrices(config),
    portalPath: readPortalPath(config),
    notifications:
      config.getOptionalBoolean('eksFleet.notifications.enabled') ?? true,
    timelineDays: readKeepDays(
      config,
      'eksFleet.timeline.keepDays',
      DEFAULT_TIMELINE_DAYS,
    ),
    synchronization: readSchedule(config),
    permissionsEnforced:
      config.getOptionalBoolean('permission.enabled') === true ||
      config.getOptionalBoolean(
        'eksFleet.dangerouslyAllowWithoutPermissions',
      ) === true,
  };
}

function readPortalPath(config: RootConfigService): string | undefined {
  const key = 'eksFleet.portalPath';
  const path = config.getOptionalString(key);
  if (path !== undefined && !/^\/[^/?#\\][^?#\\]*$/.test(path)) {
    throw new InputError(
      `${key}: ${JSON.stringify(
        path,
      )} is no path; it begins with one slash, as in "/eks-fleet"`,
    );
  }
  return path;
}

function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const key = 'eksFleet.inventory.schedule';
  if (!config.has(key)) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig(key),
    );
  } catch (error) {
    throw new InputError(`${key}: ${toError(error).message}`);
  }
}

function readEnvironmentLabel(config: RootConfigService): string {
  const key = 'eksFleet.environmentLabel';
  const label = config.getOptionalString(key) ?? 'environment';
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,316}$/.test(label)) {
    throw new InputError(`${key}: ${JSON.stringify(label)} is no label's key`);
  }
  return label;
}

function readPrices(config: RootConfigService): ControlPlanePrices {
  const read = (field: keyof ControlPlanePrices) => {
    const key = `eksFleet.prices.controlPlane.${field}`;
    const price =
      config.getOptionalNumber(key) ?? DEFAULT_CONTROL_PLANE_PRICES[field];
    if (!(price >= 0 && price < 1000)) {
      throw new InputError(
        `${key}: ${price} is no price in US dollars an hour`,
      );
    }
    return price;
  };
  const prices = {
    standardUsdPerHour: read('standardUsdPerHour'),
    extendedUsdPerHour: read('extendedUsdPerHour'),
  };
  if (prices.extendedUsdPerHour < prices.standardUsdPerHour) {
    throw new InputError(
      'eksFleet.prices.controlPlane.extendedUsdPerHour: is the whole price in extended support and cannot be below standardUsdPerHour',
    );
  }
  return prices;
}

function readInstancePrices(
  config: RootConfigService,
): ReadonlyMap<string, number> {
  const key = 'eksFleet.prices.instances';
  const table = config.getOptionalConfig(key);
  return new Map(
    (table?.keys() ?? []).map(type => {
      // Instance types have dots, which configuration takes for levels.
      const price = (table!.get() as Record<string, unknown>)[type];
      if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(type)) {
        throw new InputError(
          `${key}: ${JSON.stringify(
            type,
          )} is no instance type, such as "m7i.xlarge"`,
        );
      }
      if (typeof price !== 'number' || !(price >= 0 && price < 10_000)) {
        throw new InputError(
          `${key}: ${JSON.stringify(
            price,
          )} is no price of ${type} in US dollars an hour`,
        );
      }
      return [type, price];
    }),
  );
}
