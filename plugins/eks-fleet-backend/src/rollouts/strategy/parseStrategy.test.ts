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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { HOSTILE } from '../../readiness/__testUtils__/randomInput';
import { parseStrategy } from './parseStrategy';
import { shippedStrategies } from './shippedStrategies';
import { strategyToYaml } from './strategyToYaml';

const FULL: RolloutStrategy = {
  name: 'full',
  title: 'Everything that can be said: once',
  description:
    'A line.\n\nAnother # one, rather long: with words that go on and on and on until they have to be folded.',
  cellBy: 'label:cell',
  waves: [
    {
      name: 'first',
      match: {
        environments: ['dev'],
        labels: { tier: '1, 2', on: 'yes' },
        accounts: ['011122223333'],
        regions: ['eu-west-1'],
        clusters: ['payments'],
      },
      size: '25%',
      splitBy: 'label:team',
      production: false,
      bake: '1d12h',
      concurrency: '2',
      failureBudget: '0',
      before: [
        { type: 'approval', title: 'Platform', with: { to: 1, from: [] } },
      ],
      after: [{ type: 'prometheus', with: { query: 'up{a="b"} == 1' } }],
    },
    { name: 'rest' },
  ],
  bake: { first: '12h', floor: '90m', minimumSamples: 3 },
  concurrency: '25%',
  failureBudget: '10%',
  rolloutFailureBudget: '2',
  retries: 0,
  nodes: 'withControlPlane',
  pullRequests: 'perWave',
  before: [],
  after: [{ type: 'alarms' }],
  windows: [
    {
      days: ['mon', 'sun'],
      from: '22:00',
      to: '04:00',
      timeZone: 'Asia/Tokyo',
    },
  ],
  freezes: [
    {
      name: 'Year end',
      from: '2026-12-18T17:00:00Z',
      to: '2027-01-04T08:00:00+01:00',
      environments: ['prod'],
    },
  ],
  alarms: {
    rules: [{ match: { severity: 'info' }, then: 'ignore' }, { then: 'hold' }],
    quiet: '15m',
    pauseAfter: '3h',
  },
};

describe('parseStrategy', () => {
  it.each<[string, unknown]>([
    ['an object', FULL],
    ['YAML', strategyToYaml(FULL)],
    ['JSON', JSON.stringify(FULL, undefined, 2)],
  ])('reads all that can be said from %s', (_, given) => {
    expect(parseStrategy(given)).toEqual(FULL);
  });

  it.each(shippedStrategies().map(item => [item.name, item] as const))(
    'reads %s back from its YAML',
    (_, strategy) => {
      expect(parseStrategy(strategyToYaml(strategy))).toEqual(strategy);
    },
  );

  it.each(HOSTILE)('keeps any text through YAML: %j', text => {
    const safe = text.slice(0, 100);
    const strategy: RolloutStrategy = {
      name: 'text',
      title: safe,
      waves: [
        { name: 'all', match: { labels: { [`k${safe}`]: safe } } },
        {
          name: 'also',
          before: [{ type: 'hold', with: { [`k${safe}`]: [safe] } }],
        },
      ],
    };
    expect(parseStrategy(strategyToYaml(strategy))).toEqual(strategy);
  });

  it('takes numbers that nobody put in quotes for what was meant', () => {
    const strategy = parseStrategy(`
name: plain
concurrency: 2
waves:
  - name: all
    size: 1
    match: { labels: { tier: 1, canary: true }, accounts: [111122223333] }
`);
    expect(strategy).toEqual({
      name: 'plain',
      concurrency: '2',
      waves: [
        {
          name: 'all',
          size: '1',
          match: {
            labels: { tier: '1', canary: 'true' },
            accounts: ['111122223333'],
          },
        },
      ],
    });
  });

  it.each([
    ['', 'must be an object with name, title'],
    ['waves', 'must be an object with name, title'],
    ['name: a', 'waves (line 1): must be a list'],
    ['name: a\nwaves: []', 'waves (line 2): is empty; leave it out instead'],
    ['waves:\n- name: x', 'name (line 1): must be text'],
    [
      'name: A B\nwaves:\n- name: x',
      'name (line 1): "A B" is no name; use small letters, digits, "-" and "."',
    ],
    [
      'name: a\nwaves:\n- name: x\n  bake: 12x',
      'waves[0].bake (line 4): "12x" is no duration; write it as in 12h, 90m or 1d12h',
    ],
    [
      'name: a\nwaves:\n- name: x\n  bake: 61d',
      'waves[0].bake (line 4): "61d" is longer than 60d',
    ],
    [
      'name: a\nwaves:\n- name: x\nconcurrency: 0',
      'concurrency (line 4): "0" is neither a number of cells nor a share of them; write it as in 2 or 25%, at least 1',
    ],
    [
      'name: a\nwaves:\n- name: x\nfailureBudget: 101%',
      'failureBudget (line 4): "101%" is neither a number of cells nor a share of them; write it as in 0, 2 or 25%',
    ],
    [
      'name: a\nwaves:\n- name: x\n- name: x',
      'waves[1].name (line 4): "x" is the name of waves[0] already',
    ],
    [
      'name: a\nwaves:\n- name: x\n  soak: 2h',
      'waves[0] (line 3): has no "soak"; there are name, match, size, splitBy, production, bake, concurrency, failureBudget, before, after',
    ],
    [
      'name: a\nwaves:\n- name: x\n  splitBy: zone',
      'waves[0].splitBy (line 4): "zone" is none of account, region, environment and label:<key>',
    ],
    [
      'name: a\nwaves:\n- name: x\n  match: { accounts: [12] }',
      'waves[0].match.accounts[0] (line 4): "12" is no account id: twelve digits, put in quotes',
    ],
    [
      'name: a\nwaves:\n- name: x\n  match: { environments: [] }',
      'waves[0].match.environments (line 4): is empty; leave it out instead',
    ],
    [
      'name: a\nwaves:\n- name: x\nbake:\n  first: 1h\n  floor: 2h',
      'bake.floor (line 6): must not be longer than first',
    ],
    [
      'name: a\nwaves:\n- name: x\nwindows:\n- { days: [mon], from: 09:00, to: 17:00, timeZone: Europe/Berlln }',
      'windows[0].timeZone (line 5): "Europe/Berlln" is no time zone; write it as in Europe/Berlin',
    ],
    [
      'name: a\nwaves:\n- name: x\nwindows:\n- { days: [monday], from: 9:00, to: 17:00 }',
      'windows[0].days[0] (line 5): must be of mon, tue, wed, thu, fri, sat, sun; windows[0].from (line 5): "9:00" is no time of the day; write it as in 09:00',
    ],
    [
      'name: a\nwaves:\n- name: x\nfreezes:\n- { name: f, from: 2026-12-18, to: 2026-12-19T00:00:00Z }',
      'freezes[0].from (line 5): "2026-12-18" is no point in time; write it as in 2026-12-18T17:00:00Z or 2026-12-18T18:00:00+01:00',
    ],
    [
      'name: a\nwaves:\n- name: x\nfreezes:\n- name: f\n  from: 2026-12-19T00:00:00Z\n  to: 2026-12-18T00:00:00Z',
      'freezes[0].to (line 7): must be after from',
    ],
    [
      'name: a\nwaves:\n- name: x\nnodes: later',
      'nodes (line 4): must be afterBake or withControlPlane',
    ],
    [
      'name: a\nwaves:\n- name: x\nretries: 9',
      'retries (line 4): must be a whole number from 0 to 5',
    ],
    [
      'name: a\nwaves:\n- name: x\n  before: [{ type: Approval }]',
      'waves[0].before[0].type (line 4): "Approval" is no type of gate; write it as in approval or readiness',
    ],
    [
      'name: a\nname: b\nwaves:\n- name: x',
      'The strategy is no YAML: line 2: Map keys must be unique',
    ],
    ['name: [', 'The strategy is no YAML: line 1'],
  ])('says of %j what would be right', (text, message) => {
    expect(() => parseStrategy(text)).toThrow(message);
    expect(() => parseStrategy(text)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('names fields of an object without lines', () => {
    expect(() => parseStrategy({ name: 'a', waves: [{ name: '' }] })).toThrow(
      'waves[0].name: "" is no name; use small letters, digits, "-" and "."',
    );
  });

  it('names ten problems and counts the others', () => {
    const waves = Array.from({ length: 12 }, () => ({ name: '!' }));
    expect(() => parseStrategy({ name: 'a', waves })).toThrow(
      /; and \d+ more$/,
    );
  });

  it.each<[string, string, string]>([
    [
      'anchors that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
      'uses the same anchor too often',
    ],
    ['a book', 'x'.repeat(100_001), 'more than 100000'],
    [
      'a prototype',
      '__proto__: { name: a }\nname: a\nwaves: [{ name: x }]',
      'has no "__proto__"',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseStrategy(text)).toThrow(message);
  });
});

describe('strategyToYaml', () => {
  it('reads as a person would write it', () => {
    const yaml = strategyToYaml({
      waves: [
        {
          before: [{ type: 'approval' }],
          size: '1',
          name: 'first',
          match: { environments: ['prod'] },
        },
      ],
      concurrency: '25%',
      title: 'By hand',
      name: 'by-hand',
    });
    expect(yaml).toBe(`name: by-hand
title: By hand
waves:
  - name: first
    match:
      environments:
        - prod
    size: "1"
    before:
      - type: approval
concurrency: 25%
`);
  });
});
