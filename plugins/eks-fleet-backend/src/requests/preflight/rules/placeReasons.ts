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
  ClusterSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { entryOf } from '../config/ofEnvironment';
import type { PreflightGround } from '../ground/types';
import { deny, needsApproval } from '../verdictOf';
import { anyOf } from '../words';

type Place = Pick<ClusterSpec, 'accountId' | 'region' | 'environment'>;

/** Whether clusters may be in this account and Region, in this environment. */
export function placeReasons(
  { accountId, environment, region }: Place,
  ground: Pick<PreflightGround, 'config' | 'accounts'>,
): VerdictReason[] {
  const { clusters } = ground.config;
  const inEnvironment = entryOf(clusters.environments, environment);
  const reasons: VerdictReason[] = [];
  const known = Object.keys(clusters.environments);
  if (known.length > 0 && !inEnvironment) {
    reasons.push(
      deny(
        'environmentNotAllowed',
        'environment',
        `There is no environment ${environment}; it must be ${anyOf(known)}.`,
      ),
    );
  }
  for (const [field, what, value, lists] of [
    [
      'accountId',
      'account',
      accountId,
      [clusters.accounts, inEnvironment?.accounts],
    ],
    ['region', 'Region', region, [clusters.regions, inEnvironment?.regions]],
  ] as const) {
    const refusing = lists.find(each => each && !each.includes(value));
    if (refusing) {
      const where = refusing === lists[1] ? ` of ${environment}` : '';
      reasons.push(
        deny(
          `${what.toLowerCase()}NotAllowed`,
          field,
          `Clusters${where} may not be in the ${what} ${value}; it must be ${anyOf(
            refusing,
          )}.`,
        ),
      );
    }
  }
  return reasons.length > 0
    ? reasons
    : discoveryReasons({ accountId, environment, region }, ground);
}

/** A cluster that discovery would not find is never seen to be ready. */
function discoveryReasons(
  { accountId, environment, region }: Place,
  { accounts, config }: Pick<PreflightGround, 'config' | 'accounts'>,
): VerdictReason[] {
  const regions = accounts.get(accountId);
  if (regions?.has(region)) {
    return [];
  }
  const [field, what] = regions
    ? ['region', `the Region ${region} of the account ${accountId}`]
    : ['accountId', `the account ${accountId}`];
  const message = `Discovery does not read ${what}, so that the cluster would never be seen in the portal.`;
  const { clusters } = config;
  const isNamed = [clusters, entryOf(clusters.environments, environment)].some(
    rules => rules?.accounts?.includes(accountId),
  );
  return [
    isNamed
      ? needsApproval('notDiscovered', field, message)
      : deny('notDiscovered', field, message),
  ];
}
