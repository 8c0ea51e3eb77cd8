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

import type {
  ClusterRequestInput,
  NamespaceInput,
  SpecChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AccountRegion,
  FormFieldOptions,
  FormValues,
  TemplatePurpose,
} from './types';

/** What is filled in, by the names that the templates that ship have for it. */
export function valuesOf(
  formData: unknown,
  options: FormFieldOptions = {},
): FormValues {
  const filled = mapOf(formData) ?? {};
  return {
    ...filled,
    ...Object.fromEntries(
      Object.entries(options.fields ?? {}).map(([name, parameter]) => [
        name,
        filled[parameter],
      ]),
    ),
  };
}

/** What a template asks for; a new namespace where it does not say. */
export function purposeOf(options: FormFieldOptions = {}): TemplatePurpose {
  const { kind = 'namespace', operation = 'create' } = options;
  return { kind, operation };
}

/** What a new namespace is asked for with, as the step gets it. */
export function namespaceInputOf(values: FormValues): NamespaceInput {
  const level = textOf(values.podSecurity);
  return {
    owner: textOf(values.owner) ?? '',
    reason: '',
    name: textOf(values.name) ?? '',
    cluster: '',
    environment: textOf(values.environment) ?? '',
    quota: (mapOf(values.quota) ?? {}) as NamespaceInput['quota'],
    network: {
      allowFromIngress: values.allowFromIngress === true,
      allowToInternet: values.allowToInternet === true,
    },
    ...(level && { podSecurity: { level } }),
    access: listOf(values.access) as NamespaceInput['access'],
    sourceRepos: listOf(values.sourceRepos).map(String),
    costCenter: textOf(values.costCenter),
    expiresOn: textOf(values.expiresOn),
  };
}

/** What a new cluster is asked for with, as the step gets it. */
export function clusterInputOf(values: FormValues): ClusterRequestInput {
  const { accountId, region } = placeOf(values);
  const zones = values.availabilityZones;
  return {
    owner: textOf(values.owner) ?? '',
    reason: '',
    name: textOf(values.name) ?? '',
    accountId: accountId ?? '',
    region: region ?? '',
    environment: textOf(values.environment) ?? '',
    kubernetesVersion: textOf(values.kubernetesVersion),
    network: {
      ...(textOf(values.vpcCidr) && { vpcCidr: textOf(values.vpcCidr) }),
      availabilityZones: typeof zones === 'number' ? zones : 3,
    },
    autoMode: listOf(values.autoMode).map(String),
    nodeGroups: listOf(values.nodeGroups) as ClusterRequestInput['nodeGroups'],
    addons: listOf(values.addons) as ClusterRequestInput['addons'],
    gitopsAddons: listOf(values.gitopsAddons).map(String),
    supportType: textOf(values.supportType),
    expiresOn: textOf(values.expiresOn),
    ...(typeof values.deletionProtection === 'boolean' && {
      deletionProtection: values.deletionProtection,
    }),
  };
}

/** What of something that is there is to be otherwise; nothing while nothing is filled in. */
export function specChangeOf(values: FormValues): SpecChange | undefined {
  const quota = mapOf(values.quota);
  const nodeGroup = textOf(values.nodeGroup);
  const set = listOf(values.add) as string[];
  const remove = listOf(values.remove) as string[];
  const add = listOf(values.gitopsAdd) as string[];
  const gone = listOf(values.gitopsRemove) as string[];
  const change: SpecChange = {
    ...(quota && { patch: { quota: quota as SpecChange['patch'] } }),
    ...(nodeGroup && {
      nodeGroup: {
        name: nodeGroup,
        minSize: countOf(values.minSize),
        maxSize: countOf(values.maxSize),
      },
    }),
    ...(set.length + remove.length > 0 && { addons: { set, remove } }),
    ...(add.length + gone.length > 0 && {
      gitopsAddons: { add, remove: gone },
    }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

/** Where a cluster is to be, from one field or from one each. */
export function placeOf(values: FormValues): AccountRegion {
  const place = mapOf(values.place);
  return {
    accountId: textOf(place?.accountId) ?? textOf(values.account),
    region: textOf(place?.region) ?? textOf(values.region),
  };
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function mapOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
