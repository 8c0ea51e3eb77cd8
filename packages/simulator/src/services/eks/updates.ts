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

import type { CallContext, Operation } from '../../aws/types';
import type { Cluster } from '../../model/types';
import type { Update } from '../../model/updates';
import { textOf } from '../parameters';
import { invalidParameter, partNotFound } from './errors';
import { pageOf } from './pages';
import { clusterArn, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

/** Ids alone, and in no order that would mean anything. */
export const listUpdates: Operation = {
  action: 'eks:ListUpdates',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const subject = subjectOf(context, cluster);
    const { items, nextToken } = pageOf(context, {
      name: `${cluster.id}/${JSON.stringify(subject)}`,
      items: cluster.updates.filter(update => isAbout(update, subject)),
      keyOf: ({ id }) => id,
    });
    return { updateIds: items.map(({ id }) => id), nextToken };
  },
};

export const describeUpdate: Operation = {
  action: 'eks:DescribeUpdate',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const subject = subjectOf(context, cluster);
    const { updateId } = context.call.parameters;
    const found = cluster.updates.find(
      update => update.id === updateId && isAbout(update, subject),
    );
    if (!found) {
      throw partNotFound(`No update found for ID: ${updateId}`, {
        clusterName: cluster.name,
        nodegroupName: subject.nodegroupName,
        addonName: subject.addonName,
      });
    }
    return { update: updateDocument(found) };
  },
};

/** What the updates are of; the cluster itself where nothing is named. */
interface Subject {
  nodegroupName?: string;
  addonName?: string;
  capabilityName?: string;
}

function subjectOf({ call }: CallContext, cluster: Cluster): Subject {
  const subject = {
    nodegroupName: textOf(call.parameters, 'nodegroupName'),
    addonName: textOf(call.parameters, 'addonName'),
    capabilityName: textOf(call.parameters, 'capabilityName'),
  };
  const named = Object.values(subject).filter(name => name !== undefined);
  if (named.length > 1) {
    throw invalidParameter(
      'Only one of nodegroupName, addonName and capabilityName may be given.',
    );
  }
  const parts: [string | undefined, { name: string }[], string][] = [
    [subject.nodegroupName, cluster.nodegroups, 'node group'],
    [subject.addonName, cluster.addons, 'addon'],
    [subject.capabilityName, cluster.capabilities, 'capability'],
  ];
  for (const [name, existing, kind] of parts) {
    if (name !== undefined && !existing.some(part => part.name === name)) {
      throw partNotFound(`No ${kind} found for name: ${name}.`, {
        clusterName: cluster.name,
        nodegroupName: subject.nodegroupName,
        addonName: subject.addonName,
      });
    }
  }
  return subject;
}

function isAbout(update: Update, subject: Subject): boolean {
  return (
    update.nodegroupName === subject.nodegroupName &&
    update.addonName === subject.addonName &&
    update.capabilityName === subject.capabilityName
  );
}

/** An update as EKS words it. */
export function updateDocument(update: Update): Record<string, unknown> {
  return {
    id: update.id,
    status: update.status,
    type: update.type,
    params: Object.entries(update.params).map(([type, value]) => ({
      type,
      value,
    })),
    createdAt: epochSeconds(update.createdAt),
    errors: update.errors,
    cancellation: update.cancellation,
  };
}
