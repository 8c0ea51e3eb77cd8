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

import { formatOfPath } from './editText';
import { parseYaml } from './parseYaml';
import { EditRefusal } from './types';

/**
 * What a values file says; nothing where it is empty.
 *
 * @throws EditRefusal where it is not one map
 */
export function readValuesFile(text: string): Record<string, unknown> {
  const { documents } = parseYaml(text);
  const [value = {}] = documents;
  if (documents.length > 1) {
    throw new EditRefusal('notUnderstood', 'It has more than one document');
  }
  if (value === null) {
    return {};
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new EditRefusal('notUnderstood', 'It is no map');
  }
  return value as Record<string, unknown>;
}

/** @throws EditRefusal where a file's name is not one of a YAML file */
export function refuseUnlessYaml(path: string): void {
  if (formatOfPath(path) !== 'yaml') {
    throw new EditRefusal('notUnderstood', `${path} is no .yaml or .yml file`);
  }
}
