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

/**
 * How the simulated EKS behaves where a test or a demo may choose.
 *
 * @public
 */
export interface CloudSettings {
  /** How many times faster than in AWS updates are; time stamps stay on the clock. */
  speed: number;
  /** Whether an ERROR among the upgrade insights refuses an upgrade without `force`. */
  insightEnforcement: boolean;
  /** Whether AWS upgrades control planes by itself once their support has ended. */
  endOfSupportUpgrades: boolean;
}

export const DEFAULT_SETTINGS: CloudSettings = {
  speed: 1,
  insightEnforcement: false,
  endOfSupportUpgrades: false,
};

/**
 * Takes a change of settings into account.
 *
 * @throws an Error that names the field
 */
export function changedSettings(
  before: CloudSettings,
  change: Partial<CloudSettings>,
): CloudSettings {
  const settings = { ...before, ...change };
  const { speed } = settings;
  if (!(Number.isFinite(speed) && speed > 0 && speed <= 100_000)) {
    throw new Error('speed must be a number above 0, at most 100000');
  }
  for (const name of ['insightEnforcement', 'endOfSupportUpgrades'] as const) {
    if (typeof settings[name] !== 'boolean') {
      throw new Error(`${name} must be true or false`);
    }
  }
  return settings;
}
