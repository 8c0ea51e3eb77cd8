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
  ClusterSpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterFileContext } from '../types';
import { problemsOfNamespace, problemsWhere } from './manifests';

/** AMI types that `AWSManagedMachinePool` takes. */
const AMI_TYPES =
  /^(AL2_x86_64|AL2_x86_64_GPU|AL2_ARM_64|BOTTLEROCKET_(ARM_64|x86_64)(_FIPS|_NVIDIA)?|WINDOWS_(CORE|FULL)_20(19|22)_x86_64|AL2023_x86_64_(STANDARD|NEURON|NVIDIA)|AL2023_ARM_64_(STANDARD|NVIDIA))$/;

const OTHERS = 'the provisioners ack, crossplane and terraform do';

export function refuseCapa(
  spec: ClusterSpec,
  settings: ClusterFileContext['settings'],
): ClusterSpecProblem[] {
  return [
    ...problemsOfNamespace(spec, settings),
    ...problemsWhere(
      [
        spec.compute.autoMode !== undefined,
        'compute.autoMode',
        `is nothing that Cluster API's AWS provider has a field for; give compute.nodeGroups instead, or take another provisioner: ${OTHERS}`,
      ],
      [
        spec.deletionProtection,
        'deletionProtection',
        `must be false, as there is no field for it; ${OTHERS}`,
      ],
      [
        spec.zonalShift,
        'zonalShift',
        `must be false, as there is no field for it; ${OTHERS}`,
      ],
      [
        spec.podIdentityAssociations.length > 0,
        'podIdentityAssociations',
        `must be empty, as there is no field for them; ${OTHERS}`,
      ],
      [
        spec.gitopsAddons.length > 0,
        'gitopsAddons',
        'are labels of an Argo CD cluster Secret, which Cluster API does not make; set them there, and leave this empty',
      ],
      [
        hasPath(spec.roleArn),
        'roleArn',
        'must be of a role without a path; roles are found by their names',
      ],
    ),
    ...spec.addons.flatMap((addon, index) =>
      problemsWhere(
        [
          addon.version === undefined,
          `addons[${index}].version`,
          'is missing; Cluster API takes no add-on without one',
        ],
        [
          addon.podIdentityAssociations.length > 0,
          `addons[${index}].podIdentityAssociations`,
          `must be empty, as there is no field for them; give serviceAccountRoleArn, or take another provisioner: ${OTHERS}`,
        ],
      ),
    ),
    ...spec.compute.nodeGroups.flatMap((group, index) =>
      refuseNodeGroup(group, `compute.nodeGroups[${index}]`),
    ),
  ];
}

function refuseNodeGroup(
  group: ClusterSpec['compute']['nodeGroups'][number],
  field: string,
): ClusterSpecProblem[] {
  return problemsWhere(
    [
      group.instanceTypes.length > 1,
      `${field}.instanceTypes`,
      'must be one; give each other type a node group of its own',
    ],
    [
      group.kubernetesVersion === undefined,
      `${field}.kubernetesVersion`,
      'is missing; with Cluster API nodes do not follow the control plane',
    ],
    [
      !AMI_TYPES.test(group.amiType),
      `${field}.amiType`,
      `is none that Cluster API's AWS provider knows; AL2023_x86_64_STANDARD and AL2023_ARM_64_STANDARD are`,
    ],
    [
      group.taints.some(({ value }) => value === undefined),
      `${field}.taints`,
      'must each have a value, which may be empty',
    ],
    [
      hasPath(group.nodeRoleArn),
      `${field}.nodeRoleArn`,
      'must be of a role without a path; roles are found by their names',
    ],
  );
}

function hasPath(arn: string | undefined): boolean {
  return (arn?.split('/').length ?? 0) > 2;
}
