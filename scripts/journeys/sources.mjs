/*
 * What people do about sources: find a cluster that cannot be reached, and why.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';

/** @param portal - gives the portal once it has started */
export function sourceJourneys({ portal, visit }) {
  const sourceOf = async arn => {
    const { items } = await portal().api(
      'pat',
      `/sources?filter=${encodeURIComponent(`kind=kubernetes,cluster=${arn}`)}`,
    );
    return items[0];
  };
  /** Has a cluster read again, as people do. */
  const readAgain = async ({ arn }) => {
    const link = `/eks-fleet/go?arn=${encodeURIComponent(arn)}&view=bom`;
    await visit('Pat Platform', link, async page => {
      await page.getByRole('button', { name: 'Read again' }).click();
      await page.getByRole('progressbar').first().waitFor();
    });
  };

  it('finds a cluster that cannot be reached, with the reason and what would mend it', async () => {
    let cluster;
    await portal().until(async () => {
      const { items } = await portal().api(
        'pat',
        `/sources?limit=1&filter=${encodeURIComponent(
          'kind=kubernetes,state=fresh',
        )}`,
      );
      [cluster] = items;
      return cluster;
    }, 'a cluster whose API was read');
    const { arn, name, accountId, region } = cluster;
    const faults = `${portal().simulatorUrl}/_sim/faults`;
    const { ok } = await fetch(faults, {
      method: 'POST',
      body: JSON.stringify({
        match: { service: 'kubernetes', cluster: name, accountId, region },
        effect: 'reset',
      }),
    });
    assert.ok(ok, 'the simulator breaks the connections');
    await readAgain(cluster);
    await portal().until(
      async () => (await sourceOf(arn)).state === 'unreachable',
      'the cluster to be out of reach',
    );

    await visit('Pat Platform', '/eks-fleet/sources', async page => {
      await page
        .getByRole('link', { name: /of \d+ paths to clusters/ })
        .click();
      await page
        .getByRole('link', { name: /^Kubernetes API: \d+ unreachable/ })
        .click();
      await page.waitForURL(/sourceState=unreachable/);
      await page
        .getByRole('button', { name: `What Kubernetes API of ${name} says` })
        .click();
      const panel = page.getByRole('dialog');
      await panel
        .getByText('There is no way from the portal to the API of the cluster.')
        .first()
        .waitFor();
      await panel.getByText(/helm upgrade --install fleet-reporter/).waitFor();
      await panel.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(/eks-cluster\?view=bom/);
    });

    await fetch(faults, { method: 'DELETE' });
    await readAgain(cluster);
    await portal().until(
      async () => (await sourceOf(arn)).state === 'fresh',
      'the cluster to be read again',
    );
  });
}
