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

import { assert, check } from './report.mjs';

const QUESTION = 'Is the fleet all right, and what should I do first?';

/** Opens the pages as a guest and looks for the clusters that AWS has. */
export async function visitPages({ browser, url, kind, clusters }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const broken = [];
  page.on('pageerror', error => broken.push(error.message));

  const shows = (what, look) =>
    check(`${kind}: ${what}`, async () => {
      try {
        await look();
      } catch (error) {
        const text = await page.locator('body').innerText();
        throw new Error(
          `${error.message}\n\n${page.url()} shows:\n${text.slice(0, 2_000)}`,
        );
      }
    });

  await shows('the navigation leads to Overview', async () => {
    await page.goto('/');
    const entry = page.getByRole('link', { name: 'EKS Fleet' }).first();
    const enter = page.getByRole('button', { name: 'Enter' });
    await entry.or(enter).first().waitFor();
    if (await enter.isVisible()) {
      await enter.click();
    }
    await entry.click();
    await page.waitForURL(/\/eks-fleet\/overview$/);
    await page.getByText(QUESTION).waitFor();
  });

  await shows('Overview counts the clusters', () =>
    page
      .getByRole('link', {
        name: new RegExp(`^${clusters.length}\\s+clusters`),
      })
      .first()
      .waitFor(),
  );

  await shows('Clusters lists each by its name', async () => {
    await page.goto('/eks-fleet/clusters');
    await page
      .getByRole('heading', { name: `${clusters.length} clusters` })
      .waitFor();
    for (const { name } of clusters) {
      await page.getByText(name, { exact: true }).first().waitFor();
    }
  });

  await shows("a cluster's entity page tells what is known of it", async () => {
    const [{ name, accountId }] = clusters;
    await page.getByText(name, { exact: true }).first().click();
    await page.waitForURL(/\/resource\//);
    await page.getByRole('heading', { name }).first().waitFor();
    await page.getByText(accountId).first().waitFor();
    await page
      .getByRole('tab', { name: 'EKS cluster' })
      .or(page.getByRole('link', { name: 'EKS cluster' }))
      .first()
      .click();
    await page
      .getByText(/Support calendar/)
      .first()
      .waitFor();
  });

  await check(`${kind}: no page threw an error`, () =>
    assert.deepEqual(broken, []),
  );
  await context.close();
}
