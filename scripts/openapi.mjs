/*
 * Makes from the backend's OpenAPI document what the code needs: the document
 * as a module for the backend's run-time validation, and its types for the
 * client in -common. `--check` only tells whether they are current.
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const source = new URL(
  '../plugins/eks-fleet-backend/src/schema/openapi.yaml',
  import.meta.url,
);
const outputs = {
  document: new URL(
    '../plugins/eks-fleet-backend/src/schema/generated/openapi.ts',
    import.meta.url,
  ),
  types: new URL(
    '../plugins/eks-fleet-common/src/generated/openapi.ts',
    import.meta.url,
  ),
};
const note = `// Made by \`yarn openapi\` from openapi.yaml; change that instead.\n`;

const document = parse(await readFile(source, 'utf8'));
const made = {
  document: `${note}export const spec = ${JSON.stringify(
    document,
    null,
    2,
  )} as const;\n`,
  types: `${note}${withPlainComments(astToString(await openapiTS(source)))}`,
};

const check = process.argv.includes('--check');
let stale = false;
for (const [name, url] of Object.entries(outputs)) {
  const present = await readFile(url, 'utf8').catch(() => '');
  if (present === made[name]) {
    continue;
  }
  if (check) {
    stale = true;
    process.stderr.write(`${url.pathname} is not current: run yarn openapi\n`);
  } else {
    await writeFile(url, made[name]);
  }
}
process.exit(stale ? 1 : 0);

/** Rewrites JSDoc as TSDoc, which knows other tags, and marks what is public. */
function withPlainComments(types) {
  return types
    .replace(/^ *\/\*\* @enum \{[^}]*\} \*\/\n/gm, '')
    .replace(/^ *\* @enum \{[^}]*\}\n/gm, '')
    .replace(/@description /g, '')
    .replace(/@default /g, 'Default: ')
    .replace(/@example /g, 'Such as ')
    .replace(
      'export interface components',
      '/**\n * The schemas of the HTTP API.\n *\n * @public\n */\nexport interface components',
    );
}
