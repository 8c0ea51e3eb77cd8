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

import type {
  BillOfMaterialsPart,
  ClusterCapacity,
  Outlier,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { newestStates } from '../states';
import type { Translate } from '../translation';
import { billOfMaterialsMessages } from '../translation/billOfMaterials';

type PartGroup = BillOfMaterialsPart['group'];
type KnownKind = keyof typeof billOfMaterialsMessages.bom.kind;

const GROUPS: PartGroup[] = [
  'controlPlane',
  'compute',
  'addons',
  'capabilities',
  'other',
];

/** The parts by group, in the order of the page; groups without parts are left out. */
export function groupParts(
  parts: BillOfMaterialsPart[],
): { group: PartGroup; parts: BillOfMaterialsPart[] }[] {
  return GROUPS.map(group => ({
    group,
    parts: parts.filter(part => part.group === group),
  })).filter(grouped => grouped.parts.length > 0);
}

/** What is set, and what is installed: settings have no version. */
export function splitSettings(parts: BillOfMaterialsPart[]): {
  settings: BillOfMaterialsPart[];
  installed: BillOfMaterialsPart[];
} {
  return {
    settings: parts.filter(({ kind }) => kind === 'setting'),
    installed: parts.filter(({ kind }) => kind !== 'setting'),
  };
}

/** What a part is, in words; kinds that nobody knows keep their name. */
export function partKindText(kind: string, t: Translate): string {
  return Object.hasOwn(billOfMaterialsMessages.bom.kind, kind)
    ? t(`bom.kind.${kind as KnownKind}`)
    : kind;
}

/** How a part differs from the fleet's usual, in a sentence. */
export function outlierText(outlier: Outlier, t: Translate): string {
  return t('bom.outlierDetail', {
    usual: outlier.usual,
    percent: formatShare(outlier.share),
    clusters: `${outlier.clusters}`,
  });
}

/** Requested of allocatable, from 0 to 1; `undefined` where it cannot be said. */
export function requestedShare(
  {
    allocatable,
    requested,
  }: Pick<ClusterCapacity, 'allocatable' | 'requested'>,
  what: 'cpuMillis' | 'memoryBytes',
): number | undefined {
  return requested && allocatable[what] > 0
    ? requested[what] / allocatable[what]
    : undefined;
}

/** A share from 0 to 1 in percent. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat('en-US', {
    style: 'percent',
    maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0,
  }).format(share);
}

/** CPUs from thousandths. */
export function formatCpu(millis: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(
    millis / 1000,
  );
}

/** Memory in GiB. */
export function formatMemory(bytes: number): string {
  return `${new Intl.NumberFormat('en-US', {
    maximumFractionDigits: 1,
  }).format(bytes / 1024 ** 3)} GiB`;
}

/**
 * The version to move to, or that there is none. Nodes are held against the
 * control plane: whether there is a newer image, nobody here knows.
 */
export function newestText(part: BillOfMaterialsPart, t: Translate): string {
  const { group, newestState, newestVersion } = part;
  if (newestState === 'behind' && newestVersion) {
    return newestVersion;
  }
  return group === 'compute' && newestState === 'current'
    ? t('bom.asControlPlane')
    : t(newestStates[newestState].word);
}
