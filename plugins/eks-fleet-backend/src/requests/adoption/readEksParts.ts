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
  DescribeAccessEntryCommand,
  DescribeAddonCommand,
  DescribeClusterCommand,
  DescribeNodegroupCommand,
  DescribePodIdentityAssociationCommand,
  ListAccessEntriesCommand,
  ListAddonsCommand,
  ListAssociatedAccessPoliciesCommand,
  ListNodegroupsCommand,
  ListPodIdentityAssociationsCommand,
  type AccessEntry,
  type Addon,
  type AssociatedAccessPolicy,
  type Cluster,
  type EKSClient,
  type Nodegroup,
  type PodIdentityAssociation,
} from '@aws-sdk/client-eks';
import { listAll } from '../../collection/eks/listAll';

/** A cluster and its parts, as EKS describes them. */
export interface EksParts {
  cluster: Cluster;
  nodegroups: Nodegroup[];
  addons: Addon[];
  access: Array<{ entry: AccessEntry; policies: AssociatedAccessPolicy[] }>;
  associations: PodIdentityAssociation[];
}

/**
 * Reads all of a cluster that a bill of materials says; where one part cannot
 * be read, nothing of it counts.
 *
 * @throws what EKS answers
 */
export async function readEksParts(
  client: EKSClient,
  name: string,
  abortSignal: AbortSignal,
): Promise<EksParts> {
  const send = { abortSignal };
  const clusterName = name;
  const { cluster } = await client.send(
    new DescribeClusterCommand({ name }),
    send,
  );
  const [nodegroups, addons, access, associations] = await Promise.all([
    each(
      nextToken =>
        client
          .send(new ListNodegroupsCommand({ clusterName, nextToken }), send)
          .then(page => ({ ...page, items: page.nodegroups })),
      nodegroupName =>
        client
          .send(
            new DescribeNodegroupCommand({ clusterName, nodegroupName }),
            send,
          )
          .then(({ nodegroup }) => nodegroup!),
    ),
    each(
      nextToken =>
        client
          .send(new ListAddonsCommand({ clusterName, nextToken }), send)
          .then(page => ({ ...page, items: page.addons })),
      addonName =>
        client
          .send(new DescribeAddonCommand({ clusterName, addonName }), send)
          .then(({ addon }) => addon!),
    ),
    // Without entries there is no list of them.
    cluster!.accessConfig?.authenticationMode === 'CONFIG_MAP'
      ? []
      : each(
          nextToken =>
            client
              .send(
                new ListAccessEntriesCommand({ clusterName, nextToken }),
                send,
              )
              .then(page => ({ ...page, items: page.accessEntries })),
          principalArn =>
            readAccess(client, { clusterName, principalArn }, send),
        ),
    each(
      nextToken =>
        client
          .send(
            new ListPodIdentityAssociationsCommand({ clusterName, nextToken }),
            send,
          )
          .then(page => ({
            ...page,
            items: page.associations?.map(
              ({ associationId }) => associationId!,
            ),
          })),
      associationId =>
        client
          .send(
            new DescribePodIdentityAssociationCommand({
              clusterName,
              associationId,
            }),
            send,
          )
          .then(({ association }) => association!),
    ),
  ]);
  return { cluster: cluster!, nodegroups, addons, access, associations };
}

async function readAccess(
  client: EKSClient,
  of: { clusterName: string; principalArn: string },
  send: { abortSignal: AbortSignal },
): Promise<EksParts['access'][number]> {
  const { accessEntry } = await client.send(
    new DescribeAccessEntryCommand(of),
    send,
  );
  const policies = await listAll(nextToken =>
    client
      .send(new ListAssociatedAccessPoliciesCommand({ ...of, nextToken }), send)
      .then(page => ({ ...page, items: page.associatedAccessPolicies })),
  );
  return { entry: accessEntry!, policies };
}

/** The limiter of the account and Region says how many go at once. */
async function each<T>(
  list: Parameters<typeof listAll<string>>[0],
  describe: (name: string) => Promise<T>,
): Promise<T[]> {
  return Promise.all((await listAll(list)).map(describe));
}
