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

import { assignYaml, type YamlValue } from '../../gitops/edits/assignYaml';
import type { LayerException, PolicyLayerEdit } from './types';

/**
 * The text of a layer with a policy switched or set otherwise; all else in it
 * stays as it is, comments too.
 *
 * @throws EditRefusal where that cannot be done with care
 */
export function editLayer(text: string, edit: PolicyLayerEdit): string {
  const { policy, enabled, mode, severity, parameters = {}, exclude } = edit;
  const fields: Array<[string[], YamlValue | undefined]> = [
    [['enabled'], enabled],
    [['mode'], mode],
    [['severity'], severity],
    ...Object.entries(parameters).map(([key, value]): [string[], YamlValue] => [
      ['parameters', key],
      value,
    ]),
    [['exclude', 'namespaces'], exclude?.namespaces],
    [['exclude', 'resources'], exclude?.resources],
  ];
  return fields
    .filter(([, value]) => value !== undefined)
    .reduce(
      (edited, [path, value]) =>
        assignYaml(edited, {
          path: ['policies', policy, ...path],
          // In a layer null takes the chart's default away; it is never written.
          value: value ?? undefined,
        }),
      text,
    );
}

/**
 * The text of a layer with an exception in it, in the place of one of its name.
 *
 * @throws EditRefusal where that cannot be done with care
 */
export function addLayerException(
  text: string,
  { name, ...exception }: LayerException,
): string {
  const fields = Object.entries(exception).filter(
    ([, value]) =>
      value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return assignYaml(text, {
    path: ['exceptions', name],
    value: Object.fromEntries(fields) as { [key: string]: YamlValue },
  });
}

/**
 * The text of a layer without an exception.
 *
 * @throws EditRefusal where that cannot be done with care
 */
export function removeLayerException(text: string, name: string): string {
  return assignYaml(text, { path: ['exceptions', name], value: undefined });
}
