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

// What measurePoliciesPage runs in a process of its own: looks at the matrix of
// policies of a large fleet in a real browser.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startLargePortal } from './startLargePortal.mjs';
import { watched } from './watching.mjs';

const GRID = '[role=grid][aria-colcount]';
const CELL = `${GRID} [role=gridcell]`;

const { rounds, policies, findingsPerCluster, ...fleet } = JSON.parse(
  process.argv[2],
);
const databases = mkdtempSync(join(tmpdir(), 'eks-fleet-bench-'));
const seed = () =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('../policy.js', import.meta.url)),
    'seed',
    JSON.stringify({
      file: join(databases, 'eks-fleet.sqlite'),
      findingsPerCluster,
    }),
  ]);
const portal = await startLargePortal(fleet, { databases, seed });
try {
  await portal.until(async () => {
    const { columns, rows } = await portal.call('/policies/matrix');
    return columns.length === fleet.clusters && rows.length === policies;
  }, 'all policies to be there');
  await portal.untilAtRest();
  const visits = [];
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit());
  }
  process.stdout.write(`\n${JSON.stringify(visits)}`);
} finally {
  await portal.stop();
  rmSync(databases, { recursive: true, force: true });
}

async function visit() {
  const page = await portal.openPage();
  await page.goto('/eks-fleet/policies', { waitUntil: 'commit' });
  await page.waitForSelector(CELL);
  const usableMs = await page.evaluate(() => performance.now());

  await page.locator(GRID).hover();
  const turnWheel = pixels =>
    watched(page, async () => {
      for (let turn = 0; turn < 60; turn++) {
        const way = turn < 40 ? 1 : -1.5;
        await page.mouse.wheel(way * pixels, (way * pixels) / 10);
        await sleep(30);
      }
    });
  const scrolling = await turnWheel(120);
  const flinging = await turnWheel(300);
  await page.context().close();
  return { usableMs, scrolling, flinging };
}
