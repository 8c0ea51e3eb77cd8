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

import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterFileContext, SettingRule } from '../types';
import { fill } from './manifests';

/** What bounds the roles that a provisioner makes; whoever asks for a cluster has no say in it. */
export const permissionsBoundarySetting: SettingRule = {
  pattern:
    /^arn:aws[a-z-]*:iam::(\d{12}|\{account\}|aws):policy\/([\w+=,.@/-]|\{(cluster|account|environment)\}){1,200}$/,
  right:
    'the ARN of an IAM policy, in which {account}, {cluster} and {environment} stand for the cluster’s own',
};

/** The policy that bounds a role; `undefined` for one that is given, and where nothing bounds any. */
export function boundaryOf(
  spec: ClusterSpec,
  { permissionsBoundary }: ClusterFileContext['settings'],
  roleArn: string | undefined,
): string | undefined {
  return roleArn === undefined && permissionsBoundary
    ? fill(permissionsBoundary, spec)
    : undefined;
}
