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

import type { CallContext } from '../../aws/types';
import type { Cluster } from '../../model/types';
import { textOf } from '../parameters';
import { clusterNotFound, invalidParameter } from './errors';

const CLUSTER_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;

/** The ARN that a denial names. */
export function clusterArn({ call, caller, region }: CallContext): string {
  return `arn:${caller.partition}:eks:${region}:${caller.accountId}:cluster/${call.cluster}`;
}

/** The ARN that a denial names for something that a cluster has. */
export function partArnOf(
  kind: string,
  parameter: string,
): (context: CallContext) => string {
  return ({ call, caller, region }) =>
    `arn:${caller.partition}:eks:${region}:${caller.accountId}:${kind}/${call.cluster}/${call.parameters[parameter]}/*`;
}

/** The cluster that a call is about. */
export function requestedCluster(context: CallContext): Cluster {
  const { call, caller, region, model } = context;
  const name = textOf(call.parameters, 'name') ?? '';
  if (!CLUSTER_NAME.test(name)) {
    throw invalidParameter(
      'The name must begin with a letter or a number and have at most 100 letters, numbers, hyphens and underscores.',
    );
  }
  const cluster = model.findCluster(caller.accountId, region, name);
  if (!cluster) {
    throw clusterNotFound(name);
  }
  return cluster;
}
