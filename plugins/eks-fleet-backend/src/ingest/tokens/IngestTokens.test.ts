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

import { DateTime } from 'luxon';
import { NOW } from '../../__testUtils__/clock';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { DatabaseIngestTokenStore } from './DatabaseIngestTokenStore';
import { IngestTokens } from './IngestTokens';
import { formatToken, parseAuthorization } from './tokenText';

jest.setTimeout(60_000);

const ALPHA = {
  arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha',
  createdAt: '2025-01-02T03:04:05.000Z',
};
const BETA = { ...ALPHA, arn: ALPHA.arn.replace('alpha', 'beta') };
const ADA = 'user:default/ada';
const databases = testDatabases();

describe.each(databases.eachSupportedId())('tokens on %s', databaseId => {
  let now: Date;
  let store: DatabaseIngestTokenStore;
  let tokens: IngestTokens;

  beforeEach(async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    await knex('ingest_tokens').delete();
    now = NOW;
    store = new DatabaseIngestTokenStore(knex);
    tokens = new IngestTokens({
      store,
      config: { defaultDays: 90, maxDays: 365 },
      now: () => now,
    });
  });

  const pass = (days: number) => {
    now = DateTime.fromJSDate(now).plus({ days }).toJSDate();
  };
  const issue = (label: string, days?: number, cluster = ALPHA) =>
    tokens.issue(cluster, { label, days }, ADA);
  const states = async (cluster = ALPHA) =>
    (await tokens.list(cluster)).items.map(({ label, state }) => [
      label,
      state,
    ]);

  it('keep no secret, and tell it once', async () => {
    const { token, ...issued } = await issue(' Policy Reporter ');
    expect(issued).toMatchObject({
      label: 'Policy Reporter',
      state: 'valid',
      issuedBy: ADA,
      issuedAt: NOW.toISOString(),
      expiresAt: '2027-02-21T12:00:00.000Z',
    });
    const parts = parseAuthorization(`Bearer ${token}`)!;
    expect(parts.id).toBe(issued.id);
    const kept = JSON.stringify(await store.find(issued.id));
    expect(kept).not.toContain(parts.secret);
    expect(JSON.stringify(await tokens.list(ALPHA))).not.toContain(
      parts.secret,
    );
  });

  it('are two at once at most, and the old one makes room for another', async () => {
    const { id } = await issue('old');
    await issue('new');
    await expect(issue('third')).rejects.toThrow(
      '2 tokens of this cluster are valid; revoke the one that is no longer used first',
    );
    await issue('other', undefined, BETA);
    await tokens.revoke(ALPHA, id, ADA);
    now = new Date(now.getTime() + 1);
    await issue('third');
    await expect(states()).resolves.toEqual([
      ['third', 'valid'],
      expect.anything(),
      expect.anything(),
    ]);
    await expect(states(BETA)).resolves.toEqual([['other', 'valid']]);
  });

  it('are not three when three people issue at the same moment', async () => {
    const issued = await Promise.allSettled(
      ['a', 'b', 'c'].map(label => issue(label)),
    );
    expect(issued.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      2,
    );
    await expect(states()).resolves.toHaveLength(2);
  });

  it('say that they end, end, and make room by that', async () => {
    await issue('first', 15);
    await issue('second', 30);
    pass(1);
    await expect(states()).resolves.toContainEqual(['first', 'expiresSoon']);
    await expect(store.countValid(now)).resolves.toEqual({
      valid: 1,
      expiresSoon: 1,
    });
    pass(14);
    await expect(states()).resolves.toContainEqual(['first', 'expired']);
    await issue('third', 30);
    await expect(states()).resolves.toContainEqual(['third', 'valid']);
  });

  it('last no longer than the configuration allows', async () => {
    await expect(issue('long', 366)).rejects.toThrow(
      'days: 366; a token lasts 365 days at most',
    );
  });

  it('are revoked once, and by the cluster that they are of', async () => {
    const { id } = await issue('old');
    await expect(tokens.revoke(BETA, id, ADA)).rejects.toThrow(
      'No valid token',
    );
    await tokens.revoke(ALPHA, id, ADA);
    await expect(tokens.revoke(ALPHA, id, ADA)).rejects.toThrow(
      'No valid token',
    );
    const [token] = (await tokens.list(ALPHA)).items;
    expect(token).toMatchObject({
      state: 'revoked',
      revokedBy: ADA,
      revokedAt: NOW.toISOString(),
    });
  });

  it('are nothing for a cluster that is made again under the name', async () => {
    await issue('one');
    await issue('two');
    const again = { ...ALPHA, createdAt: '2026-11-01T00:00:00.000Z' };
    await expect(states(again)).resolves.toEqual([
      [expect.any(String), 'ofFormerCluster'],
      [expect.any(String), 'ofFormerCluster'],
    ]);
    await issue('new', undefined, again);
    await expect(states(again)).resolves.toContainEqual(['new', 'valid']);
  });

  it('are forgotten some time after their end', async () => {
    await issue('short', 1);
    await issue('long', 365);
    pass(10);
    await store.prune(now);
    await expect(states()).resolves.toEqual([['long', 'valid']]);
  });

  it('remember their last use, and none that came before it', async () => {
    const { id } = await issue('used');
    await store.used(id, 'policy-reporter', NOW);
    await store.used(id, 'kube-bench', new Date(NOW.getTime() - 1));
    expect(await store.find(id)).toMatchObject({
      lastUsedAt: NOW.toISOString(),
      lastUsedFor: 'policy-reporter',
    });
  });
});

describe('parseAuthorization', () => {
  const id = '6f1c2f6e-1111-4222-8333-444455556666';
  const token = formatToken({ id, secret: 'x'.repeat(43) });

  it.each([
    ['nothing', undefined],
    ['another scheme', `Basic ${token}`],
    ['no secret', `Bearer eksfleet_${id}_`],
    ['a token of Backstage', 'Bearer a.b.c'],
    ['two tokens', `Bearer ${token} ${token}`],
  ])('finds none in %s', (_, header) => {
    expect(parseAuthorization(header)).toBeUndefined();
  });

  it('finds the parts of one of ours', () => {
    expect(parseAuthorization(`bearer ${token}`)).toEqual({
      id,
      secret: 'x'.repeat(43),
    });
  });
});
