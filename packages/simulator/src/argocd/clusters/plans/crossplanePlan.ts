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
import type { AccessEntry } from '../../../model/access';
import {
  at,
  defined,
  list,
  loggingOf,
  saysDeleting,
  scopeOf,
  text,
  texts,
} from './fields';
import type { ClusterPlan, Parameters } from './types';

const GROUP = /^eks\.aws(\.m)?\.upbound\.io\//;

/** Crossplane's managed resources of EKS, namespaced or of the whole cluster. */
export function crossplanePlan(documents: readonly unknown[]): ClusterPlan {
  const ofKind = (kind: string) =>
    documents.filter(
      document =>
        at(document, 'kind') === kind &&
        GROUP.test(String(at(document, 'apiVersion'))),
    );
  const [cluster] = ofKind('Cluster');
  const spec = (...path: string[]) =>
    at(cluster, 'spec', 'forProvider', ...path);
  const policies = list(at(cluster, 'spec', 'managementPolicies'));
  const isDeleting = saysDeleting(cluster);
  const encryption = spec('encryptionConfig');
  return {
    provisioner: 'crossplane',
    cluster: defined({
      version: text(spec('version')),
      roleArn: text(spec('roleArn')),
      resourcesVpcConfig: defined({
        endpointPublicAccess: spec('vpcConfig', 'endpointPublicAccess'),
        publicAccessCidrs: spec('vpcConfig', 'publicAccessCidrs'),
      }),
      accessConfig: spec('accessConfig'),
      upgradePolicy: spec('upgradePolicy'),
      computeConfig: spec('computeConfig'),
      logging: loggingOf(texts(spec('enabledClusterLogTypes'))),
      encryptionConfig: encryption ? [encryption] : undefined,
      zonalShiftConfig: spec('zonalShiftConfig'),
      deletionProtection: spec('deletionProtection'),
      tags: spec('tags'),
    }),
    subnets: texts(spec('vpcConfig', 'subnetIds')).map(id => ({ id })),
    nodegroups: ofKind('NodeGroup').map(nodegroupOf),
    addons: ofKind('Addon').map(document => {
      const fields = at(document, 'spec', 'forProvider');
      return defined({
        addonName: text(at(fields, 'addonName')),
        addonVersion: text(at(fields, 'addonVersion')),
        configurationValues: text(at(fields, 'configurationValues')),
        serviceAccountRoleArn: text(at(fields, 'serviceAccountRoleArn')),
        podIdentityAssociations: at(fields, 'podIdentityAssociation'),
      });
    }),
    access: accessOf(ofKind('AccessEntry'), ofKind('AccessPolicyAssociation')),
    podIdentityAssociations: ofKind('PodIdentityAssociation').map(document => {
      const fields = at(document, 'spec', 'forProvider');
      return {
        namespace: text(at(fields, 'namespace')) ?? '',
        serviceAccount: text(at(fields, 'serviceAccount')) ?? '',
        roleArn: text(at(fields, 'roleArn')) ?? '',
      };
    }),
    isDeleting,
    isLetGo:
      isDeleting && (policies.includes('*') || policies.includes('Delete')),
  };
}

function nodegroupOf(document: unknown): Parameters {
  const fields = at(document, 'spec', 'forProvider');
  const initial = at(document, 'spec', 'initProvider');
  return defined({
    nodegroupName: text(
      at(document, 'metadata', 'annotations', 'crossplane.io/external-name'),
    ),
    version: text(at(fields, 'version')),
    releaseVersion: text(at(fields, 'releaseVersion')),
    nodeRole: text(at(fields, 'nodeRoleArn')),
    amiType: text(at(fields, 'amiType')),
    capacityType: text(at(fields, 'capacityType')),
    instanceTypes: at(fields, 'instanceTypes'),
    scalingConfig: defined({
      minSize: at(fields, 'scalingConfig', 'minSize'),
      maxSize: at(fields, 'scalingConfig', 'maxSize'),
      desiredSize:
        at(fields, 'scalingConfig', 'desiredSize') ??
        at(initial, 'scalingConfig', 'desiredSize'),
    }),
    labels: at(fields, 'labels'),
    taints: at(fields, 'taint'),
    tags: at(fields, 'tags'),
  });
}

function accessOf(
  documents: readonly unknown[],
  associations: readonly unknown[],
): AccessEntry[] {
  return documents.flatMap(document => {
    const fields = at(document, 'spec', 'forProvider');
    const principalArn = text(at(fields, 'principalArn'));
    return principalArn
      ? [
          {
            principalArn,
            kubernetesGroups: texts(at(fields, 'kubernetesGroups')),
            policies: associations
              .map(association => at(association, 'spec', 'forProvider'))
              .filter(each => at(each, 'principalArn') === principalArn)
              .map(each => ({
                policyArn: text(at(each, 'policyArn')) ?? '',
                ...scopeOf(at(each, 'accessScope')),
              })),
          },
        ]
      : [];
  });
}
