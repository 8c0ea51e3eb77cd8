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
import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { readKeepDays } from '../config/readKeepDays';
import { parseRelease } from './assess/versions';
import type {
  CompatibilityTable,
  ComponentCompatibility,
  ComponentRelease,
} from './compatibility';
import { SHIPPED_COMPATIBILITY } from './shippedCompatibility';
import type { ReadinessSettings } from './types';

/** What `eksFleet.readiness` says, checked. */
export interface ReadinessConfig {
  settings: ReadinessSettings;
  compatibility: CompatibilityTable;
  /** How long a waiver is kept after its end. */
  keepWaiversDays: number;
}

export const DEFAULT_SETTINGS: ReadinessSettings = {
  required: ['controlPlane', 'nodegroups', 'addons', 'insights', 'subnets'],
  drain: 'blocking',
  insightsFreshForHours: 48,
  addonVersionsFreshForHours: 72,
};

/** Longer than a waiver may last, and than an audit looks back. */
const DEFAULT_KEEP_WAIVERS_DAYS = 400;

const ROOT = 'eksFleet.readiness';
const KIND = /^[a-zA-Z][a-zA-Z0-9.-]{0,63}$/;

/** @throws InputError with one sentence that names the key */
export function readReadinessConfig(
  config: RootConfigService | Config,
): ReadinessConfig {
  return {
    settings: {
      required: readRequired(config),
      drain: readChoice(config, `${ROOT}.drain`, ['blocking', 'warning']),
      insightsFreshForHours: readHours(config, 'insightsFreshForHours'),
      addonVersionsFreshForHours: readHours(
        config,
        'addonVersionsFreshForHours',
      ),
    },
    compatibility: readCompatibility(config),
    keepWaiversDays: readKeepDays(
      config,
      `${ROOT}.waivers.keepDays`,
      DEFAULT_KEEP_WAIVERS_DAYS,
    ),
  };
}

function readRequired(config: Config): readonly string[] {
  const key = `${ROOT}.required`;
  const kinds = config.getOptionalStringArray(key) ?? DEFAULT_SETTINGS.required;
  for (const kind of kinds) {
    if (!KIND.test(kind)) {
      throw new InputError(
        `${key}: ${JSON.stringify(kind)} is no kind of observation`,
      );
    }
  }
  if (!kinds.includes('controlPlane')) {
    throw new InputError(
      `${key}: controlPlane cannot be left out, as nothing can be said without it`,
    );
  }
  return [...new Set(kinds)];
}

function readHours(
  config: Config,
  field: 'insightsFreshForHours' | 'addonVersionsFreshForHours',
): number {
  const key = `${ROOT}.${field}`;
  const hours = config.getOptionalNumber(key) ?? DEFAULT_SETTINGS[field];
  if (!(hours >= 25 && hours <= 24 * 30)) {
    throw new InputError(
      `${key}: ${hours} is not between 25 and 720 hours; it is refreshed once a day`,
    );
  }
  return hours;
}

/** What an operator says of a component takes the place of what ships. */
function readCompatibility(config: Config): CompatibilityTable {
  const key = `${ROOT}.compatibility`;
  const own = (config.getOptionalConfigArray(key) ?? []).map((entry, index) =>
    readComponent(entry, `${key}[${index}]`),
  );
  const names = own.map(({ component }) => component);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`${key}: ${JSON.stringify(twice)} is there twice`);
  }
  return [
    ...own,
    ...SHIPPED_COMPATIBILITY.filter(
      ({ component }) => !names.includes(component),
    ),
  ];
}

function readComponent(entry: Config, key: string): ComponentCompatibility {
  const component = readText(entry, key, 'component');
  const asOf = readText(entry, key, 'asOf');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) {
    throw new InputError(
      `${key}.asOf: ${JSON.stringify(asOf)} is no day, as in "2026-11-24"`,
    );
  }
  return {
    component,
    asOf,
    source: entry.getOptionalString('source') ?? ROOT,
    outside: readChoice(entry, 'outside', ['untested', 'incompatible'], key),
    releases: entry
      .getConfigArray('releases')
      .map((release, index) =>
        readRelease(release, `${key}.releases[${index}]`),
      ),
  };
}

function readRelease(release: Config, key: string): ComponentRelease {
  const kubernetes = release.getOptionalConfig('kubernetes');
  const from = readText(release, key, 'from');
  const before = release.getOptionalString('before');
  for (const [field, value] of Object.entries({ from, before })) {
    if (value !== undefined && !parseRelease(value)) {
      throw new InputError(
        `${key}.${field}: ${JSON.stringify(value)} is no version, as in "1.5"`,
      );
    }
  }
  return {
    from,
    before,
    kubernetes: {
      from: readMinor(kubernetes, key, 'from'),
      to: readMinor(kubernetes, key, 'to'),
    },
  };
}

function readMinor(
  config: Config | undefined,
  key: string,
  field: 'from' | 'to',
): string | undefined {
  const version = config?.getOptionalString(field);
  if (version !== undefined && versionRank(version) < 0) {
    throw new InputError(
      `${key}.kubernetes.${field}: ${JSON.stringify(
        version,
      )} is no Kubernetes version, as in "1.34"`,
    );
  }
  return version;
}

function readText(config: Config, key: string, field: string): string {
  const text = config.getOptionalString(field);
  if (!text) {
    throw new InputError(`${key}.${field}: is missing`);
  }
  return text;
}

function readChoice<T extends string>(
  config: Config,
  field: string,
  choices: readonly [T, ...T[]],
  parent?: string,
): T {
  const value = config.getOptionalString(field) ?? choices[0];
  const choice = choices.find(item => item === value);
  if (choice === undefined) {
    throw new InputError(
      `${parent ? `${parent}.` : ''}${field}: ${JSON.stringify(
        value,
      )} is none of ${choices.join(', ')}`,
    );
  }
  return choice;
}
