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

import { parseThingKey } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { addonChoices } from './addonChoices';
import { readThingKey } from './readThingKey';
import { currentOf, thingKeyOf } from './templateAsk';
import { templatePreflight } from './templatePreflight';
import { textOf } from './templateValues';
import type { AccountRegion, NodeGroupValue, ReviewedBase } from './types';
import { offeredTo, preflightProblems, type Check } from './validate';
import { withStandInQuota } from './withStandInQuota';

export const checkCluster: Check<unknown> = async (value, ground) => {
  const key = await readThingKey(value, ground.findEntity);
  if (key && parseThingKey(key)?.kind === 'cluster') {
    return ground.purpose.operation === 'create'
      ? preflightProblems(ground, withStandInQuota(ground.values), [
          'spec.cluster',
        ])
      : [];
  }
  return [
    value
      ? ground.t('formField.clusterWrong', { value: String(value) })
      : undefined,
  ];
};

export const checkName: Check<string> = (name, ground) =>
  preflightProblems(ground, withStandInQuota({ ...ground.values, name }), [
    'spec.name',
  ]);

export const checkQuota: Check<unknown> = (quota, ground) =>
  preflightProblems(ground, { ...ground.values, quota }, [
    'spec.quota',
    'patch',
  ]);

export const checkTimeToLive: Check<string> = (expiresOn, ground) =>
  preflightProblems(ground, withStandInQuota({ ...ground.values, expiresOn }), [
    'spec.expiresOn',
    'expiresOn',
  ]);

export const checkAccess: Check<unknown> = (access, ground) =>
  preflightProblems(ground, withStandInQuota({ ...ground.values, access }), [
    'spec.access',
  ]);

export const checkAccountRegion: Check<AccountRegion> = async (
  { accountId, region } = {},
  ground,
) => {
  const { t } = ground;
  if (!accountId || !region) {
    return [t('formField.accountMissing')];
  }
  const { accounts, regions } = await offeredTo(ground);
  return [
    accounts.some(({ id }) => id === accountId)
      ? undefined
      : t('formField.accountWrong', {
          accounts: accounts.map(({ id }) => id).join(', '),
        }),
    regions.includes(region)
      ? undefined
      : t('formField.regionWrong', { regions: regions.join(', ') }),
  ];
};

export const checkVersion: Check<string> = async (version, ground) => {
  const { versions } = await offeredTo(ground);
  return [
    !version || versions.some(each => each.version === version)
      ? undefined
      : ground.t('formField.versionWrong', {
          versions: versions.map(each => each.version).join(', '),
        }),
  ];
};

export const checkNodeGroups: Check<NodeGroupValue[] | string> = (
  value,
  ground,
) =>
  typeof value === 'string'
    ? preflightProblems(ground, { ...ground.values, nodeGroup: value }, [
        'spec.nodeGroup',
      ])
    : preflightProblems(ground, { ...ground.values, nodeGroups: value }, [
        'spec.compute',
      ]);

export const checkAddons: Check<string[]> = async (chosen, ground) => {
  const { purpose, requests, t, uiOptions, values } = ground;
  if (uiOptions.gitops || uiOptions.of === 'present') {
    return [];
  }
  const key =
    purpose.operation === 'create'
      ? undefined
      : await thingKeyOf(purpose.kind, values, ground);
  const spec = key ? (await currentOf(key, requests)).spec : undefined;
  const kubernetesVersion =
    textOf(spec?.kubernetesVersion) ?? textOf(values.kubernetesVersion);
  const { addons } = await offeredTo(ground);
  const wrong = addonChoices({
    names: chosen,
    known: addons,
    kubernetesVersion,
  })
    .filter(({ incompatible, name }) => incompatible && chosen.includes(name))
    .map(({ name }) => name);
  return [
    wrong.length > 0
      ? t('formField.addonWrong', {
          names: wrong.join(', '),
          version: kubernetesVersion ?? '',
        })
      : undefined,
  ];
};

export const checkCidr: Check<string> = (vpcCidr, ground) =>
  preflightProblems(ground, { ...ground.values, vpcCidr }, ['spec.network']);

export const checkReview: Check<ReviewedBase> = async (_, ground) => {
  const preflight = await templatePreflight(
    ground.purpose,
    ground.values,
    ground,
  );
  const { problems = [], verdict } = preflight ?? {};
  const denied = (verdict?.reasons ?? []).filter(
    ({ outcome }) => outcome === 'deny',
  );
  const reasons = [...denied, ...problems].map(({ message }) => message);
  return [
    reasons.length > 0
      ? ground.t('formField.reviewDenied', { reasons: reasons.join('; ') })
      : undefined,
  ];
};
