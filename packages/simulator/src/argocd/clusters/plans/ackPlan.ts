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
  list,
  saysDeleting,
  text,
  texts,
} from './fields';
import type { ClusterPlan, Parameters } from './types';

/** The objects of ACK's EKS controller, whose fields are EKS's own. */
export function ackPlan(documents: readonly unknown[]): ClusterPlan {
  const ofKind = (kind: string) =>
    documents.filter(
      document =>
        at(document, 'kind') === kind &&
        String(at(document, 'apiVersion')).startsWith('eks.services.k8s.aws/'),
    );
  const [cluster] = ofKind('Cluster');
  const spec = (...path: string[]) => at(cluster, 'spec', ...path);
  const isDeleting = saysDeleting(cluster);
  return {
    provisioner: 'ack',
    cluster: defined({
      version: text(spec('version')),
      roleArn: text(spec('roleARN')),
      resourcesVpcConfig: defined({
        endpointPublicAccess: spec(
          'resourcesVPCConfig',
          'endpointPublicAccess',
        ),
        publicAccessCidrs: spec('resourcesVPCConfig', 'publicAccessCIDRs'),
      }),
      accessConfig: spec('accessConfig'),
      upgradePolicy: spec('upgradePolicy'),
      computeConfig: spec('computeConfig'),
      logging: spec('logging'),
      encryptionConfig: spec('encryptionConfig'),
      zonalShiftConfig: spec('zonalShiftConfig'),
      deletionProtection: spec('deletionProtection'),
      tags: spec('tags'),
    }),
    subnets: texts(spec('resourcesVPCConfig', 'subnetIDs')).map(id => ({ id })),
    nodegroups: ofKind('Nodegroup').map(document =>
      nodegroupOf(at(document, 'spec')),
    ),
    addons: ofKind('Addon').map(document => addonOf(at(document, 'spec'))),
    access: ofKind('AccessEntry').flatMap(document =>
      accessEntryOf(at(document, 'spec'), {
        principal: 'principalARN',
        policies: 'accessPolicies',
        policy: 'policyARN',
      }),
    ),
    podIdentityAssociations: ofKind('PodIdentityAssociation').map(document => ({
      namespace: text(at(document, 'spec', 'namespace')) ?? '',
      serviceAccount: text(at(document, 'spec', 'serviceAccount')) ?? '',
      roleArn: text(at(document, 'spec', 'roleARN')) ?? '',
    })),
    isDeleting,
    isLetGo:
      isDeleting &&
      at(
        cluster,
        'metadata',
        'annotations',
        'services.k8s.aws/deletion-policy',
      ) === 'delete',
  };
}

function nodegroupOf(spec: unknown): Parameters {
  return defined({
    nodegroupName: text(at(spec, 'name')),
    version: text(at(spec, 'version')),
    releaseVersion: text(at(spec, 'releaseVersion')),
    nodeRole: text(at(spec, 'nodeRole')),
    amiType: text(at(spec, 'amiType')),
    capacityType: text(at(spec, 'capacityType')),
    instanceTypes: at(spec, 'instanceTypes'),
    scalingConfig: at(spec, 'scalingConfig'),
    labels: at(spec, 'labels'),
    taints: at(spec, 'taints'),
    tags: at(spec, 'tags'),
  });
}

function addonOf(spec: unknown): Parameters {
  return defined({
    addonName: text(at(spec, 'name')),
    addonVersion: text(at(spec, 'addonVersion')),
    configurationValues: text(at(spec, 'configurationValues')),
    serviceAccountRoleArn: text(at(spec, 'serviceAccountRoleARN')),
    podIdentityAssociations: list(at(spec, 'podIdentityAssociations')).map(
      each => ({
        serviceAccount: at(each, 'serviceAccount'),
        roleArn: at(each, 'roleARN'),
      }),
    ),
  });
}
