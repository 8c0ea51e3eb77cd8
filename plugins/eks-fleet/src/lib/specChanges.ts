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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What is wanted, as data; what kind of spec it is says the request. */
export type SpecData = FleetRequest['spec'];

/** One field that is otherwise than it was. */
export interface SpecChange {
  /** Such as `quota.cpuRequests`, `compute.nodeGroups[0].maxSize`. */
  field: string;
  /** Left out where it was not there. */
  before?: string;
  /** Left out where it is not there any more. */
  after?: string;
}

/**
 * The fields in which two specs differ, in the order of the later one. What is
 * in lists of things with names is told by the name, so that one more of them
 * does not make all the others look changed. Pure.
 */
export function specChanges(
  before: SpecData | undefined,
  after: SpecData | undefined,
): SpecChange[] {
  const was = flatten(before);
  const is = flatten(after);
  const changes: SpecChange[] = [];
  for (const field of new Set([...is.keys(), ...was.keys()])) {
    const [old, now] = [was.get(field), is.get(field)];
    if (old !== now) {
      changes.push({ field, before: old, after: now });
    }
  }
  return changes;
}

/** All fields of a spec with their values as texts. */
export function specFields(spec: SpecData | undefined): SpecChange[] {
  return [...flatten(spec)].map(([field, after]) => ({ field, after }));
}

function flatten(value: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  collect(fields, '', value);
  return fields;
}

function collect(
  fields: Map<string, string>,
  path: string,
  value: unknown,
): void {
  if (Array.isArray(value)) {
    if (value.every(each => !isRecord(each) && !Array.isArray(each))) {
      // What is empty says nothing.
      if (value.length > 0) {
        fields.set(path, value.map(String).join(', '));
      }
      return;
    }
    value.forEach((each, index) =>
      collect(fields, `${path}[${nameOf(each) ?? index}]`, each),
    );
  } else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) {
      collect(fields, path ? `${path}.${key}` : key, each);
    }
  } else if (value !== undefined && value !== null && value !== '') {
    fields.set(path, String(value));
  }
}

/** By what things in lists are told apart. */
const NAMES = [
  'name',
  'kubernetesGroup',
  'principalArn',
  'serviceAccount',
  'cidr',
];

function nameOf(value: unknown): string | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const key = NAMES.find(name => typeof value[name] === 'string');
  return key && String(value[key]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
