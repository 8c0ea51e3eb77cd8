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
  arnPartition,
  teamOf,
  type ClusterSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRules } from '../config/types';
import type { OwnerFacts } from '../ground/types';
import { deny, needsApproval } from '../verdictOf';
import { allOf } from '../words';
import { fillPattern, type PatternWords } from './fitsWords';
import { patternReasons, type PatternedName } from './patternReasons';

/** The words of a cluster's patterns. */
export function clusterWords(
  spec: Pick<
    ClusterSpec,
    'accountId' | 'environment' | 'name' | 'owner' | 'region'
  >,
): PatternWords {
  return {
    partition: arnPartition(spec.region),
    account: spec.accountId,
    owner: teamOf(spec.owner) ?? '',
    environment: spec.environment,
    cluster: spec.name,
  };
}

interface BoundaryRules extends Pick<ClusterRules, 'permissionsBoundary'> {
  /** What the provisioner bounds roles by. */
  boundary?: string;
}

/** Whether the roles that a cluster, its nodes and its pods take on are the owner's. */
export function roleReasons(
  spec: ClusterSpec,
  rules: BoundaryRules & Pick<ClusterRules, 'roles'>,
  owner: OwnerFacts,
): VerdictReason[] {
  return [
    ...patternReasons(rolesOf(spec), {
      what: 'role',
      code: 'roleNotAllowed',
      patterns: rules.roles,
      words: clusterWords(spec),
      owner,
    }),
    ...boundaryReasons(spec, rules),
  ];
}

function rolesOf(spec: ClusterSpec): PatternedName[] {
  const named = (field: string, value: string | undefined): PatternedName[] =>
    value === undefined ? [] : [{ field, value }];
  return [
    ...named('roleArn', spec.roleArn),
    ...named('nodeRoleArn', spec.nodeRoleArn),
    ...spec.compute.nodeGroups.flatMap(({ nodeRoleArn }, index) =>
      named(`compute.nodeGroups[${index}].nodeRoleArn`, nodeRoleArn),
    ),
    ...spec.addons.flatMap((addon, index) => [
      ...named(
        `addons[${index}].serviceAccountRoleArn`,
        addon.serviceAccountRoleArn,
      ),
      ...addon.podIdentityAssociations.flatMap(({ roleArn }, inner) =>
        named(
          `addons[${index}].podIdentityAssociations[${inner}].roleArn`,
          roleArn,
        ),
      ),
    ]),
    ...spec.podIdentityAssociations.flatMap(({ roleArn }, index) =>
      named(`podIdentityAssociations[${index}].roleArn`, roleArn),
    ),
  ];
}

/** What bounds a role that is made is no choice of whoever asks: the provisioner's settings say it. */
function boundaryReasons(
  spec: ClusterSpec,
  { boundary, permissionsBoundary }: BoundaryRules,
): VerdictReason[] {
  if (!permissionsBoundary) {
    return [];
  }
  const { autoMode, nodeGroups } = spec.compute;
  const made = [
    ...(spec.roleArn ? [] : ['roleArn']),
    ...(autoMode?.nodePools.length && !spec.nodeRoleArn ? ['nodeRoleArn'] : []),
    ...nodeGroups.flatMap(({ nodeRoleArn }, index) =>
      nodeRoleArn ? [] : [`compute.nodeGroups[${index}].nodeRoleArn`],
    ),
  ];
  if (made.length === 0) {
    return [];
  }
  const words = clusterWords(spec);
  const wanted = fillPattern(permissionsBoundary, words);
  const makes = `The provisioner makes the roles that ${allOf(
    made,
  )} could name`;
  if (!boundary) {
    return [
      needsApproval(
        'permissionsBoundaryUnread',
        made[0],
        `${makes}; whether it gives them the permissions boundary ${wanted} cannot be told from here.`,
      ),
    ];
  }
  const given = fillPattern(boundary, words);
  return given === wanted
    ? []
    : [
        deny(
          'permissionsBoundaryDiffers',
          made[0],
          `${makes}, and bounds them by ${given}; it must be ${wanted}.`,
        ),
      ];
}
