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

import { pathSegment } from './render/exceptionName';

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN = ['environment', 'account', 'region', 'cluster', 'name'];

/** What a path is made of. */
export interface PathParts {
  environment: string;
  account: string;
  region: string;
  cluster: string;
  name: string;
}

/** Why a template is of no use; `undefined` where it is. */
export function problemOfTemplate(
  template: string,
  needed: string[],
): string | undefined {
  const unknown = [...template.matchAll(PLACEHOLDER)].find(
    ([, name]) => !KNOWN.includes(name),
  );
  if (unknown) {
    return `${unknown[0]} stands for nothing; there are ${KNOWN.map(
      name => `{${name}}`,
    ).join(', ')}`;
  }
  const missing = needed.find(placeholder => !template.includes(placeholder));
  if (missing) {
    return `must have ${missing}, or different things would share a file`;
  }
  const plain = template.replaceAll(PLACEHOLDER, 'x');
  if (!/^[A-Za-z0-9._/-]+\.ya?ml$/.test(plain)) {
    return 'must be a path of letters, digits, dots, dashes and slashes that ends in .yaml';
  }
  const isBelow = plain
    .split('/')
    .every((part, index) =>
      index === 0
        ? !['', '.', '..', '.git'].includes(part)
        : !['', '.', '..'].includes(part),
    );
  return isBelow
    ? undefined
    : 'must be a path below the root of the repository, without empty parts, . and ..';
}

/** The path, each value of which stays one part of it. Pure. */
export function fillExceptionPath(template: string, parts: PathParts): string {
  return template.replaceAll(PLACEHOLDER, (_, name: keyof PathParts) =>
    pathSegment(parts[name] || 'none'),
  );
}
