/*
 * A platform engineer moves three clusters to the next minor, and everything
 * that comes between: an approval, an update that fails, a cluster that is
 * left out, and the stragglers afterwards.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';

const TITLE = '1.34 for development';
const FAILS = {
  name: 'payments-apac-dev',
  arn: 'arn:aws:eks:ap-southeast-2:222233334444:cluster/payments-apac-dev',
};
const STRATEGY = `name: journey
waves:
  - name: first
    match: { regions: [eu-central-1] }
    before:
      - type: approval
  - name: rest
    match: { environments: [dev] }
bake: { first: 5s, floor: 5s }
concurrency: "1"
failureBudget: "0"
retries: 0
`;

/** @param portal - gives the portal once it has started */
export function rolloutJourneys({ portal, visit }) {
  const rolloutNamed = async title => {
    const { items } = await portal().api('pat', '/rollouts');
    return items.find(item => item.title === title);
  };
  const confirm = async (page, name) => {
    const dialog = page.getByRole('dialog').filter({ hasText: `${name}:` });
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** What has changed since it was looked at is looked at again, as a person would. */
  const act = async (page, name) => {
    for (let looks = 3; looks > 0; looks -= 1) {
      const button = page.getByRole('button', { name, exact: true });
      if (!(await button.isVisible())) {
        await page
          .getByRole('button', { name: 'More that can be done' })
          .click();
        await page.getByRole('menuitem', { name, exact: true }).click();
      } else {
        await button.click();
      }
      const dialog = page.getByRole('dialog').filter({ hasText: `${name}:` });
      const stale = dialog.getByText(/Look again$/);
      await dialog.getByRole('button', { name, exact: true }).click();
      await Promise.race([
        dialog.waitFor({ state: 'detached' }),
        stale.waitFor().catch(() => {}),
      ]);
      if (!(await dialog.isVisible())) {
        return;
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.reload();
      await page.getByRole('button', { name: 'Copy link' }).first().waitFor();
    }
    throw new Error(`${name} was refused three times`);
  };
  const openCell = async (page, name) => {
    await page.getByRole('button', { name: new RegExp(`^${name}, `) }).click();
    const panel = page.getByRole('dialog', { name });
    await panel.waitFor();
    return panel;
  };
  const actOnCell = async (page, name, word) => {
    const panel = await openCell(page, name);
    await panel.getByRole('button', { name: word, exact: true }).click();
    await confirm(page, word);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  };
  const approve = async title => {
    const { id } = await rolloutNamed(title);
    await visit('Alex Approver', `/eks-fleet/rollouts/${id}`, async page => {
      await page
        .getByRole('button', { name: 'Approve', exact: true })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByLabel('Why (for the log)')
        .fill('Development may move');
      await confirm(page, 'Approve');
      await page.getByText('Development may move').first().waitFor();
    });
  };

  it('takes a rollout from its plan over a failure to its stragglers', async () => {
    await portal().cloud('/faults', {
      match: {
        service: 'eks',
        operation: 'UpdateClusterVersion',
        cluster: FAILS.name,
      },
      effect: 'failUpdate',
      times: 1,
      error: {
        code: 'EniLimitReached',
        message: 'The account has no network interface left',
      },
    });

    // Plan, preview, start.
    await visit('Pat Platform', '/eks-fleet/rollouts/new', async page => {
      const next = () =>
        page.getByRole('button', { name: 'Next', exact: true }).click();
      const choose = async (label, option) => {
        await page.getByRole('button', { name: label }).click();
        await page.getByRole('option', { name: option }).click();
      };
      await page.getByLabel(/^Title/).fill(TITLE);
      await choose(/Version to reach/, /^1\.34/);
      await choose(/Nodes$/, 'Leave them');
      await next();
      await page.getByRole('checkbox', { name: /^1\.33, / }).check();
      await page.getByRole('checkbox', { name: /^dev, / }).check();
      await page.getByText('3 clusters fit').waitFor();
      await next();
      await page.getByLabel('As YAML').fill(STRATEGY);
      await next();
      await page.getByText('3 cells in 2 waves').waitFor();
      await page.getByRole('button', { name: 'Plan and start' }).click();
      await confirm(page, 'Start');
      await page.waitForURL(/\/eks-fleet\/rollouts\/[0-9a-f-]{36}/);
      await page.getByText('It waits for an approval').first().waitFor();
      await actOnCell(page, 'search-us-dev', 'Skip');
    });

    await approve(TITLE);

    // Watch a wave fail; the rollout stands by itself.
    const { id } = await rolloutNamed(TITLE);
    await visit('Pat Platform', `/eks-fleet/rollouts/${id}`, async page => {
      page.setDefaultTimeout(180_000);
      await page.getByText('1 failed').first().waitFor();
      await page.getByText('paused', { exact: true }).first().waitFor();
      const panel = await openCell(page, FAILS.name);
      await panel
        .getByText('EniLimitReached: The account has no network interface left')
        .first()
        .waitFor();
      await panel
        .getByText(/^What to do: /)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');

      // Fix, resume.
      await portal().cloud('/applications', { arn: FAILS.arn, sync: true });
      await actOnCell(page, FAILS.name, 'Retry');
      await act(page, 'Resume');
      await page.getByText('2 succeeded').first().waitFor();
      await page.getByText('1 skipped').first().waitFor();
      await page.getByRole('button', { name: 'Plan the stragglers' }).waitFor();
      const over = await portal().api('pat', `/rollouts/${id}`);
      assert.equal(over.lifecycle, 'done');
      assert.deepEqual(
        [over.outcome.succeeded, over.outcome.skipped, over.outcome.failed],
        [2, 1, 0],
      );

      // The stragglers.
      await act(page, 'Plan the stragglers');
      await page.waitForURL(url => !url.pathname.includes(id));
      await page.getByText('1 to go').first().waitFor();
      await act(page, 'Start');
      await page.getByText('1 succeeded').first().waitFor();
      await page.getByText('done', { exact: true }).first().waitFor();
    });
    const { outcome } = await rolloutNamed(`Stragglers of ${TITLE}`);
    assert.deepEqual([outcome.total, outcome.succeeded], [1, 1]);
  });
}
