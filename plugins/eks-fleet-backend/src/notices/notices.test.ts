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

import type { ReadinessFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aClusterRecord, anUpdate } from '../__testUtils__/observations';
import type { ObservationChange } from '../collection/types';
import { SupportCalendar } from '../versions/SupportCalendar';
import type { ReadinessChange } from '../readiness/ReadinessListener';
import { blockerNotices } from './blockerNotices';
import { findSupportNotices } from './findSupportNotices';
import { newsOf } from './newsOf';
import { updateNotices } from './updateNotices';

describe('findSupportNotices', () => {
  const calendar = new SupportCalendar([
    {
      partition: 'aws',
      observedAt: '2026-11-23T00:00:00Z',
      versions: [
        {
          version: '1.33',
          endOfStandardSupport: '2027-03-01T00:00:00Z',
          endOfExtendedSupport: '2028-03-01T00:00:00Z',
        },
      ],
    },
  ]);
  const told = (now: string, more = {}) =>
    findSupportNotices(aClusterRecord(more), { calendar, now: new Date(now) });

  it.each([
    ['2026-12-20T00:00:00Z', undefined],
    ['2026-12-31T00:00:00Z', '1.33/standard/60'],
    ['2027-01-31T00:00:00Z', '1.33/standard/30'],
    ['2027-02-22T00:00:00Z', '1.33/standard/7'],
    ['2027-02-28T23:00:00Z', '1.33/standard/7'],
    ['2027-03-01T00:00:00Z', undefined],
    ['2028-02-25T00:00:00Z', '1.33/extended/7'],
    ['2028-03-02T00:00:00Z', undefined],
  ])('on %s tells %s', (now, fingerprint) => {
    expect(told(now)[0]?.fingerprint).toBe(fingerprint);
  });

  it.each([
    ['2027-02-22T00:00:00Z', 'in 7 days'],
    ['2027-02-27T12:00:00Z', 'in 1 day'],
    ['2027-02-28T23:00:00Z', 'in less than a day'],
  ])('says on %s that it ends %s', (now, words) => {
    expect(told(now)[0].title).toMatch(new RegExp(`${words}$`));
  });

  it('keeps one scope for all that is told of one cluster, so that the later replaces the earlier', () => {
    const [first] = told('2026-12-31T00:00:00Z');
    const [second] = told('2027-02-22T00:00:00Z');
    expect(first.scope).toBe(second.scope);
  });

  it('says what happens then, by the policy of the cluster', () => {
    expect(told('2027-02-22T00:00:00Z')[0].description).toMatch(/price/);
    expect(
      told('2027-02-22T00:00:00Z', { supportType: 'STANDARD' })[0].description,
    ).toMatch(/by itself/);
  });

  it('tells nobody where nobody is the owner', () => {
    expect(told('2027-02-22T00:00:00Z', { owner: '' })).toEqual([]);
  });
});

describe('updateNotices', () => {
  const change = (before: unknown, after: unknown): ObservationChange => ({
    cluster: {} as ObservationChange['cluster'],
    kind: 'updates',
    source: 'collector',
    before,
    after,
    at: '2026-11-23T12:00:00Z',
  });
  const updates = (...list: Parameters<typeof anUpdate>[0][]) => ({
    updates: list.map(anUpdate),
    unreadable: [],
  });
  const failed = {
    status: 'Failed',
    nodegroup: 'general',
    errors: [
      { code: 'PodEvictionFailure', message: 'too long', resourceIds: [] },
    ],
  };

  it.each([
    ['the first look', undefined, updates(failed), 0],
    [
      'one that fails now',
      updates({ status: 'InProgress' }),
      updates(failed),
      1,
    ],
    ['one that had failed already', updates(failed), updates(failed), 0],
    ['one that succeeds', updates({ status: 'InProgress' }), updates({}), 0],
  ])('of %s', (_, before, after, count) => {
    const notices = updateNotices(change(before, after), aClusterRecord());
    expect(notices).toHaveLength(count);
  });

  it('names what failed and how', () => {
    const [notice] = updateNotices(
      change(updates(), updates(failed)),
      aClusterRecord(),
      '/fleet',
    );
    expect(notice).toMatchObject({
      owner: 'group:default/payments',
      title: 'alpha: version update of general failed',
      description: 'PodEvictionFailure: too long',
      together: { title: 'version update failed' },
      link: expect.stringMatching(/^\/fleet\/go\?arn=.*view=timeline$/),
    });
  });
});

describe('blockerNotices', () => {
  const finding = {
    key: 'addon/coredns',
    causeKey: 'addon-incompatible:coredns:1.34',
    message: 'coredns v1.9 does not run on 1.34.',
    fix: 'Move it to v1.12.',
  } as ReadinessFinding;

  it('goes to the owner of the cluster, whatever owner its workloads claim', () => {
    const to = (owner: string) =>
      blockerNotices(
        aClusterRecord({ owner }),
        [{ ...finding, owner: 'group:default/everybody' }],
        { target: '1.34' },
      ).map(notice => notice.owner);
    expect(to('group:default/payments')).toEqual(['group:default/payments']);
    expect(to('')).toEqual([]);
  });

  it('is one a cluster and cause', () => {
    const scopes = ['a', 'b'].flatMap(name =>
      blockerNotices(aClusterRecord({ name }), [finding, finding], {
        target: '1.34',
      }).map(({ scope }) => scope),
    );
    expect(new Set(scopes).size).toBe(2);
  });
});

describe('links of what is told', () => {
  const cluster = aClusterRecord({ version: '1.33' });
  const failed = {
    updates: [anUpdate({ status: 'Failed' })],
    unreadable: [],
  };
  const calendar = new SupportCalendar([
    {
      partition: 'aws',
      observedAt: '2026-11-23T00:00:00Z',
      versions: [
        { version: '1.33', endOfStandardSupport: '2026-12-01T00:00:00Z' },
      ],
    },
  ]);
  const told = (portalPath?: string) =>
    [
      findSupportNotices(cluster, {
        calendar,
        now: new Date('2026-11-24T00:00:00Z'),
        portalPath,
      }),
      updateNotices(
        {
          cluster: {} as ObservationChange['cluster'],
          kind: 'updates',
          source: 'collector',
          before: { updates: [], unreadable: [] },
          after: failed,
          at: '2026-11-23T12:00:00Z',
        },
        cluster,
        portalPath,
      ),
      blockerNotices(
        cluster,
        [
          {
            key: 'addon/coredns',
            causeKey: 'addon-incompatible:coredns',
            message: 'coredns',
          } as ReadinessFinding,
        ],
        { target: '1.34', portalPath },
      ),
    ].flat();

  it('are deep links, for one cluster and for many, wherever the pages are mounted', () => {
    const links = [undefined, '/fleet'].map(portalPath =>
      told(portalPath).flatMap(({ link, together }) => [link, together!.link]),
    );
    expect(links[0]).toHaveLength(6);
    expect(links[0].every(link => link.startsWith('/eks-fleet/go?'))).toBe(
      true,
    );
    expect(links[1].every(link => link.startsWith('/fleet/go?'))).toBe(true);
  });

  it('lead from many to those of the owner, and to what they share', () => {
    expect(
      told().map(({ together, topic }) => [
        topic,
        Object.fromEntries(
          new URL(together!.link, 'https://portal').searchParams,
        ),
      ]),
    ).toEqual([
      [
        'support',
        {
          view: 'readiness',
          tab: 'clusters',
          owner: 'group:default/payments',
          version: '1.33',
        },
      ],
      ['update', { view: 'clusters', owner: 'group:default/payments' }],
      [
        'blocker',
        {
          view: 'readiness',
          owner: 'group:default/payments',
          cause: 'addon-incompatible:coredns',
        },
      ],
    ]);
  });
});

describe('newsOf', () => {
  const change = (more: Partial<ReadinessChange>) =>
    ({
      isNext: true,
      before: 'ready',
      newBlockers: ['addons', 'kubernetesDisruption'].map(source => ({
        key: source,
        evidence: { source, facts: {} },
      })),
      ...more,
    } as ReadinessChange);
  const keys = (more: Partial<ReadinessChange>, recent: string[] = []) =>
    newsOf(change(more), new Set(recent)).map(({ key }) => key);

  it.each<[string, Partial<ReadinessChange>, string[], string[]]>([
    ['what came up', {}, [], ['addons', 'kubernetesDisruption']],
    ['nothing of the first assessment', { before: undefined }, [], []],
    ['nothing of versions further ahead', { isNext: false }, [], []],
    [
      'nothing that a first look found',
      { before: 'unknown' },
      ['kubernetesDisruption'],
      ['addons'],
    ],
  ])('is %s', (_, more, recent, expected) => {
    expect(keys(more, recent)).toEqual(expected);
  });
});
