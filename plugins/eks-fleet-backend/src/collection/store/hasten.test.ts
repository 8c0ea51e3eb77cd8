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

import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { at, fleetCluster, NOON } from '../__testUtils__/fleet';
import { DatabaseObservationStore } from './DatabaseObservationStore';
import { prepareDocument } from './prepareDocument';
import type { Claim } from './types';

jest.setTimeout(60_000);

const ALPHA = fleetCluster();
const KINDS = ['addons', 'nodegroups'];

const databases = testDatabases();

describe.each(databases.eachSupportedId())('hasten on %s', id => {
  let knex: Knex;
  let store: DatabaseObservationStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    store = new DatabaseObservationStore(knex);
  });

  beforeEach(async () => {
    await knex('observations').delete();
    await store.sync([ALPHA], KINDS, () => KINDS, NOON);
  });

  const claim = (second = 0) =>
    store.claim({
      owner: 'me',
      now: at(second),
      kinds: KINDS,
      limit: 100,
      perTarget: 100,
      leaseSeconds: 90,
    });
  const due = async (second: number) =>
    (await claim(second)).map(({ kind }) => kind);
  const succeed = (taken: Claim) =>
    store.succeed(taken, {
      document: prepareDocument({}),
      startedAt: NOON,
      freshUntil: at(2700),
      nextAt: at(900),
    });
  const collect = async () => {
    for (const taken of await claim()) {
      await succeed(taken);
    }
  };
  const hasten = (second: number, kind = 'nodegroups') =>
    store.hasten({ arn: ALPHA.arn, kind }, at(second));

  it('makes one kind due now, and is no refresh that somebody asked for', async () => {
    await collect();
    expect(await due(100)).toEqual([]);
    await hasten(100);
    expect(await due(100)).toEqual(['nodegroups']);
    expect(await store.progress(ALPHA.arn, at(100))).toEqual({
      total: 0,
      done: 0,
      running: false,
    });
  });

  it('has what is being collected collected again at once', async () => {
    const claims = await claim();
    await hasten(5);
    for (const taken of claims) {
      await succeed(taken);
    }
    expect(await due(4)).toEqual([]);
    expect(await due(5)).toEqual(['nodegroups']);
  });

  it('leaves what is due already in its place', async () => {
    await hasten(50);
    expect(await due(10)).toEqual(KINDS);
  });

  it('lets what fails wait as long as it was to, and what nobody collects be', async () => {
    for (const taken of await claim()) {
      await store.fail(taken, {
        error: { code: 'forbidden', message: 'denied' },
        startedAt: NOON,
        nextAt: at(60),
      });
    }
    await hasten(10);
    expect(await due(59)).toEqual([]);
    await store.sync([ALPHA], KINDS, () => [], at(60));
    await hasten(70);
    await hasten(70, 'unheard');
    expect(await due(100)).toEqual([]);
  });

  it('changes nothing about how long an observation is fresh', async () => {
    await collect();
    const before = await store.of(ALPHA.arn);
    await hasten(100);
    expect(await store.of(ALPHA.arn)).toEqual(before);
  });
});
