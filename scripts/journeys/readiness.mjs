/*
 * What people do about upgrades: find what blocks, whose it is, and agree to
 * go on in spite of it.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';

const SECONDS_TO_ASSESS = 120;

/** @param portal - gives the portal once it has started */
export function readinessJourneys({ portal, visit }) {
  /** Waits until what was found has been judged: a new portal knows nothing. */
  const assessed = async () => {
    let verdicts;
    await portal().until(
      async () => {
        const { items } = await portal().api('pat', '/blockers');
        ({ verdicts } = await portal().api('pat', '/readiness?limit=1'));
        return (
          verdicts.ready > 0 &&
          verdicts.unknown < 5 &&
          items.some(({ clusters }) => clusters > 5)
        );
      },
      'the fleet to be assessed',
      SECONDS_TO_ASSESS,
    );
    return verdicts;
  };
  const clusterNamed = async (user, name) => {
    const { items } = await portal().api(
      user,
      `/clusters?fullTextFilterTerm=${name}&limit=50`,
    );
    return items.find(item => item.name === name);
  };
  const tabOf = ({ entityRef }, view) =>
    `/catalog/default/resource/${
      entityRef.split('/')[1]
    }/eks-cluster?view=${view}`;

  it('leads from the overview to what blocks most, and whose it is', async () => {
    const verdicts = await assessed();
    const { items } = await portal().api('pat', '/blockers');
    const [worst] = items;
    await visit('Pat Platform', '/eks-fleet/overview', async page => {
      await page.getByText(`blocked ${verdicts.blocked}`).first().waitFor();
      await page.getByRole('link', { name: 'See what blocks' }).click();
      await page.waitForURL(/\/eks-fleet\/readiness/);
      await page.getByText(worst.title).first().click();
      await page.waitForURL(/cause=/);

      await page.getByText(`${worst.clusters} clusters are hit`).waitFor();
      const owner = worst.owners[0].owner.split('/')[1];
      await page.getByText(`Hello ${owner},`).first().waitFor();
    });
  });

  it('shows what a cluster is made of, and what does not go with the next version', async () => {
    await assessed();
    const cluster = await clusterNamed('pat', 'checkout-eu');
    await visit('Pat Platform', tabOf(cluster, 'bom'), async page => {
      await page.getByText('kubecost_kubecost', { exact: true }).waitFor();
      await page
        .getByText(/1\.34: not compatible/)
        .first()
        .waitFor();
      await page.getByText('general', { exact: true }).first().waitFor();

      await page.getByRole('tab', { name: 'Timeline' }).click();
      await page
        .getByText('Cluster created')
        .or(page.getByRole('button', { name: /more/i }))
        .first()
        .waitFor();
    });
  });

  it('says of a cluster that cannot be reached what is not known, and shows the rest', async () => {
    await assessed();
    const cluster = await clusterNamed('pat', 'payments-eu-pci');
    const link = `/eks-fleet/go?arn=${encodeURIComponent(
      cluster.arn,
    )}&view=readiness`;
    await visit('Pat Platform', link, async page => {
      await page.waitForURL(/view=readiness/);
      await page.getByText('drain-not-assessed').first().waitFor();

      await page.getByRole('tab', { name: 'Bill of materials' }).click();
      await page.getByText('vpc-cni', { exact: true }).waitFor();
    });
  });

  it('lets an approver go on in spite of a finding until a date, and a developer not', async () => {
    await assessed();
    const blocked = await portal().api(
      'alex',
      '/readiness?verdict=blocked&filter=owner%3Dgroup:default/payments',
    );
    const [cluster] = blocked.items;
    const readiness = () =>
      portal().api(
        'alex',
        `/clusters/by-name/default/${
          cluster.entityRef.split('/')[1]
        }/readiness`,
      );
    const before = await readiness();
    await visit('Dana Developer', tabOf(cluster, 'readiness'), async page => {
      await page.getByText(before.findings[0].message).first().waitFor();
      assert.equal(
        await page.getByRole('button', { name: /^Waive/ }).count(),
        0,
      );
    });
    await visit('Alex Approver', tabOf(cluster, 'readiness'), async page => {
      await page
        .getByRole('button', { name: /^Waive/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('textbox', { name: /Reason/ })
        .fill('The team moves it by hand this week.');
      await dialog.getByRole('spinbutton').first().click();
      await page.keyboard.type(inTenDays());
      await dialog.getByRole('button', { name: /^Waive/ }).click();
      await page.getByText('The team moves it by hand').first().waitFor();
      await page
        .getByRole('button', { name: /^End waiver/ })
        .first()
        .waitFor();
    });
    const after = await readiness();
    const { waiver } = after.findings.find(
      ({ key }) => key === before.findings[0].key,
    );
    assert.equal(waiver.by, 'user:default/alex');
    assert.ok(waiver.active);
  });
}

/** As the fields of a date in English take it: month, day, year. */
function inTenDays() {
  const date = new Date(Date.now() + 10 * 24 * 3600 * 1000);
  return [
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
    date.getFullYear(),
  ].join('');
}
