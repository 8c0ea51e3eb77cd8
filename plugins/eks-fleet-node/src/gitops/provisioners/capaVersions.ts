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

import { machinePoolVersion } from '../clusterFiles/formats/capaFields';
import { valueAt } from '../edits/jsonPointer';
import type { ParsedFile } from '../edits/types';
import { planEdits, type FoundField, type FoundFields } from './planEdits';
import type { Provisioner, VersionChange, WantedVersions } from './types';

/**
 * Versions in manifests of Cluster API with its AWS provider. Add-ons are in
 * the control plane; a node group is a `MachinePool`, whose version has three
 * numbers, and an `AWSManagedMachinePool`.
 */
export const capaVersions: Provisioner = {
  id: 'capa',
  title: 'Cluster API',
  ability: () => ({
    canUpgrade: true,
    canRollBack: false,
    nodesApart: true,
    walksMinorsAlone: false,
  }),
  read(file, { cluster }) {
    const control = controlPlane(file, cluster);
    const version = textOf(control, ['spec', 'version'])?.replace(/^v/, '');
    return {
      ...(version && { version }),
      addons: Object.fromEntries(
        addonsOf(control).flatMap(each => {
          const [name, wanted] = ['name', 'version'].map(key =>
            valueAt(each, [key]),
          );
          return typeof name === 'string' && typeof wanted === 'string'
            ? [[name, wanted]]
            : [];
        }),
      ),
      nodegroups: nodeGroups(file, control),
    };
  },
  plan(file, { canRollBack = false, cluster }, change) {
    const control = controlPlane(file, cluster);
    return change.kind === 'nodegroup'
      ? planEdits(
          {
            ...change,
            from: machinePoolVersion.to(change.from),
            to: machinePoolVersion.to(change.to),
          },
          poolFields(file, control, change.name),
          canRollBack,
        )
      : planEdits(change, controlFields(control, change), canRollBack);
  },
};

/** Of a `MachinePool`'s machines. */
const VERSION = ['spec', 'template', 'spec', 'version'];

interface Found {
  document: number;
  content: unknown;
}

function controlPlane(file: ParsedFile, cluster: string): Found | undefined {
  return manifests(file, 'AWSManagedControlPlane').find(
    each => nameOf(each, 'eksClusterName') === cluster,
  );
}

function controlFields(
  control: Found | undefined,
  { kind, name }: VersionChange,
): FoundFields {
  if (kind === 'controlPlane') {
    return { version: fieldAt(control, ['spec', 'version']) };
  }
  const index = addonsOf(control).findIndex(
    each => valueAt(each, ['name']) === name,
  );
  return {
    version: fieldAt(control, ['spec', 'addons', String(index), 'version']),
  };
}

function nodeGroups(
  file: ParsedFile,
  control: Found | undefined,
): WantedVersions['nodegroups'] {
  return Object.fromEntries(
    poolsOf(file, control).map(({ machines, pool }) => {
      const version = machinePoolVersion.from(valueOf(pool, VERSION));
      const release = textOf(machines, ['spec', 'amiVersion']);
      return [
        nameOf(machines, 'eksNodegroupName'),
        {
          ...(typeof version === 'string' && { version }),
          ...(release && { releaseVersion: release }),
        },
      ];
    }),
  );
}

function poolFields(
  file: ParsedFile,
  control: Found | undefined,
  name: string | undefined,
): FoundFields {
  const found = poolsOf(file, control).find(
    ({ machines }) => nameOf(machines, 'eksNodegroupName') === name,
  );
  return {
    version: fieldAt(found?.pool, VERSION),
    releaseVersion: fieldAt(found?.machines, ['spec', 'amiVersion']),
  };
}

/** Node groups of the cluster: what Cluster API knows of each, and what its AWS provider does. */
function poolsOf(file: ParsedFile, control: Found | undefined) {
  const cluster = manifests(file, 'Cluster').find(
    each =>
      control &&
      valueOf(each, ['spec', 'controlPlaneRef', 'name']) ===
        valueOf(control, ['metadata', 'name']),
  );
  const machines = manifests(file, 'AWSManagedMachinePool');
  return manifests(file, 'MachinePool').flatMap(pool => {
    const named = valueOf(pool, [
      'spec',
      'template',
      'spec',
      'infrastructureRef',
      'name',
    ]);
    const own = machines.find(
      each => valueOf(each, ['metadata', 'name']) === named,
    );
    return own &&
      cluster &&
      valueOf(pool, ['spec', 'clusterName']) ===
        valueOf(cluster, ['metadata', 'name'])
      ? [{ pool, machines: own }]
      : [];
  });
}

function manifests({ documents }: ParsedFile, kind: string): Found[] {
  return documents.flatMap((content, document) =>
    valueAt(content, ['kind']) === kind &&
    /(^|\.)cluster\.x-k8s\.io\//.test(String(valueAt(content, ['apiVersion'])))
      ? [{ document, content }]
      : [],
  );
}

/** What something is called in EKS; as its manifest where it says no other. */
function nameOf(found: Found, field: string): string {
  return String(
    valueOf(found, ['spec', field]) ?? valueOf(found, ['metadata', 'name']),
  );
}

function addonsOf(control: Found | undefined): unknown[] {
  const addons = valueOf(control, ['spec', 'addons']);
  return Array.isArray(addons) ? addons : [];
}

function valueOf(found: Found | undefined, path: string[]): unknown {
  return valueAt(found?.content, path);
}

function textOf(found: Found | undefined, path: string[]): string | undefined {
  const value = valueOf(found, path);
  return typeof value === 'string' ? value : undefined;
}

function fieldAt(
  found: Found | undefined,
  path: string[],
): FoundField | undefined {
  const value = valueOf(found, path);
  return found && value !== undefined
    ? {
        document: found.document,
        pointer: path.map(part => `/${part}`).join(''),
        value,
      }
    : undefined;
}
