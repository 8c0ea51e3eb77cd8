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

import { createTranslator } from '../__testUtils__/createTranslator';
import {
  formatSelection,
  parseSelection,
  selectionText,
} from './rolloutSelection';

const t = createTranslator();

describe('a selection', () => {
  it.each([
    [{}, []],
    [{ version: ['1.33'] }, ['version=1.33']],
    [
      { environment: ['dev', 'prod'], 'label.tier': ['a=b'] },
      ['environment=dev,environment=prod,label.tier=a=b'],
    ],
  ])('of %j is written as %j, and read again', (filter, written) => {
    expect(formatSelection(filter)).toEqual(written);
    expect(parseSelection(written)).toEqual(filter);
  });

  it.each([
    [{}, 'every cluster'],
    [{ filter: ['version=1.33'] }, 'version=1.33'],
    [{ filter: [], exclude: ['a'] }, 'every cluster; without 1 cluster'],
    [
      { filter: ['version=1.33'], clusters: ['a', 'b'] },
      'version=1.33; 2 clusters by name',
    ],
  ])('%j is told as %s', (selection, text) => {
    expect(selectionText(selection, t)).toBe(text);
  });
});
