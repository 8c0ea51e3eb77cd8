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

import type { JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import { editValues } from '../../gitops/edits/editValues';
import { formatPointer, valueAt } from '../../gitops/edits/jsonPointer';
import { parseYaml } from '../../gitops/edits/parseYaml';
import type { ValueEdit } from '../../gitops/edits/types';
import type { PolicyLayerEdit } from './types';

/**
 * What is to change in a layer for a policy to be switched or set otherwise: the
 * `values` of a proposal's file. Nothing where the layer says so already.
 *
 * @param text - of the layer; left out where it is not there
 * @throws EditRefusal where it is not YAML
 * @public
 */
export function planLayerEdit(
  text: string | undefined,
  edit: PolicyLayerEdit,
): ValueEdit[] {
  const [values] = parseYaml(text ?? '').documents;
  return fieldsOfEdit(edit).flatMap(([path, value]) => {
    const from = valueAt(values, path) as JsonValue | undefined;
    // In a layer null takes the chart's default away; it is never written.
    const to = value ?? undefined;
    return isDeepStrictEqual(from, to)
      ? []
      : [
          {
            pointer: formatPointer(path),
            ...(from !== undefined && { from }),
            ...(to !== undefined && { to }),
          },
        ];
  });
}

/** Those that are asked for; `null` where they are to go. */
export function fieldsOfEdit(
  edit: PolicyLayerEdit,
): Array<[string[], JsonValue]> {
  const { policy, enabled, mode, severity, parameters = {}, exclude } = edit;
  const fields: Array<[string[], unknown]> = [
    [['enabled'], enabled],
    [['mode'], mode],
    [['severity'], severity],
    ...Object.entries(parameters).map(([key, value]): [string[], unknown] => [
      ['parameters', key],
      value,
    ]),
    [['exclude', 'namespaces'], exclude?.namespaces],
    [['exclude', 'resources'], exclude?.resources],
  ];
  return fields.flatMap(([path, value]) =>
    value === undefined
      ? []
      : [
          [['policies', policy, ...path], value as JsonValue] as [
            string[],
            JsonValue,
          ],
        ],
  );
}

/**
 * The text of a layer with a policy switched or set otherwise; all else in it
 * stays as it is, comments too.
 *
 * @throws EditRefusal where that cannot be done with care
 * @public
 */
export function editLayer(
  text: string | undefined,
  edit: PolicyLayerEdit,
): string {
  return editValues('layer.yaml', text, planLayerEdit(text, edit));
}
