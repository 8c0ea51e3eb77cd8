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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { eksFleetClusterReadPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  createEksFleetClusterConditionalDecision,
  eksFleetClusterConditions,
} from './conditions';
import { clusterRules, hasLabel, inAccount, isOwner } from './rules';

const cluster = {
  accountId: '111111111111',
  owner: 'group:default/payments',
  labels: { environment: 'prod' },
};

describe('rules on clusters', () => {
  it.each([
    [['group:default/payments'], true],
    [['user:default/a', 'group:Default/Payments'], true],
    [['group:default/data'], false],
    [[], false],
  ])('IS_OWNER with %j is %s', (claims, expected) => {
    expect(isOwner.apply(cluster, { claims })).toBe(expected);
  });

  it('lets an empty claim own nothing', () => {
    expect(isOwner.apply({ ...cluster, owner: '' }, { claims: [''] })).toBe(
      false,
    );
    expect(isOwner.toQuery({ claims: [''] })).toEqual({
      kind: 'owner',
      owners: [],
    });
  });

  it.each([
    [{ key: 'environment' }, true],
    [{ key: 'environment', value: 'prod' }, true],
    [{ key: 'environment', value: 'dev' }, false],
    [{ key: 'team' }, false],
    [{ key: 'toString' }, false],
  ])('HAS_LABEL with %j is %s', (params, expected) => {
    expect(hasLabel.apply(cluster, params)).toBe(expected);
  });

  it.each([
    [['111111111111'], true],
    [['222222222222'], false],
    [[], false],
  ])('IN_ACCOUNT with %j is %s', (accounts, expected) => {
    expect(inAccount.apply(cluster, { accounts })).toBe(expected);
  });

  it('makes decisions that the permission framework can apply', () => {
    const decide = createConditionAuthorizer(Object.values(clusterRules));
    const decision = createEksFleetClusterConditionalDecision(
      eksFleetClusterReadPermission,
      {
        allOf: [
          eksFleetClusterConditions.inAccount({ accounts: ['111111111111'] }),
          {
            not: eksFleetClusterConditions.hasLabel({
              key: 'environment',
              value: 'dev',
            }),
          },
        ],
      },
    );
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'eks-fleet',
      resourceType: 'eks-fleet-cluster',
    });
    expect(decide(decision, cluster)).toBe(true);
    expect(decide(decision, undefined)).toBe(false);
  });

  it('refuses what is no account', () => {
    const decide = createConditionAuthorizer(Object.values(clusterRules));
    const decision = createEksFleetClusterConditionalDecision(
      eksFleetClusterReadPermission,
      eksFleetClusterConditions.inAccount({ accounts: ['all'] }),
    );
    expect(() => decide(decision, cluster)).toThrow(/Parameters to rule/);
  });
});
