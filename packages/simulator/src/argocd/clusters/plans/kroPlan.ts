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
  at,
  defined,
  entries,
  isFree,
  loggingOf,
  saysDeleting,
  text,
} from './fields';
import type { ClusterPlace, ClusterPlan } from './types';

const ALL_LOGS = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];
const ADMIN =
  'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy';

/**
 * What the resource graphs of kro make of their instances: `EksclusterWithVpc`,
 * which brings a VPC and Auto Mode, and `EksCluster`, which has node groups.
 */
export function kroPlan(
  instance: unknown,
  { accountId, name }: ClusterPlace,
): ClusterPlan {
  const spec = (...path: string[]) => at(instance, 'spec', ...path);
  const withVpc = at(instance, 'kind') === 'EksclusterWithVpc';
  const isDeleting = saysDeleting(instance);
  const roleOf = (suffix: string) =>
    `arn:aws:iam::${accountId}:role/${name}-${suffix}`;
  const admins = [
    spec('adminRoleName') &&
      `arn:aws:iam::${accountId}:role/${spec('adminRoleName')}`,
    spec('argoCdHubRoleArn'),
    spec('argoCdCapabilityRoleArn'),
  ].flatMap(arn => text(arn) || []);
  return {
    provisioner: 'kro',
    cluster: defined({
      version: text(spec('k8sVersion')),
      roleArn: roleOf('cluster'),
      accessConfig: { authenticationMode: 'API' },
      computeConfig: { enabled: withVpc },
      logging: loggingOf(ALL_LOGS),
      tags: defined({
        environment: text(spec('environment')),
        tenant: text(spec('tenant')),
      }),
    }),
    subnets: withVpc
      ? ['privateSubnet1Cidr', 'privateSubnet2Cidr'].map(key => ({
          cidrBlock: text(spec('cidr', key)),
        }))
      : [{}, {}, {}],
    nodegroups: entries(spec('nodeGroups')).map(([group, fields]) =>
      defined({
        nodegroupName: group,
        nodeRole: roleOf('node'),
        version: text(at(fields, 'version')),
        releaseVersion: text(at(fields, 'releaseVersion')),
        instanceTypes: at(fields, 'instanceTypes'),
        scalingConfig: defined({
          minSize: at(fields, 'minSize'),
          maxSize: at(fields, 'maxSize'),
        }),
      }),
    ),
    addons: withVpc
      ? []
      : entries(spec('addons')).map(([addon, fields]) =>
          defined({
            addonName: addon,
            addonVersion: text(at(fields, 'version')),
          }),
        ),
    access: withVpc
      ? [...new Set(admins)].map(principalArn => ({
          principalArn,
          kubernetesGroups: [],
          policies: [{ policyArn: ADMIN }],
        }))
      : [],
    podIdentityAssociations: [],
    isDeleting,
    isLetGo: isDeleting && isFree(instance),
  };
}
