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

import {
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { entityRefFromTag, isEntityRef, labelValue } from './safeText';

const HOSTILE = [
  'Team Ä/1',
  '1',
  'true',
  'a'.repeat(256),
  `${'a'.repeat(62)}-b`,
  '<img src=x onerror=alert(1)>',
  "Robert'); DROP TABLE clusters;--",
  '{{ template }}',
  '- yaml: [1, 2]',
  'a:b:c',
  'group:Some NS/x',
  '../../etc/passwd',
  'ﬁnance ½',
  'a\u0000b',
  'zero\u200bwidth',
  'a\nb',
  '\ud800x',
];

describe('labelValue', () => {
  it.each([
    ['prod', 'prod'],
    ['1', '1'],
    ['Team Ä/1', 'Team-A-1'],
    ['über_Größe.x', 'uber_Gro-e.x'],
    [' -prod- ', 'prod'],
    ['<b>bold</b>', 'b-bold-b'],
  ])('makes of %j %j', (tag, value) => {
    expect(labelValue(tag)).toBe(value);
  });

  it.each(HOSTILE)('makes a valid label value of %j', tag => {
    expect(
      KubernetesValidatorFunctions.isValidLabelValue(labelValue(tag)),
    ).toBe(true);
  });

  it.each(['', ' ', '---', '日本', '🚀', '\u0000'])(
    'makes nothing of %j',
    tag => {
      expect(labelValue(tag)).toBeUndefined();
    },
  );
});

describe('entityRefFromTag', () => {
  it.each([
    ['payments', 'group:default/payments'],
    [' payments ', 'group:default/payments'],
    ['Payments.EU_1', 'group:default/Payments.EU_1'],
    ['user:ann', 'user:default/ann'],
    ['User:people/ann', 'user:people/ann'],
    ['teams/payments', 'group:teams/payments'],
    ['Team Ä/1', 'group:default/Team-A-1'],
    ['1', 'group:default/1'],
    ['ann@example.com', 'group:default/ann-example.com'],
    ['<b>x</b>', 'group:default/b-x-b'],
    ["x'; drop table y;--", 'group:default/x-drop-table-y'],
  ])('makes of %j %s', (tag, ref) => {
    expect(entityRefFromTag(tag, 'group')).toBe(ref);
  });

  it.each(HOSTILE)('makes a reference of %j', tag => {
    const { kind, namespace, name } = parseEntityRef(
      entityRefFromTag(tag, 'system')!,
    );
    expect(kind).toMatch(/^[a-z]+$/);
    expect(KubernetesValidatorFunctions.isValidNamespace(namespace)).toBe(true);
    expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
  });

  it.each([undefined, '', '   ', '---', '日本'])('makes nothing of %j', tag => {
    expect(entityRefFromTag(tag, 'group')).toBeUndefined();
  });
});

describe('isEntityRef', () => {
  it.each(['platform', 'group:platform', 'user:default/ann', 'ns/x'])(
    'takes %s',
    text => expect(isEntityRef(text)).toBe(true),
  );
  it.each(['', 'a b', 'a:b:c', 'Team Ä/1', 'group:/x', 'x\n'])(
    'refuses %j',
    text => expect(isEntityRef(text)).toBe(false),
  );
});
