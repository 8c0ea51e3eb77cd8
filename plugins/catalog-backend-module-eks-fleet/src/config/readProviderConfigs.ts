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
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
} from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  partitionOfRegion,
  type AwsPartition,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksFleetProviderConfig, LinkTemplate } from './types';
import { checkOverlaps } from './checkOverlaps';
import { readAccounts, readOrganization } from './readAccounts';
import {
  checkKubernetesRoles,
  checkRoleNames,
  isRoleName,
} from './checkRoleNames';
import { isEntityRef } from '../entities/safeText';

const ROOT = 'catalog.providers.eksFleet';
const PARTITIONS: AwsPartition[] = ['aws', 'aws-cn', 'aws-us-gov'];
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 8 },
};

/**
 * Reads `catalog.providers.eksFleet` and checks it whole, so that a mistake
 * stops the start with a sentence that names its key.
 */
export function readProviderConfigs(config: Config): EksFleetProviderConfig[] {
  const section = config.getOptionalConfig(ROOT);
  if (!section) {
    return [];
  }
  checkRoleNames(config);
  const providers = section
    .keys()
    .map(id => readProviderConfig(checkedId(id), section.getConfig(id)));
  checkOverlaps(providers);
  checkKubernetesRoles(config, providers);
  return providers;
}

function checkedId(id: string): string {
  if (
    !/^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/.test(id) ||
    id.length > 63
  ) {
    throw new InputError(
      `${ROOT}.${id} is no provider id: use up to 63 letters, digits, "-" and "_", a letter first`,
    );
  }
  return id;
}

function readProviderConfig(
  id: string,
  config: Config,
): EksFleetProviderConfig {
  const key = `${ROOT}.${id}`;
  const partition = readPartition(key, config);
  const accounts = readAccounts(`${key}.accounts`, config, 'accounts');
  const organization = readOrganization(key, config);
  if (accounts.length === 0 && !organization) {
    throw new InputError(
      `${key} names no account: set ${key}.accounts, ${key}.organization.accountId, or both`,
    );
  }
  return {
    id,
    partition,
    accounts,
    organization,
    regions: readRegions(key, config, partition),
    namespace: readNamespace(key, config),
    tags: {
      owner: config.getOptionalString('tags.owner'),
      system: config.getOptionalString('tags.system'),
      labels: readLabels(key, config),
    },
    defaultOwner: readDefaultOwner(key, config),
    kubernetesPlugin: readKubernetesPlugin(key, config),
    links: readLinks(key, config),
    limits: {
      requestsPerSecond: readNumber(key, config, 'limits.requestsPerSecond', {
        fallback: 10,
        above: 0,
      }),
      burst: readNumber(key, config, 'limits.burst', {
        fallback: 20,
        minimum: 1,
      }),
    },
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : DEFAULT_SCHEDULE,
    removal: {
      graceScans: readNumber(key, config, 'removal.graceScans', {
        fallback: 2,
        minimum: 1,
      }),
      rejectAbovePercentage: readNumber(
        key,
        config,
        'removal.rejectAbovePercentage',
        { fallback: 30, minimum: 0, maximum: 100 },
      ),
      rejectMinimum: readNumber(key, config, 'removal.rejectMinimum', {
        fallback: 10,
        minimum: 0,
      }),
      orphanDays: readNumber(key, config, 'removal.orphanDays', {
        fallback: 7,
        minimum: 0,
      }),
    },
    eventTopics: config.getOptionalStringArray('events.topics') ?? [],
  };
}

function readPartition(key: string, config: Config): AwsPartition {
  const value = config.getOptionalString('partition') ?? 'aws';
  const partition = PARTITIONS.find(known => known === value);
  if (!partition) {
    throw new InputError(
      `${key}.partition is "${value}"; it is one of ${PARTITIONS.join(', ')}`,
    );
  }
  return partition;
}

function readRegions(
  key: string,
  config: Config,
  partition: AwsPartition,
): string[] | 'enabled' {
  const value = config.getOptional<unknown>('regions');
  if (value === 'enabled') {
    return 'enabled';
  }
  if (!Array.isArray(value) || value.length === 0) {
    throw new InputError(
      `${key}.regions must be a list of AWS Regions, or the word "enabled" for all that an account has enabled`,
    );
  }
  value.forEach((region, i) => {
    const found =
      typeof region === 'string' ? partitionOfRegion(region) : undefined;
    if (!found) {
      throw new InputError(
        `${key}.regions[${i}] is "${String(region)}", which is no AWS Region`,
      );
    }
    if (found !== partition) {
      throw new InputError(
        `${key}.regions[${i}] is "${region}" of the partition ${found}, while ${key}.partition is ${partition}: make one provider for each partition`,
      );
    }
  });
  return [...new Set(value as string[])];
}

function readNamespace(key: string, config: Config): string {
  const namespace = config.getOptionalString('namespace') ?? DEFAULT_NAMESPACE;
  if (!KubernetesValidatorFunctions.isValidNamespace(namespace)) {
    throw new InputError(
      `${key}.namespace is "${namespace}", which is no catalog namespace: use lower-case letters, digits and "-"`,
    );
  }
  return namespace;
}

function readLabels(key: string, config: Config): Record<string, string> {
  const labels: Record<string, string> = {};
  const section = config.getOptional<Record<string, unknown>>('tags.labels');
  for (const [label, tag] of Object.entries(section ?? {})) {
    if (!KubernetesValidatorFunctions.isValidLabelKey(label)) {
      throw new InputError(
        `${key}.tags.labels has the key "${label}", which is no valid label of a catalog entity`,
      );
    }
    if (typeof tag !== 'string' || tag === '') {
      throw new InputError(
        `${key}.tags.labels.${label} must be the name of a tag`,
      );
    }
    labels[label] = tag;
  }
  return labels;
}

function readDefaultOwner(key: string, config: Config): string {
  const value = config.getOptionalString('defaultOwner') ?? 'unknown';
  if (!isEntityRef(value)) {
    throw new InputError(
      `${key}.defaultOwner is "${value}", which is no entity reference such as group:default/platform`,
    );
  }
  return value;
}

function readKubernetesPlugin(
  key: string,
  config: Config,
): EksFleetProviderConfig['kubernetesPlugin'] {
  const roleName = config.getOptionalString('kubernetesPlugin.roleName');
  if (roleName !== undefined && !isRoleName(roleName)) {
    throw new InputError(
      `${key}.kubernetesPlugin.roleName is "${roleName}", which is no IAM role name: give the name alone, not an ARN`,
    );
  }
  return {
    annotate: config.getOptionalBoolean('kubernetesPlugin.annotate') ?? false,
    roleName,
    externalId: config.getOptionalString('kubernetesPlugin.externalId'),
  };
}

function readLinks(key: string, config: Config): LinkTemplate[] {
  const links = config.getOptionalConfigArray('links') ?? [];
  return links.map((link, i) => {
    const url = link.getString('url');
    if (!/^https?:\/\//.test(url)) {
      throw new InputError(
        `${key}.links[${i}].url is "${url}"; it must begin with https:// or http://`,
      );
    }
    return {
      title: link.getString('title'),
      url,
      icon: link.getOptionalString('icon'),
    };
  });
}

function readNumber(
  key: string,
  config: Config,
  field: string,
  rule: {
    fallback: number;
    minimum?: number;
    maximum?: number;
    above?: number;
  },
): number {
  const value = config.getOptionalNumber(field) ?? rule.fallback;
  const { minimum, maximum, above } = rule;
  if (above !== undefined && !(value > above)) {
    throw new InputError(
      `${key}.${field} is ${value}; it must be above ${above}`,
    );
  }
  if (minimum !== undefined && value < minimum) {
    throw new InputError(
      `${key}.${field} is ${value}; it must be at least ${minimum}`,
    );
  }
  if (maximum !== undefined && value > maximum) {
    throw new InputError(
      `${key}.${field} is ${value}; it must be at most ${maximum}`,
    );
  }
  return value;
}
