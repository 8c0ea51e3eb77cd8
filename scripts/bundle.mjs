/*
 * The portal as it is deployed: builds app and backend and lays the bundle out
 * in a folder, with this checkout's installed packages in place of an install
 * of its own.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Builds the production bundle of app and backend. */
export function buildBundle() {
  run('yarn', ['workspace', 'backend', 'build']);
}

/** Lays the built bundle out in a folder; `node packages/backend` starts it. */
export function layOutBundle(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const archive of ['skeleton.tar.gz', 'bundle.tar.gz']) {
    const file = join(root, 'packages', 'backend', 'dist', archive);
    run('tar', ['xzf', file, '-C', folder]);
  }
  const modules = join(folder, 'node_modules');
  linkAll(join(root, 'node_modules'), modules, name => name !== '@eks-fleet');
  for (const group of ['packages', 'plugins']) {
    const groupFolder = join(folder, group);
    for (const name of existsSync(groupFolder)
      ? readdirSync(groupFolder)
      : []) {
      const target = join(groupFolder, name);
      const manifest = readFileSync(join(target, 'package.json'), 'utf8');
      const link = join(modules, JSON.parse(manifest).name);
      mkdirSync(dirname(link), { recursive: true });
      rmSync(link, { force: true, recursive: true });
      symlinkSync(target, link, 'junction');
    }
  }
}

function linkAll(from, to, wanted) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('@') && wanted(name)) {
      linkAll(join(from, name), join(to, name), () => true);
    } else if (wanted(name) && !name.startsWith('.')) {
      symlinkSync(join(from, name), join(to, name), 'junction');
    }
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed`);
  }
}
