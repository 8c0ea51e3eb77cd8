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

import { screen, waitFor } from '@testing-library/react';
import copy from 'copy-to-clipboard';
import { AlertApiForwarder } from '@backstage/core-app-api';
import { responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { giveElementsSize } from '../../__testUtils__/layout';
import { aReadinessItem } from '../../__testUtils__/readiness';
import { aReadinessFleet } from '../../__testUtils__/readinessFleet';
import { renderPage } from '../../__testUtils__/render';
import { ReadinessPage } from './ReadinessPage';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

describe('taking it elsewhere', () => {
  useFixtureClock();
  giveElementsSize();
  beforeEach(() => jest.mocked(copy).mockClear());

  it.each([
    [
      '/',
      '| metrics-server has no version that runs on 1.35 | 2 | payments 2 |',
    ],
    [
      '/?tab=clusters&verdict=ready',
      '| gamma | ready | 1.34 → 1.35 | 0 |   |   |',
    ],
  ])('copies what %s shows as Markdown', async (path, line) => {
    await renderPage(<ReadinessPage />, { api: aReadinessFleet(), path });
    await aReader().click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    await waitFor(() => expect(copy).toHaveBeenCalled());
    const text = jest.mocked(copy).mock.lastCall![0];
    expect(text).toContain('### Readiness for Next minor');
    expect(text).toContain(line);
    expect(text).not.toContain('<img');
  });

  it('saves all clusters that fit as CSV, however many pages they take', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:csv';
    };
    URL.revokeObjectURL = () => {};
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const api = aReadinessFleet();
    api.verdicts = Array.from({ length: 1200 }, (_, index) =>
      aReadinessItem({ name: `c-${index}` }),
    );
    await renderPage(<ReadinessPage />, { api, path: '/?tab=clusters' });
    await aReader().click(await screen.findByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    const text = await new Response(saved[0]).text();
    expect(text.trim().split('\r\n')).toHaveLength(1201);
    expect(saved[0].type).toContain('text/csv');
    click.mockRestore();
  });

  it('says so where it cannot be read', async () => {
    const api = aReadinessFleet();
    const alertApi = new AlertApiForwarder();
    const messages: string[] = [];
    alertApi.alert$().subscribe(({ message }) => messages.push(message));
    await renderPage(<ReadinessPage />, { api, alertApi });
    await screen.findByRole('row', { name: /metrics-server/ });
    api.failure = responseError(503, 'The database sleeps');
    await aReader().click(
      screen.getByRole('button', { name: 'Copy as Markdown' }),
    );
    await waitFor(() =>
      expect(messages).toEqual(['That could not be read: The database sleeps']),
    );
    expect(copy).not.toHaveBeenCalled();
  });
});
