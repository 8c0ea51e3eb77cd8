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

import type { GitopsClusterSpec } from '../../argocd/types';
import type { Cluster } from '../../model/types';
import { beforeOutsideChange } from './changedOutside';
import { wholeTerraformFile } from './wholeTerraformFile';

/** What the repository says of a cluster, as people have written it. */
export function clusterFile(
  { provisioner }: Pick<GitopsClusterSpec, 'provisioner'>,
  cluster: Cluster,
): string {
  const before = beforeOutsideChange(cluster);
  if (before) {
    return wholeTerraformFile(before);
  }
  return provisioner === 'terraform'
    ? terraformFile(cluster)
    : eksClusterFile(cluster);
}

/** Variables as `terraform-aws-modules/eks` names them. */
function terraformFile(cluster: Cluster): string {
  const { name, version, addons, nodegroups, subnets, tags } = cluster;
  const file = {
    name,
    kubernetes_version: version,
    addons: Object.fromEntries(
      addons.map(addon => [addon.name, { addon_version: addon.version }]),
    ),
    eks_managed_node_groups: Object.fromEntries(
      nodegroups.map(group => [
        group.name,
        {
          kubernetes_version: group.version,
          ...(group.releaseVersion && {
            ami_release_version: group.releaseVersion,
          }),
          ami_type: group.amiType,
          instance_types: group.instanceTypes,
          min_size: group.minSize,
          max_size: group.maxSize,
          desired_size: group.desiredSize,
        },
      ]),
    ),
    subnet_ids: subnets.map(({ id }) => id),
    tags,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** An instance of the platform team's ResourceGraphDefinition, comments and all. */
function eksClusterFile(cluster: Cluster): string {
  const { name, version, accountId, region, addons, nodegroups, tags } =
    cluster;
  const owner = tags.team ?? 'platform';
  return `# ${name}: ask ${owner} before you change what it runs on.
apiVersion: kro.run/v1alpha1
kind: EksCluster
metadata:
  name: ${yamlText(name.toLowerCase())}
  namespace: eks-clusters
  annotations:
    services.k8s.aws/owner-account-id: '${accountId}'
    services.k8s.aws/region: ${region}
spec:
  name: ${yamlText(name)}
  # One minor at a time; the fleet portal proposes it in waves.
  k8sVersion: '${version}' # keep the quotes
  addons:
${addons
  .map(
    addon => `    ${yamlText(addon.name)}:
      version: ${addon.version}
`,
  )
  .join('')}  nodeGroups:${nodegroups.length === 0 ? ' {}' : ''}
${nodegroups
  .map(
    group => `    ${yamlText(group.name)}:
      version: '${group.version}'
${
  group.releaseVersion
    ? `      releaseVersion: ${group.releaseVersion} # of the AMI\n`
    : ''
}      instanceTypes: [${group.instanceTypes.join(', ')}]
      minSize: ${group.minSize}
      maxSize: ${group.maxSize}
`,
  )
  .join('')}`.replace('  addons:\n  nodeGroups', '  addons: {}\n  nodeGroups');
}

/** Names that YAML would read as something else stand in quotes. */
function yamlText(text: string): string {
  return /^[a-z][a-z0-9-]*$/.test(text) &&
    !/^(y|n|yes|no|on|off|true|false|null)$/.test(text)
    ? text
    : JSON.stringify(text);
}
