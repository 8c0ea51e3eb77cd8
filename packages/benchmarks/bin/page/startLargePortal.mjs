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

// Builds the portal, starts it over a large fleet, and opens a real browser.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { watchFrames } from './watching.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const script = name => import(pathToFileURL(join(root, 'scripts', name)).href);
const { buildBundle, layOutBundle } = await script('bundle.mjs');
const { CHROMIUM_ARGS, chromiumPath } = await script('chromium.mjs');

/** A portal is at rest that took at most this share of a processor for so long. */
const BUSY_SHARE = 0.2;
const REST_SECONDS = 10;

const HOURLY = { minutes: 60, seconds: 0 };

const AWS_KINDS = [
  'nodegroups',
  'fargateProfiles',
  'addons',
  'capabilities',
  'insights',
  'updates',
  'subnets',
];

/**
 * @param fleet - `{ fleet, regions, clusters }`: which one, and how many clusters it has
 * @param options - `databases`: a folder for its SQLite files, in memory where left out;
 *   `seed`: fills them while nothing runs on them, once the fleet was found
 */
export async function startLargePortal(
  { fleet, regions, clusters },
  { databases, seed } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'eks-fleet-bench-'));
  const [port, simulatorPort, kubernetesPort, githubPort] = await freePorts(4);
  const baseUrl = `http://localhost:${port}`;
  writeFileSync(
    join(folder, 'bench.yaml'),
    JSON.stringify({
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { port },
        ...(databases && {
          database: {
            client: 'better-sqlite3',
            connection: { directory: databases },
          },
        }),
      },
      demo: {
        rollouts: false,
        simulator: { fleet, port: simulatorPort, kubernetesPort, githubPort },
      },
      // The demo is in a hurry; whoever opens the page would wait for that.
      catalog: {
        providers: {
          eksFleet: { main: { regions, schedule: { frequency: HOURLY } } },
        },
      },
      // The page is measured, not the cloud: with the simulator in the same
      // process, collecting would take the time of whoever opens the page.
      eksFleet: {
        kubernetes: { enabled: false },
        alerts: { enabled: false },
        rollouts: { reconcileSeconds: 30 },
        namespaceEntities: { schedule: { frequency: HOURLY } },
        // What the demo names is not in this fleet.
        policies: { policyReporters: [], kubeBench: null, securityHub: null },
        collectors: Object.fromEntries(
          AWS_KINDS.map(kind => [kind, { enabled: false }]),
        ),
      },
    }),
  );
  const log = join(folder, 'backend.log');
  buildBundle();
  layOutBundle(join(folder, 'portal'));
  const start = () =>
    spawn(
      process.execPath,
      [
        '--no-node-snapshot',
        'packages/backend',
        ...[
          join(root, 'app-config.yaml'),
          join(root, 'app-config.demo.yaml'),
          join(folder, 'bench.yaml'),
        ].flatMap(file => ['--config', file]),
      ],
      {
        cwd: join(folder, 'portal'),
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', openSync(log, 'w'), 'inherit'],
      },
    );
  let backend = start();
  let browser;
  const stop = async () => {
    await browser?.close();
    backend.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const call = (path, init) => callApi(baseUrl, path, init);
  const until = async (condition, what) => {
    const end = Date.now() + 300_000;
    while (!(await condition())) {
      const failure = startupFailure(log);
      if (failure || backend.exitCode !== null || Date.now() > end) {
        throw new Error(failure ?? `Waited in vain for ${what}`);
      }
      await sleep(1000);
    }
  };
  /** What a start brings with it is done: the page is measured, not that. */
  const untilAtRest = async () => {
    const end = Date.now() + 300_000;
    let before = cpuSeconds(backend.pid);
    for (;;) {
      await sleep(REST_SECONDS * 1000);
      const now = cpuSeconds(backend.pid);
      if (now - before <= REST_SECONDS * BUSY_SHARE) {
        return;
      }
      if (Date.now() > end) {
        throw new Error('Waited in vain for the portal to be at rest');
      }
      before = now;
    }
  };
  const untilFound = () =>
    until(async () => {
      // It does not answer yet.
      const found = await call('/clusters?limit=1').catch(() => undefined);
      return found?.totalItems === clusters;
    }, 'the whole fleet to be found');
  try {
    await untilFound();
    if (seed) {
      // SQLite has one who writes: nobody else while it is filled.
      backend.kill();
      await once(backend, 'exit');
      await seed();
      backend = start();
      await untilFound();
    }
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: CHROMIUM_ARGS,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    call,
    until,
    untilAtRest,
    stop,
    /** A page of somebody who is signed in and has an empty cache. */
    async openPage() {
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: { width: 1366, height: 768 },
      });
      await context.addInitScript(watchFrames);
      const page = await context.newPage();
      await page.goto('/favicon.ico');
      await page.evaluate(() =>
        localStorage.setItem('eks-fleet.demo-user', 'pat'),
      );
      return page;
    },
  };
}

/** How much of a processor a process has used, in whole seconds. */
function cpuSeconds(pid) {
  const text = execFileSync('ps', ['-o', 'cputime=', '-p', String(pid)]);
  const [, days = 0, clock] = /^(?:(\d+)-)?([\d:.]+)/.exec(`${text}`.trim());
  return clock
    .split(':')
    .reduce((seconds, part) => seconds * 60 + Number(part), days * 24);
}

/** The line that says why a backend did not start, which then stays up. */
function startupFailure(log) {
  return readFileSync(log, 'utf8')
    .split('\n')
    .find(line => line.includes('Backend startup failed'));
}

async function callApi(baseUrl, path, { method = 'GET', body } = {}) {
  const signIn = await fetch(`${baseUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': 'pat' },
  });
  const { backstageIdentity } = await signIn.json();
  const response = await fetch(`${baseUrl}/api/eks-fleet${path}`, {
    method,
    body: body && JSON.stringify(body),
    headers: {
      authorization: `Bearer ${backstageIdentity.token}`,
      'content-type': 'application/json',
    },
  });
  if (!response.ok) {
    throw new Error(
      `${method} ${path} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
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
