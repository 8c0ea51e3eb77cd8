import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildBundle, layOutBundle } from '../bundle.mjs';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Starts the demo portal as it is deployed, on ports of its own, and a browser
 * to visit it with.
 */
export async function startPortal() {
  const folder = mkdtempSync(join(tmpdir(), 'eks-fleet-portal-'));
  const [port, simulatorPort, kubernetesPort, githubPort] = await freePorts(4);
  const baseUrl = `http://localhost:${port}`;
  const overrides = join(folder, 'journeys.yaml');
  writeFileSync(
    overrides,
    JSON.stringify({
      app: { baseUrl },
      backend: { baseUrl, listen: { port } },
      demo: {
        // Nothing moves but what a journey moves.
        rollouts: false,
        // An upgrade of ten minutes takes two seconds.
        simulator: {
          port: simulatorPort,
          kubernetesPort,
          githubPort,
          speed: 300,
        },
      },
    }),
  );

  buildBundle();
  const bundle = join(folder, 'portal');
  layOutBundle(bundle);

  let output = '';
  const backend = spawn(
    process.execPath,
    [
      '--no-node-snapshot',
      'packages/backend',
      ...[
        join(root, 'app-config.yaml'),
        join(root, 'app-config.demo.yaml'),
        overrides,
      ].flatMap(file => ['--config', file]),
    ],
    {
      cwd: bundle,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DEMO_GIT_HOST: `127.0.0.1:${githubPort}`,
        DEMO_CLOUD_HOST: `127.0.0.1:${simulatorPort}`,
        DEMO_TEMPLATES: join(root, 'templates'),
      },
    },
  );
  for (const stream of [backend.stdout, backend.stderr]) {
    stream.on('data', data => {
      output = (output + data).slice(-20_000);
    });
  }

  const stop = async () => {
    const ended = new Promise(resolve => {
      backend.once('exit', resolve);
    });
    if (backend.exitCode === null) {
      backend.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await until(async () => {
      if (backend.exitCode !== null) {
        throw new Error(`The portal stopped:\n${output}`);
      }
      const response = await fetch(
        `${baseUrl}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      return response?.ok;
    }, 'the portal to answer');
    await until(
      async () => (await summary(baseUrl, 'pat')).clusters > 50,
      'the fleet to be discovered',
    );
  } catch (error) {
    process.stderr.write(output);
    await stop();
    throw error;
  }

  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGS,
  });
  return {
    baseUrl,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    /** Lets something happen in the simulated cloud. */
    cloud: (path, body) =>
      change(`http://127.0.0.1:${simulatorPort}`, path, body),
    /** A new person at a new computer. */
    async visit(path, options = {}) {
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: { width: 1366, height: 768 },
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      await page.goto(path);
      return page;
    },
    api: (user, path) => api(baseUrl, user, path),
    /** Has a cluster's facts read again, unless they are being read. */
    async readAgain(entityRef) {
      const name = entityRef.split('/')[1];
      const path = `/clusters/by-name/default/${name}/refresh`;
      const { running } = await api(baseUrl, 'pat', path);
      if (!running) {
        await api(baseUrl, 'pat', path, 'POST');
      }
    },
    until,
    async stop() {
      await browser.close();
      await stop();
    },
  };
}

async function api(baseUrl, user, path, method = 'GET') {
  const signIn = await fetch(`${baseUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': user },
  });
  const { backstageIdentity } = await signIn.json();
  const response = await fetch(`${baseUrl}/api/eks-fleet${path}`, {
    method,
    headers: { authorization: `Bearer ${backstageIdentity?.token}` },
  });
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

async function change(simulatorUrl, path, body) {
  const response = await fetch(`${simulatorUrl}/_sim${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${path} answered ${await response.text()}`);
  }
  return response.json();
}

async function summary(baseUrl, user) {
  return api(baseUrl, user, '/summary').catch(() => ({ clusters: 0 }));
}

async function until(condition, what, seconds = 120) {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`Waited ${seconds} s for ${what}`);
    }
    await sleep(500);
  }
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise(resolve => {
          const server = createServer().listen(0, '127.0.0.1', () =>
            resolve(server),
          );
        }),
    ),
  );
  const ports = servers.map(server => server.address().port);
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
}
