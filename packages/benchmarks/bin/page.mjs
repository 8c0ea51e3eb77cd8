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

// What measurePage runs in a process of its own: builds the portal, starts it
// over a large fleet, and looks at the clusters page in a real browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const script = name => import(pathToFileURL(join(root, 'scripts', name)).href);
const { buildBundle, layOutBundle } = await script('bundle.mjs');
const { CHROMIUM_ARGS, chromiumPath } = await script('chromium.mjs');

const { fleet, regions, clusters, rounds } = JSON.parse(process.argv[2]);
const AWS_KINDS = [
  'nodegroups',
  'fargateProfiles',
  'addons',
  'capabilities',
  'insights',
  'updates',
  'subnets',
];
const ROW = '[data-row] [role=gridcell] a';

const folder = mkdtempSync(join(tmpdir(), 'eks-fleet-bench-'));
const [port, simulatorPort, kubernetesPort, githubPort] = await freePorts(4);
const baseUrl = `http://localhost:${port}`;
writeFileSync(
  join(folder, 'bench.yaml'),
  JSON.stringify({
    app: { baseUrl },
    backend: { baseUrl, listen: { port } },
    demo: {
      simulator: { fleet, port: simulatorPort, kubernetesPort, githubPort },
    },
    catalog: { providers: { eksFleet: { main: { regions } } } },
    // The page is measured, not the cloud: with the simulator in the same
    // process, collecting would take the time of whoever opens the page.
    eksFleet: {
      kubernetes: { enabled: false },
      collectors: Object.fromEntries(
        AWS_KINDS.map(kind => [kind, { enabled: false }]),
      ),
    },
  }),
);
buildBundle();
layOutBundle(join(folder, 'portal'));
const backend = spawn(
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
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
let browser;
try {
  await until(async () => (await countClusters()) === clusters);
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGS,
  });
  const visits = [];
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit());
  }
  process.stdout.write(JSON.stringify(visits));
} finally {
  await browser?.close();
  backend.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Somebody who is signed in opens the page with an empty cache. */
async function visit() {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: 1366, height: 768 },
  });
  await context.addInitScript(watchFrames);
  const page = await context.newPage();
  await page.goto('/favicon.ico');
  await page.evaluate(() => localStorage.setItem('eks-fleet.demo-user', 'pat'));

  await page.goto('/eks-fleet/clusters', { waitUntil: 'commit' });
  await page.waitForSelector(ROW);
  const usableMs = await page.evaluate(() => performance.now());

  const grid = page.getByRole('grid');
  await grid.hover();
  const scrolling = await watched(page, async () => {
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(0, turn < 40 ? 300 : -450);
      await sleep(30);
    }
  });
  const search = page.getByRole('searchbox').last();
  const total = () => grid.getAttribute('aria-rowcount');
  const before = await total();
  let answeredMs;
  const filtering = await watched(page, async () => {
    const start = performance.now();
    await search.pressSequentially('cluster-0042', { delay: 30 });
    while ((await total()) === before) {
      await sleep(5);
    }
    answeredMs = performance.now() - start;
  });
  await context.close();
  return { usableMs, scrolling, filtering, answeredMs };
}

/** What the page's main thread and its frames did meanwhile. */
async function watched(page, work) {
  await page.evaluate(() => window.benchFrames.start());
  await work();
  return page.evaluate(() => window.benchFrames.stop());
}

/** Runs in the page. */
function watchFrames() {
  let running = false;
  let frames = [];
  let tasks = [];
  new PerformanceObserver(list => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  window.benchFrames = {
    start() {
      frames = [];
      tasks = [];
      running = true;
      let last = performance.now();
      const next = now => {
        frames.push(now - last);
        last = now;
        if (running) {
          requestAnimationFrame(next);
        }
      };
      requestAnimationFrame(next);
    },
    stop() {
      running = false;
      // The first one may have begun before.
      return { frames: frames.slice(1), longTasks: tasks };
    },
  };
}

async function countClusters() {
  try {
    const signIn = await fetch(`${baseUrl}/api/auth/demo/refresh`, {
      headers: { 'x-demo-user': 'pat' },
    });
    const { backstageIdentity } = await signIn.json();
    const response = await fetch(`${baseUrl}/api/eks-fleet/clusters?limit=1`, {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    });
    return (await response.json()).totalItems;
  } catch {
    // It does not answer yet.
    return 0;
  }
}

async function until(condition) {
  const end = Date.now() + 300_000;
  while (!(await condition())) {
    if (backend.exitCode !== null || Date.now() > end) {
      throw new Error('The portal did not come to show the whole fleet');
    }
    await sleep(1000);
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
