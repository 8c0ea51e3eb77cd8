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
import {
  clusterCreation,
  clusterDeletion,
} from '../../../model/runs/creations';
import type {
  AuthenticationMode,
  ClusterSpec,
  ControlPlaneLog,
} from '../../../model/types';
import { findVersion, versionStatusAt } from '../../../model/versions';
import { textOf } from '../../parameters';
import { clusterDocument } from '../clusterDocument';
import { invalidParameter, invalidRequest, resourceInUse } from '../errors';
import { clusterArn, requestedCluster } from '../requestedCluster';
import { fieldsOf, flagOf, textsOf, tagsOf } from './readParameters';

const CLUSTER_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** As much of it as the model of a cluster has. */
export const createCluster: Operation = {
  action: 'eks:CreateCluster',
  resource: clusterArn,
  handle: context => {
    const { call, caller, model, region, kubernetes } = context;
    const spec = specOf(context);
    if (model.findCluster(caller.accountId, region, spec.name)) {
      throw resourceInUse(`Cluster already exists with name: ${spec.name}`, {
        clusterName: spec.name,
      });
    }
    const cluster = model.addCluster(caller.accountId, spec);
    model.runs.start({
      cluster,
      operation: call.operation,
      work: (_at, failure) => clusterCreation(cluster, failure),
    });
    return { cluster: clusterDocument(cluster, kubernetes) };
  },
};

export const deleteCluster: Operation = {
  action: 'eks:DeleteCluster',
  resource: clusterArn,
  handle: context => {
    const { call, model, kubernetes } = context;
    const cluster = requestedCluster(context);
    const { accountId, name, region, status } = cluster;
    const subject = { clusterName: name };
    if (cluster.deletionProtection) {
      throw invalidRequest(
        `Cluster ${name} cannot be deleted because deletion protection is enabled`,
        subject,
      );
    }
    if (status !== 'ACTIVE' && status !== 'FAILED') {
      throw resourceInUse(
        `Cluster has status ${status} and cannot be deleted`,
        subject,
      );
    }
    if (cluster.nodegroups.length > 0) {
      throw resourceInUse('Cluster has nodegroups attached', subject);
    }
    if (cluster.fargateProfiles.length > 0) {
      throw resourceInUse('Cluster has fargate profiles attached', subject);
    }
    model.runs.start({
      cluster,
      operation: call.operation,
      work: () =>
        clusterDeletion(cluster, () =>
          model.removeCluster(accountId, region, name),
        ),
    });
    return { cluster: clusterDocument(cluster, kubernetes) };
  },
};

function specOf({ call, clock, region }: CallContext): ClusterSpec {
  const { parameters } = call;
  const name = textOf(parameters, 'name') ?? '';
  const refuse = (message: string) =>
    invalidParameter(message, { clusterName: name });
  if (!CLUSTER_NAME.test(name)) {
    throw refuse(
      'The name must begin with a letter or a number and have at most 100 letters, numbers, hyphens and underscores.',
    );
  }
  if (!ROLE.test(textOf(parameters, 'roleArn') ?? '')) {
    throw refuse('Role is not valid');
  }
  const version = textOf(parameters, 'version') ?? '';
  const known = findVersion(version);
  if (!known || versionStatusAt(known, clock.now()) === 'UNSUPPORTED') {
    throw refuse('unsupported Kubernetes version');
  }
  const vpc = fieldsOf(parameters.resourcesVpcConfig);
  const subnetIds = textsOf(vpc.subnetIds);
  if (subnetIds.length < 2) {
    throw refuse('Subnets specified must be in at least two different AZs');
  }
  return {
    name,
    region,
    version,
    status: 'CREATING',
    tags: tagsOf(parameters.tags),
    supportType:
      fieldsOf(parameters.upgradePolicy).supportType === 'STANDARD'
        ? 'STANDARD'
        : 'EXTENDED',
    autoMode: flagOf(fieldsOf(parameters.computeConfig).enabled, false),
    deletionProtection: flagOf(parameters.deletionProtection, false),
    endpointPublicAccess: flagOf(vpc.endpointPublicAccess, true),
    ...(Array.isArray(vpc.publicAccessCidrs) && {
      publicAccessCidrs: textsOf(vpc.publicAccessCidrs),
    }),
    logging: logsOf(parameters.logging),
    encryption: Array.isArray(parameters.encryptionConfig),
    authenticationMode: modeOf(parameters.accessConfig),
    zonalShift: flagOf(fieldsOf(parameters.zonalShiftConfig).enabled, false),
    subnets: subnetIds.map(id => ({ id })),
    nodegroups: [],
    addons: [],
    accessEntries: [],
  };
}

function logsOf(value: unknown): ControlPlaneLog[] {
  const { clusterLogging } = fieldsOf(value);
  return (Array.isArray(clusterLogging) ? clusterLogging : [])
    .map(fieldsOf)
    .filter(({ enabled }) => enabled === true)
    .flatMap(({ types }) => textsOf(types) as ControlPlaneLog[]);
}

/** What EKS has where nobody says anything else. */
function modeOf(value: unknown): AuthenticationMode {
  const { authenticationMode } = fieldsOf(value);
  return authenticationMode === 'API' || authenticationMode === 'CONFIG_MAP'
    ? authenticationMode
    : 'API_AND_CONFIG_MAP';
}
