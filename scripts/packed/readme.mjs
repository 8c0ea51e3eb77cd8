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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The fenced blocks of a README, each with the headings that it stands under
 * and the paragraph that leads to it.
 */
export function readBlocks(folder) {
  const blocks = [];
  const headings = [];
  let block;
  let intro = '';
  for (const line of readFileSync(join(folder, 'README.md'), 'utf8').split(
    '\n',
  )) {
    const fence = /^```(\w*)$/.exec(line);
    const heading = /^(#+) (.*)$/.exec(line);
    if (block && fence) {
      blocks.push({ ...block, text: block.lines.join('\n') });
      block = undefined;
      intro = '';
    } else if (block) {
      block.lines.push(line);
    } else if (fence) {
      block = {
        language: fence[1],
        headings: headings.filter(Boolean),
        intro,
        lines: [],
      };
    } else if (heading) {
      const level = heading[1].length;
      headings.length = level;
      headings[level - 1] = heading[2];
      intro = '';
    } else if (line) {
      intro = line;
    }
  }
  return blocks;
}

/** The blocks of a section, of which a README has to have at least one. */
export function blocksUnder(folder, heading, ...languages) {
  const found = readBlocks(folder).filter(
    ({ headings, language }) =>
      headings.includes(heading) && languages.includes(language),
  );
  if (found.length === 0) {
    throw new Error(
      `${folder}/README.md has no ${languages.join(
        ' or ',
      )} block under the heading "${heading}"`,
    );
  }
  return found;
}

/** The file that a block is for: its first line says so, or what leads to it. */
export function fileOf({ text, intro }) {
  const [, file] =
    /^\/\/ (packages\/\S+)$/m.exec(text.split('\n')[0]) ??
    /`(packages\/[^`]+)`/.exec(intro) ??
    [];
  if (!file) {
    throw new Error(`The README does not say what file this is for:\n${text}`);
  }
  return file;
}
