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
import type { CallContext, Operation } from '../../../aws/types';
import { newestAmiRelease } from '../../../model/amiReleases';
import { createNodegroup as nodegroupFrom } from '../../../model/createNodegroup';
import { minorOf } from '../../../model/minors';
import type {
  CapacityType,
  NodegroupSpec,
  NodegroupTaint,
} from '../../../model/nodegroups';
import {
  nodegroupCreation,
  nodegroupDeletion,
} from '../../../model/runs/creations';
import type { Cluster } from '../../../model/types';
import { textOf } from '../../parameters';
import { invalidParameter, resourceInUse } from '../errors';
import { nodegroupDocument, requestedNodegroup } from '../nodegroups';
import { clusterArn, partArnOf, requestedCluster } from '../requestedCluster';
import { refuseWhileClusterInUse } from '../upgrades/inUse';
import { countOf, fieldsOf, tagsOf, textsOf } from './readParameters';

const NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,62}$/;

/** As much of it as the model of a node group has. */
export const createNodegroup: Operation = {
  action: 'eks:CreateNodegroup',
  resource: clusterArn,
  handle: context => {
    const { call, clock, model } = context;
    const cluster = requestedCluster(context);
    const spec = specOf(context, cluster);
    refuseWhileClusterInUse(cluster, 'CreateNodegroup', {
      nodegroupName: spec.name,
    });
    const group = nodegroupFrom(
      { ...spec, createdAt: clock.now().toISOString() },
      cluster,
    );
    cluster.nodegroups.push(group);
    model.runs.start({
      cluster,
      operation: call.operation,
      work: (_at, failure) => nodegroupCreation(group, failure),
    });
    return { nodegroup: nodegroupDocument(group, cluster) };
  },
};

export const deleteNodegroup: Operation = {
  action: 'eks:DeleteNodegroup',
  resource: partArnOf('nodegroup', 'nodegroupName'),
  handle: context => {
    const { call, model } = context;
    const cluster = requestedCluster(context);
    const group = requestedNodegroup(context, cluster);
    if (['CREATING', 'DELETING', 'UPDATING'].includes(group.status)) {
      throw resourceInUse(
        `Nodegroup ${group.name} has status ${group.status} and cannot be deleted`,
        { clusterName: cluster.name, nodegroupName: group.name },
      );
    }
    model.runs.start({
      cluster,
      operation: call.operation,
      work: (_at, failure) => nodegroupDeletion(cluster, group, failure),
    });
    return { nodegroup: nodegroupDocument(group, cluster) };
  },
};

function specOf({ call }: CallContext, cluster: Cluster): NodegroupSpec {
  const { parameters } = call;
  const name = textOf(parameters, 'nodegroupName') ?? '';
  const subject = { clusterName: cluster.name, nodegroupName: name };
  const refuse = (message: string) => invalidParameter(message, subject);
  if (!NAME.test(name)) {
    throw refuse(
      'The nodegroup name must begin with a letter or a number and have at most 63 letters, numbers, hyphens and underscores.',
    );
  }
  if (cluster.nodegroups.some(group => group.name === name)) {
    throw resourceInUse(
      `NodeGroup already exists with name ${name} and cluster name ${cluster.name}`,
      subject,
    );
  }
  if (textOf(parameters, 'nodeRole') === undefined) {
    throw refuse('nodeRole is required');
  }
  const version = textOf(parameters, 'version') ?? cluster.version;
  if (minorOf(version) > minorOf(cluster.version)) {
    throw refuse(
      `Requested Nodegroup Kubernetes version ${version} is invalid: it is newer than cluster version ${cluster.version}`,
    );
  }
  const amiType = textOf(parameters, 'amiType') ?? 'AL2023_x86_64_STANDARD';
  if (
    amiType !== 'CUSTOM' &&
    newestAmiRelease(amiType, version) === undefined
  ) {
    throw refuse(
      `AMI Type ${amiType} is not supported for kubernetes version ${version}`,
    );
  }
  return {
    name,
    version,
    amiType,
    releaseVersion: textOf(parameters, 'releaseVersion'),
    ...sizesOf(parameters, refuse),
    capacityType: textOf(parameters, 'capacityType') as CapacityType,
    ...(Array.isArray(parameters.instanceTypes) && {
      instanceTypes: textsOf(parameters.instanceTypes),
    }),
    labels: tagsOf(parameters.labels),
    taints: Array.isArray(parameters.taints)
      ? (parameters.taints as NodegroupTaint[])
      : [],
    tags: tagsOf(parameters.tags),
  };
}

function sizesOf(
  parameters: Record<string, unknown>,
  refuse: (message: string) => Error,
): Pick<NodegroupSpec, 'desiredSize' | 'maxSize' | 'minSize'> {
  const asked = fieldsOf(parameters.scalingConfig);
  const minSize = countOf(asked.minSize) ?? 1;
  const maxSize = countOf(asked.maxSize) ?? Math.max(2, minSize);
  const desiredSize = countOf(asked.desiredSize) ?? Math.max(minSize, 0);
  if (minSize > maxSize) {
    throw refuse(
      `Minimum capacity ${minSize} can't be greater than max ${maxSize}`,
    );
  }
  if (desiredSize < minSize || desiredSize > maxSize) {
    throw refuse(
      `desired capacity ${desiredSize} must be between min ${minSize} and max ${maxSize}`,
    );
  }
  return { minSize, maxSize, desiredSize };
}
