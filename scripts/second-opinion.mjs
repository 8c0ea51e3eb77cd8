/*
 * Two checks against what others wrote, with a Python that has botocore and
 * moto: each answer of the simulator is held against botocore's service
 * models, and discovery runs once more against moto's EKS.
 *
 *   node scripts/second-opinion.mjs <folder of the Python programs>
 */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [bin] = process.argv.slice(2);
if (!bin) {
  process.stderr.write('Name the folder that holds python and moto_server.\n');
  process.exit(1);
}

process.exit((await botocore()) || (await moto()));

async function botocore() {
  const [port, kubernetesPort] = [await freePort(), await freePort()];
  const simulator = spawn(process.execPath, [
    'packages/simulator/bin/simulator.js',
    ...['--fleet', 'demo', '--port', port, '--kubernetes-port', kubernetesPort],
    // More calls in a row than any client makes.
    ...['--limits', 'off'],
  ]);
  try {
    const environment = await exportedBy(simulator);
    return run(
      join(bin, 'python'),
      ['packages/simulator/botocore/validate.py'],
      environment,
    );
  } finally {
    simulator.kill();
  }
}

async function moto() {
  const port = await freePort();
  const server = spawn(join(bin, 'moto_server'), ['-p', String(port)], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(async () => (await fetch(`${url}/moto-api/`)).ok);
    return run(
      'yarn',
      ['test:unit', '--watch=false', 'src/providers/moto.test.ts'],
      { EKS_FLEET_MOTO_URL: url, CI: 'true' },
    );
  } finally {
    server.kill();
  }
}

function run(command, args, environment) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status ?? 1;
}

/** What a program prints as `export NAME=value` lines. */
async function exportedBy(program) {
  let output = '';
  program.stdout.on('data', data => {
    output += data;
  });
  await until(() => /AWS_SECRET_ACCESS_KEY=.*\n/.test(output));
  await sleep(200);
  return Object.fromEntries(
    [...output.matchAll(/^\s*export (\w+)='?([^'\n]*)'?$/gm)].map(
      ([, name, value]) => [name, value],
    ),
  );
}

async function until(condition) {
  const end = Date.now() + 60_000;
  for (;;) {
    const met = await Promise.resolve()
      .then(condition)
      .catch(() => false);
    if (met) {
      return;
    }
    if (Date.now() > end) {
      throw new Error('A server did not answer within a minute');
    }
    await sleep(200);
  }
}

async function freePort() {
  const server = createServer();
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise(resolve => {
    server.close(resolve);
  });
  return String(port);
}
