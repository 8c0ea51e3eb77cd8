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

import { arnPartition } from './arnPartition';
import { isPrivate, overlaps, parseCidr } from './cidr';
import { Place } from './readers';
import type { ClusterNetwork, ClusterSpec, NodeGroupSpec } from './types';

/** How many minors nodes may be behind the control plane. */
const MAX_SKEW = 3;

/** What fields that are right by themselves must agree on. */
export function checkAgreement(spec: ClusterSpec, place: Place): void {
  checkNetwork(spec.network, place.at('network'));
  checkCompute(spec, place);
  spec.compute.nodeGroups.forEach((group, index) =>
    checkNodeGroup(spec, group, place.at('compute').at('nodeGroups').at(index)),
  );
  checkArns(spec, place);
  checkAccess(spec, place);
  if (spec.lifecycle === 'deleting' && spec.deletionProtection) {
    place
      .at('deletionProtection')
      .wrong(
        'must be false where lifecycle is deleting; EKS refuses otherwise',
      );
  }
}

function checkNetwork(network: ClusterNetwork, place: Place): void {
  const service = network.serviceIpv4Cidr && parseCidr(network.serviceIpv4Cidr);
  if (service && (service.prefix < 12 || service.prefix > 24)) {
    place.at('serviceIpv4Cidr').wrong('must be from a /24 to a /12');
  }
  if (
    service &&
    (!isPrivate(service) || network.serviceIpv4Cidr!.startsWith('100.'))
  ) {
    place
      .at('serviceIpv4Cidr')
      .wrong('must be of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16');
  }
  if ('vpcId' in network) {
    if (network.subnetIds.length < 2) {
      place.at('subnetIds').wrong('must be two or more, in different zones');
    }
    return;
  }
  const vpc = parseCidr(network.vpcCidr);
  if (!vpc) {
    return;
  }
  if (vpc.prefix < 16 || vpc.prefix > 22) {
    place.at('vpcCidr').wrong('must be from a /16 to a /22');
  }
  if (!isPrivate(vpc)) {
    place
      .at('vpcCidr')
      .wrong(
        'must be of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 (RFC 1918) or 100.64.0.0/10 (RFC 6598)',
      );
  }
  if (service && overlaps(vpc, service)) {
    place
      .at('serviceIpv4Cidr')
      .wrong(`must not overlap the VPC's ${network.vpcCidr}`);
  }
}

function checkCompute(
  { compute, nodeRoleArn }: ClusterSpec,
  place: Place,
): void {
  if (!compute.autoMode && compute.nodeGroups.length === 0) {
    place
      .at('compute')
      .wrong('must have autoMode or at least one of nodeGroups');
  }
  if (nodeRoleArn && !compute.autoMode?.nodePools.length) {
    place
      .at('nodeRoleArn')
      .wrong(
        "is of Auto Mode's node pools, of which there are none; node groups have their own",
      );
  }
}

function checkNodeGroup(
  { kubernetesVersion }: ClusterSpec,
  group: NodeGroupSpec,
  place: Place,
): void {
  if (group.instanceTypes.length === 0) {
    place.at('instanceTypes').wrong('must be one or more');
  }
  if (group.minSize > group.desiredSize || group.desiredSize > group.maxSize) {
    place
      .at('desiredSize')
      .wrong(
        `must be from minSize ${group.minSize} to maxSize ${group.maxSize}`,
      );
  }
  const isArm = /_ARM_64/.test(group.amiType);
  const other = group.instanceTypes.find(type => isArmType(type) !== isArm);
  if (other) {
    place
      .at('amiType')
      .wrong(
        `is for ${
          isArm ? 'ARM' : 'x86'
        }, and ${other} is not; one node group has one architecture`,
      );
  }
  const behind =
    group.kubernetesVersion === undefined
      ? 0
      : minorOf(kubernetesVersion) - minorOf(group.kubernetesVersion);
  if (behind < 0 || behind > MAX_SKEW) {
    place
      .at('kubernetesVersion')
      .wrong(
        `must be that of the control plane, ${kubernetesVersion}, or at most ${MAX_SKEW} minors older`,
      );
  }
}

/** Graviton families have a `g` behind their generation. */
function isArmType(instanceType: string): boolean {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

/** ARNs of the wrong partition, and roles of another account, are refused by EKS much later. */
function checkArns(spec: ClusterSpec, place: Place): void {
  const { accountId, region } = spec;
  const partition = arnPartition(region);
  const check = (
    arn: string | undefined,
    at: Place,
    owner: 'own' | 'any' = 'own',
  ) => {
    const [, ofArn, , inRegion, account] = arn?.split(':') ?? [];
    if (arn === undefined || !ofArn) {
      return;
    }
    if (ofArn !== partition) {
      at.wrong(
        `must begin with arn:${partition}:, as ${region} is in ${partition}`,
      );
    } else if (owner === 'own' && account !== accountId) {
      at.wrong(`must be of the cluster's account ${accountId}`);
    } else if (inRegion && inRegion !== region) {
      at.wrong(`must be of the cluster's Region ${region}`);
    }
  };
  check(spec.roleArn, place.at('roleArn'));
  check(spec.nodeRoleArn, place.at('nodeRoleArn'));
  check(spec.encryptionKeyArn, place.at('encryptionKeyArn'), 'any');
  spec.compute.nodeGroups.forEach(({ nodeRoleArn }, index) =>
    check(
      nodeRoleArn,
      place.at('compute').at('nodeGroups').at(index).at('nodeRoleArn'),
    ),
  );
  spec.addons.forEach((addon, index) => {
    const at = place.at('addons').at(index);
    check(addon.serviceAccountRoleArn, at.at('serviceAccountRoleArn'));
    addon.podIdentityAssociations.forEach(({ roleArn }, inner) =>
      check(roleArn, at.at('podIdentityAssociations').at(inner).at('roleArn')),
    );
  });
  spec.podIdentityAssociations.forEach(({ roleArn }, index) =>
    check(roleArn, place.at('podIdentityAssociations').at(index).at('roleArn')),
  );
  spec.accessEntries.forEach(({ accessPolicies, principalArn }, index) => {
    const at = place.at('accessEntries').at(index);
    check(principalArn, at.at('principalArn'), 'any');
    accessPolicies.forEach(({ policyArn }, inner) =>
      check(
        policyArn,
        at.at('accessPolicies').at(inner).at('policyArn'),
        'any',
      ),
    );
  });
}

function checkAccess(spec: ClusterSpec, place: Place): void {
  const endpoint = spec.endpointAccess;
  const at = place.at('endpointAccess');
  if (!endpoint.private && !endpoint.public) {
    at.wrong('must be private, public or both');
  }
  if (endpoint.public !== endpoint.publicCidrs.length > 0) {
    at.at('publicCidrs').wrong(
      endpoint.public
        ? 'must say who reaches the public endpoint; 0.0.0.0/0 is everybody'
        : 'must be empty where the endpoint is not public',
    );
  }
  spec.accessEntries.forEach((entry, index) => {
    const inner = place.at('accessEntries').at(index);
    if (!entry.kubernetesGroups.length && !entry.accessPolicies.length) {
      inner.wrong('must have kubernetesGroups or accessPolicies');
    }
    entry.accessPolicies.forEach(({ namespaces }, policy) => {
      if (namespaces?.length === 0) {
        inner
          .at('accessPolicies')
          .at(policy)
          .at('namespaces')
          .wrong('must name one or more; leave it out for the whole cluster');
      }
    });
  });
}
