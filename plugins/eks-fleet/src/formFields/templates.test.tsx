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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { act, screen, waitFor } from '@testing-library/react';
import { parse } from 'yaml';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { aReader } from '../__testUtils__/clock';
import { FakeRequestsApi } from '../__testUtils__/FakeRequestsApi';
import {
  clusterEntity,
  NAMESPACE_REF,
  namespaceEntity,
} from '../__testUtils__/formField';
import { renderPage } from '../__testUtils__/render';
import { aPreflight, PAYMENTS } from '../__testUtils__/requests';
import * as definitions from './definitions';

jest.setTimeout(60_000);

const TEMPLATES = resolve(__dirname, '../../../../templates');
const read = (name: string) =>
  parse(readFileSync(resolve(TEMPLATES, name, 'template.yaml'), 'utf8'));
const next = async (name = 'Next') =>
  aReader().click(await screen.findByRole('button', { name }));

/** Opens a template as the scaffolder does, with what an address fills in. */
async function open(name: string, initialState: any, api: FakeRequestsApi) {
  const { metadata, spec } = read(name);
  const onCreate = jest.fn();
  await renderPage(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: metadata.title,
          steps: spec.parameters.map((page: { title: string }) => ({
            title: page.title,
            schema: page,
          })),
        }}
        extensions={Object.values(definitions)}
        initialState={initialState}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    { requestsApi: api, entities: [namespaceEntity, clusterEntity] },
  );
  return onCreate;
}

describe('the fields in the templates that ship', () => {
  beforeAll(() => {
    window.scrollTo = () => {};
  });

  it('change a quota from what it is now, over its review', async () => {
    const api = new FakeRequestsApi();
    const onCreate = await open(
      'change-quota',
      { namespace: NAMESPACE_REF },
      api,
    );
    const [memory] = await screen.findAllByRole('textbox', {
      name: /^Memory\b/,
    });
    await waitFor(() => expect(memory).toHaveValue('16Gi'));
    await aReader().clear(memory);
    await aReader().type(memory, '32Gi');
    await waitFor(() =>
      expect(api.callsOf('preflightRequest').at(-1)).toMatchObject([
        { patch: { quota: { memoryRequests: '32Gi' } } },
      ]),
    );
    await next();
    await aReader().type(
      await screen.findByRole('textbox', { name: /^Reason/ }),
      'The sale',
    );
    expect(await screen.findByText('may go ahead')).toBeVisible();
    await next('Review');
    await next('Create');
    expect(onCreate).toHaveBeenCalledWith({
      namespace: NAMESPACE_REF,
      quota: expect.objectContaining({ memoryRequests: '32Gi', pods: 50 }),
      reason: 'The sale',
      review: {
        specHash: 'hash-in-git',
        commit: '0123456789abcdef0123456789abcdef01234567',
      },
    });
  });

  it('stay on a page whose name is taken, and say so', async () => {
    const api = new FakeRequestsApi();
    api.preflight = () =>
      aPreflight({
        verdict: {
          outcome: 'deny',
          reasons: [
            {
              code: 'nameTaken',
              outcome: 'deny',
              field: 'name',
              message: 'It is taken on prod.',
            },
          ],
        },
      });
    await open(
      'request-namespace',
      { owner: PAYMENTS, environment: 'prod', name: 'payments-batch' },
      api,
    );
    // The cluster that fits best is taken by itself.
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: /^prod/ })).toBeChecked(),
    );
    await act(async () => next());
    await waitFor(() =>
      expect(
        screen.getAllByText('It is taken on prod.').length,
      ).toBeGreaterThan(1),
    );
    expect(screen.getByRole('textbox', { name: /^Name/ })).toBeVisible();
  });
});
