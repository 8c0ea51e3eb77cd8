import { screen, waitFor, within } from '@testing-library/react';
import { anAlert, FakeAlertsApi } from '../../__testUtils__/alerts';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aCluster } from '../../__testUtils__/fleet';
import { renderPage } from '../../__testUtils__/render';
import { AlertsTab } from './AlertsTab';

const PROD = anAlert().clusters[0].arn;

function render(alertsApi: FakeAlertsApi, path = '/') {
  return renderPage(
    <AlertsTab cluster={aCluster({ arn: PROD })} revision={0} />,
    { alertsApi, path },
  );
}

describe('AlertsTab', () => {
  useFixtureClock();

  it('lists the alerts of the cluster alone, resolved ones too', async () => {
    const api = new FakeAlertsApi([
      anAlert(),
      anAlert({ fingerprint: 'f2', name: 'Old', state: 'resolved' }),
      anAlert({ fingerprint: 'f3', name: 'Elsewhere', clusters: [] }),
    ]);
    await render(api);
    const list = await screen.findByRole('list', { name: 'Alerts' });
    expect(
      within(list)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['KubeAPIErrorBudgetBurn', 'Old']);
    expect(api.callsOf('listAlerts')[0]).toMatchObject([
      { filter: { cluster: [PROD] } },
    ]);
  });

  it('opens an alert with its owner, runbook and what changed before', async () => {
    await render(
      new FakeAlertsApi([
        anAlert({
          changes: [{ at: '2026-11-23T11:20:00Z', message: 'coredns moved' }],
        }),
      ]),
    );
    const name = await screen.findByRole('button', {
      name: 'KubeAPIErrorBudgetBurn',
    });
    expect(name).toHaveAttribute('aria-expanded', 'false');
    await aReader().click(name);
    expect(await screen.findByText('coredns moved')).toBeVisible();
    expect(screen.getByText('payments')).toBeVisible();
    expect(name).toHaveAttribute('aria-expanded', 'true');
  });

  it.each([
    '/?view=alerts&fingerprint=f2',
    '/?view=alerts&alertname=NodeNotReady&startsAt=2026-11-23T11:25:00Z',
  ])('opens the alert that %s means, and lets it stand out', async path => {
    await render(
      new FakeAlertsApi([
        anAlert(),
        anAlert({ fingerprint: 'f2', name: 'NodeNotReady' }),
      ]),
      path,
    );
    const name = await screen.findByRole('button', { name: 'NodeNotReady' });
    await waitFor(() => expect(name).toHaveAttribute('aria-expanded', 'true'));
    expect(name.closest('li')).toHaveAttribute('aria-current', 'true');
    expect(
      screen.getByRole('button', { name: 'KubeAPIErrorBudgetBurn' }),
    ).toHaveAttribute('aria-expanded', 'false');
  });

  it('says that the alert of a link is gone, and lists what is known', async () => {
    await render(new FakeAlertsApi([anAlert()]), '/?fingerprint=f9');
    expect(
      await screen.findByText('There is no such alert any more'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'KubeAPIErrorBudgetBurn' }),
    ).toBeVisible();
  });

  it('is quiet where nothing fires', async () => {
    await render(new FakeAlertsApi());
    expect(
      await screen.findByText('Nothing fires on this cluster'),
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
