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
import type { Manifest } from '../../model/policyStory';
import { findKind, type ManifestKind } from './kinds';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const QUANTITY = /^[+-]?[0-9.]+([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const QUANTITY_WORDS =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

/** What a project lets its applications make. */
export interface Permitted {
  /** Of the AppProject. */
  project: string;
  /** The one namespace that objects may be in. */
  namespace: string;
  /** By `<group>/<kind>`. */
  kinds: readonly string[];
}

/** The object's kind as Argo CD's messages and tracking ids have it. */
export function kindKey({ apiVersion, kind }: Manifest): string {
  const [group, version] = apiVersion.split('/');
  return `${version ? group : ''}/${kind}`;
}

/**
 * An object as it would be made, in the namespace that it belongs to.
 *
 * @throws an Error where the project or the API server refuses it
 */
export function admitted(manifest: Manifest, permitted: Permitted): Manifest {
  const { metadata } = manifest;
  const key = kindKey(manifest);
  const known = findKind(manifest);
  if (!known || !permitted.kinds.includes(key)) {
    throw new Error(
      `resource ${key.replace('/', ':')} is not permitted in project ${
        permitted.project
      }`,
    );
  }
  const namespace = known.namespaced
    ? metadata.namespace ?? permitted.namespace
    : undefined;
  if (namespace !== undefined && namespace !== permitted.namespace) {
    throw new Error(
      `namespace ${namespace} is not permitted in project '${permitted.project}'`,
    );
  }
  const problem = valueProblem(manifest, known);
  if (problem) {
    throw new Error(`one or more objects failed to apply, reason: ${problem}`);
  }
  return {
    ...manifest,
    metadata: { ...metadata, ...(namespace !== undefined && { namespace }) },
  };
}

function valueProblem(
  manifest: Manifest,
  { kind, version, plural, group }: ManifestKind,
): string | undefined {
  const { name } = manifest.metadata;
  const qualified = group ? `${kind}.${group}` : kind;
  if (kind === 'Namespace' && !LABEL.test(name)) {
    return `${qualified} "${name}" is invalid: metadata.name: Invalid value: "${name}": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character`;
  }
  if (amountsOf(manifest).some(amount => !QUANTITY.test(String(amount)))) {
    return `error when patching: ${kind} in version "${version}" cannot be handled as a ${kind}: ${QUANTITY_WORDS}`;
  }
  if (kind === 'RoleBinding' && !manifest.roleRef) {
    return `${plural}.${group} "${name}" is invalid: roleRef: Required value`;
  }
  return undefined;
}

function amountsOf({ kind, spec }: Manifest): unknown[] {
  const fields = (spec ?? {}) as {
    hard?: Record<string, unknown>;
    limits?: Record<string, unknown>[];
  };
  switch (kind) {
    case 'ResourceQuota':
      return Object.values(fields.hard ?? {});
    case 'LimitRange':
      return (fields.limits ?? []).flatMap(({ type: _type, ...amounts }) =>
        Object.values(amounts).flatMap(each => Object.values(each ?? {})),
      );
    default:
      return [];
  }
}
