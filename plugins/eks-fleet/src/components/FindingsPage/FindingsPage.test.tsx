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

import { screen, waitFor, within } from '@testing-library/react';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import {
  aClusterRef,
  aFinding,
  FINGERPRINT,
  POLICY_ID,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { downloadText } from '../../lib/download';
import { FindingsPage } from './FindingsPage';

jest.mock('../../lib/download', () => ({ downloadText: jest.fn() }));

const HOSTILE = '<img src=x onerror=alert(1)>';
const location = () => screen.getByTestId('location').textContent;
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

function aFleetOfFindings() {
  const api = new FakePoliciesApi();
  api.findings = [
    aFinding({ message: HOSTILE }),
    aFinding({
      fingerprint: FINGERPRINT.replace('f', 'e'),
      severity: 'low',
      result: 'warn',
      cluster: aClusterRef({ arn: 'arn:2', name: 'dev', environment: 'dev' }),
      resource: { kind: 'Pod', namespace: 'search', name: 'index' },
      dueAt: '2026-11-27T12:00:00Z',
      owner: '',
      ownerFrom: 'cluster',
    }),
    aFinding({
      fingerprint: FINGERPRINT.replace('f', 'd'),
      resource: { kind: 'Pod', name: 'gone' },
      resolvedAt: '2026-11-22T12:00:00Z',
    }),
  ];
  return api;
}

const render = (policiesApi = aFleetOfFindings(), path = '/') =>
  renderPage(<FindingsPage />, { policiesApi, path });

describe('FindingsPage', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('tells of each finding what breaks what, where, whose, since and until when', async () => {
    const { container } = await render();
    const row = await rowOf(/api/);
    expect(row).toHaveTextContent('high');
    expect(row).toHaveTextContent('Require resource requests');
    expect(row).toHaveTextContent(HOSTILE);
    expect(container.querySelector('img')).toBeNull();
    expect(row).toHaveTextContent('Deployment · checkout');
    expect(row).toHaveTextContent('payments');
    expect(row).toHaveTextContent('12 days ago');
    expect(row).toHaveTextContent('overdue since 3 days ago');
    expect(within(row).getByRole('link', { name: 'prod' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/prod-1a2b3c4d/eks-cluster?view=policy',
    );
    const other = await rowOf(/index/);
    expect(other).toHaveTextContent('due 27 Nov 2026');
    expect(other).toHaveTextContent('no owner');
    expect(other).toHaveTextContent('warns');
    expect(screen.getByText('2 findings')).toBeVisible();
    expect(screen.queryByText('gone')).toBeNull();
  });

  it('says what a link looked for, until the filters are others', async () => {
    const { container } = await render(
      aFleetOfFindings(),
      `/?cluster=${encodeURIComponent(
        aClusterRef().arn,
      )}&sought=${encodeURIComponent(`policy ${HOSTILE}`)}`,
    );
    const notice = `A link looked for policy ${HOSTILE}`;
    expect(await screen.findByText(notice)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
    await aReader().click(screen.getByRole('button', { name: 'Overdue' }));
    await waitFor(() => expect(screen.queryByText(notice)).toBeNull());
    expect(location()).not.toContain('sought');
  });

  it('lists a policy once, whichever engines hold it, and one of one engine where a link asks for that', async () => {
    const api = aFleetOfFindings();
    const [{ policy }] = api.findings;
    await render(api, `/?policy=${policy.id}`);
    expect(
      await screen.findByRole('group', { name: /^Policy of one engine/ }),
    ).toBeVisible();
    const [facets] = api.callsOf('getFindingFacets').at(0)!;
    expect(facets).toContain('name');
    expect(facets).not.toContain('policy');
    expect(api.callsOf('getFindingFacets')).toContainEqual([
      ['policy'],
      expect.anything(),
    ]);
  });

  it('counts facets, and keeps what is chosen in the address', async () => {
    const api = aFleetOfFindings();
    await render(api);
    const reader = aReader();
    await reader.click(await screen.findByRole('checkbox', { name: 'low, 1' }));
    await waitFor(() => expect(location()).toBe('/?severity=low'));
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /api/ })).toBeNull(),
    );
    // A facet keeps the values that could be chosen too.
    expect(
      await screen.findByRole('checkbox', { name: 'high, 1' }),
    ).toBeInTheDocument();
    expect(api.callsOf('listFindings').at(-1)).toEqual([
      {
        filter: { severity: ['low'] },
        orderField: 'severity,desc',
        limit: 100,
      },
    ]);
    await reader.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await rowOf(/api/)).toBeVisible();
    expect(location()).toBe('/');
  });

  it('tells open ones from those that are resolved', async () => {
    await render();
    const reader = aReader();
    await rowOf(/api/);
    expect(screen.getByRole('button', { name: 'Open' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await reader.click(screen.getByRole('button', { name: 'Resolved' }));
    expect(await rowOf(/gone/)).toBeVisible();
    expect(location()).toBe('/?state=resolved');
    await reader.click(screen.getByRole('button', { name: 'Open' }));
    expect(await rowOf(/api/)).toBeVisible();
  });

  it('asks for what is due, new or mine, and shows other filters of a link as chips', async () => {
    const api = aFleetOfFindings();
    await render(api, '/?rule=validate-resources');
    const reader = aReader();
    await rowOf(/api/);
    await reader.click(screen.getByRole('button', { name: 'Overdue' }));
    await reader.click(screen.getByRole('button', { name: 'Due this week' }));
    await reader.click(screen.getByRole('button', { name: 'New this week' }));
    await reader.click(
      await screen.findByRole('button', { name: 'Assigned to me' }),
    );
    await waitFor(() =>
      expect(location()).toBe(
        '/?due=week&new=week&rule=validate-resources&assignee=user%3Adefault%2Fguest',
      ),
    );
    await reader.click(
      screen.getByRole('button', {
        name: 'Show not only rule validate-resources',
      }),
    );
    await waitFor(() => expect(location()).not.toContain('rule'));
  });

  it('is ordered by what the backend can order by', async () => {
    const api = aFleetOfFindings();
    await render(api);
    await rowOf(/api/);
    await aReader().click(screen.getByRole('button', { name: 'Due' }));
    expect(location()).toBe('/?sort=due%2Casc');
    await waitFor(() =>
      expect(api.callsOf('listFindings').at(-1)).toEqual([
        { orderField: 'due,asc', limit: 100 },
      ]),
    );
  });

  it('says that there are more than were counted', async () => {
    const api = aFleetOfFindings();
    const list = api.listFindings.bind(api);
    api.listFindings = async query => ({
      ...(await list(query)),
      totalItems: 10_000,
      totalIsAtLeast: true,
    });
    await render(api);
    expect(await screen.findByText('at least 10000 findings')).toBeVisible();
  });

  it('saves what is filtered as CSV', async () => {
    const api = aFleetOfFindings();
    await render(api, '/?kind=Pod');
    await rowOf(/index/);
    await aReader().click(screen.getByRole('button', { name: 'CSV' }));
    await waitFor(() =>
      expect(jest.mocked(downloadText)).toHaveBeenLastCalledWith(
        'eks-findings-2026-11-23.csv',
        'policy,resource\r\nrequire-requests,index\r\n',
        'text/csv;charset=utf-8',
      ),
    );
  });

  it('says what would be here, and that silence is not compliance', async () => {
    await render(new FakePoliciesApi());
    expect(await screen.findByText('Nothing breaks a policy')).toBeVisible();
    expect(screen.getByText(/What is not read says nothing/)).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = aFleetOfFindings();
    api.listFindings = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The list of findings'),
    ).toBeInTheDocument();
  });

  it.each([
    [503, /The list of findings could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = aFleetOfFindings();
    api.failures.listFindings = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});

describe('a finding at the side', () => {
  useFixtureClock();
  giveElementsSize(1600);

  it('opens by a click and says all that is known', async () => {
    const api = aFleetOfFindings();
    api.findings[0] = aFinding({
      message: HOSTILE,
      exceptions: ['checkout/legacy'],
      properties: { controls: 'Privileged' },
      stale: true,
      links: [
        { title: 'Policy Reporter', url: 'https://reporter.example.com/f' },
        // eslint-disable-next-line no-script-url
        { title: 'Evil', url: 'javascript:alert(1)' },
      ],
    });
    await render(api);
    await aReader().click(
      await screen.findByRole('button', {
        name: 'Open Require resource requests on Deployment checkout/api',
      }),
    );
    expect(location()).toBe(`/?open=${FINGERPRINT}`);
    const panel = await screen.findByRole('dialog', {
      name: 'Require resource requests',
    });
    const inPanel = within(panel);
    expect(await inPanel.findByText(HOSTILE)).toBeVisible();
    expect(panel).toHaveTextContent('Deployment checkout/api');
    expect(panel).toHaveTextContent('payments by a label of the namespace');
    expect(panel).toHaveTextContent('prod-a · eu-west-1 · prod');
    expect(panel).toHaveTextContent('may be gone');
    expect(panel).toHaveTextContent('policy reports');
    expect(panel).toHaveTextContent(
      'kubectl --context arn:aws:eks:eu-west-1:111122223333:cluster/prod --namespace checkout get --output yaml -- deployment.v1.apps api',
    );
    expect(panel).toHaveTextContent('Privileged');
    expect(
      inPanel.getByRole('link', { name: 'https://runbooks.example.com/r' }),
    ).toBeVisible();
    expect(
      inPanel.getByRole('link', { name: 'checkout/legacy' }),
    ).toHaveAttribute(
      'href',
      `/eks-fleet/policies/exceptions?policy=${POLICY_ID}`,
    );
    expect(
      inPanel.getByRole('link', { name: 'Policy Reporter' }),
    ).toHaveAttribute('href', 'https://reporter.example.com/f');
    expect(inPanel.queryByRole('link', { name: 'Evil' })).toBeNull();
    await aReader().keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('is given to somebody, with a note', async () => {
    const api = aFleetOfFindings();
    await render(api, `/?open=${FINGERPRINT}`);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Assign' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Who looks after it?' }),
    );
    expect(dialog.getByRole('button', { name: 'Assign' })).toBeDisabled();
    await reader.click(await dialog.findByRole('button', { name: 'payments' }));
    expect(dialog.getByLabelText('User or group')).toHaveValue(
      'group:default/payments',
    );
    await reader.type(dialog.getByLabelText('Note'), 'this sprint');
    await reader.click(dialog.getByRole('button', { name: 'Assign' }));
    expect(await screen.findByText(/this sprint/)).toBeVisible();
    expect(api.callsOf('assignFinding')).toEqual([
      [
        FINGERPRINT,
        { assignee: 'group:default/payments', note: 'this sprint' },
      ],
    ]);
    await reader.click(screen.getByRole('button', { name: 'Assign anew' }));
    await reader.click(
      await screen.findByRole('button', { name: 'Take the assignment away' }),
    );
    await waitFor(() =>
      expect(api.callsOf('assignFinding').at(-1)).toEqual([
        FINGERPRINT,
        { assignee: '' },
      ]),
    );
  });

  it('says why it could not be given', async () => {
    const api = aFleetOfFindings();
    api.failures.assignFinding = responseError(403, 'It is not yours to give');
    await render(api, `/?open=${FINGERPRINT}`);
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: 'Assign' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Who looks after it?' }),
    );
    await reader.click(await dialog.findByRole('button', { name: 'payments' }));
    await reader.click(dialog.getByRole('button', { name: 'Assign' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'It is not yours to give',
    );
  });

  it('says that the one of a link is gone', async () => {
    await render(undefined, `/?open=${'1'.repeat(32)}`);
    expect(
      await screen.findByText('There is no such finding any more'),
    ).toBeVisible();
  });
});
