/*
 * Holds a fleet repository, or a change of one, to its rules.
 *
 *   node checks/check.mjs [--base <commit>] [--format text|github|gitlab]
 *                         [--today <YYYY-MM-DD>] [<folder>]
 *
 * With --base (such as origin/main) what the change touches is refused; what is
 * wrong elsewhere is noted. Without it everything is held to what can be seen
 * without a change. Ends with 0, with 1 where something is refused, with 2 where
 * it cannot check.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { readChange, readRepository } from './lib/repository.mjs';
import { write } from './lib/write.mjs';
import { checkRepository } from './lib/checkRepository.mjs';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: 'string' },
      format: { type: 'string', default: 'text' },
      today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  if (!['text', 'github', 'gitlab'].includes(values.format)) {
    throw new Error(`--format is text, github or gitlab, not ${values.format}`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.today)) {
    throw new Error(
      `--today is a date such as 2026-11-30, not ${values.today}`,
    );
  }
  const folder = resolve(
    positionals[0] ?? fileURLToPath(new URL('..', import.meta.url)),
  );
  const repository = readRepository(folder);
  const change = values.base ? readChange(folder, values.base) : undefined;
  const { notes, refusals } = checkRepository(repository, change, values.today);
  process.stdout.write(write[values.format](refusals, notes));
  process.exitCode = refusals.length > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`Cannot check: ${error.message}\n`);
  process.exitCode = 2;
}
