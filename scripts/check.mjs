/*
 * Everything that must hold before a change lands: formatting, types, lint,
 * generated files, unit tests, and whole journeys in a real browser.
 *
 *   yarn check [--only <step>,…]
 *
 * Tests that need PostgreSQL, Chromium, Helm, gator, Kyverno's CLI, kubeconform
 * or the CustomResourceDefinitions of Argo CD and of what provisions clusters are
 * skipped where those are missing, and named at the end.
 * EKS_FLEET_TEST_REQUIRE=postgres,chromium,helm,gator,kyverno,kubeconform,
 * argocd-crds,ack-crds,crossplane-crds,capa-crds (in one word) makes a missing one a failure.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

const results = mkdtempSync(join(tmpdir(), 'eks-fleet-check-'));
const unitResults = join(results, 'unit.json');
const journeyResults = join(results, 'journeys.tap');

const env = {
  ...process.env,
  // Keeps Jest from watching and the tests from looking for Docker.
  CI: 'true',
  BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  NODE_OPTIONS: process.env.NODE_OPTIONS ?? '--no-node-snapshot',
};

const steps = {
  format: () => yarn('prettier:check'),
  generated: () => run('node', ['scripts/openapi.mjs', '--check']),
  metadata: () => yarn('backstage-cli', 'repo', 'fix', '--publish', '--check'),
  types: () => yarn('tsc'),
  api: () => yarn('api-reports', '--ci'),
  lint: () => yarn('lint:all', '--max-warnings=0'),
  unit: () =>
    yarn(
      'test:unit',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${unitResults}`,
    ),
  journeys: () => journeys(),
};

const only = optionValue('--only')?.split(',');
const failed = [];
const missing = missingRequirements();
for (const [name, step] of Object.entries(steps)) {
  if (only && !only.includes(name)) {
    continue;
  }
  const start = Date.now();
  process.stdout.write(`\n» ${name}\n`);
  if (step() !== 0) {
    failed.push(name);
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  process.stdout.write(`« ${name}: ${seconds} s\n`);
}
report();

function report() {
  const unit = unitCounts();
  const journey = journeyCounts();
  const skipped = [...unit.skipped, ...journey.skipped];
  if (skipped.length > 0) {
    process.stdout.write(`\nSkipped:\n`);
    skipped.forEach(name => process.stdout.write(`  ${name}\n`));
  }
  for (const name of missing) {
    process.stdout.write(`\nMissing, though required: ${name}\n`);
  }
  if (failed.length > 0) {
    process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
  }
  process.stdout.write(
    `\n${unit.passed + journey.passed} passed, ${
      unit.failed + journey.failed
    } failed, ${skipped.length} skipped\n`,
  );
  rmSync(results, { recursive: true, force: true });
  process.exit(failed.length > 0 || missing.length > 0 ? 1 : 0);
}

function journeys() {
  if (!chromiumPath()) {
    process.stdout.write('No Chromium on this machine.\n');
    return 0;
  }
  return run('node', [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${journeyResults}`,
    'scripts/journeys/journeys.test.mjs',
  ]);
}

function missingRequirements() {
  const required = (process.env.EKS_FLEET_TEST_REQUIRE ?? '')
    .split(',')
    .filter(Boolean);
  const present = {
    postgres: Boolean(process.env[POSTGRES]),
    chromium: Boolean(chromiumPath()),
    helm: starts('helm', 'version'),
    gator: starts('gator', '--version'),
    kyverno: starts('kyverno', 'version'),
    kubeconform: starts('kubeconform', '-v'),
    'argocd-crds': hasDefinitions('argoproj.io_'),
    'ack-crds': hasDefinitions('eks.services.k8s.aws_'),
    'crossplane-crds': hasDefinitions('eks.aws.upbound.io_'),
    'capa-crds': hasDefinitions('controlplane.cluster.x-k8s.io_'),
  };
  return required.filter(name => !present[name]);
}

/** Whether `.ci/chart-tools` has put definitions of a group where tests look for them. */
function hasDefinitions(prefix) {
  const folder =
    process.env.EKS_FLEET_CRDS ?? join(homedir(), '.cache/eks-fleet/crds');
  return (
    existsSync(folder) &&
    readdirSync(folder).some(name => name.startsWith(prefix))
  );
}

function starts(program, ...args) {
  return spawnSync(program, args).status === 0;
}

function unitCounts() {
  if (!existsSync(unitResults)) {
    return { passed: 0, failed: 0, skipped: [] };
  }
  const json = JSON.parse(readFileSync(unitResults, 'utf8'));
  const skipped = json.testResults.flatMap(file =>
    file.assertionResults
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map(({ fullName }) => fullName),
  );
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + json.numRuntimeErrorTestSuites,
    skipped,
  };
}

function journeyCounts() {
  if (!existsSync(journeyResults)) {
    const skipped = only && !only.includes('journeys');
    return {
      passed: 0,
      failed: 0,
      skipped: skipped ? [] : ['Journeys in a browser (Chromium missing)'],
    };
  }
  const tap = readFileSync(journeyResults, 'utf8');
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail'), skipped: [] };
}

function optionValue(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}

function yarn(...args) {
  return run('yarn', args);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (error) {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
  }
  return status ?? 1;
}
