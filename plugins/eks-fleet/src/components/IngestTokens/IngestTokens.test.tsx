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

import { screen, within } from '@testing-library/react';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aToken } from '../../__testUtils__/ingestTokens';
import { renderPage } from '../../__testUtils__/render';
import { IngestTokensButton } from './IngestTokensButton';

const CLUSTER = {
  entityRef: 'resource:default/prod-1a2b3c4d',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/prod',
  name: 'prod',
};

async function render(
  options: { api?: FakePoliciesApi; denied?: string[] } = {},
) {
  const { api = new FakePoliciesApi(), denied } = options;
  await renderPage(<IngestTokensButton cluster={CLUSTER} />, {
    policiesApi: api,
    denied,
  });
  return api;
}

async function open(api = new FakePoliciesApi()) {
  await render({ api });
  const reader = aReader();
  await reader.click(
    await screen.findByRole('button', { name: 'Push tokens' }),
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Push tokens of prod' }),
  );
  return { api, reader, dialog };
}

describe('tokens of a cluster', () => {
  useFixtureClock();

  it('are nothing for who may not manage them', async () => {
    await render({ denied: ['eks-fleet.ingest.manage'] });
    expect(screen.queryByRole('button', { name: 'Push tokens' })).toBeNull();
  });

  it('say who issued them, who uses them, and how long they are valid', async () => {
    const api = new FakePoliciesApi();
    api.tokens = [
      aToken({
        state: 'expiresSoon',
        lastUsedAt: '2026-11-20T11:56:00Z',
        lastUsedFor: 'policy-reporter',
      }),
      aToken({
        id: 'token-0',
        label: 'Old one',
        state: 'revoked',
        revokedBy: 'user:default/kim',
      }),
    ];
    const { dialog } = await open(api);
    const table = await dialog.findByRole('table', { name: 'Tokens' });
    const row = within(table).getByRole('row', { name: /^Policy Reporter/ });
    expect(row).toHaveTextContent('expires soon');
    expect(row).toHaveTextContent('by pat');
    expect(row).toHaveTextContent('by Policy Reporter');
    const old = within(table).getByRole('row', { name: /^Old one/ });
    expect(old).toHaveTextContent('revoked');
    expect(old).toHaveTextContent('by kim');
    expect(old).toHaveTextContent('never');
    expect(
      within(table).queryByRole('button', { name: 'Revoke Old one' }),
    ).toBeNull();
    expect(api.callsOf('listIngestTokens')[0]).toEqual([
      'default',
      'prod-1a2b3c4d',
    ]);
  });

  it('are told once, with what the tools are to be given', async () => {
    const { api, dialog, reader } = await open();
    await dialog.findByText('No token yet');
    await reader.type(
      dialog.getByRole('textbox', { name: /What for/ }),
      ' Policy Reporter ',
    );
    await reader.click(dialog.getByRole('button', { name: 'Issue a token' }));
    expect(
      await dialog.findByText('Copy the token now: it is not shown again.'),
    ).toBeVisible();
    expect(api.callsOf('issueIngestToken')).toEqual([
      ['default', 'prod-1a2b3c4d', { label: 'Policy Reporter', days: 90 }],
    ]);
    expect(dialog.getByRole('region', { name: 'Token' })).toHaveTextContent(
      'eksfleet_0000_secret',
    );
    const values = dialog.getByRole('region', {
      name: 'Values of Policy Reporter’s chart',
    });
    expect(values).toHaveTextContent('/ingest/policy-reporter');
    expect(values).toHaveTextContent(
      'Authorization: Bearer eksfleet_0000_secret',
    );
    expect(
      await dialog.findByRole('row', { name: /^Policy Reporter/ }),
    ).toHaveTextContent('valid');
  });

  it('are asked for with what is missing, and nothing is sent', async () => {
    const { api, dialog, reader } = await open();
    const days = await dialog.findByRole('textbox', { name: /Valid for days/ });
    await reader.clear(days);
    await reader.type(days, '400');
    await reader.click(dialog.getByRole('button', { name: 'Issue a token' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Say what it is for. Choose a number of days from 1 to 365.',
    );
    expect(api.callsOf('issueIngestToken')).toEqual([]);
  });

  it('say what failed, and keep what was written', async () => {
    const api = new FakePoliciesApi();
    api.failures.issueIngestToken = responseError(403, 'Only a person may');
    const { dialog, reader } = await open(api);
    const label = await dialog.findByRole('textbox', { name: /What for/ });
    await reader.type(label, 'kube-bench');
    await reader.click(dialog.getByRole('button', { name: 'Issue a token' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Only a person may',
    );
    expect(label).toHaveValue('kube-bench');
  });

  it('are revoked when it is asked twice', async () => {
    const api = new FakePoliciesApi();
    api.tokens = [aToken()];
    const { dialog, reader } = await open(api);
    await reader.click(
      await dialog.findByRole('button', { name: 'Revoke Policy Reporter' }),
    );
    expect(
      dialog.getByText(/What still uses it is turned away at once/),
    ).toBeVisible();
    expect(api.callsOf('revokeIngestToken')).toEqual([]);
    await reader.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(
      await dialog.findByRole('row', { name: /Policy Reporter.*revoked/ }),
    ).toBeVisible();
    expect(api.callsOf('revokeIngestToken')).toEqual([
      ['default', 'prod-1a2b3c4d', 'token-1'],
    ]);
  });

  it('are not issued while two are valid', async () => {
    const api = new FakePoliciesApi();
    api.tokens = [aToken(), aToken({ id: 'token-2', label: 'New one' })];
    const { dialog } = await open(api);
    expect(
      await dialog.findByText(/As many tokens are valid as may be/),
    ).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Issue a token' })).toBeNull();
  });

  it('are not shown to whom the backend refuses', async () => {
    const api = new FakePoliciesApi();
    api.failures.listIngestTokens = responseError(403, 'no');
    const { dialog } = await open(api);
    expect(
      await dialog.findByText(/needs the permission eks-fleet.ingest.manage/),
    ).toBeVisible();
  });
});
