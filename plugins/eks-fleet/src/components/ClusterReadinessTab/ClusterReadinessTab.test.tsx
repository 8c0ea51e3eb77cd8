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
import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aCluster } from '../../__testUtils__/fleet';
import {
  aFinding,
  anObservation,
  aReadiness,
} from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { ClusterReadinessTab } from './ClusterReadinessTab';

const HOSTILE = '<img src=x onerror=alert(1)>';
const WAIVER = {
  id: '6f1c2f6e-1111-4222-8333-444455556666',
  findingKey: 'addon-incompatible:metrics-server',
  reason: 'We remove it on Friday',
  until: '2026-12-24T23:59:59Z',
  by: 'user:default/pat',
  at: '2026-11-20T10:00:00Z',
  active: true,
};

async function render(
  part: Partial<Readiness> = {},
  options: { api?: FakeFleetApi; path?: string; denied?: string[] } = {},
) {
  const { api = new FakeFleetApi(), path, denied } = options;
  api.readiness = aReadiness(part);
  const rendered = await renderPage(
    onEntityPage(
      <ClusterReadinessTab cluster={aCluster({ name: 'prod' })} revision={0} />,
    ),
    { api, path, denied },
  );
  return { api, ...rendered };
}

describe('ClusterReadinessTab', () => {
  useFixtureClock();

  it('tells the verdict and the way', async () => {
    await render();
    expect(
      await screen.findByRole('heading', {
        name: 'Blocked for 1.35 by 1 finding',
      }),
    ).toBeVisible();
    const way = screen.getByRole('region', { name: 'The way' });
    expect(way).toHaveTextContent('Versions on the way: 1.34 → 1.35');
    expect(
      within(way)
        .getAllByRole('listitem')
        .map(step => step.textContent),
    ).toEqual([
      'Add-on metrics-serverv0.7.2 → v0.8.0v0.7.2 does not run on 1.35',
      'Control plane1.34 → 1.35',
    ]);
  });

  it.each<[string, Partial<Readiness>, RegExp]>([
    ['ready', { verdict: 'ready', findings: [] }, /^Ready for 1.35$/],
    [
      'not known',
      { verdict: 'unknown', findings: [aFinding({ severity: 'unknown' })] },
      /^Not known for 1.35: 1 question is open$/,
    ],
    [
      'at the target',
      { findings: [], hops: [], target: '1.34' },
      /^At 1.34 already$/,
    ],
  ])('says when it is %s', async (_, part, name) => {
    await render(part);
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it.each([
    ['2026-11-23T11:58:00Z', 'assessed 2 min. ago'],
    ['2026-11-23T12:00:02Z', 'assessed just now'],
  ])('says of %s when it was assessed', async (assessedAt, text) => {
    await render({ assessedAt });
    const heading = await screen.findByRole('heading', { name: /^Blocked/ });
    expect(heading.parentElement).toHaveTextContent(text);
  });

  it('shows findings by severity with all that is known of them', async () => {
    await render({
      findings: [
        aFinding({
          hop: '1.35',
          clearsAt: '2026-12-12T00:00:00Z',
          evidence: { source: 'addons', facts: { note: HOSTILE } },
        }),
        aFinding({
          key: 'w',
          severity: 'warning',
          message: 'Support ends soon',
          code: 'support-ends',
        }),
      ],
    });
    const blocking = await screen.findByRole('region', {
      name: 'Findings: blocks',
    });
    expect(blocking).toHaveTextContent(
      /metrics-server v0.7.2 does not run on 1.35/,
    );
    expect(blocking).toHaveTextContent('addon metrics-server');
    expect(blocking).toHaveTextContent('addon-incompatible');
    expect(blocking).toHaveTextContent('for 1.35');
    expect(blocking).toHaveTextContent(/payments/);
    expect(blocking).toHaveTextContent('since 12 days ago');
    expect(blocking).toHaveTextContent('clears by itself on 12 Dec 2026');
    expect(blocking).toHaveTextContent(
      'What to do: Update metrics-server to v0.8.0 first.',
    );
    expect(
      screen.getByRole('region', { name: 'Findings: warning' }),
    ).toHaveTextContent('Support ends soon');
  });

  it('unfolds the evidence, as text', async () => {
    const { container } = await render({
      findings: [
        aFinding({
          evidence: {
            source: 'addons',
            observedAt: '2026-11-23T11:50:00Z',
            facts: { note: HOSTILE },
          },
        }),
      ],
    });
    const summary = await screen.findByText('Evidence');
    expect(screen.getByText(HOSTILE)).not.toBeVisible();
    await aReader().click(summary);
    expect(screen.getByText(HOSTILE)).toBeVisible();
    expect(screen.getByText('From add-ons')).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('says what the verdict rests on, and why something is missing', async () => {
    await render({
      inputs: [
        {
          required: true,
          observation: anObservation({
            kind: 'insights',
            state: 'failing',
            error: {
              code: 'forbidden',
              message: 'eks:ListInsights is denied',
              since: '2026-11-23T09:00:00Z',
            },
          }),
        },
        {
          required: false,
          observation: anObservation({
            kind: 'kubernetesNodes',
            state: 'missing',
            observedAt: undefined,
          }),
        },
      ],
    });
    const table = await screen.findByRole('table', {
      name: 'What the verdict rests on',
    });
    const [, insights, nodes] = within(table).getAllByRole('row');
    expect(insights).toHaveTextContent(
      /^insightsrequiredfailing10 min. agoaccess denied: eks:ListInsights is denied since 3 hr. ago/,
    );
    expect(nodes).toHaveTextContent(/^nodesoptionalnever observednever/);
  });

  it('asks for another target, and keeps that in the URL', async () => {
    const { api } = await render({}, { path: '/?view=readiness' });
    const reader = aReader();
    await reader.click(await screen.findByRole('button', { name: /Target/ }));
    await reader.click(
      await screen.findByRole('option', { name: 'Kubernetes 1.36' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('location')).toHaveTextContent(
        '/?view=readiness&target=1.36',
      ),
    );
    await waitFor(() =>
      expect(api.callsOf('getReadiness').at(-1)).toEqual([
        'default',
        'prod-1a2b3c4d',
        '1.36',
      ]),
    );
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.getReadiness = () => new Promise(() => {});
    await render({}, { api });
    expect(
      await screen.findByText('Loading The readiness of the cluster'),
    ).toBeInTheDocument();
  });

  it('says so where nothing was found', async () => {
    await render({ verdict: 'ready', findings: [] });
    expect(await screen.findByText('Nothing was found.')).toBeVisible();
  });

  it.each([
    [
      503,
      /The readiness of the cluster could not be loaded.*The database sleeps/,
    ],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeFleetApi();
    api.failure = responseError(status, 'The database sleeps');
    await render({}, { api });
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('says which versions there are where the one that was asked for is none', async () => {
    const api = new FakeFleetApi();
    api.failures.getReadiness = responseError(
      404,
      'prod has no verdict for 1.99; there are 1.35, 1.36',
    );
    await render({}, { api, path: '/?view=readiness&target=1.99' });
    expect(await screen.findByText(/there are 1.35, 1.36/)).toBeVisible();
    delete api.failures.getReadiness;
    await aReader().click(screen.getByRole('button', { name: 'Next minor' }));
    expect(
      await screen.findByRole('heading', { name: /^Blocked for 1.35/ }),
    ).toBeVisible();
    expect(screen.getByTestId('location')).toHaveTextContent(
      /^\/\?view=readiness$/,
    );
  });

  it('keeps what was read when reading it again fails', async () => {
    const { api } = await render();
    await screen.findByRole('heading', { name: /^Blocked for 1.35/ });
    api.failure = responseError(503, 'The database sleeps');
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText(/Shown as of/)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: /^Blocked for 1.35/ }),
    ).toBeVisible();
  });
});

describe('waiving a finding', () => {
  useFixtureClock();

  const open = async () => {
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: /^Waive: metrics-server/ }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Go on in spite of this?',
    });
    return { reader, dialog };
  };
  const choose = async (
    reader: ReturnType<typeof aReader>,
    dialog: HTMLElement,
    digits: string,
  ) => {
    const [first] = within(dialog).getAllByRole('spinbutton');
    await reader.click(first);
    await reader.keyboard(digits);
  };

  it('asks why and until when, then reads again', async () => {
    const { api } = await render();
    const { reader, dialog } = await open();
    await reader.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      '  We remove it on Friday ',
    );
    await choose(reader, dialog, '12242026');
    const before = api.callsOf('getReadiness').length;
    await reader.click(within(dialog).getByRole('button', { name: 'Waive' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('createWaiver')).toEqual([
      [
        'default',
        'prod-1a2b3c4d',
        {
          findingKey: 'addon-incompatible:metrics-server',
          reason: 'We remove it on Friday',
          until: new Date('2026-12-24T23:59:59').toISOString(),
        },
      ],
    ]);
    expect(api.callsOf('getReadiness')).toHaveLength(before + 1);
  });

  it('asks for what is missing, and sends nothing', async () => {
    const { api } = await render();
    const { reader, dialog } = await open();
    await reader.click(within(dialog).getByRole('button', { name: 'Waive' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Say why. Choose a day.',
    );
    await choose(reader, dialog, '11012026');
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Choose a day that is not over.',
    );
    expect(api.callsOf('createWaiver')).toEqual([]);
  });

  it('says what failed, and keeps what was written', async () => {
    const { api } = await render();
    api.failures.createWaiver = responseError(403, 'Only a person may waive');
    const { reader, dialog } = await open();
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await reader.type(reason, 'because');
    await choose(reader, dialog, '12242026');
    await reader.click(within(dialog).getByRole('button', { name: 'Waive' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Only a person may waive',
    );
    expect(reason).toHaveValue('because');
  });

  it('is closed by Esc without sending anything', async () => {
    const { api } = await render();
    const { reader } = await open();
    await reader.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('createWaiver')).toEqual([]);
  });

  it('shows who waived until when and why, and ends it when asked', async () => {
    const { api } = await render({
      verdict: 'ready',
      findings: [aFinding({ waiver: WAIVER })],
    });
    expect(
      await screen.findByText(
        'Waived until 24 Dec 2026 by pat: We remove it on Friday',
      ),
    ).toBeVisible();
    const reader = aReader();
    await reader.click(
      screen.getByRole('button', { name: /^End waiver: metrics-server/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await reader.click(
      within(dialog).getByRole('button', { name: 'End waiver' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.callsOf('endWaiver')).toEqual([
      ['default', 'prod-1a2b3c4d', WAIVER.id],
    ]);
  });

  it('tells of a waiver that ended, and lets one waive again', async () => {
    await render({
      findings: [aFinding({ waiver: { ...WAIVER, active: false } })],
    });
    expect(
      await screen.findByText(/^A waiver of pat ended on 24 Dec 2026/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /^Waive:/ })).toBeVisible();
  });

  it('is offered only to who may, and only for what stands in the way', async () => {
    await render({}, { denied: ['eks-fleet.readiness.waive'] });
    await screen.findByRole('heading', { name: /^Blocked/ });
    expect(screen.queryByRole('button', { name: /^Waive/ })).toBeNull();
  });

  it('is not offered for a warning', async () => {
    await render({
      verdict: 'ready',
      findings: [aFinding({ severity: 'warning' })],
    });
    await screen.findByRole('region', { name: 'Findings: warning' });
    expect(screen.queryByRole('button', { name: /^Waive/ })).toBeNull();
  });
});
