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
  accessEntryOf,
  at,
  defined,
  entries,
  isFree,
  list,
  loggingOf,
  saysDeleting,
  text,
} from './fields';
import type { ClusterPlace, ClusterPlan, Parameters } from './types';

const LOGS: Record<string, string> = { apiServer: 'api' };
const EFFECTS: Record<string, string> = {
  'no-schedule': 'NO_SCHEDULE',
  'no-execute': 'NO_EXECUTE',
  'prefer-no-schedule': 'PREFER_NO_SCHEDULE',
};

/** The objects of Cluster API's provider for AWS. */
export function capaPlan(
  documents: readonly unknown[],
  { accountId }: ClusterPlace,
): ClusterPlan {
  const ofKind = (kind: string) =>
    documents.filter(document => at(document, 'kind') === kind);
  const [cluster] = ofKind('Cluster');
  const [controlPlane] = ofKind('AWSManagedControlPlane');
  const spec = (...path: string[]) => at(controlPlane, 'spec', ...path);
  const roleOf = (name: unknown, otherwise: string) =>
    `arn:aws:iam::${accountId}:role/${text(name) ?? otherwise}`;
  const subnets = list(spec('network', 'subnets')).flatMap(subnet => {
    const id = text(at(subnet, 'id'));
    return id ? [{ id }] : [];
  });
  const isDeleting = saysDeleting(cluster);
  const pools = ofKind('MachinePool');
  return {
    provisioner: 'capa',
    cluster: defined({
      version: minor(spec('version')),
      roleArn: roleOf(spec('roleName'), 'eks-controlplane'),
      resourcesVpcConfig: defined({
        endpointPublicAccess: spec('endpointAccess', 'public'),
        publicAccessCidrs: spec('endpointAccess', 'publicCIDRs'),
      }),
      accessConfig: {
        authenticationMode: text(
          spec('accessConfig', 'authenticationMode'),
        )?.toUpperCase(),
      },
      upgradePolicy: {
        supportType: text(spec('upgradePolicy'))?.toUpperCase(),
      },
      logging: loggingOf(
        entries(spec('logging'))
          .filter(([, enabled]) => enabled === true)
          .map(([name]) => LOGS[name] ?? name),
      ),
      encryptionConfig: spec('encryptionConfig')
        ? [spec('encryptionConfig')]
        : undefined,
      tags: spec('additionalTags'),
    }),
    // Where it is told of none, it makes them.
    subnets: subnets.length > 0 ? subnets : [{}, {}],
    nodegroups: ofKind('AWSManagedMachinePool').map(document =>
      nodegroupOf(document, pools, roleOf),
    ),
    addons: list(spec('addons')).map(addon =>
      defined({
        addonName: text(at(addon, 'name')),
        addonVersion: text(at(addon, 'version')),
        configurationValues: text(at(addon, 'configuration')),
        serviceAccountRoleArn: text(at(addon, 'serviceAccountRoleARN')),
      }),
    ),
    access: list(spec('accessEntries')).flatMap(entry =>
      accessEntryOf(entry, {
        principal: 'principalARN',
        policies: 'accessPolicies',
        policy: 'policyARN',
      }),
    ),
    podIdentityAssociations: [],
    isDeleting,
    isLetGo: isDeleting && isFree(cluster),
  };
}

function nodegroupOf(
  document: unknown,
  pools: readonly unknown[],
  roleOf: (name: unknown, otherwise: string) => string,
): Parameters {
  const spec = (...path: string[]) => at(document, 'spec', ...path);
  const name = at(document, 'metadata', 'name');
  const pool = pools.find(
    each =>
      at(each, 'spec', 'template', 'spec', 'infrastructureRef', 'name') ===
      name,
  );
  return defined({
    nodegroupName: text(spec('eksNodegroupName')) ?? text(name),
    version: minor(at(pool, 'spec', 'template', 'spec', 'version')),
    releaseVersion: text(spec('amiVersion')),
    nodeRole: roleOf(spec('roleName'), 'eks-nodegroup'),
    amiType: text(spec('amiType')),
    capacityType:
      spec('capacityType') === undefined
        ? undefined
        : ({ spot: 'SPOT' } as Record<string, string>)[
            String(spec('capacityType'))
          ] ?? 'ON_DEMAND',
    instanceTypes: text(spec('instanceType')) && [text(spec('instanceType'))],
    scalingConfig: defined({
      minSize: spec('scaling', 'minSize'),
      maxSize: spec('scaling', 'maxSize'),
      desiredSize: at(pool, 'spec', 'replicas'),
    }),
    labels: spec('labels'),
    taints: list(spec('taints')).map(taint => ({
      key: at(taint, 'key'),
      value: at(taint, 'value'),
      effect: EFFECTS[String(at(taint, 'effect'))],
    })),
    tags: spec('additionalTags'),
  });
}

/** `v1.33.0` without what EKS has no word for. */
function minor(value: unknown): string | undefined {
  return /^v?(\d+\.\d+)/.exec(text(value) ?? '')?.[1];
}
