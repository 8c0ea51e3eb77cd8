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
import type {
  ExceptionProblem,
  PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { FakePoliciesApi } from '../../__testUtils__/FakePoliciesApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { aPreview } from '../../__testUtils__/exceptionRequests';
import {
  aClusterRef,
  aFinding,
  FINGERPRINT,
} from '../../__testUtils__/policies';
import { renderPage } from '../../__testUtils__/render';
import { AskException } from './AskException';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** Answers as the backend does, as far as it says what is missing. */
function aBackend() {
  const api = new FakePoliciesApi();
  api.preview = ask => {
    const problems: ExceptionProblem[] = [];
    if (!ask.reason) {
      problems.push({ field: 'reason', message: 'is missing' });
    }
    if (!ask.expiresAt) {
      problems.push({
        field: 'expiresAt',
        message: 'is missing; each exception has an end',
      });
    } else if (ask.expiresAt > '2027-01-22') {
      problems.push({
        field: 'expiresAt',
        message: 'is more than 60 days away',
      });
    }
    return aPreview({ problems });
  };
  return api;
}

const render = (
  api = aBackend(),
  finding: PolicyFinding = aFinding(),
  denied: string[] = [],
) =>
  renderPage(<AskException finding={finding} />, { policiesApi: api, denied });

async function open(reader: ReturnType<typeof aReader>) {
  await reader.click(
    await screen.findByRole('button', { name: 'Request exception' }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Request an exception',
  });
  await within(dialog).findByRole('textbox', { name: /Reason/ });
  return within(dialog);
}

describe('asking for an exception', () => {
  useFixtureClock();

  it('asks for what, where, why and until when, 30 days if nobody says otherwise', async () => {
    await render();
    const dialog = await open(aReader());
    expect(
      dialog.getByRole('radio', {
        name: 'Only Deployment checkout/api, with all that it makes',
      }),
    ).toBeChecked();
    expect(
      dialog.getByRole('radio', { name: 'The whole namespace checkout' }),
    ).not.toBeChecked();
    expect(dialog.getByRole('radio', { name: 'Only on prod' })).toBeChecked();
    expect(
      dialog.getByRole('radio', { name: /All clusters of|environment prod/ }),
    ).not.toBeChecked();
    expect(dialog.getByRole('textbox', { name: /Until/ })).toHaveValue(
      '2026-12-23',
    );
    expect(dialog.getByText(/at most 60 days from now/)).toBeVisible();
    // 90 days are more than it may last.
    expect(dialog.queryByRole('button', { name: '90 days' })).toBeNull();
    // Nobody is told of what could not be filled in yet.
    expect(dialog.queryByText('Reason is missing')).toBeNull();
  });

  it('says at each field what is wrong with it, until it is changed', async () => {
    const api = aBackend();
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    const until = dialog.getByRole('textbox', { name: /Until/ });
    await reader.clear(until);
    await reader.type(until, '2028-01-01');
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    const reason = dialog.getByRole('textbox', { name: /Reason/ });
    await waitFor(() =>
      expect(reason).toHaveAccessibleDescription(/Reason is missing/),
    );
    expect(reason).toBeInvalid();
    expect(until).toBeInvalid();
    expect(until).toHaveAccessibleDescription(
      /Until is more than 60 days away/,
    );
    expect(dialog.getByRole('textbox', { name: /Ticket/ })).toBeValid();
    await reader.click(dialog.getByRole('button', { name: '7 days' }));
    expect(until).toHaveValue('2026-11-30');
    expect(until).toBeValid();
    expect(reason).toBeInvalid();
    expect(api.callsOf('requestException')).toEqual([]);
  });

  it('shows what will happen and be written, and sends exactly that', async () => {
    const api = aBackend();
    const { container } = await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.click(
      dialog.getByRole('radio', { name: 'The whole namespace checkout' }),
    );
    await reader.type(dialog.getByRole('textbox', { name: /Reason/ }), HOSTILE);
    await reader.type(dialog.getByRole('textbox', { name: /Ticket/ }), 'OPS-7');
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(
      await dialog.findByText(
        /Somebody else, .* has to agree; then a pull request is opened\. It ends on 23 Dec 2026/,
      ),
    ).toBeVisible();
    expect(
      dialog.getByRole('region', { name: 'What changes in the repository' }),
    ).toHaveTextContent('+kind: PolicyException');
    expect(
      dialog.getByRole('region', { name: 'It covers 1 open finding' }),
    ).toHaveTextContent('Deployment checkout/api on prod');
    expect(
      dialog.getByText(
        'It covers all that the policy checks, not this check alone',
      ),
    ).toBeVisible();
    expect(
      dialog.getByRole('link', { name: 'https://git.example.com/fleet' }),
    ).toBeVisible();
    expect(api.callsOf('requestException')).toEqual([]);
    await reader.click(dialog.getByRole('button', { name: 'Ask for it' }));
    expect(
      await screen.findByRole('link', { name: 'Open the request' }),
    ).toHaveAttribute(
      'href',
      '/eks-fleet/policies/exceptions?tab=requests&request=r-new',
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    const ask = {
      finding: FINGERPRINT,
      scope: 'namespace',
      clusters: 'cluster',
      reason: HOSTILE,
      ticket: 'OPS-7',
      expiresAt: '2026-12-23',
    };
    expect(api.callsOf('requestException')).toEqual([[ask]]);
    expect(api.callsOf('previewException').at(-1)).toEqual([ask]);
    expect(container.querySelector('img')).toBeNull();
  });

  it('shows whole files where the repository could not be read', async () => {
    const api = new FakePoliciesApi();
    api.preview = () =>
      aPreview({
        diff: '',
        notes: ['The repository could not be read: it sleeps'],
        approval: 'git',
      });
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(
      await dialog.findByText('The repository could not be read: it sleeps'),
    ).toBeVisible();
    expect(
      dialog.getByText(/whoever merges it agrees to the exception/),
    ).toBeVisible();
    expect(
      dialog.getByRole('region', { name: /require-requests-api-1a2b3c4d/ }),
    ).toHaveTextContent('kind: PolicyException');
  });

  it('goes back to what was filled in', async () => {
    await render();
    const reader = aReader();
    const dialog = await open(reader);
    await reader.type(dialog.getByRole('textbox', { name: /Reason/ }), 'So');
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await reader.click(await dialog.findByRole('button', { name: 'Back' }));
    expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveValue('So');
  });

  it('says at once where it cannot be asked for at all', async () => {
    const api = new FakePoliciesApi();
    api.preview = () =>
      aPreview({
        problems: [
          { field: 'policy', message: 'Kubernetes knows no exceptions' },
        ],
      });
    await render(api);
    const dialog = await open(aReader());
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'It cannot be asked for',
    );
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'Kubernetes knows no exceptions',
    );
  });

  it('says in the words of the answer why it was refused, and keeps what was written', async () => {
    const api = aBackend();
    api.failures.requestException = responseError(
      409,
      'One is under way for the same',
    );
    await render(api);
    const reader = aReader();
    const dialog = await open(reader);
    await reader.type(dialog.getByRole('textbox', { name: /Reason/ }), 'So');
    await reader.click(dialog.getByRole('button', { name: 'Preview' }));
    await reader.click(
      await dialog.findByRole('button', { name: 'Ask for it' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'One is under way for the same',
    );
    await reader.click(dialog.getByRole('button', { name: 'Back' }));
    expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveValue('So');
    expect(dialog.queryByRole('alert')).toBeNull();
  });

  it.each([
    [503, /could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.exception\.request/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = aBackend();
    api.failures.previewException = responseError(
      status,
      'The database sleeps',
    );
    await render(api);
    const reader = aReader();
    await reader.click(
      await screen.findByRole('button', { name: 'Request exception' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByRole('alert')).toHaveTextContent(text);
    expect(dialog.getByRole('button', { name: 'Preview' })).toBeDisabled();
  });

  it('offers no environment where there is none', async () => {
    await render(
      aBackend(),
      aFinding({ cluster: aClusterRef({ environment: undefined }) }),
    );
    const dialog = await open(aReader());
    expect(dialog.getAllByRole('radio')).toHaveLength(3);
  });

  it.each<[string, Partial<PolicyFinding>, string[]]>([
    ['exempt already', { result: 'exempt' }, []],
    ['resolved', { resolvedAt: '2026-11-22T12:00:00Z' }, []],
    ['of a cluster without the right', {}, ['eks-fleet.exception.request']],
  ])('is not offered for a finding that is %s', async (_, part, denied) => {
    await render(aBackend(), aFinding(part), denied);
    // By then it is known what the reader may.
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(
      screen.queryByRole('button', { name: 'Request exception' }),
    ).toBeNull();
  });
});
