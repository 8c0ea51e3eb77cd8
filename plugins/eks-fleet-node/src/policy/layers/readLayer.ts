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

import { parseDocument } from 'yaml';
import { isValues } from './mergeValues';
import { LayerProblem, type PolicyLayer } from './types';

/**
 * Values of a layer; what is read is never changed.
 *
 * @throws LayerProblem where it is not YAML, or holds no map
 * @public
 */
export type LayerReader = (layer: PolicyLayer) => Record<string, unknown>;

/**
 * Reads a layer.
 *
 * @throws LayerProblem where it is not YAML, or holds no map
 * @public
 */
export const readLayer: LayerReader = ({ path, text = '' }) => {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new LayerProblem(path, error.message.split('\n')[0]);
  }
  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: 100 });
  } catch (failure) {
    throw new LayerProblem(path, (failure as Error).message);
  }
  if (values !== null && values !== undefined && !isValues(values)) {
    throw new LayerProblem(path, 'it holds no map of values');
  }
  return values ?? {};
};

/**
 * A reader that reads each layer once, however many clusters share it.
 *
 * @public
 */
export function rememberLayers(): LayerReader {
  const known = new Map<string, Map<string, Record<string, unknown>>>();
  return layer => {
    const { path, text = '' } = layer;
    const texts = known.get(path) ?? new Map<string, Record<string, unknown>>();
    known.set(path, texts);
    const values = texts.get(text) ?? readLayer(layer);
    texts.set(text, values);
    return values;
  };
}
