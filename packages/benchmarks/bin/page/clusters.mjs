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

// What measureClustersPage runs in a process of its own: looks at the clusters
// page of a large fleet in a real browser.
import { setTimeout as sleep } from 'node:timers/promises';
import { startLargePortal } from './startLargePortal.mjs';
import { watched } from './watching.mjs';

const ROW = '[data-row] [role=gridcell] a';

const { rounds, ...fleet } = JSON.parse(process.argv[2]);
const portal = await startLargePortal(fleet);
try {
  await portal.untilAtRest();
  const visits = [];
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit());
  }
  process.stdout.write(JSON.stringify(visits));
} finally {
  await portal.stop();
}

async function visit() {
  const page = await portal.openPage();
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
  await page.context().close();
  return { usableMs, scrolling, filtering, answeredMs };
}
