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

import type { ClusterFields } from '../config/types';
import {
  parseFieldPointer,
  resolveFieldPointer,
  type FieldPointer,
} from '../edits/fieldPointer';
import { valueAt } from '../edits/jsonPointer';
import type { ParsedFile } from '../edits/types';
import { planEdits } from './planEdits';
import type {
  Provisioner,
  ProvisionerAbility,
  VersionChange,
  WantedVersions,
} from './types';

/**
 * How a provisioner is told apart from others that keep each version in a
 * field of its own.
 *
 * @public
 */
export interface FieldProvisionerOptions {
  id: string;
  title: string;
  /** Used where configuration names none. */
  fields?: ClusterFields;
  canRollBack?: boolean;
  walksMinorsAlone?: boolean;
}

/**
 * A provisioner whose files have each version in a field that configuration
 * names, or that the tool always uses.
 *
 * @public
 */
export function createFieldProvisioner(
  options: FieldProvisionerOptions,
): Provisioner {
  const { id, title, canRollBack = false, walksMinorsAlone = false } = options;
  const fieldsOf = (fields: ClusterFields): ClusterFields => ({
    ...options.fields,
    ...fields,
  });
  const ability = (fields: ClusterFields): ProvisionerAbility => ({
    canUpgrade: fieldsOf(fields).version !== undefined,
    canRollBack,
    nodesApart: fieldsOf(fields).nodegroups !== undefined,
    walksMinorsAlone,
  });
  return {
    id,
    title,
    ability,
    problemOf: fields =>
      fieldsOf(fields).version === undefined
        ? 'version is missing; it is the JSON pointer of the Kubernetes version'
        : undefined,
    read: (file, { fields }) => readFields(file, fieldsOf(fields)),
    plan: (file, context, change) =>
      planEdits(
        change,
        findFields(file, fieldsOf(context.fields), change),
        context.canRollBack ?? canRollBack,
      ),
  };
}

function findFields(
  { documents }: ParsedFile,
  fields: ClusterFields,
  { kind, name }: VersionChange,
) {
  const find = (pointer: string | undefined) =>
    pointer === undefined
      ? undefined
      : resolveFieldPointer(pointer, documents, name);
  switch (kind) {
    case 'controlPlane':
      return { version: find(fields.version) };
    case 'addon':
      return { version: find(fields.addons) };
    default:
      return {
        version: find(fields.nodegroups?.version),
        releaseVersion: find(fields.nodegroups?.releaseVersion),
      };
  }
}

function readFields(
  { documents }: ParsedFile,
  fields: ClusterFields,
): WantedVersions {
  const text = (pointer: string | undefined, name?: string) => {
    const value =
      pointer && resolveFieldPointer(pointer, documents, name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const version = text(fields.version)?.replace(/^v(?=\d)/, '');
  const { nodegroups = {} } = fields;
  const groups = new Set([
    ...namesAt(nodegroups.version, documents),
    ...namesAt(nodegroups.releaseVersion, documents),
  ]);
  return {
    ...(version && { version }),
    addons: Object.fromEntries(
      namesAt(fields.addons, documents).flatMap(name => {
        const value = text(fields.addons, name);
        return value ? [[name, value]] : [];
      }),
    ),
    nodegroups: Object.fromEntries(
      [...groups].map(name => [
        name,
        definedOnly({
          version: text(nodegroups.version, name),
          releaseVersion: text(nodegroups.releaseVersion, name),
        }),
      ]),
    ),
  };
}

/** The names for which a field pointer leads somewhere. */
function namesAt(
  pointer: string | undefined,
  documents: readonly unknown[],
): string[] {
  if (!pointer) {
    return [];
  }
  const { document, parts } = parseFieldPointer(pointer) as FieldPointer;
  const at = parts.findIndex(part =>
    (typeof part === 'string' ? part : part.value).includes('{name}'),
  );
  const before = parts.slice(0, at);
  const part = parts[at];
  if (!before.every(each => typeof each === 'string')) {
    return [];
  }
  const parent = valueAt(documents[document], before as string[]);
  if (typeof part !== 'string') {
    return (Array.isArray(parent) ? parent : [])
      .map(each => valueAt(each, [part.key]))
      .filter(name => typeof name === 'string');
  }
  return part === '{name}' && typeof parent === 'object' && parent !== null
    ? Object.keys(parent)
    : [];
}

function definedOnly<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as T;
}
