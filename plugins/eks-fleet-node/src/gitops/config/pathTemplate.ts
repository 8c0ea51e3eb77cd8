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

import type { LocatableCluster } from './types';

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN = /^(account|region|cluster|partition|label\.[^{}]+)$/;
/** What may stand in one part of a path, so that it stays one part. */
const SAFE_VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;
const FORMATS = /\.(json|ya?ml|tfvars)$/;

/** Why a path template is of no use; `undefined` where it is. */
export function problemOfPath(template: string): string | undefined {
  const unknown = [...template.matchAll(PLACEHOLDER)].find(
    ([, name]) => !KNOWN.test(name),
  );
  if (unknown) {
    return `${unknown[0]} stands for nothing; there are {account}, {region}, {cluster}, {partition} and {label.<key>}`;
  }
  const plain = template.replaceAll(PLACEHOLDER, 'x');
  const problem = problemOfPlainPath(plain);
  if (problem) {
    return problem;
  }
  return FORMATS.test(plain)
    ? undefined
    : 'must end in .json, .yaml, .yml or .tfvars';
}

/** Why a path whose placeholders are filled leads nowhere in a repository. */
export function problemOfPlainPath(plain: string): string | undefined {
  if (/[{}]/.test(plain)) {
    return 'a brace is left open';
  }
  if (/[\\?#%\s]|\p{Cc}/u.test(plain)) {
    return 'must be a path without spaces, backslashes, ?, # and %';
  }
  const parts = plain.split('/');
  if (parts.some(part => part === '' || part === '.' || part === '..')) {
    return 'must be a path below the root of the repository, without empty parts, . and ..';
  }
  return parts[0] === '.git' ? 'must not lead into .git' : undefined;
}

/**
 * The path of a cluster's file, or why there is none: labels are hostile, and
 * a value that could leave its part of the path is not used.
 */
export function fillPath(
  template: string,
  cluster: LocatableCluster,
): { path: string } | { problem: string } {
  let problem: string | undefined;
  const path = template.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = valueOf(name, cluster);
    if (value === undefined) {
      problem ??= `the cluster has no label ${name.slice('label.'.length)}`;
    } else if (!SAFE_VALUE.test(value)) {
      problem ??= `${name} of the cluster cannot be part of a path`;
    }
    return value ?? '';
  });
  return problem ? { problem } : { path };
}

function valueOf(name: string, cluster: LocatableCluster): string | undefined {
  switch (name) {
    case 'account':
      return cluster.accountId;
    case 'region':
      return cluster.region;
    case 'cluster':
      return cluster.name;
    case 'partition':
      return cluster.partition;
    default: {
      const key = name.slice('label.'.length);
      return Object.hasOwn(cluster.labels, key)
        ? cluster.labels[key]
        : undefined;
    }
  }
}
