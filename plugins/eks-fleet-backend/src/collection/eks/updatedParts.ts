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

import type { ClusterObservations } from '../types';

/** The kinds of parts that have updates, and the observations that tell of them. */
export const UPDATED_KINDS = {
  nodegroup: 'nodegroups',
  addon: 'addons',
  capability: 'capabilities',
} as const;

/** A node group, an add-on or a capability; EKS keeps the updates of each by itself. */
export interface UpdatedPart {
  kind: keyof typeof UPDATED_KINDS;
  name: string;
  status: string;
  /** Says otherwise when an update may have begun, ended or been missed. */
  state: string;
}

/** How each part was when its updates were last listed, by its key. */
export type PartStates = Record<string, string>;

export function keyOf({ kind, name }: Pick<UpdatedPart, 'kind' | 'name'>) {
  return `${kind}/${name}`;
}

/** The parts of a cluster, as their own observations tell. */
export function partsOf(observed: ClusterObservations): UpdatedPart[] {
  const nodegroups = observed.nodegroups?.document?.nodegroups ?? [];
  const addons = observed.addons?.document?.addons ?? [];
  const capabilities = observed.capabilities?.document?.capabilities ?? [];
  return [
    ...nodegroups.map(
      ({ name, status, version, releaseVersion }): UpdatedPart => ({
        kind: 'nodegroup',
        name,
        status,
        state: [status, version, releaseVersion].join(' '),
      }),
    ),
    ...addons.map(
      ({ name, status, version }): UpdatedPart => ({
        kind: 'addon',
        name,
        status,
        state: [status, version].join(' '),
      }),
    ),
    ...capabilities.map(
      ({ name, status, version }): UpdatedPart => ({
        kind: 'capability',
        name,
        status,
        state: [status, version].join(' '),
      }),
    ),
  ];
}

/**
 * Parts whose updates are worth listing: those that are not as they were. Of
 * one that is seen for the first time only an update that goes on is of
 * interest.
 */
export function partsToList(
  parts: UpdatedPart[],
  before: PartStates = {},
): UpdatedPart[] {
  return parts.filter(part => {
    const key = keyOf(part);
    return Object.hasOwn(before, key)
      ? before[key] !== part.state
      : part.status === 'UPDATING';
  });
}

/**
 * What to remember of the parts. Those that were not to be read, now or in
 * their own observation, stay as they were.
 */
export function rememberParts(
  parts: UpdatedPart[],
  before: PartStates = {},
  unread: ReadonlySet<string>,
  observed: ClusterObservations,
): PartStates {
  const complete = Object.entries(UPDATED_KINDS)
    .filter(([, kind]) => observed[kind]?.document?.unreadable.length === 0)
    .map(([kind]) => `${kind}/`);
  const states = Object.entries(before).filter(
    ([key]) => !complete.some(prefix => key.startsWith(prefix)),
  );
  for (const part of parts) {
    const key = keyOf(part);
    if (!unread.has(key)) {
      states.push([key, part.state]);
    } else if (Object.hasOwn(before, key)) {
      states.push([key, before[key]]);
    }
  }
  return Object.fromEntries(states.sort(([a], [b]) => (a < b ? -1 : 1)));
}
