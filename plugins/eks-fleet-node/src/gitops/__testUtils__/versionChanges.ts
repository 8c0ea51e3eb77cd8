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

import type { ClusterFields } from '../config/types';
import { parseFile } from '../edits/editText';
import type { FieldEdit } from '../edits/types';
import { shippedProvisioners } from '../provisioners/shippedProvisioners';
import type { Provisioner, VersionChange } from '../provisioners/types';

export const VALUES_FIELDS: ClusterFields = {
  version: '/control-plane/version',
  addons: '/addons/[name={name}]/version',
  nodegroups: { version: '/nodeGroups/{name}/version' },
};

export const TERRAFORM_NODES: ClusterFields = {
  nodegroups: {
    version: '/eks_managed_node_groups/{name}/kubernetes_version',
    releaseVersion: '/eks_managed_node_groups/{name}/ami_release_version',
  },
};

export const UP: VersionChange = {
  kind: 'controlPlane',
  from: '1.33',
  to: '1.34',
};
export const CNI: VersionChange = {
  kind: 'addon',
  name: 'vpc-cni',
  from: 'v1.20.1-eksbuild.1',
  to: 'v1.20.2-eksbuild.1',
};
export const NODES: VersionChange = {
  kind: 'nodegroup',
  name: 'general',
  from: '1.33',
  to: '1.34',
};
export const RELEASE = { ...NODES, releaseVersion: '1.34.2-20261110' };

export function provisioner(id: string): Provisioner {
  return shippedProvisioners.find(each => each.id === id)!;
}

export function plan(
  id: string,
  path: string,
  text: string,
  change: VersionChange,
  fields: ClusterFields = {},
  canRollBack?: boolean,
): FieldEdit[] {
  return provisioner(id).plan(
    parseFile(path, text),
    { cluster: 'orders-prod', fields, canRollBack },
    change,
  );
}
