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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';
import type { NodePool } from './nodePools';

/** Images that AWS stops making. */
interface AmiEnd {
  name: string;
  types: RegExp;
  /** As nodes name their operating system. */
  osImage?: RegExp;
  /** The last Kubernetes version with such an image. */
  lastVersion: string;
  /** When AWS stopped supporting them. */
  endedOn?: string;
  instead: string;
  /** Where and when this was read. */
  source: string;
}

// Windows Server 2019 and 2022 are not here: the release calendar of the EKS
// User Guide (eks-optimized-windows-ami) gives no day on which they end.
const AMI_ENDS: AmiEnd[] = [
  {
    name: 'Amazon Linux 2',
    types: /^AL2_/,
    osImage: /^Amazon Linux 2$/,
    lastVersion: '1.32',
    endedOn: '2025-11-26',
    instead: 'Amazon Linux 2023 or Bottlerocket',
    source:
      'EKS User Guide, AMI deprecation FAQs; awslabs/amazon-eks-ami#2545; read 2026-11-24',
  },
];

/** Node images that do not come along. */
export const findAmis: Rule = context =>
  context.hops.length === 0
    ? []
    : context.pools.flatMap(pool => [
        ...findEnd(context, pool),
        ...findCustom(context, pool),
      ]);

function findEnd(context: AssessmentContext, pool: NodePool): Finding[] {
  const amiType = pool.nodegroup?.amiType;
  const images = pool.sets.flatMap(({ osImage }) => osImage ?? []);
  const end = AMI_ENDS.find(
    ({ types, osImage }) =>
      (amiType && types.test(amiType)) ||
      (!pool.nodegroup &&
        osImage !== undefined &&
        images.some(image => osImage.test(image))),
  );
  const hop =
    end &&
    context.hops.find(
      version => versionRank(version) > versionRank(end.lastVersion),
    );
  if (!end || !hop) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'ami-ended',
      about: [end.name, pool.title],
      cause: [end.name],
      severity: pool.nodegroup ? 'blocking' : 'warning',
      title: `${end.name} has no images from ${hop} on`,
      message: `The ${pool.title} runs ${end.name}, which has no EKS image after ${end.lastVersion}: its nodes cannot go to ${hop}`,
      subject: {
        kind: pool.nodegroup ? 'nodegroup' : 'nodes',
        name: pool.owner.name ?? pool.title,
      },
      evidence: evidenceOf(
        context,
        pool.nodegroup ? 'nodegroups' : 'kubernetesNodes',
        { amiType, osImage: images[0], ended: end.endedOn, table: end.source },
      ),
      hop,
      fix: `Move its workloads to nodes of ${end.instead}.`,
    }),
  ];
}

function findCustom(context: AssessmentContext, pool: NodePool): Finding[] {
  const { nodegroup } = pool;
  if (nodegroup?.amiType !== 'CUSTOM') {
    return [];
  }
  return [
    createFinding(context, {
      code: 'ami-custom',
      about: [nodegroup.name],
      cause: [],
      severity: 'warning',
      title: 'Node groups with images of your own',
      message: `The node group ${nodegroup.name} runs an image of your own; somebody has to build it for ${context.target}`,
      subject: { kind: 'nodegroup', name: nodegroup.name },
      evidence: evidenceOf(context, 'nodegroups', {
        launchTemplate: nodegroup.launchTemplate,
        version: nodegroup.version,
      }),
      fix: `Build the image for ${context.target} and put it into a new version of the launch template.`,
    }),
  ];
}
