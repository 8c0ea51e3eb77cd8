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
import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FakeFleetApi, responseError } from '../../__testUtils__/FakeFleetApi';
import { useFixtureClock } from '../../__testUtils__/clock';
import { onEntityPage } from '../../__testUtils__/entity';
import { aFinding, aReadiness } from '../../__testUtils__/readiness';
import { renderPage } from '../../__testUtils__/render';
import { NextStepCard } from './NextStepCard';

function render(api: FakeFleetApi) {
  return renderPage(onEntityPage(<NextStepCard revision={0} />), { api });
}

describe('the next step', () => {
  useFixtureClock();

  it.each<[string, Partial<Readiness>, RegExp]>([
    [
      'blocked',
      {
        findings: [
          aFinding(),
          aFinding({ key: 'b', message: 'checkout/api allows 0' }),
          aFinding({ key: 'c', message: 'a third' }),
          aFinding({ key: 'd', severity: 'warning', message: 'a warning' }),
        ],
      },
      /^Blocked for 1.35 by 3: metrics-server v0.7.2 does not run on 1.35; checkout\/api allows 0$/,
    ],
    [
      'unknown',
      {
        verdict: 'unknown',
        findings: [
          aFinding({ severity: 'unknown', message: 'add-ons are not known' }),
        ],
      },
      /^Not known for 1.35: add-ons are not known$/,
    ],
    ['ready', { verdict: 'ready', findings: [] }, /^Ready for 1.35.$/],
    [
      'at the end',
      { findings: [], hops: [], target: '1.34' },
      /^There is no later version to move to.$/,
    ],
  ])('says of a cluster that is %s what comes next', async (_, part, text) => {
    const api = new FakeFleetApi();
    api.readiness = aReadiness(part);
    await render(api);
    expect(await screen.findByText(text)).toBeVisible();
    expect(api.callsOf('getReadiness')[0]).toEqual([
      'default',
      'prod-1a2b3c4d',
      'next',
    ]);
  });

  it('leads to the readiness', async () => {
    const api = new FakeFleetApi();
    api.readiness = aReadiness();
    await render(api);
    expect(
      await screen.findByRole('link', { name: 'Readiness' }),
    ).toHaveAttribute('href', '/?view=readiness');
  });

  it('is not there where it alone cannot be read', async () => {
    const api = new FakeFleetApi();
    api.failures.getReadiness = responseError(503, 'The database sleeps');
    await render(api);
    await waitFor(() => expect(screen.queryByText('Next step')).toBeNull());
    expect(api.callsOf('getReadiness')).toHaveLength(1);
  });
});
