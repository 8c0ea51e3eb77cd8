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
  LaunchTemplateSpecification,
  Nodegroup as EksNodegroup,
} from '@aws-sdk/client-eks';
import type { Nodegroup } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { names, text, time, toHealthIssues } from './values';

/** What matters of EKS `DescribeNodegroup`. */
export function toNodegroup(nodegroup: EksNodegroup, name: string): Nodegroup {
  const { launchTemplate, scalingConfig, updateConfig } = nodegroup;
  return {
    name,
    status: text(nodegroup.status) ?? 'UNKNOWN',
    version: text(nodegroup.version),
    releaseVersion: releaseVersionOf(nodegroup),
    amiType: text(nodegroup.amiType),
    capacityType: text(nodegroup.capacityType),
    instanceTypes: names(nodegroup.instanceTypes),
    minSize: scalingConfig?.minSize,
    maxSize: scalingConfig?.maxSize,
    desiredSize: scalingConfig?.desiredSize,
    maxUnavailable: updateConfig?.maxUnavailable,
    maxUnavailablePercentage: updateConfig?.maxUnavailablePercentage,
    updateStrategy: text(updateConfig?.updateStrategy),
    launchTemplate: launchTemplate && launchTemplateOf(launchTemplate),
    subnetIds: names(nodegroup.subnets),
    healthIssues: toHealthIssues(nodegroup.health?.issues),
    createdAt: time(nodegroup.createdAt),
    modifiedAt: time(nodegroup.modifiedAt),
  };
}

/** For a custom AMI EKS gives the AMI's id in the place of a release. */
function releaseVersionOf(nodegroup: EksNodegroup): string | undefined {
  const { amiType, releaseVersion } = nodegroup;
  return amiType === 'CUSTOM' || releaseVersion?.startsWith('ami-')
    ? undefined
    : text(releaseVersion);
}

function launchTemplateOf(
  template: LaunchTemplateSpecification,
): string | undefined {
  const { id, name, version } = template;
  const subject = id ?? name;
  return text(subject && (version ? `${subject}/${version}` : subject));
}
