import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startPortal } from './portal.mjs';

describe('The demo portal', { timeout: 600_000 }, () => {
  let portal;

  before(async () => {
    portal = await startPortal();
  });
  after(async () => {
    await portal?.stop();
  });

  /** Somebody opens an address, and says who they are. */
  const arrive = async (name, path = '/', options = {}) => {
    const page = await portal.visit(path, options);
    await page.getByText(name, { exact: true }).click();
    return page;
  };

  it('shows the platform engineer what to do first, and the way there', async () => {
    const page = await arrive('Pat Platform');
    await page.getByRole('heading', { name: /Is the fleet all right/ }).waitFor();
    assert.match(page.url(), /\/eks-fleet\/overview$/);
    const { clusters } = await portal.api('pat', '/summary');
    await page.getByText(`${clusters} clusters`).first().waitFor();
    await page.context().close();
  });
});
