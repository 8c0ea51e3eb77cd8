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

import { act, screen, waitFor, within } from '@testing-library/react';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import {
  aCell,
  aColumn,
  aFinding,
  aMatrix,
  aPolicy,
  aRow,
  POLICY_ID,
  PROD_ARN,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { downloadText } from '../../lib/download';
import { PoliciesPage } from './PoliciesPage';

jest.mock('../../lib/download', () => ({ downloadText: jest.fn() }));

const HOSTILE = '<img src=x onerror=alert(1)>';
const location = () => screen.getByTestId('location').textContent;
const render = (policiesApi = new FakePoliciesApi(), path = '/') =>
  renderPage(<PoliciesPage />, { policiesApi, path });
const cellOf = (name: RegExp) => screen.findByRole('gridcell', { name });
const FAILING = /^Require resource requests on prod: /;

describe('the matrix of policies', () => {
  useFixtureClock();
  giveElementsSize();
  beforeEach(() => jest.mocked(downloadText).mockClear());

  it('says of each cell in words what its colours and marks say', async () => {
    await render();
    expect(await cellOf(FAILING)).toHaveAccessibleName(
      'Require resource requests on prod: deployed, 4 resources break it, at worst critical, 1 of them only warns, 2 exempt, mode audit, version fleet-policies-1.4.0, seen 4 min. ago',
    );
    expect(await cellOf(/^No latest tag on dev/)).toHaveAccessibleName(
      'No latest tag on dev: not deployed',
    );
    expect(await cellOf(/^No latest tag on bare/)).toHaveAccessibleName(
      'No latest tag on bare: no policy engine',
    );
    expect(await cellOf(/^No latest tag on dark/)).toHaveAccessibleName(
      'No latest tag on dark: not known',
    );
    expect(await cellOf(FAILING)).toHaveTextContent('4');
    expect(await cellOf(/^No latest tag on dark/)).toHaveTextContent('?');
  });

  it('groups policies by category and clusters by environment', async () => {
    await render();
    await cellOf(FAILING);
    expect(
      screen.getAllByRole('rowheader').map(header => header.textContent),
    ).toEqual([
      'Best Practices',
      expect.stringContaining('Require resource requests'),
      'Supply Chain',
      expect.stringContaining('No latest tag'),
    ]);
    expect(
      screen
        .getAllByRole('columnheader')
        .map(header => header.getAttribute('aria-label'))
        .filter(Boolean),
    ).toEqual([
      'prod, prod',
      'dev, dev',
      'bare, dev, no policy engine',
      'dark, dev, never read',
    ]);
  });

  it('shows hostile names as text', async () => {
    const api = new FakePoliciesApi();
    api.matrix = aMatrix({
      columns: [aColumn(HOSTILE)],
      rows: [aRow(aPolicy({ title: HOSTILE, category: HOSTILE }), [aCell()])],
    });
    const { container } = await render(api);
    expect(await screen.findAllByText(HOSTILE)).not.toHaveLength(0);
    expect(container.querySelector('img')).toBeNull();
  });

  it('leads from each number to what it counts', async () => {
    await render(undefined, '/?environment=prod');
    for (const [name, href] of [
      [
        '7 new this week',
        '/eks-fleet/policies/findings?environment=prod&new=week',
      ],
      [
        '12 resolved this week',
        '/eks-fleet/policies/findings?environment=prod&resolved=week',
      ],
      [
        /^2 exceptions end soon *\(1 expired\)/,
        '/eks-fleet/policies/exceptions?state=expiring&state=expired&environment=prod',
      ],
      ['4 safe to enforce', '/eks-fleet/policies?environment=prod&only=safe'],
      [
        '1 cluster without an engine',
        '/eks-fleet/policies?environment=prod&clusters=noEngine',
      ],
      [
        '1 cluster with old results',
        '/eks-fleet/policies?environment=prod&clusters=stale',
      ],
      [
        '2 clusters never read',
        '/eks-fleet/policies?environment=prod&clusters=unknown',
      ],
    ]) {
      expect(await screen.findByRole('link', { name })).toHaveAttribute(
        'href',
        href,
      );
    }
  });

  it('moves by keys, lights the crossed column, and opens by Enter', async () => {
    await render();
    const reader = aReader();
    const first = await cellOf(FAILING);
    act(() => first.focus());
    await reader.keyboard('{ArrowRight}{ArrowDown}');
    const below = await cellOf(/^No latest tag on dev/);
    expect(below).toHaveFocus();
    expect(
      document.querySelectorAll('[data-lit="1"]:not([hidden])'),
    ).toHaveLength(2);
    await reader.keyboard('{End}');
    expect(await cellOf(/^No latest tag on dark/)).toHaveFocus();
    await reader.keyboard('{Home}{ArrowUp}');
    expect(first).toHaveFocus();
    await reader.keyboard('{Enter}');
    expect(
      await screen.findByRole('dialog', {
        name: 'Require resource requests on prod',
      }),
    ).toBeVisible();
    expect(location()).toBe(
      `/?open=${POLICY_ID}%40${encodeURIComponent(PROD_ARN)}`,
    );
    await reader.keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/'));
    expect(first).toHaveFocus();
  });

  it('tabs once into the grid, and on out of it', async () => {
    await render();
    await cellOf(FAILING);
    expect(
      screen
        .getAllByRole('gridcell')
        .filter(cell => cell.getAttribute('tabindex') === '0'),
    ).toHaveLength(1);
  });

  it('drills from a cell to what breaks the policy there', async () => {
    const api = new FakePoliciesApi();
    api.findings = [aFinding({ message: HOSTILE })];
    await render(api);
    await aReader().click(await cellOf(FAILING));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.getByText('audit')).toBeVisible();
    expect(panel.getByText('fleet-policies-1.4.0')).toBeVisible();
    expect(panel.getByText('4 min. ago')).toBeVisible();
    expect(panel.getByText('96 % of 100 pass')).toBeVisible();
    expect(
      await panel.findByRole('link', { name: 'Deployment checkout/api' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/policies/findings?open=0000000000000000000000000000000f',
    );
    expect(panel.getByText(HOSTILE)).toBeVisible();
    expect(api.callsOf('listFindings')).toEqual([
      [
        {
          filter: { policy: [POLICY_ID], cluster: [PROD_ARN] },
          orderField: 'severity,desc',
          limit: 10,
        },
      ],
    ]);
    expect(panel.getByRole('link', { name: 'The finding' })).toHaveAttribute(
      'href',
      `/eks-fleet/policies/findings?policy=${POLICY_ID}&cluster=${encodeURIComponent(
        PROD_ARN,
      )}`,
    );
    expect(
      panel.getByRole('link', { name: 'All policies of this cluster' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/prod-1a2b3c4d/eks-cluster?view=policy',
    );
    expect(
      panel.getByRole('link', { name: 'The policy over the fleet' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/policy/require-requests?id=${POLICY_ID}`,
    );
  });

  it('has one row for a name that several engines hold', async () => {
    const other = '00000000000000b1';
    const row = aRow(aPolicy(), [aCell({ fail: 2 })]);
    const api = new FakePoliciesApi();
    api.matrix = aMatrix({
      columns: [aColumn('prod')],
      rows: [
        {
          ...row,
          policies: [
            ...row.policies,
            { ...row.policies[0], id: other, engine: 'gatekeeper' },
          ],
        },
      ],
    });
    await render(api, `/?open=${other}%40${encodeURIComponent(PROD_ARN)}`);
    expect(
      await screen.findByRole('link', { name: /Kyverno, Gatekeeper/ }),
    ).toHaveAttribute('href', '/eks-fleet/policies/policy/require-requests');
    expect(
      await screen.findByRole('dialog', {
        name: 'Require resource requests on prod',
      }),
    ).toBeVisible();
    expect(api.callsOf('listFindings')[0]).toMatchObject([
      { filter: { policy: [POLICY_ID, other], cluster: [PROD_ARN] } },
    ]);
  });

  it('says that a cell of a link is not there', async () => {
    await render(undefined, '/?open=00000000000000ff%40x');
    expect(
      await screen.findByText('This cell is not in what is shown'),
    ).toBeVisible();
  });

  it('keeps filters and columns in the address and asks the backend with them', async () => {
    const api = new FakePoliciesApi();
    await render(api);
    const reader = aReader();
    await cellOf(FAILING);
    await reader.click(screen.getByRole('button', { name: 'Severity' }));
    await reader.click(await screen.findByRole('menuitem', { name: 'high' }));
    await waitFor(() => expect(location()).toBe('/?severity=high'));
    await waitFor(() =>
      expect(screen.queryByRole('gridcell', { name: FAILING })).toBeNull(),
    );
    await reader.click(screen.getByRole('button', { name: 'environments' }));
    await waitFor(() =>
      expect(api.callsOf('getPolicyMatrix').at(-1)).toEqual([
        { by: 'environment', filter: { severity: ['high'] } },
      ]),
    );
    expect(location()).toBe('/?by=environment&severity=high');
    await reader.click(
      screen.getByRole('button', { name: 'Show not only high' }),
    );
    await waitFor(() => expect(location()).toBe('/?by=environment'));
  });

  it.each([
    ['only=failing', ['Require resource requests'], 4],
    ['only=safe', ['No latest tag'], 4],
    ['clusters=noEngine', ['Require resource requests', 'No latest tag'], 1],
    ['clusters=unknown', ['Require resource requests', 'No latest tag'], 1],
  ])('shows what ?%s asks for', async (query, policies, columns) => {
    await render(undefined, `/?${query}`);
    await waitFor(() =>
      expect(screen.getAllByRole('link', { name: /^Policy / })).toHaveLength(
        policies.length,
      ),
    );
    for (const policy of policies) {
      expect(
        screen.getByRole('link', { name: new RegExp(`^Policy ${policy}`) }),
      ).toBeInTheDocument();
    }
    // One more stands where the headers meet.
    expect(screen.getAllByRole('columnheader')).toHaveLength(columns + 1);
  });

  it('narrows the columns to a group from its header', async () => {
    const api = new FakePoliciesApi();
    api.matrix = aMatrix({
      columns: [
        { key: 'prod', title: 'prod', clusters: 5 },
        { key: '', title: '', clusters: 2 },
      ],
      rows: [
        aRow(aPolicy(), [
          aCell({ fail: 9, severity: 'low', clusters: 5, deployedOn: 3 }),
          { state: 'unknown', clusters: 2 },
        ]),
      ],
    });
    await render(api, '/?by=environment');
    expect(await cellOf(/on prod/)).toHaveAccessibleName(
      /deployed on 3 of 5, 9 resources break it, at worst low/,
    );
    expect(screen.getByRole('link', { name: 'prod' })).toHaveAttribute(
      'href',
      '/eks-fleet/policies?environment=prod',
    );
    expect(await cellOf(/on \(none\)/)).toBeInTheDocument();
  });

  it('shows the same as a table, and saves the cells as CSV', async () => {
    await render();
    const reader = aReader();
    await cellOf(FAILING);
    await reader.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(location()).toBe('/?show=table');
    const row = await screen.findByRole('row', {
      name: /Require resource requests/,
    });
    expect(row).toHaveTextContent('Kyverno');
    expect(
      within(row).getByRole('link', { name: 'Require resource requests' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/policy/require-requests?id=${POLICY_ID}`,
    );
    await reader.click(screen.getByRole('button', { name: 'CSV' }));
    const [name, csv] = jest.mocked(downloadText).mock.lastCall!;
    expect(name).toBe('eks-policies-2026-11-23.csv');
    expect(csv.split('\r\n')[1]).toBe(
      `require-requests,Require resource requests,kyverno,ClusterPolicy,Best Practices,medium,prod,${PROD_ARN},prod,deployed,audit,fleet-policies-1.4.0,true,,3,1,,2,96,exact,,critical,2026-11-23T11:56:00Z,`,
    );
  });

  it('draws only what is in sight of 200 policies on 3,000 clusters', async () => {
    const api = new FakePoliciesApi();
    const cells = Array.from({ length: 3000 }, () => aCell());
    api.matrix = aMatrix({
      columns: Array.from({ length: 3000 }, (_, index) => aColumn(`c${index}`)),
      rows: Array.from({ length: 200 }, (_, index) =>
        aRow(
          aPolicy({
            id: index.toString(16).padStart(16, '0'),
            name: `p${index}`,
            title: `P${index}`,
          }),
          cells,
        ),
      ),
    });
    await render(api);
    await cellOf(/^P0 on c0: /);
    const grid = screen.getByRole('grid', { name: 'Policies by clusters' });
    expect(grid).toHaveAttribute('aria-colcount', '3001');
    expect(grid).toHaveAttribute('aria-rowcount', '202');
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(1500);
  });

  it('says what would be here where there is no policy, and how to get it', async () => {
    const api = new FakePoliciesApi();
    api.matrix = aMatrix({ rows: [] });
    await render(api);
    expect(
      await screen.findByText('No policy has been seen yet'),
    ).toBeVisible();
    expect(screen.getByText(/Kyverno, Gatekeeper/)).toBeVisible();
  });

  it('gives back what filters leave out', async () => {
    await render(undefined, '/?severity=low');
    await aReader().click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await cellOf(FAILING)).toBeInTheDocument();
    expect(location()).toBe('/');
  });

  it('is loading while there is no answer', async () => {
    const api = new FakePoliciesApi();
    api.getPolicyMatrix = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The matrix of policies'),
    ).toBeInTheDocument();
  });

  it.each([
    [503, /The matrix of policies could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakePoliciesApi();
    api.failures.getPolicyMatrix = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('keeps what it knew, with its age, while reading it again fails', async () => {
    const api = new FakePoliciesApi();
    await render(api);
    await cellOf(FAILING);
    api.failures.getPolicyMatrix = responseError(503, 'The database sleeps');
    act(() => jest.advanceTimersByTime(120_000));
    expect(await screen.findByText('Shown as of 2 min. ago')).toBeVisible();
    expect(await cellOf(FAILING)).toBeInTheDocument();
  });
});
