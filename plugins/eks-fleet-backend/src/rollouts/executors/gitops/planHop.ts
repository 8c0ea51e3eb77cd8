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
  parseFile,
  type FieldEdit,
  type TrackWork,
  type VersionChange,
  type WantedVersions,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Place } from './types';

/** What a hop is about, and where. */
export type Hop = Pick<
  TrackWork,
  'cluster' | 'kind' | 'name' | 'direction' | 'from' | 'to' | 'releaseVersion'
>;

/**
 * The edits of a cluster's file that a hop takes; none where the file wants it
 * already. Pure.
 *
 * @param newestRelease - of the node group's image for the version that is to be, where one is known
 * @throws EditRefusal
 */
export function planHop(
  hop: Hop,
  { ability, file, provisioner }: Place,
  text: string,
  newestRelease?: string,
): FieldEdit[] {
  const parsed = parseFile(file.path, text);
  const context = { cluster: hop.cluster.name, fields: file.fields };
  const change = changeOf(
    hop,
    provisioner.read(parsed, context),
    newestRelease,
  );
  return provisioner.plan(
    parsed,
    { ...context, canRollBack: ability.canRollBack },
    change,
  );
}

function changeOf(
  { direction, from, kind, name, releaseVersion, to }: Hop,
  wanted: WantedVersions,
  newestRelease: string | undefined,
): VersionChange {
  if (kind !== 'nodegroup') {
    return { kind, name, direction, from, to };
  }
  const present = wanted.nodegroups[name ?? ''] ?? {};
  if (isMinor(to)) {
    return {
      kind,
      name,
      direction,
      from,
      to,
      // Where the file pins none, EKS takes the newest.
      releaseVersion:
        present.releaseVersion === undefined
          ? undefined
          : releaseVersion ?? newestRelease,
    };
  }
  // Another image of the same Kubernetes version, which stays as it is.
  const version = present.version ?? '';
  return {
    kind,
    name,
    direction,
    from: version,
    to: version,
    releaseVersion: to,
  };
}

/** Whether it is a Kubernetes version, and no release of an image. */
export function isMinor(version: string): boolean {
  return /^1\.\d{1,3}$/.test(version);
}
