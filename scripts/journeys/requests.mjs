/** Journeys of those who ask for namespaces, of those who agree, and of what comes of it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';

const SECONDS_TO_DELIVER = 120;

/** @param options - the portal, and how somebody visits it */
export function requestJourneys({ portal, visit }) {
  it('brings a namespace from the form over a second person and Git to the cluster and the catalog', async () => {
    const name = 'ledger-batch';
    const form = new URLSearchParams({
      kind: 'namespace',
      owner: 'group:default/payments',
      environment: 'dev',
      name,
    });
    let path;
    await visit(
      'Dana Developer',
      `/eks-fleet/requests/new?${form}`,
      async page => {
        const verdict = page.getByRole('region', { name: 'May I have it?' });
        // Nothing in this environment lives for ever.
        await verdict.getByText('is denied').waitFor();
        await page.getByText('30 days', { exact: true }).click();
        // More than what goes on by itself.
        await page.getByText(/^medium: 4 CPU/).click();
        await page
          .getByRole('textbox', { name: /^Why do you need it/ })
          .fill('Batch jobs of the ledger');
        await verdict.getByRole('button', { name: 'Review' }).click();
        await page
          .getByRole('region', { name: 'The change' })
          .getByText('+kind: Namespace')
          .first()
          .waitFor();
        await page.getByRole('button', { name: 'Ask for it' }).click();
        await page.waitForURL(/\/eks-fleet\/requests\/[0-9a-f-]{36}$/);
        path = new URL(page.url()).pathname;
        await page.getByText('waits for approval').first().waitFor();
        // Who asks for it does not agree to it.
        assert.equal(
          await page
            .getByRole('button', { name: 'Approve', exact: true })
            .count(),
          0,
        );
      },
    );
    await visit('Alex Approver', path, async page => {
      await page.getByRole('button', { name: 'Amend', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^CPU/ }).fill('1');
      await dialog
        .getByRole('textbox', { name: /^Why/ })
        .fill('One core is enough');
      await dialog.getByRole('button', { name: 'Amend', exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('Amended since it was asked for').waitFor();
    });
    await visit('Pat Platform', path, async page => {
      await page.getByText('One core is enough').first().waitFor();
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/^1 CPU, /).waitFor();
      await dialog
        .getByRole('button', { name: 'Approve', exact: true })
        .click();
      await dialog.waitFor({ state: 'hidden' });
      await page
        .getByText(/somebody to merge pull request/)
        .first()
        .waitFor();
    });

    // Somebody of the demo merges it at the Git host, and Argo CD takes it on.
    await portal().until(
      async () => {
        const id = path.split('/').at(-1);
        const { state } = await portal().api('pat', `/requests/${id}`);
        return state === 'ready';
      },
      'the namespace to be ready',
      SECONDS_TO_DELIVER,
    );
    await visit('Dana Developer', path, async page => {
      await page.getByText('from Kubernetes').first().waitFor();
    });
    await visit(
      'Dana Developer',
      '/catalog?filters[kind]=resource&filters[type]=kubernetes-namespace&filters[user]=all',
      async page => {
        await page.getByText(name, { exact: true }).first().waitFor();
      },
    );
  });
}
