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
import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aCluster } from '../../__testUtils__/fleet';
import { aFinding, aReadiness } from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { ClusterReadinessTab } from './ClusterReadinessTab';

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
  options: { denied?: string[] } = {},
) {
  const api = new FakeFleetApi();
  api.readiness = aReadiness(part);
  await renderPage(
    onEntityPage(
      <ClusterReadinessTab cluster={aCluster({ name: 'prod' })} revision={0} />,
    ),
    { api, denied: options.denied },
  );
  return { api };
}

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
