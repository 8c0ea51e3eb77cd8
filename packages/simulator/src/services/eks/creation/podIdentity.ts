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
import type { Operation } from '../../../aws/types';
import { textOf } from '../../parameters';
import { invalidParameter, resourceInUse } from '../errors';
import { associationDocument } from '../podIdentity';
import { clusterArn, requestedCluster } from '../requestedCluster';
import { tagsOf } from './readParameters';

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

export const createPodIdentityAssociation: Operation = {
  action: 'eks:CreatePodIdentityAssociation',
  resource: clusterArn,
  handle: context => {
    const { parameters } = context.call;
    const cluster = requestedCluster(context);
    const subject = { clusterName: cluster.name };
    const namespace = textOf(parameters, 'namespace') ?? '';
    const serviceAccount = textOf(parameters, 'serviceAccount') ?? '';
    const roleArn = textOf(parameters, 'roleArn') ?? '';
    if (!namespace || !serviceAccount) {
      throw invalidParameter(
        'namespace and serviceAccount are required',
        subject,
      );
    }
    if (!ROLE.test(roleArn)) {
      throw invalidParameter(`Role ${roleArn} is not valid`, subject);
    }
    const isTaken = cluster.podIdentityAssociations.some(
      each =>
        each.namespace === namespace && each.serviceAccount === serviceAccount,
    );
    if (isTaken) {
      throw resourceInUse(
        `Association already exists: ${serviceAccount} in ${namespace}`,
        subject,
      );
    }
    const association = {
      namespace,
      serviceAccount,
      roleArn,
      tags: tagsOf(parameters.tags),
      createdAt: context.clock.now().toISOString(),
    };
    cluster.podIdentityAssociations.push(association);
    return { association: associationDocument(association, cluster) };
  },
};
