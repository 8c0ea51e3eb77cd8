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
import {
  accessEntryArn,
  clusterWithEntries,
  entryDocument,
  entryOf,
  policyDocument,
  principalsOf,
  requestedPrincipal,
} from '../accessEntries';
import { invalidParameter, invalidRequest, resourceInUse } from '../errors';
import { clusterArn } from '../requestedCluster';
import { fieldsOf, tagsOf, textsOf } from './readParameters';

const PRINCIPAL = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/.+$/;
const POLICY = /^arn:aws[a-z-]*:eks::aws:cluster-access-policy\/AmazonEKS\w+$/;
const RESERVED = /^(system|eks|aws|amazon|iam):/;

export const createAccessEntry: Operation = {
  action: 'eks:CreateAccessEntry',
  resource: clusterArn,
  handle: context => {
    const { parameters } = context.call;
    const cluster = clusterWithEntries(context);
    const subject = { clusterName: cluster.name };
    const principalArn = textOf(parameters, 'principalArn') ?? '';
    const groups = textsOf(parameters.kubernetesGroups);
    if (!PRINCIPAL.test(principalArn)) {
      throw invalidParameter(
        'The principalArn parameter format is not valid',
        subject,
      );
    }
    if (principalsOf(cluster).includes(principalArn)) {
      throw resourceInUse(
        'The specified access entry resource is already in use on this cluster.',
        subject,
      );
    }
    const reserved = groups.find(group => RESERVED.test(group));
    if (reserved) {
      throw invalidParameter(
        `The kubernetes group name ${reserved} is invalid, it cannot start with a reserved prefix`,
        subject,
      );
    }
    cluster.access.push({
      principalArn,
      type: textOf(parameters, 'type') ?? 'STANDARD',
      kubernetesGroups: groups,
      policies: [],
      tags: tagsOf(parameters.tags),
      createdAt: context.clock.now().toISOString(),
    });
    return { accessEntry: entryDocument(principalArn, cluster) };
  },
};

export const deleteAccessEntry: Operation = {
  action: 'eks:DeleteAccessEntry',
  resource: accessEntryArn,
  handle: context => {
    const cluster = clusterWithEntries(context);
    const principal = requestedPrincipal(context, cluster);
    cluster.access = cluster.access.filter(
      ({ principalArn }) => principalArn !== principal,
    );
    cluster.accessEntries = cluster.accessEntries.filter(
      arn => arn !== principal,
    );
    return {};
  },
};

export const associateAccessPolicy: Operation = {
  action: 'eks:AssociateAccessPolicy',
  resource: accessEntryArn,
  handle: context => {
    const { parameters } = context.call;
    const cluster = clusterWithEntries(context);
    const subject = { clusterName: cluster.name };
    const principalArn = requestedPrincipal(context, cluster);
    const policyArn = textOf(parameters, 'policyArn') ?? '';
    const entry = entryOf(cluster, principalArn) ?? {
      principalArn,
      kubernetesGroups: ['eks-fleet:readers'],
    };
    const { type, namespaces } = fieldsOf(parameters.accessScope);
    if (!POLICY.test(policyArn)) {
      throw invalidParameter(
        'The policyArn parameter format is not valid',
        subject,
      );
    }
    if ((entry.type ?? 'STANDARD') !== 'STANDARD') {
      throw invalidRequest(
        'Access policies can only be associated with access entries of type STANDARD',
        subject,
      );
    }
    if (type !== 'cluster' && type !== 'namespace') {
      throw invalidParameter(
        'The access scope type must be cluster or namespace',
        subject,
      );
    }
    if ((type === 'namespace') !== textsOf(namespaces).length > 0) {
      throw invalidParameter(
        'Namespaces must be given where the access scope type is namespace, and nowhere else',
        subject,
      );
    }
    const policy = {
      policyArn,
      ...(type === 'namespace' && { namespaces: textsOf(namespaces) }),
    };
    const changed = {
      ...entry,
      policies: [
        ...(entry.policies ?? []).filter(each => each.policyArn !== policyArn),
        policy,
      ],
    };
    cluster.access = [
      ...cluster.access.filter(each => each.principalArn !== principalArn),
      changed,
    ];
    return {
      clusterName: cluster.name,
      principalArn,
      associatedAccessPolicy: policyDocument(policy, context.clock.now()),
    };
  },
};
