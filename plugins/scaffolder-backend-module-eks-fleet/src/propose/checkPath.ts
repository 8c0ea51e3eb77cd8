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

import { InputError } from '@backstage/errors';

const LONGEST = 400;
/** Nothing that a shell, YAML or a Git host would read as more than a name. */
const NAME = /^[A-Za-z0-9_+=@-][A-Za-z0-9._+=@-]*$/;

/**
 * Sees that a path stays below the root of a repository, and is no file by which
 * Git or a Git host is told what to do: those begin with a dot.
 *
 * @param field - that names the path in the input of the step
 * @returns the path, without `./` before it or `/` after it
 * @throws InputError that begins with the field
 */
export function checkPath(field: string, path: string): string {
  const plain = path.replace(/^(\.\/)+/, '').replace(/\/$/, '');
  const problem = problemOf(plain);
  if (problem) {
    throw new InputError(`${field}: ${JSON.stringify(path)} ${problem}`);
  }
  return plain;
}

function problemOf(path: string): string | undefined {
  if (path.length > LONGEST) {
    return `is longer than ${LONGEST} characters`;
  }
  if (path.startsWith('/')) {
    return 'is absolute; paths are below the root of the repository';
  }
  const names = path.split('/');
  if (names.some(name => name === '..' || name === '.' || name === '')) {
    return 'has parts that are empty or lead elsewhere';
  }
  if (names.some(name => name.startsWith('.'))) {
    return 'has a hidden file or folder, by which Git and its hosts are set up; these are changed on the Git host';
  }
  return names.every(name => NAME.test(name))
    ? undefined
    : 'has characters other than letters, digits and ._+=@-';
}
