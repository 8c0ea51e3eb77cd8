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
import { InputError } from '@backstage/errors';
import type { Freeze } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import { readKeepDays } from '../config/readKeepDays';

/** What `eksFleet.rollouts` says about carrying plans out, checked. */
export interface RolloutConfig {
  enabled: boolean;
  /** In flight over all rollouts. */
  caps: { perAccountAndRegion: number; perQueue: number };
  /** How often all that is under way is looked at. */
  reconcileSeconds: number;
  /** Of the whole company, besides those of strategies. */
  freezes: Freeze[];
  /** How long rollouts that are over are kept, and of them the log. */
  keepDays: { rollouts: number; log: number };
}

const freezes = z.array(
  z
    .object({
      name: z.string().min(1).max(100),
      from: z.iso.datetime({ offset: true }),
      to: z.iso.datetime({ offset: true }),
      environments: z.array(z.string()).optional(),
    })
    .strict(),
);

/** @throws InputError with one sentence that names the key */
export function readRolloutConfig(config: RootConfigService): RolloutConfig {
  return {
    enabled: config.getOptionalBoolean('eksFleet.rollouts.enabled') ?? true,
    caps: {
      perAccountAndRegion: readCap(config, 'perAccountAndRegion', 5),
      perQueue: readCap(config, 'perRepository', 10),
    },
    reconcileSeconds: readReconcileSeconds(config),
    freezes: readFreezes(config),
    keepDays: readRetention(config),
  };
}

/** EKS takes a cluster back within seven days: what that needs must be there. */
function readRetention(config: RootConfigService): RolloutConfig['keepDays'] {
  const key = 'eksFleet.rollouts.keepDays';
  const rollouts = readKeepDays(config, key, 400);
  if (rollouts < 30) {
    throw new InputError(`${key}: ${rollouts} is less than 30`);
  }
  return {
    rollouts,
    log: readKeepDays(config, 'eksFleet.rollouts.keepLogDays', 400),
  };
}

/** Leases and alarms count on a look each minute. */
function readReconcileSeconds(config: RootConfigService): number {
  const key = 'eksFleet.rollouts.reconcileSeconds';
  const seconds = config.getOptionalNumber(key) ?? 30;
  if (!Number.isInteger(seconds) || seconds < 2 || seconds > 60) {
    throw new InputError(
      `${key}: ${seconds} is no whole number of seconds from 2 to 60`,
    );
  }
  return seconds;
}

function readFreezes(config: RootConfigService): Freeze[] {
  const key = 'eksFleet.rollouts.freezes';
  const parsed = freezes.safeParse(config.getOptional(key) ?? []);
  if (!parsed.success) {
    const [{ message, path }] = parsed.error.issues;
    throw new InputError(`${[key, ...path].join('.')}: ${message}`);
  }
  return parsed.data;
}

function readCap(
  config: RootConfigService,
  name: string,
  fallback: number,
): number {
  const key = `eksFleet.rollouts.inFlight.${name}`;
  const cap = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(cap) || cap < 1 || cap > 1000) {
    throw new InputError(`${key}: ${cap} is no whole number from 1 to 1000`);
  }
  return cap;
}
