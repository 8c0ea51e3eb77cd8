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

import type { JsonObject } from '@backstage/types';
import {
  clusterThingKey,
  type ClusterSpec,
  type DriftAdoption,
  type DriftDifference,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import { hashOfSpec } from '../../requests/service/specHash';

type Left = DriftAdoption['left'][number];

type Edit = (wanted: ClusterSpec) => ClusterSpec;

/** A version is moved with the gates of a rollout. */
const VERSION = /(^|\.)(kubernetesVersion|releaseVersion|version)$/;
/** What EKS never changes of a cluster; where Git says other, a person has to look. */
const FIXED = new Set([
  'roleArn',
  'encryptionKeyArn',
  'network.vpcId',
  'network.serviceIpv4Cidr',
]);

/**
 * What makes Git say what EKS has: a change of the cluster's file, and what it
 * leaves. Pure.
 *
 * @param options - `isSayable` whether the cluster's file can say all of that
 */
export function adoptionOf(options: {
  spec: ClusterSpec;
  commit: string;
  differences: DriftDifference[];
  observed: ClusterObservations;
  isSayable: (spec: ClusterSpec) => boolean;
}): DriftAdoption {
  const { commit, differences, isSayable, observed, spec } = options;
  let wanted = spec;
  const fields: string[] = [];
  const left: Left[] = [];
  const groups = new Map<string, DriftDifference[]>();
  for (const each of differences) {
    const key = togetherWith(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const group of groups.values()) {
    const taken: DriftDifference[] = [];
    let candidate = wanted;
    for (const each of group) {
      const edit = editFor(each, observed);
      if (typeof edit === 'string') {
        left.push({ field: each.field, reason: edit });
      } else {
        candidate = edit(candidate);
        taken.push(each);
      }
    }
    if (taken.length === 0) {
      continue;
    }
    if (isSayable(candidate)) {
      wanted = candidate;
      fields.push(...taken.map(({ field }) => field));
    } else {
      taken.forEach(({ field }) => left.push({ field, reason: 'notSayable' }));
    }
  }
  return {
    thing: clusterThingKey(spec),
    owner: spec.owner,
    spec: asJson(wanted),
    base: { specHash: hashOfSpec(asJson(spec)), commit },
    fields,
    left,
  };
}

/** What is only right together: who reaches an endpoint, and the sizes of a group. */
function togetherWith({ field, name }: DriftDifference): string {
  if (field.startsWith('endpointAccess.')) {
    return 'endpointAccess';
  }
  return field.startsWith('compute.nodeGroups[')
    ? `compute.nodeGroups[${name}]`
    : field;
}

function editFor(
  { field, kind, name }: DriftDifference,
  { addons, controlPlane, nodegroups }: ClusterObservations,
): Edit | Left['reason'] {
  const found = controlPlane?.document;
  if (VERSION.test(field)) {
    return 'byRollout';
  }
  if (FIXED.has(field)) {
    return 'fixed';
  }
  if (field.startsWith('tags[')) {
    return spec => ({ ...spec, tags: retagged(spec, name!, found?.tags) });
  }
  if (kind === 'onlyInEks') {
    // Labels and roles of node groups, and configurations of add-ons, are not observed.
    return 'notKnown';
  }
  if (field.startsWith('addons[')) {
    const roleArn = addons?.document?.addons.find(
      each => each.name === name,
    )?.roleArn;
    return spec => ({
      ...spec,
      addons: spec.addons.flatMap(each => {
        if (each.name !== name) {
          return [each];
        }
        return kind === 'onlyInGit'
          ? []
          : [{ ...each, serviceAccountRoleArn: roleArn }];
      }),
    });
  }
  if (field.startsWith('compute.nodeGroups[')) {
    const group = nodegroups?.document?.nodegroups.find(
      each => each.name === name,
    );
    if (kind === 'onlyInGit') {
      return spec => withGroups(spec, each => each.name !== name);
    }
    const part = field.split('.').at(-1) as keyof NonNullable<typeof group>;
    const value = group?.[part];
    return value === undefined ? 'notKnown' : regroup(name!, part, value);
  }
  return found ? editOf(field, found) : 'notKnown';
}

function editOf(
  field: string,
  found: NonNullable<
    NonNullable<ClusterObservations['controlPlane']>['document']
  >,
): Edit | Left['reason'] {
  switch (field) {
    case 'upgradePolicy.supportType':
      return spec => ({
        ...spec,
        upgradePolicy: {
          supportType: found.supportType as 'EXTENDED' | 'STANDARD',
        },
      });
    case 'deletionProtection':
      return spec => ({
        ...spec,
        deletionProtection: found.deletionProtection === true,
      });
    case 'authenticationMode':
      return spec => ({
        ...spec,
        authenticationMode:
          found.authenticationMode as ClusterSpec['authenticationMode'],
      });
    case 'endpointAccess.private':
    case 'endpointAccess.public':
    case 'endpointAccess.publicCidrs':
      return spec => ({
        ...spec,
        endpointAccess: {
          private: found.endpointPrivateAccess === true,
          public: found.endpointPublicAccess === true,
          publicCidrs: found.endpointPublicAccess
            ? found.publicAccessCidrs
            : [],
        },
      });
    case 'logTypes':
      return spec => ({
        ...spec,
        logTypes: found.logTypes as ClusterSpec['logTypes'],
      });
    case 'zonalShift':
      return spec => ({ ...spec, zonalShift: found.zonalShift === true });
    case 'network.subnetIds':
      return spec => ({
        ...spec,
        network: { ...spec.network, subnetIds: found.subnetIds },
      });
    case 'compute.autoMode':
      return spec => ({
        ...spec,
        compute: {
          nodeGroups: spec.compute.nodeGroups,
          ...(found.autoMode && {
            autoMode: {
              nodePools: found.autoModeNodePools as NonNullable<
                ClusterSpec['compute']['autoMode']
              >['nodePools'],
            },
          }),
        },
      });
    default:
      return 'fixed';
  }
}

function retagged(
  { tags }: ClusterSpec,
  key: string,
  found: Record<string, string> = {},
): Record<string, string> {
  const entries = Object.entries(tags).filter(([name]) => name !== key);
  return Object.fromEntries(
    Object.hasOwn(found, key) ? [...entries, [key, found[key]]] : entries,
  );
}

function withGroups(
  spec: ClusterSpec,
  isKept: (group: ClusterSpec['compute']['nodeGroups'][number]) => boolean,
): ClusterSpec {
  return {
    ...spec,
    compute: {
      ...spec.compute,
      nodeGroups: spec.compute.nodeGroups.filter(isKept),
    },
  };
}

/** The size to begin with stays within the others. */
function regroup(name: string, part: string, value: unknown): Edit {
  return spec => ({
    ...spec,
    compute: {
      ...spec.compute,
      nodeGroups: spec.compute.nodeGroups.map(group => {
        if (group.name !== name) {
          return group;
        }
        const changed = { ...group, [part]: value };
        const { desiredSize, maxSize, minSize } = changed;
        return {
          ...changed,
          desiredSize: Math.min(Math.max(desiredSize, minSize), maxSize),
        };
      }),
    },
  });
}

function asJson(spec: ClusterSpec): JsonObject {
  return JSON.parse(JSON.stringify(spec));
}
