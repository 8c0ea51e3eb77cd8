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

import { resolve } from 'node:path';
import { readGolden } from '../clusterFiles/__testUtils__/golden';
import { againstSchema } from '../clusterFiles/__testUtils__/schemas';
import type { FileDocument } from '../clusterFiles/types';
import { parseFile } from '../edits/editText';
import {
  contextOf,
  DELETING,
  FULL,
  LITTLE,
} from './__testUtils__/namespaceCases';
import { withoutClusterParts } from './clusterParts';
import { parseNamespace, renderNamespace } from './namespaceFiles';

const FOLDER = resolve(__dirname, '__fixtures__/golden');

const GOLDEN = Object.entries({
  full: FULL,
  little: LITTLE,
  deleting: DELETING,
}).map(([title, spec]) => ({ title, spec, context: contextOf(spec) }));

describe.each(GOLDEN)(
  'files of the namespace "$title"',
  ({ context, spec, title }) => {
    const files = renderNamespace(spec, context);

    it('are as they were looked at', () => {
      expect(files.map(({ path }) => path)).toEqual([
        `${context.directory}/namespace.yaml`,
        `${context.directory}/project.yaml`,
      ]);
      for (const { path, text } of files) {
        const file = `${title}/${path.split('/').pop()}`;
        expect(text).toBe(readGolden(file, text, FOLDER));
      }
    });

    it('say all that is not its cluster’s', () => {
      expect(parseNamespace(files, context)).toMatchObject({
        spec: withoutClusterParts(spec),
        requestId: 'a1b2c3',
        problems: [],
        deviations: [],
      });
    });

    it('have no field but those of the strict schemas', () => {
      const documents = files.flatMap(
        ({ path, text }) => parseFile(path, text).documents as FileDocument[],
      );
      expect(documents.length).toBeGreaterThan(7);
      expect(documents.flatMap(againstSchema)).toEqual([]);
      for (const document of documents) {
        expect(againstSchema({ ...document, surprise: true })).not.toEqual([]);
      }
    });
  },
);
