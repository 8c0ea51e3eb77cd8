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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  PolicyEditAsk,
  PolicyEditPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { condition } from '../__testUtils__/startFleet';
import {
  ALPHA_ARN,
  anAsk,
  DEFAULT,
  MINE,
  OTHER,
  ownLayer,
  PROD,
  PROD_LAYER,
  startEdits,
  type Edits,
  type Portal,
} from '../policy/edits/__testUtils__/startEdits';

jest.setTimeout(120_000);

const EDIT = 'eks-fleet.policy.edit';
const READ = 'eks-fleet.cluster.read';
const only = (account: string) => ({
  conditions: condition('IN_ACCOUNT', { accounts: [account] }),
});

describe('edits of policies', () => {
  let world: Edits;
  let portal: Portal;

  beforeAll(async () => {
    world = await startEdits(['alpha', 'beta', 'gamma', 'dev']);
    await world.simulator.github.commit({
      user: 'pat',
      files: {
        [ownLayer('beta')]:
          'policies: { no-latest-tag: { mode: audit } } # by hand\n',
      },
    });
    portal = await world.startPortal();
    await world.read(portal);
  });

  beforeEach(async () => {
    portal.decide({});
    for (const table of [
      'policy_edit_events',
      'policy_edit_clusters',
      'policy_edit_files',
      'policy_edits',
    ]) {
      await world.knex(table).delete();
    }
  });

  afterAll(() => world.stop());

  const preview = async (part: Partial<PolicyEditAsk> = {}, user?: string) => {
    const { body, status } = await world.post(
      portal,
      '/preview',
      anAsk(part),
      user,
    );
    return { status, body: body as PolicyEditPreview };
  };

  describe('where policies are switched', () => {
    it('lists the layers, what each says, and what can be set', async () => {
      const { body } = await world.get(portal, 'layers?policy=no-latest-tag');
      expect(body).toMatchObject({
        policy: 'no-latest-tag',
        policies: expect.arrayContaining([
          'no-latest-tag',
          'allowed-registries',
        ]),
        exclude: { namespaces: ['kube-system'] },
        parameters: [{ name: 'tags', type: 'texts', value: ['latest'] }],
        layers: [
          {
            path: DEFAULT,
            kind: 'default',
            clusters: 4,
            says: {},
            mayEdit: true,
          },
          { label: 'environment', value: 'dev', clusters: 1, says: {} },
          { path: PROD, clusters: 3, says: { mode: 'warn' } },
        ],
      });
    });

    it("adds a cluster's own layer where it is asked for", async () => {
      const { body } = await world.get(
        portal,
        `layers?policy=no-latest-tag&cluster=${encodeURIComponent(ALPHA_ARN)}`,
      );
      expect(body.layers.at(-1)).toMatchObject({
        path: ownLayer('alpha'),
        kind: 'cluster',
        value: 'alpha',
        clusters: 1,
      });
    });

    it('leaves out what reaches no cluster that the caller may read', async () => {
      portal.decide({ [READ]: only(OTHER), [EDIT]: only(OTHER) });
      const { body } = await world.get(portal, 'layers?policy=no-latest-tag');
      expect(body.layers).toMatchObject([
        { path: DEFAULT, clusters: 1, mayEdit: false },
        { path: PROD, clusters: 1, mayEdit: false },
      ]);
    });

    it('knows no policy that the chart has not', async () => {
      const { body } = await world.get(portal, 'layers?policy=constructor');
      expect(body.policy).toBeUndefined();
      expect(body.layers[0].says).toEqual({});
    });
  });

  describe('a preview', () => {
    it('says for each cluster what changes, and who has the last word', async () => {
      const { body, status } = await preview();
      expect({ body, status }).toMatchObject({
        status: 200,
        body: {
          problems: [],
          layers: [PROD],
          counts: { changes: 2, same: 0, overridden: 1, unknown: 0 },
          clusters: [
            {
              cluster: { name: 'alpha' },
              effect: 'changes',
              engine: 'kyverno',
              before: { mode: 'warn' },
              after: { mode: 'enforce' },
              safeToEnforce: { verdict: 'failing' },
            },
            { cluster: { name: 'gamma' }, effect: 'changes' },
            {
              cluster: { name: 'beta' },
              effect: 'overridden',
              before: { mode: 'audit' },
              after: { mode: 'audit' },
              overriddenBy: [ownLayer('beta')],
            },
          ],
          contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      });
      expect(body.diff).toContain('-    mode: warn # for now');
      expect(body.diff).toContain('+    mode: enforce # for now');
    });

    it('tells that what fails today is refused at its next change', async () => {
      const { body } = await preview();
      expect(body.outcomes).toEqual([
        {
          code: 'refused',
          clusters: 2,
          count: 4,
          message:
            'Admission will refuse 4 resources that fail today at the next change, on 2 clusters',
        },
      ]);
    });

    it('tells which findings go where it is switched off', async () => {
      const { body } = await preview({ change: { mode: 'off' } });
      expect(body.outcomes).toEqual([
        {
          code: 'findingsGo',
          clusters: 3,
          count: 6,
          message: expect.stringContaining('6 findings of today go'),
        },
      ]);
      expect(body.diff).toContain('+    enabled: false');
    });

    it('counts what is left out with a namespace', async () => {
      const { body } = await preview({
        change: { exclude: { namespaces: ['kube-system', 'sh*'] } },
      });
      expect(body.outcomes).toMatchObject([
        { code: 'findingsGo', clusters: 3, count: 6 },
      ]);
    });

    it('does not know what a policy finds that never ran', async () => {
      const { body } = await preview({
        policy: 'allowed-registries',
        change: {
          mode: 'warn',
          parameters: { registries: ['public.ecr.aws'] },
        },
      });
      expect(body).toMatchObject({
        problems: [],
        counts: { changes: 3 },
        outcomes: [
          {
            code: 'notKnown',
            clusters: 3,
            message:
              'What fails on 3 clusters is not known before it runs there',
          },
        ],
      });
      expect(body.clusters[0]).toMatchObject({
        before: { mode: 'off' },
        after: { mode: 'warn' },
      });
      expect(body.diff).toContain('+    enabled: true');
    });

    it.each<[string, Partial<PolicyEditAsk>, string, RegExp]>([
      ['no change', { change: {} }, 'change', /nothing would change/],
      [
        'a parameter that there is not',
        { change: { parameters: { tag: 'x' } } },
        'change.parameters.tag',
        /there are tags/,
      ],
      [
        'a value that the chart refuses',
        { change: { parameters: { tags: ['{{ .Values }}'] } } },
        'change.parameters.tags.0',
        /must match pattern/,
      ],
      [
        'a namespace that is none',
        { change: { exclude: { namespaces: ['../x: [y'] } } },
        'change.exclude.namespaces.0',
        /must match pattern/,
      ],
      [
        'what needs something else besides',
        { policy: 'allowed-registries', change: { mode: 'warn' } },
        'change.parameters.registries',
        /fewer than 1/,
      ],
      [
        'a policy that the chart has not',
        { policy: '../../etc' },
        'policy',
        /is none of the chart/,
      ],
      [
        'a file that is no layer',
        { layer: '../../README.md' },
        'layer',
        /is no layer/,
      ],
      [
        'the values of the chart',
        { layer: 'charts/fleet-policies/values.yaml' },
        'layer',
        /is no layer/,
      ],
      ['no reason', { reason: ' \u0000' }, 'reason', /is missing/],
      [
        'what Git says already',
        { change: { mode: 'warn' } },
        'change',
        /in Git already/,
      ],
    ])('refuses %s', async (_, part, field, message) => {
      const { body, status } = await preview(part);
      expect({ body, status }).toMatchObject({
        status: 200,
        body: {
          problems: [{ field, message: expect.stringMatching(message) }],
        },
      });
      const made = await world.post(portal, '', {
        ...anAsk(part),
        contentHash: body.contentHash,
      });
      expect(made.status).toBe(400);
      expect(made.body.error.message).toContain(`${field}:`);
    });

    it('takes only fields that it knows', async () => {
      const { status } = await preview({
        change: { mode: 'strict' as never },
      });
      expect(status).toBe(400);
    });
  });

  describe('proposing', () => {
    const propose = async (
      part: Partial<PolicyEditAsk> = {},
      user?: string,
    ) => {
      const { body } = await preview(part, user);
      return world.post(
        portal,
        '',
        { ...anAsk(part), contentHash: body.contentHash },
        user,
      );
    };

    it('is for what was looked at', async () => {
      const { status } = await world.post(portal, '', anAsk());
      expect(status).toBe(400);
      const { body } = await preview();
      await world.simulator.github.commit({
        user: 'pat',
        files: { [PROD]: PROD_LAYER.replace('for now', 'for long') },
      });
      const late = await world.post(portal, '', {
        ...anAsk(),
        contentHash: body.contentHash,
      });
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain('look at it again');
      const again = await propose();
      expect(again.status).toBe(201);
      expect(again.body.diff).toContain('for long');
      await world.simulator.github.commit({
        user: 'pat',
        files: { [PROD]: PROD_LAYER },
      });
    });

    it('is for one at a time of a policy in a layer', async () => {
      expect((await propose()).status).toBe(201);
      const second = await propose({ change: { mode: 'audit' } });
      expect(second.status).toBe(409);
      expect(second.body.error.message).toContain(
        `Switching no-latest-tag in ${PROD} is proposed already`,
      );
      expect((await propose({ policy: 'require-requests' })).status).toBe(201);
      expect((await propose({ layer: DEFAULT })).status).toBe(201);
    });

    it('keeps hostile words for words', async () => {
      const { body, status } = await propose({
        reason: '<b>x</b>\n```\n@everyone {{ .Values }}',
        ticket: '[a](javascript:1)\n',
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        reason: '<b>x</b>\n```\n@everyone {{ .Values }}',
        ticket: '[a](javascript:1)',
      });
    });

    it('needs the right on each cluster that the layer reaches', async () => {
      portal.decide({ [EDIT]: only(MINE) });
      const { status } = await preview();
      expect(status).toBe(403);
      const own = await preview({ layer: undefined, clusters: [ALPHA_ARN] });
      expect(own).toMatchObject({
        status: 200,
        body: { problems: [], layers: [ownLayer('alpha')] },
      });
      portal.decide({ [EDIT]: AuthorizeResult.DENY });
      const none = await preview({ layer: undefined, clusters: [ALPHA_ARN] });
      expect(none.status).toBe(403);
    });

    it('tells nobody of layers and clusters that they may not read', async () => {
      portal.decide({ [READ]: only(OTHER) });
      for (const part of [
        { layer: ownLayer('alpha') },
        { layer: undefined, clusters: [ALPHA_ARN] },
        { layer: 'policies/environments/dev.yaml' },
      ]) {
        const { body, status } = await preview(part);
        expect(status).toBe(200);
        expect(body.problems).toHaveLength(1);
        expect(body.clusters).toEqual([]);
      }
    });
  });

  describe('reading', () => {
    const make = async (part: Partial<PolicyEditAsk> = {}) => {
      const { body } = await preview(part);
      const made = await world.post(portal, '', {
        ...anAsk(part),
        contentHash: body.contentHash,
      });
      expect(made.status).toBe(201);
      return made.body;
    };

    it('lists edits of a policy, the newest first', async () => {
      await make();
      jest.setSystemTime(Date.now() + 1000);
      const other = await make({ policy: 'require-requests' });
      const all = await world.get(portal, 'edits');
      expect(all.body).toMatchObject({
        totalItems: 2,
        items: [{ id: other.id }, { policy: 'no-latest-tag' }],
      });
      const { body } = await world.get(
        portal,
        'edits?policy=no-latest-tag&state=proposed',
      );
      expect(body.items).toHaveLength(1);
      const first = await world.get(portal, 'edits?limit=1');
      const { nextCursor } = first.body.pageInfo;
      const next = await world.get(
        portal,
        `edits?limit=1&cursor=${nextCursor}`,
      );
      expect(next.body.items).toMatchObject([{ policy: 'no-latest-tag' }]);
    });

    it('shows of an edit what the reader may read of its clusters', async () => {
      const { id } = await make();
      portal.decide({ [READ]: only(OTHER), [EDIT]: AuthorizeResult.DENY });
      const { body } = await world.get(portal, `edits/${id}`, 'sam');
      expect(body).toMatchObject({
        counts: { changes: 1, overridden: 0 },
        layers: [],
        clusters: [{ cluster: { name: 'gamma' } }],
        rights: { cancel: false },
      });
      expect(body.diff).toBeUndefined();
      expect(body.message).toBeUndefined();
      const taken = await world.post(portal, `/${id}/cancel`, undefined, 'sam');
      expect(taken.status).toBe(403);
      portal.decide({ [READ]: only('333333333333') });
      const { status } = await world.get(portal, `edits/${id}`);
      expect(status).toBe(404);
      const list = await world.get(portal, 'edits');
      expect(list.body.totalItems).toBe(0);
    });

    it('lets who may edit take it back, once', async () => {
      const { id } = await make();
      const first = await world.post(portal, `/${id}/cancel`, undefined, 'sam');
      expect(first.status).toBe(200);
      const second = await world.post(
        portal,
        `/${id}/cancel`,
        undefined,
        'sam',
      );
      expect(second.status).toBe(409);
    });

    it('takes ids of its own only', async () => {
      const { status } = await world.get(portal, 'edits/../../x');
      expect(status).toBe(404);
      const none = await world.get(
        portal,
        'edits/00000000-0000-0000-0000-000000000000',
      );
      expect(none.status).toBe(404);
    });
  });
});
