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

/** Where in the template's files the places are that READMEs speak of. */
const PLACES = {
  'within <FlatRoutes>': { before: '</FlatRoutes>' },
  "within the menu's <SidebarGroup>": {
    after: '<SidebarGroup label="Menu" icon={<MenuIcon />}>',
  },
  "instead of the scaffolder's route": {
    instead: '<Route path="/create" element={<ScaffolderPage />} />',
  },
  'in entityPage, before the default': {
    within: 'export const entityPage',
    before: '<EntitySwitch.Case>{defaultEntityPage}</EntitySwitch.Case>',
  },
  'at the end of the <EntityLayout> of groupPage': {
    within: 'const groupPage',
    before: '</EntityLayout>',
  },
};

/** Adds lines such as `backend.add(…);` to the backend, each of them once. */
export function addToBackend(source, snippet) {
  const added = snippet
    .replace(/^\/\/.*\n/, '')
    .split(/(?<=;)\n/)
    .map(statement => statement.trim())
    .filter(statement => !source.includes(statement));
  return insert(source, { before: 'backend.start();' }, added.join('\n'));
}

/**
 * Adds a snippet to a component of the app: imports on top, declarations
 * before the one that uses them, and the element after the comment to the
 * place that the comment names.
 */
export function addToApp(source, snippet) {
  const imports = snippet.match(/^import [^;]*;$/gm) ?? [];
  const rest = snippet.replace(/^import [^;]*;$/gm, '').trim();
  let edited = `${imports.join('\n')}\n${source}`;
  if (!rest) {
    return edited;
  }
  const [, declarations, words, element] =
    /^([^]*?)^\/\/ (.*)\n([^]*);$/m.exec(rest) ?? [];
  const place = PLACES[words];
  if (!place) {
    throw new Error(`The README does not say where this belongs:\n${rest}`);
  }
  edited = insert(edited, place, element);
  if (declarations) {
    const upToPlace = edited.slice(0, edited.indexOf(element));
    const [declaration] = upToPlace.match(/^(export )?const .*$/gm).slice(-1);
    edited = insert(edited, { before: declaration }, declarations);
  }
  return edited;
}

function insert(source, { within, before, after, instead }, text) {
  const anchor = before ?? after ?? instead;
  const start = within ? source.indexOf(within) : 0;
  // A declaration ends with the parenthesis that it began with.
  const end = within ? source.indexOf('\n);', start) : source.length;
  const [head, tail, more] = source.slice(start, end).split(anchor);
  if (start < 0 || tail === undefined || more !== undefined) {
    throw new Error(`The template has not exactly one place "${anchor}"`);
  }
  const inserted = [after, text, before].filter(Boolean).join('\n');
  return [source.slice(0, start), head, inserted, tail, source.slice(end)].join(
    '',
  );
}
