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

// What measureRolloutPage runs in a process of its own: plans and starts a
// rollout over many clusters, and looks at its page in a real browser.
import { setTimeout as sleep } from 'node:timers/promises';
import { startLargePortal } from './startLargePortal.mjs';
import { watched } from './watching.mjs';

const CELL = 'button[data-state][aria-pressed]';

const { rounds, cells, region, ...fleet } = JSON.parse(process.argv[2]);
const portal = await startLargePortal(fleet);
try {
  const id = await startRollout();
  const visits = [];
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit(id));
  }
  process.stdout.write(JSON.stringify(visits));
} finally {
  await portal.stop();
}

async function startRollout() {
  const draft = {
    title: 'All of a Region',
    change: {
      kind: 'kubernetesVersion',
      version: '1.36',
      addons: 'leave',
      nodes: 'leave',
    },
    selection: { filter: [`region=${region}`] },
    strategy: {
      name: 'growing',
      waves: [
        { name: 'first', match: {}, size: '1' },
        { name: 'tenth', match: {}, size: '10%' },
        { name: 'rest', match: {} },
      ],
      concurrency: '20',
      failureBudget: '5',
      bake: { first: '1h', floor: '1h' },
    },
    executor: 'observe',
  };
  // Some run the version already; of the others just so many.
  const preview = await portal.call('/rollouts/preview', post(draft));
  const exclude = preview.cells
    .slice(cells)
    .flatMap(({ clusters }) => clusters.map(({ arn }) => arn));
  const { id } = await portal.call(
    '/rollouts',
    post({ ...draft, selection: { ...draft.selection, exclude } }),
  );
  for (const act of ['plan', 'start']) {
    await portal.call(`/rollouts/${id}/act`, post({ act }));
  }
  await portal.until(async () => {
    const { lifecycle, outcome, waves } = await portal.call(`/rollouts/${id}`);
    if (outcome.total !== cells) {
      throw new Error(`It has ${outcome.total} cells instead of ${cells}`);
    }
    return lifecycle === 'running' && waves[0].lifecycle === 'running';
  }, 'the rollout to run');
  return id;
}

function post(body) {
  return { method: 'POST', body };
}

async function visit(id) {
  const page = await portal.openPage();
  await page.goto(`/eks-fleet/rollouts/${id}`, { waitUntil: 'commit' });
  await page.waitForFunction(
    ([selector, count]) => document.querySelectorAll(selector).length === count,
    [CELL, cells],
    { polling: 20, timeout: 60_000 },
  );
  const usableMs = await page.evaluate(() => performance.now());

  // What it looks like while the rollout changes under it.
  await page.evaluate(watchCells, CELL);
  let shownMs;
  const updating = await watched(page, async () => {
    for (const [act, word] of [
      ['pause', 'Resume'],
      ['resume', 'Pause'],
    ]) {
      const start = performance.now();
      await portal.call(`/rollouts/${id}/act`, post({ act }));
      await page.getByRole('button', { name: word, exact: true }).waitFor();
      shownMs = performance.now() - start;
    }
    await sleep(1000);
  });
  const changed = await page.evaluate(() => window.benchCells());
  await page.context().close();
  return { usableMs, shownMs, updating, ...changed };
}

/** Runs in the page: how many cells were drawn anew, and how far things moved. */
function watchCells(selector) {
  let redrawn = 0;
  let shift = 0;
  const cellsIn = node =>
    node instanceof Element
      ? node.querySelectorAll(selector).length + Number(node.matches(selector))
      : 0;
  new MutationObserver(records => {
    redrawn += records
      .flatMap(({ removedNodes }) => [...removedNodes])
      .reduce((sum, node) => sum + cellsIn(node), 0);
  }).observe(document.body, { childList: true, subtree: true });
  new PerformanceObserver(list => {
    list.getEntries().forEach(({ value }) => {
      shift += value;
    });
  }).observe({ type: 'layout-shift' });
  window.benchCells = () => ({ redrawn, shift });
}
