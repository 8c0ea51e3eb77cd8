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

import { valueAt } from '../../edits/jsonPointer';
import { merged, readPairs } from '../fieldPairs';
import type { FileDocument } from '../types';
import {
  ACCESS_ENTRIES,
  ADDONS,
  CONTROL_PLANE,
  LOG_TYPES,
  machinePoolVersion,
  NODE_GROUP,
  roleArnOf,
} from './capaFields';
import { ofKind, readAnnotations } from './manifests';

const GROUP = /^([a-z]+\.)?cluster\.x-k8s\.io\//;

/** What manifests of Cluster API say of a cluster. */
export function readCapa(
  documents: readonly FileDocument[],
): Record<string, unknown> {
  const [cluster] = ofKind(documents, 'Cluster', GROUP);
  const [control] = ofKind(documents, 'AWSManagedControlPlane', GROUP);
  const annotations = readAnnotations(cluster);
  const found = readPairs(CONTROL_PLANE, control?.spec);
  const arnOf = (document: FileDocument | undefined) =>
    roleArnOf(annotations.accountId, found.region, document);
  const logging: any = valueAt(control, ['spec', 'logging']);
  return merged(found, annotations, {
    network: readNetwork(cluster, control),
    roleArn: arnOf(control),
    logTypes: Object.entries(LOG_TYPES).flatMap(([type, field]) =>
      logging?.[field] === true ? [type] : [],
    ),
    addons: ADDONS.from(valueAt(control, ['spec', 'addons'])),
    accessEntries: ACCESS_ENTRIES.from(
      valueAt(control, ['spec', 'accessEntries']),
    ),
    zonalShift: false,
    deletionProtection: false,
    compute: {
      nodeGroups: ofKind(documents, 'AWSManagedMachinePool', GROUP).map(each =>
        readNodeGroup(each, documents, arnOf),
      ),
    },
  });
}

function readNetwork(
  cluster: FileDocument | undefined,
  control: FileDocument | undefined,
): FileDocument {
  const network: any = valueAt(control, ['spec', 'network']) ?? {};
  const services: any = valueAt(cluster, [
    'spec',
    'clusterNetwork',
    'services',
    'cidrBlocks',
  ]);
  return merged(
    network.vpc?.cidrBlock === undefined
      ? {
          vpcId: network.vpc?.id,
          subnetIds: Array.isArray(network.subnets)
            ? network.subnets.map((each: any) => each?.id)
            : undefined,
        }
      : {
          vpcCidr: network.vpc.cidrBlock,
          availabilityZones: network.vpc.availabilityZoneUsageLimit,
        },
    { serviceIpv4Cidr: services?.[0] },
  );
}

function readNodeGroup(
  group: FileDocument,
  documents: readonly FileDocument[],
  arnOf: (document: FileDocument) => unknown,
): FileDocument {
  const name = valueAt(group, ['metadata', 'name']);
  const pool = ofKind(documents, 'MachinePool', GROUP).find(
    each =>
      valueAt(each, [
        'spec',
        'template',
        'spec',
        'infrastructureRef',
        'name',
      ]) === name,
  );
  return merged(readPairs(NODE_GROUP, group.spec), {
    desiredSize: valueAt(pool, ['spec', 'replicas']),
    kubernetesVersion: machinePoolVersion.from(
      valueAt(pool, ['spec', 'template', 'spec', 'version']),
    ),
    nodeRoleArn: arnOf(group),
  });
}
