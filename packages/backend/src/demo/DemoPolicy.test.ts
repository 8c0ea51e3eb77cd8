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
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  eksFleetClusterReadPermission,
  eksFleetClusterRefreshPermission,
  eksFleetExceptionApprovePermission,
  eksFleetExceptionRequestPermission,
  eksFleetFleetStopPermission,
  eksFleetPolicyEditPermission,
  eksFleetReadinessWaivePermission,
  eksFleetRequestCreatePermission,
  eksFleetRolloutApprovePermission,
  eksFleetRolloutPausePermission,
  eksFleetRolloutPlanPermission,
  eksFleetRolloutReadPermission,
  eksFleetRolloutStartPermission,
  eksFleetTargetAcceptRemovalsPermission,
  eksFleetTargetReadPermission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  actionExecutePermission,
  taskCreatePermission,
  templateDryRunPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { DemoPolicy } from './DemoPolicy';

const GROUPS: Record<string, string[]> = {
  pat: ['platform'],
  dana: ['payments'],
  alex: ['payments', 'approvers'],
  olu: ['on-call'],
  audrey: ['auditors'],
};

const may = async (name: string | undefined, permission: Permission) => {
  const ownershipEntityRefs = name
    ? [
        `user:default/${name}`,
        ...GROUPS[name].map(group => `group:default/${group}`),
      ]
    : [];
  return new DemoPolicy().handle(
    { permission },
    name
      ? ({
          info: { userEntityRef: `user:default/${name}`, ownershipEntityRefs },
        } as any)
      : undefined,
  );
};

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;

describe('DemoPolicy', () => {
  it.each([
    // Permission, then Pat, Dana, Alex, Olu, Audrey.
    [
      eksFleetClusterReadPermission,
      ALLOW,
      CONDITIONAL,
      CONDITIONAL,
      ALLOW,
      CONDITIONAL,
    ],
    [
      eksFleetClusterRefreshPermission,
      ALLOW,
      CONDITIONAL,
      CONDITIONAL,
      ALLOW,
      DENY,
    ],
    [eksFleetTargetReadPermission, ALLOW, DENY, ALLOW, ALLOW, ALLOW],
    [eksFleetTargetAcceptRemovalsPermission, ALLOW, DENY, DENY, DENY, DENY],
    [eksFleetReadinessWaivePermission, ALLOW, DENY, CONDITIONAL, DENY, DENY],
    [
      eksFleetExceptionRequestPermission,
      ALLOW,
      CONDITIONAL,
      CONDITIONAL,
      ALLOW,
      DENY,
    ],
    [eksFleetExceptionApprovePermission, ALLOW, DENY, CONDITIONAL, DENY, DENY],
    [eksFleetPolicyEditPermission, ALLOW, DENY, DENY, DENY, DENY],
    [
      eksFleetRolloutReadPermission,
      ALLOW,
      CONDITIONAL,
      CONDITIONAL,
      ALLOW,
      CONDITIONAL,
    ],
    [eksFleetRolloutPlanPermission, ALLOW, DENY, DENY, DENY, DENY],
    [eksFleetRolloutStartPermission, ALLOW, DENY, DENY, DENY, DENY],
    [eksFleetRolloutApprovePermission, ALLOW, DENY, ALLOW, DENY, DENY],
    [eksFleetRolloutPausePermission, ALLOW, DENY, DENY, ALLOW, DENY],
    [eksFleetFleetStopPermission, ALLOW, DENY, DENY, ALLOW, DENY],
    [eksFleetRequestCreatePermission, ALLOW, ALLOW, ALLOW, ALLOW, DENY],
    [taskCreatePermission, ALLOW, ALLOW, ALLOW, ALLOW, DENY],
    [actionExecutePermission, ALLOW, ALLOW, ALLOW, ALLOW, DENY],
    [templateDryRunPermission, ALLOW, DENY, DENY, DENY, DENY],
  ] as Array<[Permission, ...AuthorizeResult[]]>)(
    'decides on $name for each of the story',
    async (permission, ...expected) => {
      const decided = await Promise.all(
        Object.keys(GROUPS).map(
          async name => (await may(name, permission)).result,
        ),
      );
      expect(decided).toEqual(expected);
    },
  );

  it('lets nobody in who is not signed in', async () => {
    expect(await may(undefined, eksFleetRolloutReadPermission)).toEqual({
      result: DENY,
    });
  });

  it.each([
    ['dana', ['sandbox', 'dev']],
    ['alex', ['prod']],
    ['audrey', ['prod']],
  ])('shows %s the rollouts of %j', async (name, environments) => {
    const decision = await may(name, eksFleetRolloutReadPermission);
    expect(JSON.stringify(decision)).toContain(
      `"environments":${JSON.stringify(environments)}`,
    );
  });
});
