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

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { fleetCluster } from './__testUtils__/fleet';
import { fakeCollector } from './__testUtils__/startWorker';
import {
  configureCollectors,
  readCollectorConfig,
} from './readCollectorConfig';

const COLLECTORS = [
  fakeCollector('nodegroups', async () => 'nodegroups', {
    appliesTo: ({ name }) => name !== 'beta',
  }),
  fakeCollector('insights', async () => 'insights', {
    schedule: {
      everySeconds: 3600,
      timeoutSeconds: 60,
      freshForSeconds: 86_400,
    },
  }),
];

describe('configureCollectors', () => {
  const configure = (collectors?: JsonObject) =>
    configureCollectors(
      COLLECTORS,
      readCollectorConfig(new ConfigReader({ eksFleet: { collectors } })),
    );
  const schedules = (collectors?: JsonObject) =>
    Object.fromEntries(
      configure(collectors).map(({ kind, schedule }) => [kind, schedule]),
    );

  it('leaves collectors as they are where nothing is said', () => {
    expect(configure()).toEqual(COLLECTORS);
    expect(configure({})).toEqual(COLLECTORS);
  });

  it('switches collectors off', () => {
    expect(schedules({ insights: { enabled: false } })).toEqual({
      nodegroups: COLLECTORS[0].schedule,
    });
  });

  it('takes frequencies and timeouts in every form of a duration', () => {
    expect(
      schedules({
        nodegroups: { frequency: { minutes: 5 }, timeout: 'PT20S' },
        insights: { timeout: '2m' },
      }),
    ).toEqual({
      nodegroups: {
        everySeconds: 300,
        timeoutSeconds: 20,
        freshForSeconds: undefined,
      },
      insights: {
        everySeconds: 3600,
        timeoutSeconds: 120,
        freshForSeconds: 86_400,
      },
    });
  });

  it('lets an observation age with its own frequency', () => {
    expect(schedules({ insights: { frequency: { hours: 2 } } })).toMatchObject({
      insights: { everySeconds: 7200, freshForSeconds: undefined },
    });
  });

  it('still asks the collector itself', async () => {
    const [nodegroups] = configure({ nodegroups: { timeout: '10s' } });
    const beta = fleetCluster({ name: 'beta' });
    expect(nodegroups.appliesTo!(beta)).toBe(false);
    expect(nodegroups.appliesTo!(fleetCluster())).toBe(true);
    expect(await nodegroups.collect(beta, {} as never)).toBe('nodegroups');
  });

  it.each([
    [
      'a kind that nothing collects',
      { nodegrops: { enabled: false } },
      'eksFleet.collectors.nodegrops: nothing collects nodegrops; there are insights, nodegroups',
    ],
    [
      'a frequency that is too high',
      { insights: { frequency: { seconds: 5 } } },
      'eksFleet.collectors.insights.frequency: 5 seconds; it is between 30 and 604800 seconds',
    ],
    [
      'a timeout that is too long',
      { insights: { timeout: { hours: 2 } } },
      'eksFleet.collectors.insights.timeout: 7200 seconds',
    ],
    [
      'what is no duration',
      { insights: { frequency: 'often' } },
      'eksFleet.collectors.insights.frequency',
    ],
    [
      'a switch that is none',
      { insights: { enabled: 'perhaps' } },
      'eksFleet.collectors.insights.enabled',
    ],
  ])('refuses %s and names the key', (_, collectors, message) => {
    expect(() => configure(collectors)).toThrow(message);
  });

  it('minds no Kubernetes facts that are configured while none are read', () => {
    expect(configure({ kubernetesNodes: { timeout: '30s' } })).toEqual(
      COLLECTORS,
    );
  });

  it('refuses two collectors of one kind', () => {
    expect(() =>
      configureCollectors([...COLLECTORS, COLLECTORS[0]], new Map()),
    ).toThrow('There are two collectors of nodegroups');
  });
});
