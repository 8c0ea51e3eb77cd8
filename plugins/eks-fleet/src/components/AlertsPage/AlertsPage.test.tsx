import { screen, waitFor, within } from '@testing-library/react';
import {
  anAlert,
  anAlertSource,
  FakeAlertsApi,
} from '../../__testUtils__/alerts';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import { renderPage } from '../../__testUtils__/render';
import { AlertsPage } from './AlertsPage';

const HOSTILE = '<img src=x onerror=alert(1)>';
const location = () => screen.getByTestId('location').textContent;

function render(alertsApi: FakeAlertsApi, path = '/') {
  return renderPage(<AlertsPage />, { alertsApi, path });
}

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('AlertsPage', () => {
  useFixtureClock();
  giveElementsSize();

  it('tells of each alert how bad it is, of which cluster, whose, since when, and what to do', async () => {
    await render(
      new FakeAlertsApi([
        anAlert({ summary: HOSTILE }),
        anAlert({
          fingerprint: 'f2',
          name: 'NodeNotReady',
          severity: 'warning',
          ambiguous: true,
          clusters: [
            ...anAlert().clusters,
            { ...anAlert().clusters[0], arn: 'arn:2', name: 'prod-us' },
          ],
          runbook: undefined,
        }),
      ]),
    );
    const row = await rowOf(/KubeAPIErrorBudgetBurn/);
    expect(row).toHaveTextContent('critical');
    expect(row).toHaveTextContent('firing');
    expect(row).toHaveTextContent('payments');
    expect(row).toHaveTextContent('35 min. ago');
    expect(row).toHaveTextContent(HOSTILE);
    expect(row.querySelector('img')).toBeNull();
    expect(within(row).getByRole('link', { name: 'prod' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/prod-1a2b3c4d/eks-cluster?view=alerts&alertname=KubeAPIErrorBudgetBurn&fingerprint=f1',
    );
    expect(
      within(row).getByRole('link', {
        name: 'Runbook of KubeAPIErrorBudgetBurn',
      }),
    ).toHaveAttribute('href', 'https://runbooks.example.com/burn');
    const other = await rowOf(/NodeNotReady/);
    expect(other).toHaveTextContent('prod and 1 more');
    expect(other).toHaveTextContent('may mean any of several');
  });

  it('keeps its filters in the address and asks the backend with them', async () => {
    const api = new FakeAlertsApi([
      anAlert(),
      anAlert({ fingerprint: 'f2', name: 'NodeNotReady', severity: 'warning' }),
    ]);
    await render(api);
    await aReader().click(
      await screen.findByRole('button', { name: 'warning 1' }),
    );
    await waitFor(() => expect(location()).toBe('/?severity=warning'));
    await waitFor(() =>
      expect(
        screen.queryByRole('row', { name: /KubeAPIErrorBudgetBurn/ }),
      ).toBeNull(),
    );
    expect(api.callsOf('listAlerts').at(-1)).toEqual([
      { filter: { severity: ['warning'] }, limit: 100 },
    ]);
    await aReader().click(screen.getByRole('button', { name: 'resolved 0' }));
    expect(
      await screen.findByText('No alert fits these filters'),
    ).toBeVisible();
    await aReader().click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rowOf(/KubeAPIErrorBudgetBurn/)).toBeVisible();
  });

  it('opens an alert at the side, with what changed before and where to go on', async () => {
    const api = new FakeAlertsApi([
      anAlert({
        description: 'Since the upgrade.',
        changes: [
          {
            at: '2026-11-23T11:20:00Z',
            message: 'Control plane 1.33 → 1.34',
            rolloutId: 'r1',
            cellId: 'c1',
          },
        ],
        links: [
          { title: 'Alertmanager', url: 'https://alerts.example.com/f1' },
          { title: 'Evil', url: 'data:text/html,hostile' },
        ],
      }),
    ]);
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', {
        name: 'Open KubeAPIErrorBudgetBurn',
      }),
    );
    const panel = await screen.findByRole('dialog', {
      name: 'KubeAPIErrorBudgetBurn',
    });
    expect(location()).toBe('/?source=main&fingerprint=f1');
    expect(panel).toHaveTextContent('Since the upgrade.');
    expect(panel).toHaveTextContent('joined by label cluster_arn');
    expect(panel).toHaveTextContent('main (Alertmanager), seen 1 min. ago');
    expect(
      within(panel).getByRole('link', { name: 'Control plane 1.33 → 1.34' }),
    ).toHaveAttribute('href', '/eks-fleet/rollouts/r1/cells/c1');
    expect(
      within(panel).getByRole('link', { name: 'Alertmanager' }),
    ).toHaveAttribute('href', 'https://alerts.example.com/f1');
    expect(within(panel).queryByRole('link', { name: 'Evil' })).toBeNull();
    await reader.keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('opens the alert that a link names, and says where it is gone', async () => {
    await render(new FakeAlertsApi(), '/?source=main&fingerprint=f9');
    expect(
      await screen.findByText('There is no such alert any more'),
    ).toBeVisible();
  });

  it('says at the top which source cannot be read, and what that means', async () => {
    const api = new FakeAlertsApi([anAlert()]);
    api.sources = [
      anAlertSource({
        id: 'eu',
        state: 'unreachable',
        error: { code: 'unreachable', message: 'ECONNREFUSED' },
        lastSuccessAt: '2026-11-23T10:00:00Z',
      }),
      anAlertSource({ id: 'us', watchdog: 'lost' }),
      anAlertSource({ id: 'fine' }),
    ];
    await render(api);
    expect(
      await screen.findByText('Alerts of eu cannot be read: unreachable'),
    ).toBeVisible();
    expect(
      screen.getByText(/ECONNREFUSED Last read: 2 hr\. ago\..*no good news/),
    ).toBeVisible();
    expect(
      screen.getByText('The Watchdog of us has gone silent'),
    ).toBeVisible();
    expect(screen.queryByText(/fine/)).toBeNull();
  });

  it('tells silence from there being no source', async () => {
    const api = new FakeAlertsApi();
    await render(api);
    expect(await screen.findByText('Nothing fires')).toBeVisible();
  });

  it('says how to get alerts where there is no source', async () => {
    const api = new FakeAlertsApi();
    api.sources = [];
    await render(api);
    expect(
      await screen.findByText('No source of alerts is configured'),
    ).toBeVisible();
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeAlertsApi();
    api.listAlerts = () => new Promise(() => {});
    await render(api);
    expect(
      await screen.findByText('Loading The list of alerts'),
    ).toBeInTheDocument();
  });

  it.each([
    [503, /The list of alerts could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeAlertsApi();
    api.failure = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
