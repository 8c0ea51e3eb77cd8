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

/** What the page's main thread and its frames did meanwhile. */
export async function watched(page, work) {
  await page.evaluate(() => window.benchFrames.start());
  await work();
  return page.evaluate(() => window.benchFrames.stop());
}

/** Runs in the page. */
export function watchFrames() {
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
