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
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  type PermissionCriteria,
  type PermissionCondition,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createEksFleetClusterConditionalDecision,
  createEksFleetRequestConditionalDecision,
  createEksFleetRolloutConditionalDecision,
  eksFleetClusterConditions,
  eksFleetRequestConditions,
  eksFleetRolloutConditions,
} from '@eks-fleet/backstage-plugin-eks-fleet-backend';
import {
  eksFleetClusterReadPermission,
  eksFleetClusterRefreshPermission,
  eksFleetExceptionApprovePermission,
  eksFleetExceptionRequestPermission,
  eksFleetFleetStopPermission,
  eksFleetReadinessWaivePermission,
  eksFleetRequestCreatePermission,
  eksFleetRequestDecidePermission,
  eksFleetRequestReadPermission,
  eksFleetRolloutApprovePermission,
  eksFleetRolloutPausePermission,
  eksFleetRolloutReadPermission,
  eksFleetTargetAcceptRemovalsPermission,
  eksFleetTargetReadPermission,
  eksFleetTargetRefreshPermission,
  eksFleetViewPermission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { groupRef } from './demoUsers';

/** Which clusters somebody may read. */
interface ClusterScope {
  /** Owners; also of clusters that nobody else of this list may read. */
  owners?: string[];
  /** Values of the label `environment`. */
  environments?: string[];
  accounts?: string[];
}

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const PRODUCTION_ACCOUNTS = ['444455556666', '555566667777', '666677778888'];

/**
 * Gives each of the story's people the rights that go with the work:
 * the platform team all, on-call to read and refresh all, and to pause
 * rollouts and stop the fleet, auditors to read the production accounts,
 * approvers what their team owns and all of production, to approve rollouts,
 * exceptions from policies and requests, and to waive findings on what their
 * team owns,
 * developers what their team owns and what is there for trying things out.
 * Exceptions are asked for by all but auditors, where they may read, and
 * templates run by all but auditors. Whoever is in several groups has the first
 * one's rights.
 */
export class DemoPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const isIn = (group: string) => claims.includes(groupRef(group));
    if (!user) {
      return DENY;
    }
    if (isIn('platform')) {
      return ALLOW;
    }
    if (isPermission(permission, eksFleetViewPermission)) {
      return ALLOW;
    }
    if (isPermission(permission, eksFleetTargetAcceptRemovalsPermission)) {
      return DENY;
    }
    if (isPermission(permission, eksFleetTargetRefreshPermission)) {
      return isIn('on-call') ? ALLOW : DENY;
    }
    if (isPermission(permission, eksFleetTargetReadPermission)) {
      return isIn('on-call') || isIn('auditors') || isIn('approvers')
        ? ALLOW
        : DENY;
    }
    const scope = scopeOf(isIn, claims);
    if (isPermission(permission, eksFleetClusterReadPermission)) {
      return scope
        ? createEksFleetClusterConditionalDecision(permission, {
            anyOf: clusterConditions(scope),
          })
        : ALLOW;
    }
    if (isPermission(permission, eksFleetClusterRefreshPermission)) {
      if (isIn('on-call')) {
        return ALLOW;
      }
      return isIn('auditors')
        ? DENY
        : createEksFleetClusterConditionalDecision(
            permission,
            eksFleetClusterConditions.isOwner({ claims }),
          );
    }
    if (isPermission(permission, eksFleetReadinessWaivePermission)) {
      return isIn('approvers')
        ? createEksFleetClusterConditionalDecision(
            permission,
            eksFleetClusterConditions.isOwner({ claims }),
          )
        : DENY;
    }
    if (
      isPermission(permission, eksFleetExceptionRequestPermission) ||
      isPermission(permission, eksFleetExceptionApprovePermission)
    ) {
      const may = isPermission(permission, eksFleetExceptionApprovePermission)
        ? isIn('approvers')
        : !isIn('auditors');
      if (!may) {
        return DENY;
      }
      return scope
        ? createEksFleetClusterConditionalDecision(permission, {
            anyOf: clusterConditions(scope),
          })
        : ALLOW;
    }
    if (
      isPermission(permission, eksFleetRequestCreatePermission) ||
      isPermission(permission, taskCreatePermission) ||
      isPermission(permission, taskCancelPermission) ||
      isPermission(permission, actionExecutePermission)
    ) {
      return isIn('auditors') ? DENY : ALLOW;
    }
    if (isPermission(permission, eksFleetRequestReadPermission)) {
      return scope
        ? createEksFleetRequestConditionalDecision(permission, {
            anyOf: requestConditions(scope),
          })
        : ALLOW;
    }
    if (isPermission(permission, eksFleetRequestDecidePermission)) {
      return isIn('approvers') ? ALLOW : DENY;
    }
    if (isPermission(permission, eksFleetRolloutReadPermission)) {
      return scope
        ? createEksFleetRolloutConditionalDecision(permission, {
            anyOf: rolloutConditions(scope),
          })
        : ALLOW;
    }
    if (isPermission(permission, eksFleetRolloutApprovePermission)) {
      return isIn('approvers') ? ALLOW : DENY;
    }
    if (
      isPermission(permission, eksFleetRolloutPausePermission) ||
      isPermission(permission, eksFleetFleetStopPermission)
    ) {
      return isIn('on-call') ? ALLOW : DENY;
    }
    if (isPermission(permission, catalogEntityReadPermission)) {
      return scope
        ? createCatalogConditionalDecision(permission, {
            anyOf: [
              {
                not: catalogConditions.hasSpec({
                  key: 'type',
                  value: 'kubernetes-cluster',
                }),
              },
              ...entityConditions(scope),
            ],
          })
        : ALLOW;
    }
    return permission.attributes.action === 'read' ? ALLOW : DENY;
  }
}

/** `undefined` for whoever may read all clusters. */
function scopeOf(
  isIn: (group: string) => boolean,
  claims: string[],
): ClusterScope | undefined {
  if (isIn('on-call')) {
    return undefined;
  }
  if (isIn('auditors')) {
    return { accounts: PRODUCTION_ACCOUNTS };
  }
  return isIn('approvers')
    ? { owners: claims, environments: ['prod'] }
    : { owners: claims, environments: ['sandbox', 'dev'] };
}

type NonEmpty<T> = [T, ...T[]];

function clusterConditions(
  scope: ClusterScope,
): NonEmpty<PermissionCriteria<PermissionCondition<'eks-fleet-cluster'>>> {
  const { owners: claims = [], environments = [], accounts = [] } = scope;
  return [
    eksFleetClusterConditions.isOwner({ claims }),
    eksFleetClusterConditions.inAccount({ accounts }),
    ...environments.map(value =>
      eksFleetClusterConditions.hasLabel({ key: 'environment', value }),
    ),
  ];
}

/** What one's groups ask for or get, and what is asked for in environments that one may read. */
function requestConditions(
  scope: ClusterScope,
): NonEmpty<PermissionCriteria<PermissionCondition<'eks-fleet-request'>>> {
  const { owners: claims = [], environments = [], accounts = [] } = scope;
  return [
    eksFleetRequestConditions.isOwner({ claims }),
    eksFleetRequestConditions.inEnvironment({
      // Requests know no accounts; these are all of production.
      environments: accounts.length > 0 ? ['prod'] : environments,
    }),
  ];
}

/** Whoever may read one of its clusters may see that a rollout is there. */
function rolloutConditions(
  scope: ClusterScope,
): NonEmpty<PermissionCriteria<PermissionCondition<'eks-fleet-rollout'>>> {
  const { owners: claims = [], environments = [], accounts = [] } = scope;
  return [
    eksFleetRolloutConditions.isRolloutOwner({ claims, match: 'any' }),
    eksFleetRolloutConditions.inEnvironment({
      // Rollouts know no accounts; these are all of production.
      environments: accounts.length > 0 ? ['prod'] : environments,
      match: 'any',
    }),
  ];
}

/** The same for the catalog, so that no page says more than another. */
function entityConditions(
  scope: ClusterScope,
): PermissionCriteria<PermissionCondition<'catalog-entity'>>[] {
  const { owners: claims = [], environments = [], accounts = [] } = scope;
  return [
    catalogConditions.isEntityOwner({ claims }),
    ...accounts.map(value =>
      catalogConditions.hasAnnotation({
        annotation: 'amazonaws.com/account-id',
        value,
      }),
    ),
    ...environments.map(value =>
      catalogConditions.hasLabel({ label: 'environment', value }),
    ),
  ];
}
