/*
 * What people do with the portal, in a real browser, on the portal as it is
 * deployed and the demo's simulated cloud.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startPortal } from './portal.mjs';
import { policyJourneys } from './policies.mjs';
import { readinessJourneys } from './readiness.mjs';
import { requestJourneys } from './requests.mjs';
import { rolloutJourneys } from './rollouts.mjs';
import { sourceJourneys } from './sources.mjs';

const OVERVIEW_QUESTION = 'Is the fleet all right, and what should I do first?';

describe('The demo portal', { timeout: 1_200_000 }, () => {
  let portal;

  before(async () => {
    portal = await startPortal();
  });
  after(async () => {
    await portal?.stop();
  });

  /** Somebody opens an address, says who they are, and does something there. */
  const visit = async (name, path, journey) => {
    const page = await portal.visit(path);
    try {
      await page.getByText(name, { exact: true }).click();
      await journey(page);
    } catch (error) {
      const text = await page.locator('body').innerText();
      throw new Error(`${error.message}\n\n${page.url()} shows:\n${text}`, {
        cause: error,
      });
    } finally {
      await page.context().close();
    }
  };

  it('shows the platform engineer what to do first, and the clusters it is about', async () => {
    const { clusters, attention } = await portal.api('pat', '/summary');
    // Which comes first depends on the day: support ends on real dates.
    const first = attention.find(({ version }) => version !== undefined);
    await visit('Pat Platform', '/', async page => {
      await page.getByText(OVERVIEW_QUESTION).waitFor();
      assert.match(page.url(), /\/eks-fleet\/overview$/);
      await page
        .getByRole('link', { name: new RegExp(`^${clusters}\\s+clusters`) })
        .first()
        .waitFor();
      const what = `${first.count} clusters? .*${first.version}`;
      await page
        .getByRole('link', { name: new RegExp(`^See: ${what}`) })
        .click();
      await page.waitForURL(/\/eks-fleet\/clusters\?/);
      await page
        .getByRole('heading', {
          name: new RegExp(`^${first.count} clusters?$`),
        })
        .waitFor();
    });
  });

  it('finds a cluster by its name and shows when its support ends', async () => {
    await visit('Pat Platform', '/eks-fleet/clusters', async page => {
      await page.getByRole('searchbox').fill('checkout-eu-staging');
      await page.getByRole('heading', { name: /^1 cluster$/ }).waitFor();
      assert.match(page.url(), /checkout-eu-staging/);

      await page.getByText('checkout-eu-staging', { exact: true }).click();
      await page.waitForURL(
        /\/catalog\/default\/resource\/checkout-eu-staging-/,
      );
      await page.getByRole('link', { name: 'EKS cluster' }).click();
      await page
        .getByText(/Support calendar/)
        .first()
        .waitFor();
      await page.getByText('333344445555').first().waitFor();
    });
  });

  it('hands over what is filtered as CSV', async () => {
    const { items } = await portal.api(
      'pat',
      '/clusters?filter=environment%3Dsandbox',
    );
    await visit('Pat Platform', '/eks-fleet/clusters', async page => {
      await page.getByRole('checkbox', { name: /^sandbox/ }).click();
      await page
        .getByRole('heading', { name: `${items.length} clusters` })
        .waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).click();
      const stream = await (await download).createReadStream();
      const chunks = [];
      for await (const chunk of stream) {
        chunks.push(chunk);
      }
      const csv = Buffer.concat(chunks).toString('utf8');
      for (const { arn } of items) {
        assert.ok(csv.includes(arn), `${arn} is missing in the CSV`);
      }
    });
  });

  it('brings somebody from an alert to the cluster, after they signed in', async () => {
    const { items } = await portal.api(
      'olu',
      '/clusters?fullTextFilterTerm=payments-eu&limit=1',
    );
    const [{ arn, name }] = items;
    const link = `/eks-fleet/go?arn=${encodeURIComponent(arn)}&view=alerts`;
    await visit('Olu On-Call', link, async page => {
      await page.waitForURL(/\/catalog\/default\/resource\//);
      await page.getByRole('heading', { name }).first().waitFor();
    });
  });

  it('lets one choose where a name fits several clusters, and says what was looked for', async () => {
    const { items } = await portal.api('pat', '/clusters?limit=500');
    const names = items.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    assert.ok(twice, 'the demo fleet has a name that is used twice');
    await visit(
      'Pat Platform',
      `/eks-fleet/go?cluster=${encodeURIComponent(twice)}`,
      async page => {
        const choices = page.getByRole('link', { name: new RegExp(twice) });
        await choices.first().waitFor();
        assert.ok((await choices.count()) >= 2);
        await choices.first().click();
        await page.waitForURL(/\/catalog\/default\/resource\//);
      },
    );
    await visit(
      'Pat Platform',
      '/eks-fleet/go?cluster=no-such-cluster',
      async page => {
        await page
          .getByText(/no-such-cluster/)
          .first()
          .waitFor();
        assert.match(page.url(), /\/eks-fleet\/go/);
      },
    );
  });

  it('shows a developer what is hers and no more', async () => {
    const everything = await portal.api('pat', '/clusters?limit=500');
    const hers = await portal.api('dana', '/clusters?limit=500');
    assert.ok(hers.totalItems > 0);
    assert.ok(hers.totalItems < everything.totalItems);
    const readable = new Set(hers.items.map(({ arn }) => arn));
    const hidden = everything.items.find(({ arn }) => !readable.has(arn));

    await visit('Dana Developer', '/eks-fleet/clusters', async page => {
      await page
        .getByRole('heading', { name: `${hers.totalItems} clusters` })
        .waitFor();
      await page.getByRole('tab', { name: 'Sources' }).click();
      await page.getByText(/eks-fleet\.target\.read/).waitFor();
    });
    const link = `/eks-fleet/go?arn=${encodeURIComponent(hidden.arn)}`;
    await visit('Dana Developer', link, async page => {
      await page.getByText(hidden.arn).first().waitFor();
      assert.match(page.url(), /\/eks-fleet\/go/);
    });
  });

  it('says why a source fails and what would mend it, and sees when it is mended', async () => {
    const target = async () =>
      (await portal.api('pat', '/targets')).items.find(
        ({ accountId, region }) =>
          accountId === '444455556666' && region === 'ap-southeast-2',
      );
    assert.equal((await target()).state, 'throttled');
    await visit('Pat Platform', '/eks-fleet/sources', async page => {
      await page.getByText('What would mend it').first().click();
      await page
        .getByText(/sts:AssumeRole/)
        .first()
        .waitFor();

      await fetch(`${portal.simulatorUrl}/_sim/faults?standing=true`, {
        method: 'DELETE',
      });
      await page.getByRole('button', { name: 'Refresh all' }).click();
      await page.getByText(/^Asked for a new scan/).waitFor();
      // Long before the schedule would have read it.
      await portal.until(
        async () => (await target()).state === 'fresh',
        'the mended source to be read',
        30,
      );
    });
    const { clusters } = await portal.api('pat', '/summary');
    assert.ok(clusters >= 61);
  });

  readinessJourneys({ portal: () => portal, visit });

  sourceJourneys({ portal: () => portal, visit });

  policyJourneys({ portal: () => portal, visit });

  requestJourneys({ portal: () => portal, visit });

  rolloutJourneys({ portal: () => portal, visit });

  it('is there in the dark and in a narrow window', async () => {
    const page = await portal.visit('/eks-fleet/overview', {
      colorScheme: 'dark',
      viewport: { width: 900, height: 768 },
    });
    await page.getByText('Audrey Auditor', { exact: true }).click();
    await page.getByText(OVERVIEW_QUESTION).waitFor();
    const sideways = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    assert.equal(sideways, 0);
    await page.context().close();
  });
});
