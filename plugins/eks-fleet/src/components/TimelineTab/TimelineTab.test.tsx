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
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { aReader, useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aTimelineEvent } from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { TimelineTab } from './TimelineTab';

const HOSTILE = '<img src=x onerror=alert(1)>';

function render(api: FakeFleetApi) {
  return renderPage(onEntityPage(<TimelineTab revision={0} />), { api });
}

describe('TimelineTab', () => {
  useFixtureClock();

  it('tells by day what happened, from whom that is known, and how good it was', async () => {
    const api = new FakeFleetApi();
    api.timeline = [
      aTimelineEvent({
        id: '2',
        at: '2026-11-21T09:30:00Z',
        kind: 'update',
        tone: 'bad',
        title: 'Update of node group workers failed',
        detail: `PodEvictionFailure: ${HOSTILE}`,
        source: 'EKS DescribeUpdate',
        reference: 'u-1',
      }),
      aTimelineEvent({ id: '1' }),
    ];
    const { container } = await render(api);
    const day = await screen.findByRole('region', { name: 'Sat 21 Nov 2026' });
    const [event] = within(day).getAllByRole('listitem');
    expect(event).toHaveTextContent(
      /update, failure: Update of node group workers failed/,
    );
    expect(event).toHaveTextContent(`PodEvictionFailure: ${HOSTILE}`);
    expect(event).toHaveTextContent('from EKS DescribeUpdate · reference u-1');
    expect(within(event).getByText(/^\d\d:30$/)).toHaveAttribute(
      'title',
      expect.stringContaining('21 Nov 2026 09:30:00 UTC'),
    );
    expect(container.querySelector('img')).toBeNull();
    expect(
      screen.getByRole('region', { name: 'Fri 20 Nov 2026' }),
    ).toHaveTextContent('Kubernetes version, good: Kubernetes 1.33 → 1.34');
  });

  it('loads more when asked, until there is no more', async () => {
    const api = new FakeFleetApi();
    api.timeline = Array.from({ length: 130 }, (_, index) =>
      aTimelineEvent({ id: `${index}`, title: `event ${index}` }),
    );
    await render(api);
    await screen.findByText('event 0');
    expect(screen.queryByText('event 129')).toBeNull();
    const more = screen.getByRole('button', { name: 'Load more' });
    await aReader().click(more);
    expect(await screen.findByText('event 129')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    expect(api.callsOf('listTimeline')).toEqual([
      ['default', 'prod-1a2b3c4d', { limit: 100 }],
      [
        'default',
        'prod-1a2b3c4d',
        { limit: 500, cursor: expect.stringContaining('"offset":100') },
      ],
    ]);
  });

  it('keeps what is there where more cannot be loaded', async () => {
    const api = new FakeFleetApi();
    api.timeline = Array.from({ length: 130 }, (_, index) =>
      aTimelineEvent({ id: `${index}`, title: `event ${index}` }),
    );
    await render(api);
    await screen.findByText('event 0');
    api.failure = responseError(503, 'The database sleeps');
    const reader = aReader();
    await reader.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database sleeps',
    );
    expect(screen.getByText('event 0')).toBeVisible();
    api.failure = undefined;
    await reader.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByText('event 129')).toBeVisible());
  });

  it('is loading while there is no answer', async () => {
    const api = new FakeFleetApi();
    api.listTimeline = () => new Promise(() => {});
    await render(api);
    expect(await screen.findByText('Loading The timeline')).toBeInTheDocument();
  });

  it('is empty where nothing happened', async () => {
    await render(new FakeFleetApi());
    expect(await screen.findByText('Nothing has happened yet')).toBeVisible();
  });

  it.each([
    [503, /The timeline could not be loaded.*The database sleeps/],
    [403, /eks-fleet\.cluster\.read/],
  ])('says why the backend answers %i', async (status, text) => {
    const api = new FakeFleetApi();
    api.failure = responseError(status, 'The database sleeps');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });
});
