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
  ACK_YAML,
  CROSSPLANE_YAML,
  EKSCTL_YAML,
  KRO_YAML,
  TFVARS,
  TFVARS_JSON,
  VALUES_YAML,
} from '../__testUtils__/goldenFiles';
import {
  CNI,
  NODES,
  plan,
  RELEASE,
  TERRAFORM_NODES,
  UP,
  VALUES_FIELDS,
} from '../__testUtils__/versionChanges';
import type { ClusterFields } from '../config/types';
import { editText } from '../edits/editText';
import type { FieldEdit } from '../edits/types';
import type { VersionChange } from './types';

const EDIT_CASES: Array<
  [string, string, string, VersionChange, FieldEdit[], ClusterFields?]
> = [
  [
    'terraform',
    'a.tfvars.json',
    TFVARS_JSON,
    UP,
    [{ pointer: '/kubernetes_version', from: '1.33', to: '1.34' }],
  ],
  [
    'terraform',
    'a.tfvars',
    TFVARS,
    UP,
    [{ pointer: '/kubernetes_version', from: '1.33', to: '1.34' }],
  ],
  [
    'terraform',
    'a.tfvars',
    TFVARS,
    CNI,
    [
      {
        pointer: '/addons/vpc-cni/addon_version',
        from: 'v1.20.1-eksbuild.1',
        to: 'v1.20.2-eksbuild.1',
      },
    ],
  ],
  [
    'terraform',
    'a.tfvars',
    TFVARS,
    RELEASE,
    [
      {
        pointer: '/eks_managed_node_groups/general/kubernetes_version',
        from: '1.33',
        to: '1.34',
      },
      {
        pointer: '/eks_managed_node_groups/general/ami_release_version',
        from: '1.33.5-20261020',
        to: '1.34.2-20261110',
      },
    ],
    TERRAFORM_NODES,
  ],
  [
    'kro',
    'a.yaml',
    KRO_YAML,
    UP,
    [{ pointer: '/spec/k8sVersion', from: '1.33', to: '1.34' }],
  ],
  [
    'ack',
    'a.yaml',
    ACK_YAML,
    UP,
    [{ pointer: '/spec/version', from: '1.33', to: '1.34' }],
  ],
  [
    'ack',
    'a.yaml',
    ACK_YAML,
    RELEASE,
    [
      { document: 1, pointer: '/spec/version', from: '1.33', to: '1.34' },
      {
        document: 1,
        pointer: '/spec/releaseVersion',
        from: '1.33.5-20261020',
        to: '1.34.2-20261110',
      },
    ],
  ],
  [
    'ack',
    'a.yaml',
    ACK_YAML,
    CNI,
    [
      {
        document: 2,
        pointer: '/spec/addonVersion',
        from: 'v1.20.1-eksbuild.1',
        to: 'v1.20.2-eksbuild.1',
      },
    ],
  ],
  [
    'crossplane',
    'a.yaml',
    CROSSPLANE_YAML,
    UP,
    [{ pointer: '/spec/forProvider/version', from: '1.33', to: '1.34' }],
  ],
  [
    'crossplane',
    'a.yaml',
    CROSSPLANE_YAML,
    NODES,
    [
      {
        document: 1,
        pointer: '/spec/forProvider/version',
        from: '1.33',
        to: '1.34',
      },
    ],
  ],
  [
    'crossplane',
    'a.yaml',
    CROSSPLANE_YAML,
    CNI,
    [
      {
        document: 2,
        pointer: '/spec/forProvider/addonVersion',
        from: 'v1.20.1-eksbuild.1',
        to: 'v1.20.2-eksbuild.1',
      },
    ],
  ],
  [
    'eksctl',
    'a.yaml',
    EKSCTL_YAML,
    UP,
    [{ pointer: '/metadata/version', from: '1.33', to: '1.34' }],
  ],
  [
    'eksctl',
    'a.yaml',
    EKSCTL_YAML,
    RELEASE,
    [
      {
        pointer: '/managedNodeGroups/0/releaseVersion',
        from: '1.33.5-20261020',
        to: '1.34.2-20261110',
      },
    ],
  ],
  [
    'values',
    'a.yaml',
    VALUES_YAML,
    UP,
    [{ pointer: '/control-plane/version', from: '1.33', to: '1.34' }],
    VALUES_FIELDS,
  ],
  [
    'values',
    'a.yaml',
    VALUES_YAML,
    NODES,
    [{ pointer: '/nodeGroups/general/version', from: '1.33', to: '1.34' }],
    VALUES_FIELDS,
  ],
  [
    'values',
    'a.yaml',
    VALUES_YAML,
    CNI,
    [
      {
        pointer: '/addons/0/version',
        from: 'v1.20.1-eksbuild.1',
        to: 'v1.20.2-eksbuild.1',
      },
    ],
    VALUES_FIELDS,
  ],
  [
    'values',
    'a.yaml',
    ACK_YAML,
    UP,
    [{ pointer: '/spec/version', from: '1.33', to: '1.34' }],
    { version: '0#/spec/version' },
  ],
  [
    'values',
    'a.yaml',
    ACK_YAML,
    UP,
    [{ document: 1, pointer: '/spec/version', from: '1.33', to: '1.34' }],
    { version: '1#/spec/version' },
  ],
  [
    'ack',
    'a.json',
    '{"v": {"k8s": "v1.33"}}',
    UP,
    [{ pointer: '/v/k8s', from: 'v1.33', to: 'v1.34' }],
    { version: '/v/k8s' },
  ],
];

describe('plan', () => {
  it.each(
    EDIT_CASES.map(([id, path, text, change, edits, fields = {}]) => ({
      id,
      path,
      text,
      change,
      edits,
      fields,
    })),
  )(
    '$id turns a change of $change.kind in $path into edits that fit',
    ({ id, path, text, change, edits, fields }) => {
      const planned = plan(id, path, text, change, fields);
      expect(planned).toEqual(edits);
      const edited = editText(path, text, planned);
      expect(plan(id, path, edited, change, fields)).toEqual([]);
    },
  );
});
