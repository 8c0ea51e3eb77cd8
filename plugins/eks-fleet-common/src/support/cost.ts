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

import type { components } from '../generated/openapi';
import type { SupportState } from './support';

/**
 * What EKS asks for a control plane, in US dollars an hour.
 *
 * @public
 */
export interface ControlPlanePrices {
  standardUsdPerHour: number;
  /** All of it, not what extended support adds. */
  extendedUsdPerHour: number;
}

/**
 * AWS's public prices of November 2026.
 *
 * @public
 */
export const DEFAULT_CONTROL_PLANE_PRICES: ControlPlanePrices = {
  standardUsdPerHour: 0.1,
  extendedUsdPerHour: 0.6,
};

const HOURS_PER_MONTH = 730;

/**
 * What one control plane costs in a month of 730 hours. A cluster past all
 * support still runs, and is billed as in extended support until AWS moves it.
 *
 * @public
 */
export function controlPlaneCost(
  state: SupportState,
  prices: ControlPlanePrices,
): components['schemas']['ControlPlaneCost'] {
  const extended = state === 'extended' || state === 'unsupported';
  const hourly = extended
    ? prices.extendedUsdPerHour
    : prices.standardUsdPerHour;
  const added = extended
    ? prices.extendedUsdPerHour - prices.standardUsdPerHour
    : 0;
  return {
    controlPlaneUsdPerMonth: cents(hourly * HOURS_PER_MONTH),
    extendedSupportUsdPerMonth: cents(added * HOURS_PER_MONTH),
  };
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
