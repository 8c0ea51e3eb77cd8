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

import { Random } from '../clusterFiles/__testUtils__/randomSpec';
import { applyChange, isApplied } from '../proposals/applyChange';
import { againstSchema } from '../clusterFiles/__testUtils__/schemas';
import type { FileDocument } from '../clusterFiles/types';
import { parseFile } from '../edits/editText';
import { contextOf, FULL } from './__testUtils__/namespaceCases';
import { randomNamespace } from './__testUtils__/randomNamespace';
import {
  changeNamespace,
  parseNamespace,
  renderNamespace,
} from './namespaceFiles';

const CONTEXT = contextOf(FULL);
const SEEDS = Array.from({ length: 25 }, (_, seed) => seed + 1);

describe('namespaces that are made up', () => {
  it('are read from their own files as they were written, by strict schemas', () => {
    for (const seed of SEEDS) {
      const spec = randomNamespace(new Random(seed));
      const files = renderNamespace(spec, CONTEXT);
      expect(parseNamespace(files, CONTEXT)).toMatchObject({
        spec,
        problems: [],
        deviations: [],
      });
      const documents = files.flatMap(
        ({ path, text }) => parseFile(path, text).documents as FileDocument[],
      );
      expect(documents.flatMap(againstSchema)).toEqual([]);
    }
  });

  it('are edited from one into any other, and comments stay where they are', () => {
    for (const seed of SEEDS) {
      const random = new Random(seed);
      const before = randomNamespace(random);
      const after = randomNamespace(random);
      const commented = renderNamespace(before, CONTEXT).map(
        ({ path, text }) => ({
          path,
          text: text.replace(/^kind: (\w+)$/m, '# theirs\nkind: $1 # and this'),
        }),
      );
      const files = changeNamespace(before, after, commented, CONTEXT);
      const present = new Map(commented.map(each => [each.path, each]));
      for (const { path, text } of applyChange({ files }, present).files) {
        present.set(path, { path, text: text! });
      }
      expect(isApplied({ files }, present)).toBe(true);
      const parsed = parseNamespace([...present.values()], CONTEXT);
      expect(parsed).toMatchObject({ spec: after, deviations: [] });
      for (const { text } of present.values()) {
        expect(text).toMatch(/# theirs\nkind: \w+ # and this\n/);
      }
    }
  });
});
