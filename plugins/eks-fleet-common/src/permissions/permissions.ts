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

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of a single cluster, for permission policies.
 *
 * @public
 */
export const RESOURCE_TYPE_EKS_FLEET_CLUSTER = 'eks-fleet-cluster';

/**
 * See EKS Fleet at all. Always answered with yes or no, never by conditions:
 * navigation entries ask it.
 *
 * @public
 */
export const eksFleetViewPermission = createPermission({
  name: 'eks-fleet.view',
  attributes: { action: 'read' },
});

/**
 * Read a cluster, alone and in every list and number.
 *
 * @public
 */
export const eksFleetClusterReadPermission = createPermission({
  name: 'eks-fleet.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Have a cluster read again.
 *
 * @public
 */
export const eksFleetClusterRefreshPermission = createPermission({
  name: 'eks-fleet.cluster.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Agree to upgrade a cluster in spite of a finding, until a date.
 *
 * @public
 */
export const eksFleetReadinessWaivePermission = createPermission({
  name: 'eks-fleet.readiness.waive',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Ask that a policy does not hold for something on a cluster, until a date.
 *
 * @public
 */
export const eksFleetExceptionRequestPermission = createPermission({
  name: 'eks-fleet.exception.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Agree that a policy does not hold for something on a cluster, or refuse.
 *
 * @public
 */
export const eksFleetExceptionApprovePermission = createPermission({
  name: 'eks-fleet.exception.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Propose how policies are switched for a cluster, and say who looks after its
 * findings.
 *
 * @public
 */
export const eksFleetPolicyEditPermission = createPermission({
  name: 'eks-fleet.policy.edit',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Issue and revoke the tokens by which tools within a cluster push, and see
 * which there are.
 *
 * @public
 */
export const eksFleetIngestManagePermission = createPermission({
  name: 'eks-fleet.ingest.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_CLUSTER,
});

/**
 * Read the state of discovery's targets and of the other sources.
 *
 * @public
 */
export const eksFleetTargetReadPermission = createPermission({
  name: 'eks-fleet.target.read',
  attributes: { action: 'read' },
});

/**
 * Have targets scanned now.
 *
 * @public
 */
export const eksFleetTargetRefreshPermission = createPermission({
  name: 'eks-fleet.target.refresh',
  attributes: { action: 'update' },
});

/**
 * Let removals go that discovery holds back.
 *
 * @public
 */
export const eksFleetTargetAcceptRemovalsPermission = createPermission({
  name: 'eks-fleet.target.accept-removals',
  attributes: { action: 'delete' },
});

/**
 * Resource type of a single rollout, for permission policies.
 *
 * @public
 */
export const RESOURCE_TYPE_EKS_FLEET_ROLLOUT = 'eks-fleet-rollout';

/**
 * Plan rollouts and edit plans, and save strategies.
 *
 * @public
 */
export const eksFleetRolloutPlanPermission = createPermission({
  name: 'eks-fleet.rollout.plan',
  attributes: { action: 'create' },
});

/**
 * Read a rollout.
 *
 * @public
 */
export const eksFleetRolloutReadPermission = createPermission({
  name: 'eks-fleet.rollout.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});

/**
 * Start a rollout.
 *
 * @public
 */
export const eksFleetRolloutStartPermission = createPermission({
  name: 'eks-fleet.rollout.start',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});

/**
 * Pause, resume, stop or cancel a rollout; retry or skip parts of it.
 *
 * @public
 */
export const eksFleetRolloutPausePermission = createPermission({
  name: 'eks-fleet.rollout.pause',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});

/**
 * Approve or reject at a gate, or hold it.
 *
 * @public
 */
export const eksFleetRolloutApprovePermission = createPermission({
  name: 'eks-fleet.rollout.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});

/**
 * Go on past what AWS or a gate objects to, together with a second person.
 *
 * @public
 */
export const eksFleetRolloutForcePermission = createPermission({
  name: 'eks-fleet.rollout.force',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});

/**
 * Take a cluster back to the version before.
 *
 * @public
 */
export const eksFleetRolloutRollbackPermission = createPermission({
  name: 'eks-fleet.rollout.rollback',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
});

/**
 * Resource type of a single request, for permission policies.
 *
 * @public
 */
export const RESOURCE_TYPE_EKS_FLEET_REQUEST = 'eks-fleet-request';

/**
 * Ask for a change of a fleet repository, such as a namespace or a cluster: a
 * pull request is proposed for it.
 *
 * @public
 */
export const eksFleetRequestCreatePermission = createPermission({
  name: 'eks-fleet.request.create',
  attributes: { action: 'create' },
});

/**
 * Read a request, with what was said about it.
 *
 * @public
 */
export const eksFleetRequestReadPermission = createPermission({
  name: 'eks-fleet.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_REQUEST,
});

/**
 * Approve, reject or amend what somebody else asks for.
 *
 * @public
 */
export const eksFleetRequestDecidePermission = createPermission({
  name: 'eks-fleet.request.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EKS_FLEET_REQUEST,
});

/**
 * Halt every outward write of all rollouts and requests, and let them go on.
 *
 * @public
 */
export const eksFleetFleetStopPermission = createPermission({
  name: 'eks-fleet.fleet.stop',
  attributes: { action: 'update' },
});

/**
 * All permissions of EKS Fleet.
 *
 * @public
 */
export const eksFleetPermissions = [
  eksFleetViewPermission,
  eksFleetClusterReadPermission,
  eksFleetClusterRefreshPermission,
  eksFleetReadinessWaivePermission,
  eksFleetExceptionRequestPermission,
  eksFleetExceptionApprovePermission,
  eksFleetPolicyEditPermission,
  eksFleetIngestManagePermission,
  eksFleetTargetReadPermission,
  eksFleetTargetRefreshPermission,
  eksFleetTargetAcceptRemovalsPermission,
  eksFleetRolloutPlanPermission,
  eksFleetRolloutReadPermission,
  eksFleetRolloutStartPermission,
  eksFleetRolloutPausePermission,
  eksFleetRolloutApprovePermission,
  eksFleetRolloutForcePermission,
  eksFleetRolloutRollbackPermission,
  eksFleetRequestCreatePermission,
  eksFleetRequestReadPermission,
  eksFleetRequestDecidePermission,
  eksFleetFleetStopPermission,
];
