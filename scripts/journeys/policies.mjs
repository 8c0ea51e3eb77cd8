/*
 * What people do about policies: see who breaks which one where, find the
 * resource and whose it is, and look at who is exempt until when.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';

/** Each cluster's policies are read for the first time within this long. */
const SECONDS_TO_READ = 180;

/** @param portal - gives the portal once it has started */
export function policyJourneys({ portal, visit }) {
  const policiesRead = () =>
    portal().until(
      async () => {
        const { clusters, counts } = await portal().api(
          'pat',
          '/policies/summary',
        );
        return (
          clusters.withEngine > 25 && counts.fail > 200 && counts.exempt > 3
        );
      },
      'policies to be read',
      SECONDS_TO_READ,
    );
  const matrix = async () => {
    const { cells, columns, rows } = await portal().api(
      'pat',
      '/policies/matrix',
    );
    return {
      columns,
      rows: rows.map(row => ({
        ...row,
        cells: row.cells.map(at => cells[at]),
      })),
    };
  };
  /** A row and a column of the matrix, where a cell is as asked. */
  const cellWhere = async test => {
    const { columns, rows } = await matrix();
    for (const { policy, cells } of rows) {
      const at = cells.findIndex(test);
      if (at >= 0) {
        return { policy, column: columns[at], cell: cells[at] };
      }
    }
    throw new Error('The matrix has no such cell');
  };

  it('leads from the matrix to the resource that breaks a policy, and whose it is', async () => {
    await policiesRead();
    const { cell, column, policy } = await cellWhere(
      ({ fail, state }) => state === 'deployed' && fail > 0,
    );
    const { items } = await portal().api(
      'pat',
      `/findings?limit=1&filter=${encodeURIComponent(
        `name=${policy.name},cluster=${column.key}`,
      )}`,
    );
    const [finding] = items;
    const path = `/eks-fleet/policies?text=${policy.name}`;
    await visit('Pat Platform', path, async page => {
      const words = `${policy.title} on ${column.title}: `;
      const mark = page.locator(`[role=gridcell][aria-label^="${words}"]`);
      await mark.first().waitFor({ state: 'attached' });
      await mark.first().click();
      await page.getByText('Findings, the worst first').waitFor();
      await page
        .getByRole('link', { name: /^(The finding|All \d+ findings)$/ })
        .click();
      await page.waitForURL(/\/eks-fleet\/policies\/findings\?/);
      await page
        .getByText(finding.resource.name, { exact: true })
        .first()
        .click();
      await page.getByText(finding.message).first().waitFor();
      const owner = finding.owner.split('/')[1];
      await page.getByText(owner).first().waitFor();
    });
    assert.ok(cell.fail > 0);
  });

  it('takes an exception through Git: asked for, agreed to by another, merged, in force, and ended', async () => {
    await policiesRead();
    const { items } = await portal().api(
      'dana',
      `/findings?limit=200&filter=${encodeURIComponent(
        'engine=kyverno,owner=group:default/payments,kind=Deployment',
      )}`,
    );
    const finding = items.find(
      ({ cluster, policy }) =>
        policy.kind === 'ValidatingPolicy' &&
        cluster.owner === 'group:default/payments',
    );
    const { cluster, fingerprint } = finding;
    const requested = async () => {
      const answer = await portal().api('alex', '/exceptions/requests');
      return answer.items.find(item => item.finding === fingerprint);
    };

    const open = `/eks-fleet/policies/findings?open=${fingerprint}`;
    await visit('Dana Developer', open, async page => {
      await page.getByRole('button', { name: 'Request exception' }).click();
      const dialog = page.getByRole('dialog', { name: 'Request an exception' });
      await dialog
        .getByRole('textbox', { name: /Reason/ })
        .fill('The team moves it next month.');
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog.getByText('PolicyException').first().waitFor();
      await dialog.getByRole('button', { name: 'Ask for it' }).click();
      await dialog.waitFor({ state: 'hidden' });
    });
    const { id } = await requested();
    const link = `/eks-fleet/go?view=exceptions&request=${id}`;

    await visit('Alex Approver', link, async page => {
      await page.getByText('The team moves it next month.').first().waitFor();
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      await page
        .getByRole('dialog', { name: 'Approve this exception?' })
        .getByRole('button', { name: 'Approve', exact: true })
        .click();
      await page.getByText('Approved by a second person').first().waitFor();
    });

    const merge = part =>
      portal().until(
        async () => {
          const { number } = (await requested())[part] ?? {};
          if (number) {
            const wanted = { number, user: 'pat', action: 'merge' };
            await portal().cloud('/pulls', wanted);
          }
          return number;
        },
        `the ${part} to be there`,
        120,
      );
    // Argo CD takes it to the cluster, whose policies are then read again: the
    // exception itself, and what the engine reports with it.
    const reaches = (state, what, isResult) =>
      portal().until(
        async () => {
          await portal().readAgain(cluster.entityRef);
          const [request, { result }] = await Promise.all([
            requested(),
            portal().api('pat', `/findings/${fingerprint}`),
          ]);
          return request.state === state && isResult(result);
        },
        what,
        120,
      );
    await merge('pullRequest');
    await reaches(
      'inForce',
      'the exception to be in force',
      result => result === 'exempt',
    );

    await visit('Alex Approver', link, async page => {
      await page.getByRole('button', { name: 'Remove early' }).click();
      const dialog = page.getByRole('dialog', {
        name: 'End this exception now?',
      });
      await dialog.getByRole('button', { name: 'Remove early' }).click();
      await dialog.waitFor({ state: 'hidden' });
    });
    await merge('removal');
    await reaches(
      'removed',
      'the exception to be gone',
      result => result !== 'exempt',
    );
  });

  it('switches a policy on one cluster by pull request, and follows it until the cluster has it', async () => {
    await policiesRead();
    const name = 'require-owner';
    const find = async () => {
      const { columns, rows } = await matrix();
      const row = rows.find(({ policy }) => policy.name === name);
      return { columns, ...row };
    };
    const { cells, columns, policies } = await find();
    const at = cells.findIndex(
      ({ drift, mode, state }, index) =>
        state === 'deployed' &&
        mode === 'audit' &&
        !drift &&
        columns[index].engines.includes('kyverno'),
    );
    assert.ok(at >= 0);
    const cluster = columns[at];
    const { id } = policies.find(({ kind }) => kind === 'ValidatingPolicy');
    const edit = async () => {
      const { items } = await portal().api(
        'pat',
        `/policies/edits?policy=${name}`,
      );
      return items[0];
    };

    const path = `/eks-fleet/policies/policy/${name}?id=${id}`;
    await visit('Pat Platform', path, async page => {
      await page
        .getByRole('searchbox', { name: 'Search clusters' })
        .fill(cluster.title);
      await page
        .getByRole('button', {
          name: `Change the policy on ${cluster.title}`,
          exact: true,
        })
        .click();
      const dialog = page.getByRole('dialog', { name: /^Change / });
      await dialog.getByText('warn: tell whoever writes it').click();
      await dialog
        .getByRole('textbox', { name: /Reason/ })
        .fill('Owners are known there now.');
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog
        .getByText('A pull request changes 1 cluster once it is merged.')
        .waitFor();
      await dialog.getByRole('button', { name: 'Open pull request' }).click();
      await dialog.waitFor({ state: 'hidden' });
    });

    await portal().until(
      async () => {
        const { number } = (await edit()).pullRequest ?? {};
        if (number) {
          const wanted = { number, user: 'pat', action: 'merge' };
          await portal().cloud('/pulls', wanted);
        }
        return number;
      },
      'the pull request to be there',
      120,
    );
    // Argo CD takes it to the cluster, whose policies are then read again.
    await portal().until(
      async () => {
        await portal().readAgain(cluster.entityRef);
        const [{ state }, now] = await Promise.all([edit(), find()]);
        return state === 'inForce' && now.cells[at].mode === 'warn';
      },
      'the cluster to have it',
      120,
    );
    await visit('Olu On-Call', path, async page => {
      await page.getByText('Owners are known there now.').first().waitFor();
      await page.getByText('In force on 1 cluster').first().waitFor();
    });
  });

  it('shows an exception that is over and that the engine still honours', async () => {
    await policiesRead();
    const { items } = await portal().api('pat', '/exceptions');
    const over = items.find(({ flags }) =>
      flags.includes('honouredAfterExpiry'),
    );
    assert.ok(over);
    await visit('Olu On-Call', '/eks-fleet/policies/exceptions', async page => {
      await page
        .getByText(`${over.namespace}/${over.name}`, { exact: true })
        .first()
        .click();
      await page.getByText(over.reason).first().waitFor();
    });
  });

  it('shows on a cluster its policies, and that nothing without an engine is compliant', async () => {
    await policiesRead();
    const { column } = await cellWhere(({ state }) => state === 'noEngine');
    const link = `/eks-fleet/go?arn=${encodeURIComponent(
      column.key,
    )}&view=policy`;
    await visit('Pat Platform', link, async page => {
      await page.waitForURL(/view=policy/);
      await page.getByText('not installed').first().waitFor();
    });
  });

  it('counts for a developer the findings of clusters that she may read, and no others', async () => {
    await policiesRead();
    const [hers, all] = await Promise.all(
      ['dana', 'pat'].map(user => portal().api(user, '/findings?limit=500')),
    );
    const { items: readable } = await portal().api(
      'dana',
      '/clusters?limit=500',
    );
    const arns = new Set(readable.map(({ arn }) => arn));
    assert.ok(hers.totalItems > 0 && hers.totalItems < all.totalItems);
    assert.ok(hers.items.every(({ cluster }) => arns.has(cluster.arn)));
    await visit(
      'Dana Developer',
      '/eks-fleet/policies/findings',
      async page => {
        await page
          .getByText(`${hers.totalItems} findings`, { exact: true })
          .waitFor();
      },
    );
  });
}
